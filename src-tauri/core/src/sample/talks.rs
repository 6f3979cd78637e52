//! The conversations of the sample, with notes in the words of the book's owner.

use crate::channel::Channel;
use crate::channel::Channel::{Chat, Email, InPerson, Phone, Social, Text, Video};

/// Who initiated a conversation.
#[derive(Clone, Copy)]
pub(super) enum By {
    Me,
    /// The first of the people in `with`.
    Them,
    Unsaid,
}
use By::{Me, Them, Unsaid};

/// A conversation `ago` days ago.
#[derive(Clone, Copy)]
pub(super) struct Talk {
    pub(super) ago: i64,
    pub(super) with: &'static [&'static str],
    pub(super) how: Channel,
    /// The duration in minutes; 0 for unknown.
    pub(super) minutes: u32,
    pub(super) by: By,
    pub(super) note: &'static str,
    /// Nobody answered.
    pub(super) attempt: bool,
}

/// Conversations that repeat every `every` days, the newest `newest` days ago. `notes` are those of the
/// newest conversations, newest first.
pub(super) struct Regular {
    pub(super) newest: i64,
    pub(super) every: i64,
    pub(super) with: &'static [&'static str],
    pub(super) how: Channel,
    pub(super) minutes: u32,
    pub(super) notes: &'static [&'static str],
}

impl Regular {
    /// The single conversations, newest first, back to `until` days ago.
    pub(super) fn talks(&self, until: i64) -> impl Iterator<Item = Talk> + '_ {
        let mut notes = self.notes.iter();
        let days = std::iter::successors(Some(self.newest), |ago| Some(ago + self.every));
        days.take_while(move |ago| *ago <= until)
            .map(move |ago| Talk {
                ago,
                with: self.with,
                how: self.how,
                minutes: self.minutes,
                by: Unsaid,
                note: notes.next().copied().unwrap_or_default(),
                attempt: false,
            })
    }
}

const RUTH: &[&str] = &["Ruth Castellane"];
const MEENAL: &[&str] = &["Meenal Dasrath"];
const PETRA: &[&str] = &["Petra Holmqvar"];
const SOFIA: &[&str] = &["Sofia Lindqvern"];
const TOMASZ: &[&str] = &["Tomasz Wilczyn"];
const KOFI: &[&str] = &["Kofi Amenuvor"];
const LEONIE: &[&str] = &["Leonie Marchwald"];
const SAMIR: &[&str] = &["Samir Haddoun"];
const ILSE: &[&str] = &["Ilse Varnholt"];
const HANNAH: &[&str] = &["Hannah Iwobi"];
const DANIEL: &[&str] = &["Daniel Osterby"];
const GARETH: &[&str] = &["Gareth Pennlow"];
const YUKI: &[&str] = &["Yuki Taniwaki"];
const AMARA: &[&str] = &["Amara Nwokedi"];
const ROSALIND: &[&str] = &["Rosalind Aydelott"];
const TEAM: &[&str] = &[
    "Sofia Lindqvern",
    "Meenal Dasrath",
    "Petra Holmqvar",
    "Siddharth Velloor",
];

