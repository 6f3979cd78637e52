use std::fmt::Write;

use proptest::prelude::*;

use super::Intent;
use super::lines::{Line, Lines};
use super::names::Known;
use super::understand::{Reader, Understood};
use crate::channel::Channel;
use crate::check_ins::DayForms;
use crate::commitments::OwedBy;
use crate::customs::DateTimeForms;
use crate::events::GuestWho;
use crate::exchanges::NewExchange;
use crate::hours::{Rules, WorkingHours};
use crate::ids::PersonId;
use crate::interactions::StartedBy;
use crate::logging::NewInteraction;
use crate::moment::Moment;
use crate::relationships::KindId;

/// Everybody whom the sentences of the corpus name; a star for those kept close, a nickname after a slash.
const PEOPLE: &[&str] = &[
    "*Samir Haddoun",
    "*Ana Souza",
    "Ana Lindqvist",
    "Ben Okafor",
    "Priya Nair",
    "Maria Rossi",
    "Maria Lopez",
    "Robert Smith",
    "*Tom Becker",
    "April March",
    "May Ling",
    "*Will Grant",
    "Mark Sat",
    "Bob Call",
    "Sofia Duarte",
    "Ilse Varnholt",
    "Peter Holm/Piet",
    "Jürgen Ömer",
    "王小明",
    "Юлия Орлова",
    "O'Brien Kate",
    "Chen Wei",
    "Elizabeth Stone",
    "Judith Falk",
    "Anne-Marie Dubois",
    "Dr. Lena Weiss",
];

fn people() -> Vec<Known> {
    let known = PEOPLE.iter().zip(1..).map(|(name, id)| {
        let kept = name.starts_with('*');
        let name = name.trim_start_matches('*');
        let (name, nickname) = name.split_once('/').unwrap_or((name, ""));
        Known::new(PersonId(id), name, nickname, kept)
    });
    let mut known: Vec<Known> = known.collect();
    known.sort_by_key(|known| !known.kept_close);
    known
}

/// Wednesday 25 November 2026, 10:00 in Oslo.
fn now() -> Moment {
    Moment {
        utc: "2026-11-25T09:00:00Z".parse().unwrap(),
        zone: chrono_tz::Europe::Oslo,
    }
}

fn forms() -> DayForms {
    DayForms {
        written: DateTimeForms::default(),
        rules: Rules::new(WorkingHours::default(), &[], chrono_tz::Europe::Oslo),
    }
}

fn understood(text: &str, people: &[Known]) -> Understood {
    understood_at(text, people, &now())
}

fn understood_at(text: &str, people: &[Known], now: &Moment) -> Understood {
    let kinds = ["Client".to_owned(), "Direct report".to_owned()];
    let forms = forms();
    let reader = Reader {
        text,
        kinds: (&kinds, &[KindId(1), KindId(2)]),
        joined_topics: &["research and development".to_owned()],
        forms: &forms,
        now,
    };
    reader.lines(people, &[])
}

fn name(id: PersonId) -> &'static str {
    let at = usize::try_from(id.0 - 1).unwrap();
    PEOPLE[at]
        .trim_start_matches('*')
        .split('/')
        .next()
        .unwrap()
}

fn names(ids: &[PersonId]) -> String {
    ids.iter()
        .map(|id| name(*id))
        .collect::<Vec<_>>()
        .join(", ")
}

fn word(of: &impl serde::Serialize) -> String {
    let word = serde_json::to_value(of).unwrap();
    word.as_str().unwrap().to_owned()
}

fn talk(talk: &NewInteraction, verb: &str) -> String {
    let channel = match talk.channel {
        Channel::NotSaid => String::new(),
        channel => format!(
            " {}",
            serde_json::to_value(channel).unwrap().as_str().unwrap()
        ),
    };
    let mut said = format!("{verb}{channel}, {}", talk.when);
    if !talk.people.is_empty() {
        write!(said, ", {}", names(&talk.people)).unwrap();
    }
    if !talk.title.is_empty() {
        write!(said, ", title {}", talk.title).unwrap();
    }
    if let Some(minutes) = talk.minutes {
        write!(said, ", {minutes} min").unwrap();
    }
    match talk.started_by {
        StartedBy::Me => said.push_str(", by me"),
        StartedBy::Person { .. } => said.push_str(", by them"),
        StartedBy::NotSaid => {}
    }
    if !talk.note.is_empty() {
        write!(said, ", note “{}”", talk.note).unwrap();
    }
    said
}