pub(super) const REGULAR: &[Regular] = &[
    Regular {
        newest: 5,
        every: 14,
        with: RUTH,
        how: InPerson,
        minutes: 40,
        notes: &[
            "She backs the pharma pilot if it stays at one lab. Wants the ask on one page.",
            "Budget talk. I brought three options, she took the middle one before I had finished.",
            "Asked me to stop copying her on the tender. Fair.",
            "Told her plainly that two quotes came late. She asked what I would do, and then we did that.",
            "Short one. She was between two flights and still read the first page.",
            "Agreed what matters this quarter: the renewal at Tarn, one pilot, nothing else.",
            "She likes the report that a quality team can sign. Said to lead with it.",
            "Said she had been unfair about the forecast. I had been late with it, too.",
            "Went through who could lead a pilot. Both of us said Meenal.",
            "First talk after her holidays. Rested, and full of questions about Orrin.",
        ],
    },
    Regular {
        newest: 14,
        every: 14,
        with: MEENAL,
        how: InPerson,
        minutes: 30,
        notes: &[
            "Asked for fewer stand-ups. Trying Tuesdays and Thursdays.",
            "She wants to lead the next pilot on her own. I said yes, and that I would be there when she asks.",
            "The interviews at Tarn changed her mind about the alarm. Good notes, better questions.",
            "Tired. We moved two things to next month and she breathed out.",
            "Walked round the pond instead of sitting. She talks more when we walk.",
            "Practised saying no to a feature. She was better at it than I am.",
            "Her sister has had a boy. Cake on everybody’s desk.",
            "Asked how I decide what to leave out. I did not have a good answer.",
        ],
    },
    Regular {
        newest: 6,
        every: 14,
        with: PETRA,
        how: Video,
        minutes: 30,
        notes: &[
            "The drift model holds on three months of data. She does not trust it yet, which is why I do.",
            "Showed me where the samples go missing: a clock that is two minutes off.",
            "Fridays off work well. She is quicker on Mondays.",
            "Wants to write up the humidity set with Samir’s people. Said I would ask him.",
            "Frustrated with the old exports. We gave the rewrite two weeks.",
            "Quiet today. Asked what she would change if she were me: fewer meetings with nothing to decide.",
            "She found the fault in an hour that cost us a week in spring.",
        ],
    },
    Regular {
        newest: 8,
        every: 14,
        with: SOFIA,
        how: Video,
        minutes: 30,
        notes: &[
            "She knows everybody at St Alder by first name. Asked her to take the visit with Leonie.",
            "Two partners want the same week. She sorted it before I heard of it.",
            "Would rather have one long day on the road than three short ones.",
            "Talked about what partner means when there is no contract. Still thinking.",
            "Her Norwegian is now better than mine.",
            "She asked for honest words about the last workshop. Too many slides, and she knew.",
        ],
    },
    Regular {
        newest: 27,
        every: 28,
        with: TOMASZ,
        how: InPerson,
        minutes: 25,
        notes: &[
            "Walk at noon. The second source for optics is possible, but not before the housing changes.",
            "He thinks Maren is the best optics person in the country. He does not say such things.",
            "Told me what would break first at a client: the connector. He was right last time.",
            "Came back from Samir’s workshop with eleven pages of notes.",
            "Grumbled about the alarm sound for half the walk. He is right about that as well.",
            "Showed me the first drift curve he ever drew, on paper, from his old firm.",
        ],
    },
    Regular {
        newest: 7,
        every: 30,
        with: KOFI,
        how: InPerson,
        minutes: 30,
        notes: &[
            "The audit notes are finished. Two findings, both ours, both small.",
            "He wants quality in the room before the pilot starts, not after. Agreed.",
            "Lunch. His daughter starts school, he is the nervous one.",
            "Went through the returns together. One bad batch, no pattern.",
            "He asked Ilse the question I had not dared to ask. She liked it.",
        ],
    },
    Regular {
        newest: 20,
        every: 28,
        with: TEAM,
        how: InPerson,
        minutes: 60,
        notes: &[
            "Month in review. Siddharth showed the new firmware on a bench that somebody had left in the rain.",
            "Everybody brought one thing that annoyed a client. Eleven things, four were the same.",
            "Planned the pilot with cards on the floor. Meenal led it.",
            "Short one, half were on the road.",
        ],
    },
    Regular {
        newest: 12,
        every: 30,
        with: LEONIE,
        how: Phone,
        minutes: 20,
        notes: &[
            "Not a word about the tender. Her choir sings in the cathedral; I asked for two tickets.",
            "She is short of people until summer. Offered to bring the papers ready to sign.",
            "Good laugh about the form with forty fields. She is cutting it to twelve.",
            "Asked what other hospitals pay for service. Said I would rather show her our costs.",
            "She prefers a call before nine. Noted.",
        ],
    },
    Regular {
        newest: 42,
        every: 30,
        with: ILSE,
        how: Video,
        minutes: 30,
        notes: &[
            "The Bergen move is set. She wants two benches kept.",
            "Went through the numbers of the two other labs. She took one line of them.",
            "Her labs hate the weekly export. We turn it off and see who misses it.",
            "Short and friendly. The renewal is hers to sign in spring.",
            "She asked what happens when a sensor dies on a Sunday. I did not know, now I do.",
            "First talk with her new deputy listening in.",
        ],
    },
    Regular {
        newest: 39,
        every: 45,
        with: GARETH,
        how: Video,
        minutes: 40,
        notes: &[
            "He has two new letters about bad units and will not say from whom. Offered to read my draft for the Forum.",
            "Told me to write the humidity protocol as if a tired person reads it at six.",
            "He doubts that pharma will share data. Has seen three such pilots, one worked.",
            "Spoke about why he left industry. Did not expect that.",
        ],
    },
    Regular {
        newest: 18,
        every: 45,
        with: HANNAH,
        how: Video,
        minutes: 30,
        notes: &[
            "New benches come next week. She will run ours beside the old ones.",
            "The assay is stable again. She thinks it was the window, not the sensor.",
            "She offered to tell Orrin how it went, once it has gone well.",
        ],
    },
    Regular {
        newest: 96,
        every: 35,
        with: SAMIR,
        how: Video,
        minutes: 30,
        notes: &[
            "The spin-out has a name and no money yet. He is happy all the same.",
            "Compared our humid rooms. His is a cellar in Tromsø.",
            "Thought out loud for half an hour, then wrote one clear line by mail.",
        ],
    },
];

const fn talk(
    ago: i64,
    with: &'static [&'static str],
    how: Channel,
    minutes: u32,
    by: By,
    note: &'static str,
) -> Talk {
    Talk {
        ago,
        with,
        how,
        minutes,
        by,
        note,
        attempt: false,
    }
}

#[rustfmt::skip] // A line a conversation.
pub(super) const TALKS: &[Talk] = &[
    tried(6, HANNAH, Phone, "Voicemail: at the new site until Thursday."),
    talk(9, SAMIR, InPerson, 50, Me, "Coffee. Talked through his spin-out. He worries about hiring a second optics engineer before the grant lands.\nLit up about the Lofoten swim."),
    talk(26, SAMIR, Video, 30, Them, "Compared notes on drift in humid labs. He offered to open doors at the Forum if I bring a clear one-page ask."),
    talk(49, SAMIR, InPerson, 75, Me, "Lunch. First proper talk since the conference. He prefers to think out loud, then decide by mail."),
    talk(61, SAMIR, Email, 0, Me, "Sent him the grant template that Ruth used."),
    talk(61, DANIEL, Email, 0, Them, "Two quotes came late again. He was open about why."),
    talk(103, DANIEL, Phone, 15, Me, "He may become head of supply. Not official, so not a word."),
    talk(147, DANIEL, Phone, 20, Me, "Lead times are back to five weeks. He says to order before their summer break."),
    talk(190, DANIEL, InPerson, 60, Them, "Visit at their works with Birgit. The new coating line is running."),
    talk(236, DANIEL, Phone, 10, Me, ""),
    talk(281, DANIEL, Email, 0, Them, "New price list. Lenses up four in a hundred."),
    talk(30, YUKI, InPerson, 45, Them, "Is writing a series on drift, open to numbers from us."),
    talk(62, YUKI, Email, 0, Me, "Sent her a figure without our name on it. She asked where the error bars were."),
    talk(93, YUKI, Phone, 20, Them, "Wanted to know who else measures in cellars. Gave her Maren’s name, with Maren’s leave."),
    talk(128, YUKI, Video, 30, Me, "She cut my piece by half and it got better."),
    talk(171, YUKI, Email, 0, Them, "800 words, one figure, plain. She repeats it like a prayer."),
    talk(240, YUKI, InPerson, 30, Unsaid, "Met at the Forum’s autumn table. She knows Gareth from his letters."),
    talk(80, AMARA, Phone, 15, Them, "Their new warehouse is dry at last. She asked for our humidity limits in writing."),
    talk(151, AMARA, InPerson, 40, Me, "Walked the route of a crate from dock to lab. Two places where it stands in the rain."),
    talk(214, AMARA, Phone, 20, Them, "A crate went to the wrong Bergen. She drove it herself."),
    talk(290, AMARA, Email, 0, Me, ""),
    talk(110, ROSALIND, Video, 30, Me, "She covers sensing for investors and asks what everybody else is too polite to ask. Will read the pilot’s numbers once there are some."),
    talk(204, ROSALIND, Email, 0, Them, "Sent me her note on optics makers. Corvane comes out well."),
    talk(301, ROSALIND, InPerson, 45, Unsaid, "Sat beside her at the Forum dinner."),
    talk(95, &["Theo Marangos"], Phone, 15, Them, "Becomes a father in summer. Daniel has his accounts until he is back."),
    talk(162, &["Theo Marangos", "Daniel Osterby"], InPerson, 90, Me, "Yearly talk about volumes. Theo promises, Daniel counts. Good pair."),
    talk(250, &["Theo Marangos"], Phone, 20, Me, ""),
    talk(140, &["Uma Sethuraj"], InPerson, 120, Them, "Audit done. She liked that we had already written down what went wrong.\nBack in two years."),
    talk(170, &["Uma Sethuraj"], Email, 0, Them, "List of what she wants to see. All of it exists, some of it in one drawer."),
    talk(205, &["Uma Sethuraj", "Kofi Amenuvor"], Video, 45, Me, "Planned the audit with Kofi. Two days instead of three."),
    talk(130, &["Pavel Drenko"], Phone, 10, Them, "The site at the harbour closes. Amara takes what is left of it."),
    talk(220, &["Pavel Drenko"], InPerson, 30, Me, "Looked at the dock. He knows where every crate has been dropped."),
    talk(310, &["Pavel Drenko"], Phone, 10, Unsaid, ""),
    talk(17, &["Maren Isaksby"], Email, 0, Them, "Asked how we test in humid labs. Sent her the cellar protocol."),
    talk(74, &["Maren Isaksby", "Tomasz Wilczyn"], Video, 60, Me, "Two optics people, one hour, forty sketches. I kept quiet and learned."),
    talk(33, &["Rafael Montiqué"], Phone, 10, Them, "Which cable fits the old bench. None, we send one."),
    talk(121, &["Rafael Montiqué", "Hannah Iwobi"], InPerson, 60, Me, "Set up the first bench at Tarn. He labels everything twice."),
    talk(52, &["Elif Sarıkan"], Video, 30, Me, "Told her early about the delay, without a fix yet. That was all she wanted."),
    talk(118, &["Elif Sarıkan"], InPerson, 45, Them, "She can hear a failing fan through a closed door. Took two of ours apart and was kind about it."),
    talk(229, &["Elif Sarıkan", "Leonie Marchwald"], InPerson, 60, Me, "Both in one room for the first time. Elif says what Leonie may not."),
    talk(188, &["Sabine Orleth"], Email, 0, Them, "Order papers. Quick and correct, as always."),
    talk(23, &["Siddharth Velloor"], Chat, 0, Them, "The two-minute clock was his. Fixed, and he wrote down how it happened."),
    talk(86, &["Siddharth Velloor"], InPerson, 30, Me, "Would like less travel until his mother is well again. Of course."),
    talk(144, &["Siddharth Velloor", "Petra Holmqvar"], Video, 40, Unsaid, "Agreed on one time for all devices. Took longer than it should."),
    talk(41, &["Tamsin Eversholt"], InPerson, 20, Me, "She rewrote clause nine in front of me. Half as long, and now I understand it."),
    talk(99, &["Tamsin Eversholt"], Email, 0, Them, "Annex attached this time. Contract out the same day."),
    talk(64, &["Joaquín Beltrame", "Ruth Castellane"], InPerson, 45, Them, "Pilot money is there if hardware and visits stay under his line. He drew the line."),
    talk(155, &["Joaquín Beltrame"], InPerson, 25, Me, "Explained drift with two bathroom scales. He got it at once."),
    talk(263, &["Joaquín Beltrame"], Email, 0, Unsaid, ""),
    talk(70, &["Astrid Nygård"], InPerson, 15, Them, "Stopped at my desk. Knew the name of every client in the pilot."),
    talk(182, &["Astrid Nygård", "Ruth Castellane"], InPerson, 60, Unsaid, "Yearly talk. She asks what we would stop doing."),
    talk(37, &["Lukas Brehmer"], Chat, 0, Them, "Test bench three is free until Thursday week."),
    talk(58, &["Clara Whitlow"], InPerson, 30, Me, "She wants the drift story without the word drift. Tried. Hard."),
    talk(139, &["Clara Whitlow", "Sofia Lindqvern"], Video, 30, Them, "Plan for the Forum stand. A bench that people may touch."),
    talk(91, &["Arjun Mehlwar"], Chat, 0, Unsaid, ""),
    talk(46, &["Mathis Corveau"], Phone, 15, Them, "Called from the road. The connector at Tarn, as Tomasz had said."),
    talk(200, &["Mathis Corveau"], InPerson, 40, Me, "Rode along for a day. He carries spare parts for things we no longer make."),
    talk(108, &["Anouk Delsarte"], InPerson, 30, Me, "Asked her how to give Meenal the lead without leaving her alone with it."),
    talk(160, &["Per Anderlund"], InPerson, 15, Unsaid, "He built the rain test from a garden hose. It works."),
    talk(245, &["Ingrid Solheim"], Chat, 0, Them, ""),
    talk(84, &["Jonas Witterick"], Video, 30, Them, "Wants to sell the pilot before there is one. Talked him down to a waiting list."),
    talk(77, &["Mei Tanoura"], Email, 0, Me, "Asked for the raw files. She sent them with a note on what not to trust."),
    talk(168, &["Judit Ferenc"], Video, 45, Me, "Validation takes her six weeks. Nothing I say makes it five, and that is good."),
    talk(312, &["Owen Tadlock"], Email, 0, Them, "Keys and parking for the bench."),
    talk(67, &["Noor Elbaz"], InPerson, 20, Unsaid, "Met on the ward. The nurses turn the alarm to the wall. Told Tomasz."),
    talk(135, &["Gwen Castlereagh"], Phone, 25, Them, "Her fridges are the real problem, not her rooms. Worth a visit."),
    talk(258, &["Farid Belkacemi"], Email, 0, Me, "Which ports he opens for us: one."),
    talk(55, &["Marta Iglesor"], Video, 30, Me, "First talk with somebody at Orrin. She runs stability and is tired of paper. Nadia decides."),
    talk(112, &["Marta Iglesor", "Hannah Iwobi"], InPerson, 15, Unsaid, "Hannah knew her from a course and brought us together at the fair."),
    talk(196, &["Adaeze Umeh"], Social, 0, Them, "Wrote under my piece in Bench & Signal. Sharp, and right."),
    talk(284, &["Paolo Vettresi"], Email, 0, Me, ""),
    talk(63, &["Helena Prokš", "Gareth Pennlow"], InPerson, 60, Them, "Forum evening. Helena keeps the list of who speaks when, and everyone is afraid of it."),
    talk(149, &["Kirsi Vaalamo"], Email, 0, Them, "My paragraph came back with nine commas fewer."),
    talk(178, &["Hugo Pereiral"], InPerson, 10, Unsaid, ""),
    talk(233, &["Dina Sharvit"], Video, 40, Me, "She ran a pilot with a pharma house years ago. It worked because one nurse wanted it."),
    talk(381, &["Dina Sharvit"], InPerson, 50, Them, "Sat beside me at the Forum dinner. Asked who would answer the alarm at night."),
    talk(88, &["Liv Torgersen"], Video, 30, Me, "Asked her for the humidity set. She would like Petra’s in return."),
    talk(127, &["Niko Saarvel"], Chat, 0, Them, "Sent a photo of a board that had been in the sea for a year. Still runs."),
    talk(116, &["Birgit Lauenstein", "Tomasz Wilczyn"], Video, 45, Me, "The new housing needs a lens she does not make. She knows who does."),
    talk(209, &["Chen Aoling"], Phone, 10, Them, ""),
    talk(79, &["Caspian Rook"], Text, 0, Them, "Crate arrived, dry."),
    talk(186, &["Mirela Voinic"], Phone, 10, Me, "She can hold a crate overnight if I call before four."),
    talk(101, &["Sean Dunmorrow"], Phone, 20, Them, "Wanted a quote by five. Gave him one that Tamsin could live with."),
    talk(276, &["Iman Rostova"], Email, 0, Them, "Needs the figure twice as large and without grey."),
    talk(153, &["Ravi Kulkarnet"], Email, 0, Them, "Three questions about the drawer."),
    talk(193, &["Bo Tennerud"], Phone, 15, Them, "Knows two optics engineers who would move north. Told him to call Samir."),
];

/// Somebody did not answer.
const fn tried(ago: i64, with: &'static [&'static str], how: Channel, note: &'static str) -> Talk {
    Talk {
        attempt: true,
        ..talk(ago, with, how, 0, Me, note)
    }
}