fn give(people: &[PersonId], exchange: &NewExchange) -> String {
    let word = |value: serde_json::Value| value.as_str().unwrap().to_owned();
    let back_by = match exchange.back_by.as_str() {
        "" => String::new(),
        by => format!(", back by {by}"),
    };
    format!(
        "{} {}, {}, {}, “{}”{back_by}",
        word(serde_json::to_value(exchange.direction).unwrap()),
        word(serde_json::to_value(exchange.sort).unwrap()),
        exchange.when,
        names(people),
        exchange.what,
    )
}

fn line(line: &Line) -> String {
    let said = intent(&line.intent);
    match line.details.split_once("Not understood: ") {
        Some((_, what)) => format!("{said}, not understood {what}"),
        None => said,
    }
}

fn intent(of: &Intent) -> String {
    match of {
        Intent::Log { talk: draft } if draft.attempt => talk(draft, "attempt"),
        Intent::Log { talk: draft } => talk(draft, "log"),
        Intent::Plan {
            people,
            when,
            reason,
        } => format!("plan {when}, {}, for “{reason}”", names(people)),
        Intent::Snooze { people, when } => format!("snooze until {when}, {}", names(people)),
        Intent::KeepClose {
            people,
            cadence_days,
            kind,
        } => {
            let kind = kind.map_or(String::new(), |kind| format!(", kind {kind}"));
            let often = cadence_days.map_or(String::new(), |days| format!(", {days} days"));
            format!("keep close {}{kind}{often}", names(people))
        }
        Intent::Pause { people, until } => format!("pause until {until}, {}", names(people)),
        Intent::TakeUp { people } => format!("take up {}", names(people)),
        Intent::End { people } => format!("end {}", names(people)),
        Intent::CoolOff { people, until } => {
            format!("cool off until {until}, {}", names(people))
        }
        Intent::Archive { people } => format!("archive {}", names(people)),
        Intent::Rest { people } => format!("rest {}", names(people)),
        Intent::LetGo { people } => format!("let go {}", names(people)),
        Intent::Tag { people, name } => format!("tag {name}, {}", names(people)),
        Intent::Untag { people, name } => format!("untag {name}, {}", names(people)),
        Intent::Event { said } => format!(
            "event {}, {}, {}",
            said.name,
            said.when,
            names(&known_of(&said.people))
        ),
        Intent::Give { people, exchange } => give(people, exchange),
        Intent::Promise { promise } => {
            let when = match promise.when.as_str() {
                "" => "some day",
                when => when,
            };
            let by = match promise.owed_by {
                OwedBy::Me => "promise",
                OwedBy::Them => "promised me",
            };
            format!(
                "{by} {when}, {}, “{}”",
                names(&promise.people),
                promise.what
            )
        }
        Intent::Topic {
            people,
            stance,
            topic,
        } => format!("{} {topic}, {}", word(stance), names(people)),
        Intent::Need { goal } => match goal.by.as_str() {
            "" => format!("need “{}”", goal.title),
            by => format!("need “{}” by {by}", goal.title),
        },
        Intent::MyTopic { stance, topic } => format!("i {} {topic}", word(stance)),
        Intent::Who { asked, topic } => format!("who {} {topic}", word(asked)),
        Intent::NextTime { people, text } => format!("next time {}, “{text}”", names(people)),
        Intent::Trash { people } => format!("trash {}", names(people)),
        Intent::Add { person, talk: None } => {
            let told = [&person.name, &person.organisation, &person.email];
            let told: Vec<&str> = told.iter().map(|one| one.as_str()).collect();
            let told: Vec<&str> = told.into_iter().filter(|one| !one.is_empty()).collect();
            format!("add {}", told.join(", "))
        }
        Intent::Add {
            person,
            talk: Some(draft),
        } => format!("add {}; {}", person.name, talk(draft, "log")),
        Intent::Open { person } => format!("open {}", name(*person)),
        Intent::Way { person } => format!("way {}", name(*person)),
        Intent::Map { person } => format!("map {}", name(*person)),
        Intent::Brief { person } => format!("brief {}", name(*person)),
        Intent::Draft { person, sort } => {
            format!(
                "draft {} ({})",
                name(*person),
                format!("{sort:?}").to_lowercase()
            )
        }
        Intent::Introduce { people } => format!("introduce {}", names(people)),
        Intent::Tie { person } => format!("tie {}", name(*person)),
        Intent::PlanDialog { person } => format!("plan dialog {}", name(*person)),
        Intent::Restore { people } => format!("restore {}", names(people)),
        Intent::Several { all, .. } => {
            let all: Vec<String> = all.iter().map(intent).collect();
            all.join(" + ")
        }
    }
}

fn summary(text: &str, people: &[Known]) -> String {
    summary_of(understood(text, people))
}

fn summary_of(understood: Understood) -> String {
    match understood {
        Understood::Nothing => "-".to_owned(),
        Understood::Unknown(_) => "nobody of that name".to_owned(),
        Understood::Lines(Lines {
            refusal: Some(why), ..
        }) => format!("refused: {why}"),
        Understood::Lines(Lines {
            question, lines, ..
        }) => {
            let all: Vec<String> = lines.iter().map(line).collect();
            match question {
                Some(question) => format!("{question} {}", all.join(" / ")),
                None => all[0].clone(),
            }
        }
    }
}

#[test]
fn each_sentence_of_the_corpus_means_what_is_written_beside_it() {
    let people = people();
    let corpus = include_str!("corpus.tsv");
    let (mut count, mut wrong) = (0, String::new());
    for (number, line) in corpus
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.starts_with('#') && !line.is_empty())
    {
        let (typed, meant) = line.split_once('\t').unwrap_or((line, ""));
        let read = summary(typed, &people);
        count += 1;
        if read != meant {
            writeln!(
                wrong,
                "{}: {typed}\n   meant {meant}\n   read  {read}",
                number + 1
            )
            .unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(count >= 400, "{count}");
}

/// Sentences of words that mean much, and of noise.
fn texts() -> impl Strategy<Value = String> {
    let words = "log call called met coffee lunch with to and & , : - i we me she rang me had a an the quick \
                 about for 20 minutes 30min yesterday tomorrow on friday at 3 last week in october may april \
                 will mark sat ana ben samir haddoun maria bob priya nobody samri remind plan snooze pause \
                 until keep close every 2 weeks tag #x add delete open who knows offers seeks optics \
                 小明 Юлия é 🙂 <b> ½ ３ 31 \
                 april ben's @ana o'brien w/ new person called \
                 gave lent borrowed got feedback an introduction to from by \
                 promised promise will send her them he said \
                 next time ask helped each until easter notes about";
    let words: Vec<&str> = words.split(' ').collect();
    let said =
        prop::collection::vec(prop::sample::select(words), 0..14).prop_map(|words| words.join(" "));
    prop_oneof![4 => said, 1 => ".{0,60}", 1 => "[a-z ,.:0-9\u{200d}\u{202e}🙂]{0,80}"]
}

fn all_people(intent: &Intent) -> Vec<PersonId> {
    match intent {
        Intent::Log { talk }
        | Intent::Add {
            talk: Some(talk), ..
        } => talk.people.clone(),
        Intent::Plan { people, .. }
        | Intent::Snooze { people, .. }
        | Intent::KeepClose { people, .. }
        | Intent::Pause { people, .. }
        | Intent::CoolOff { people, .. }
        | Intent::Archive { people }
        | Intent::Rest { people }
        | Intent::TakeUp { people }
        | Intent::End { people }
        | Intent::LetGo { people }
        | Intent::Tag { people, .. }
        | Intent::Untag { people, .. }
        | Intent::Give { people, .. }
        | Intent::Introduce { people }
        | Intent::Topic { people, .. }
        | Intent::NextTime { people, .. }
        | Intent::Trash { people } => people.clone(),
        Intent::Restore { people } => people.clone(),
        Intent::Several { all, .. } => all.iter().flat_map(all_people).collect(),
        Intent::Event { said } => known_of(&said.people),
        Intent::Promise { promise } => promise.people.clone(),
        Intent::Need { .. } | Intent::MyTopic { .. } | Intent::Who { .. } => Vec::new(),
        Intent::Add { talk: None, .. } => Vec::new(),
        Intent::Open { person }
        | Intent::Way { person }
        | Intent::Map { person }
        | Intent::Brief { person }
        | Intent::Draft { person, .. }
        | Intent::Tie { person }
        | Intent::PlanDialog { person } => vec![*person],
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic_and_its_parts_lie_in_it(text in texts()) {
        let people = people();
        let Understood::Lines(all) = understood(&text, &people) else { return Ok(()) };
        for line in &all.lines {
            let mut last = 0;
            for (place, _) in &line.parts {
                prop_assert!(place.start >= last && place.start < place.end, "{:?}", line.parts);
                prop_assert!(text.get(place.clone()).is_some(), "{:?}", place);
                last = place.end;
            }
        }
    }

    #[test]
    fn nobody_is_invented(text in texts()) {
        let people = people();
        let Understood::Lines(all) = understood(&text, &people) else { return Ok(()) };
        // "add …", "… new person called …"; a text that is only a name is no sentence here.
        let lower = text.to_lowercase();
        let lower = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
        let asks_for_one = lower.starts_with("add") || lower.contains("new person") || lower.contains("called");
        for line in &all.lines {
            prop_assert!(all_people(&line.intent).iter().all(|id| people.iter().any(|known| known.id == *id)));
            prop_assert!(asks_for_one || !matches!(line.intent, Intent::Add { .. }), "{}", text);
        }
    }

    #[test]
    fn no_word_is_dropped_without_being_shown(text in texts()) {
        let people = people();
        let Understood::Lines(all) = understood(&text, &people) else { return Ok(()) };
        let Some(line) = all.lines.first() else { return Ok(()) };
        for token in super::tokens::tokens(&text) {
            let holds = |place: &std::ops::Range<usize>| {
                place.start <= token.place.start && token.place.end <= place.end
            };
            let is_shown = line.parts.iter().any(|(place, _)| holds(place));
            let is_word = token.text.chars().any(char::is_alphanumeric);
            let says_nothing = !is_word || super::tokens::is_known_word(&token.text);
            prop_assert!(is_shown || says_nothing, "{} in {}: {:?}", token.text, text, line.parts);
        }
    }
}

#[test]
fn a_part_of_today_is_told_when_it_is_over_and_asked_for_before() {
    let people = people();
    let at = |hour: u32, text: &str| {
        let utc = format!("2026-11-25T{:02}:00:00Z", hour - 1)
            .parse()
            .unwrap();
        let now = Moment { utc, ..now() };
        summary_of(understood_at(text, &people, &now))
    };
    let is_plan = |said: String| said.starts_with("plan");
    assert!(is_plan(at(14, "call ben this afternoon")));
    assert!(is_plan(at(19, "call ben tonight")));
    assert!(is_plan(at(10, "call ben in the morning")));
    let asked = "Did it happen, or is it to come?";
    assert!(at(14, "meeting with ben this afternoon").starts_with(asked));
    assert!(at(18, "meeting with ben this afternoon").starts_with("log"));
    assert!(at(14, "called ben this afternoon").starts_with("log"));
}

#[test]
fn of_long_texts_only_the_beginning_is_looked_at() {
    let people = people();
    for text in [
        "called ben ".repeat(2_000),
        "friday ".repeat(3_000),
        "remind me to ".repeat(2_000),
        "and ben, ".repeat(2_000),
        "🙂 ".repeat(20_000),
        format!("called ben about {}", "x friday ".repeat(2_000)),
    ] {
        assert_eq!(
            super::tokens::tokens(&text).len(),
            super::tokens::MOST_WORDS
        );
        let is_refused = match understood(&text, &people) {
            Understood::Lines(all) => all.refusal.is_some() && all.lines.is_empty(),
            Understood::Unknown(_) => false,
            Understood::Nothing => true,
        };
        assert!(is_refused, "{:.40}", text);
    }
}

fn known_of(people: &[GuestWho]) -> Vec<PersonId> {
    let known = people.iter().filter_map(|who| match who {
        GuestWho::Known(id) => Some(*id),
        GuestWho::New(_) => None,
    });
    known.collect()
}
