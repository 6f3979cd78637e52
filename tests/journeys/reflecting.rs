//! Looking back: reflections after talks and their trend, what was heard in the next brief, the quarter, and pitches.

use kith_core::logging::{NewInteraction, TalkOutcome};
use kith_core::pitches::{NewPitch, PitchParts, SpeakingFit};
use kith_core::quarters::{QuarterSaid, QuarterShown, Statement, StatementAnswer};
use kith_core::reflections::{Listening, Reflection};
use kith_core::relationships::Status;
use kith_core::{Book, Code, Error, InteractionId, Moment, PersonId};

use crate::random_steps::is_sound;
use crate::talks::{add, add_close, and_back, at, log, noon, status, talk};
use crate::{Place, read_back, written};

/// Tuesday 10 March 2026.
const TODAY: &str = "2026-03-10";

fn begin() -> (Place, Book, Moment) {
    let place = Place::new();
    let now = noon(TODAY);
    let book = Book::open(&place.file(), &now).unwrap();
    (place, book, now)
}

fn said(listened: Listening, heard: &str) -> Reflection {
    Reflection {
        listened: Some(listened),
        heard: heard.into(),
    }
}

fn refused<T: std::fmt::Debug>(answer: Result<T, Error>) -> (Code, String, String) {
    let error = answer.unwrap_err();
    (error.code, error.field.unwrap_or_default(), error.message)
}

fn asked(book: &Book, now: &Moment) -> Option<InteractionId> {
    let asks = book.conversations(10, now).unwrap().asks;
    asks.map(|asks| asks.talk)
}

fn heard(book: &Book, person: PersonId, now: &Moment) -> Option<(String, String)> {
    let heard = book.brief(person, false, now).unwrap().heard;
    heard.map(|heard| (heard.text, heard.when))
}

#[test]
fn a_reflection_is_saved_with_the_talk_and_opens_the_next_brief() {
    let (place, book, now) = begin();
    let ilse = add_close(&book, "Ilse Varnholt", 30, &now);
    let outcome = TalkOutcome {
        reflection: Some(said(Listening::Asked, " Being told\n early ")),
        ..TalkOutcome::default()
    };
    and_back(&book, &now, || {
        let draft = talk(&[ilse], "yesterday");
        book.interaction_log_with(&draft, &outcome, &[], None, &now)
            .unwrap()
    });
    let expected = ("Being told early".to_owned(), "Monday 9 March".to_owned());
    assert_eq!(heard(&book, ilse, &now), Some(expected.clone()));
    let of = book.reflections_of(ilse, &now).unwrap();
    assert_eq!(of[0].said, said(Listening::Asked, "Being told early"));
    // A later talk without a word leaves it; one with a word takes its place.
    let later = log(&book, &[ilse], "today", &now);
    assert_eq!(heard(&book, ilse, &now), Some(expected));
    and_back(&book, &now, || {
        let reflection = Reflection {
            listened: None,
            heard: "The audit".into(),
        };
        book.reflection_set(later, &reflection, &now).unwrap()
    });
    assert_eq!(heard(&book, ilse, &now).unwrap().0, "The audit");
    // It is found by the words, and stands in the history by name.
    let found = book
        .people_find("audit", &Default::default(), 10, &now)
        .unwrap();
    assert_eq!(found.rows.len(), 1);
    assert_eq!(book.history(1, &now).unwrap()[0].subject, "Ilse Varnholt");
    // The whole book has it, and gives it back.
    let json = written(&book);
    assert!(json.contains("The audit"));
    let copy = read_back(&json, &place.folder.path().join("copy.kith"));
    assert_eq!(written(&copy), json);
    // Correcting the talk leaves the reflection; removing the talk takes it along, and Undo brings both back.
    let corrected = NewInteraction {
        note: "Two benches".into(),
        ..talk(&[ilse], "today")
    };
    book.interaction_edit(later, &corrected, &now).unwrap();
    assert_eq!(heard(&book, ilse, &now).unwrap().0, "The audit");
    and_back(&book, &now, || {
        book.interaction_delete(later, &now).unwrap();
    });
    assert_eq!(heard(&book, ilse, &now).unwrap().0, "Being told early");
    is_sound(&book);
}

#[test]
fn a_reflection_on_a_talk_that_is_gone_or_was_no_talk_is_refused() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana", &now);
    let talked = log(&book, &[ana], "today", &now);
    let reflection = said(Listening::Advised, "");
    book.undo(&now).unwrap();
    let before = written(&book);
    let (code, ..) = refused(book.reflection_set(talked, &reflection, &now));
    assert_eq!(code, Code::NotFound);
    assert_eq!(
        refused(book.reflection_skip(talked, &now)).0,
        Code::NotFound
    );
    let attempt = NewInteraction {
        attempt: true,
        ..talk(&[ana], "today")
    };
    let outcome = TalkOutcome {
        reflection: Some(reflection.clone()),
        ..TalkOutcome::default()
    };
    let logged = book.interaction_log_with(&attempt, &outcome, &[], None, &now);
    assert_eq!(refused(logged).1, "attempt");
    let long = Reflection {
        listened: None,
        heard: "x".repeat(201),
    };
    let outcome = TalkOutcome {
        reflection: Some(long.clone()),
        ..TalkOutcome::default()
    };
    let logged = book.interaction_log_with(&talk(&[ana], "today"), &outcome, &[], None, &now);
    assert_eq!(refused(logged).1, "reflection.heard");
    assert_eq!(written(&book), before);
    let talked = log(&book, &[ana], "today", &now);
    assert_eq!(refused(book.reflection_set(talked, &long, &now)).1, "heard");
    book.reflection_set(talked, &reflection, &now).unwrap();
    let turned = book.interaction_edit(talked, &attempt, &now);
    assert_eq!(refused(turned).1, "attempt");
    // With neither, it is removed.
    book.reflection_set(talked, &Reflection::default(), &now)
        .unwrap();
    assert_eq!(book.reflections_of(ana, &now).unwrap(), []);
    let again = book.reflection_set(talked, &Reflection::default(), &now);
    assert_eq!(again.unwrap().operation, None);
}

#[test]
fn it_asks_after_each_talk_and_after_three_skips_once_a_week() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana", &now);
    assert_eq!(asked(&book, &now), None);
    log(&book, &[ana], "2026-02-20", &now);
    assert_eq!(asked(&book, &now), None, "too long ago");
    for _ in 0..3 {
        let talked = log(&book, &[ana], "today", &now);
        assert_eq!(asked(&book, &now), Some(talked));
        book.reflection_skip(talked, &now).unwrap();
        assert_eq!(asked(&book, &now), None, "not for an older one instead");
    }
    log(&book, &[ana], "today", &now);
    assert_eq!(asked(&book, &now), None);
    let later = noon("2026-03-17");
    let talked = log(&book, &[ana], "today", &later);
    assert_eq!(asked(&book, &later), Some(talked));
    book.reflection_set(talked, &said(Listening::Asked, ""), &later)
        .unwrap();
    // Then it asks after each again.
    let next = log(&book, &[ana], "today", &later);
    assert_eq!(asked(&book, &later), Some(next));
    // Nobody is asked about who is in the trash.
    book.people_trash(&[ana], &later).unwrap();
    assert_eq!(asked(&book, &later), None);
    assert_eq!(book.conversations(10, &later).unwrap().reflections.total, 0);
}

#[test]
fn the_trend_is_told_from_six_reflections_on_and_counts_what_is_listed() {
    let (_place, book, now) = begin();
    let [ana, ben] = ["Ana", "Ben"].map(|name| add(&book, name, &now));
    let days = [
        ("2025-12-21", Listening::Deflected),
        ("2025-12-22", Listening::Advised),
        ("2026-01-20", Listening::Advised),
        ("2026-02-03", Listening::Asked),
        ("2026-02-17", Listening::Asked),
        ("2026-03-09", Listening::Reflected),
    ];
    for (day, listened) in days {
        let talked = log(&book, &[ana, ben], day, &now);
        book.reflection_set(talked, &said(listened, ""), &now)
            .unwrap();
    }
    let told = book.conversations(10, &now).unwrap();
    // The first one is older than twelve weeks: it is listed below, and not counted.
    assert_eq!(
        (
            told.reflections.total,
            told.trend.counted,
            told.trend.enough
        ),
        (6, 5, false)
    );
    assert_eq!(
        told.trend.words,
        "A trend is told from six reflections on; five so far."
    );
    let talked = log(&book, &[ben], "today", &now);
    book.reflection_set(talked, &said(Listening::Reflected, ""), &now)
        .unwrap();
    let told = book.conversations(3, &now).unwrap();
    assert!(told.trend.enough);
    assert_eq!(told.trend.words, "Lately you give advice less often.");
    assert_eq!(told.reflections.talks.len(), 3);
    assert_eq!(told.reflections.talks[0].people[0].name, "Ben");
    let rest = book.reflections_list(3, 100, &now).unwrap();
    assert_eq!((rest.total, rest.talks.len()), (7, 4));
    // With Ben in the trash, his talk alone goes out of it.
    book.people_trash(&[ben], &now).unwrap();
    let told = book.conversations(10, &now).unwrap();
    assert_eq!((told.reflections.total, told.trend.counted), (6, 5));
    assert_eq!(told.reflections.talks[0].people.len(), 1);
}

fn answers(steps: &[(Statement, u8)], intention: &str) -> QuarterSaid {
    QuarterSaid {
        answers: steps
            .iter()
            .map(|(statement, step)| StatementAnswer {
                statement: *statement,
                step: *step,
            })
            .collect(),
        line: "I rushed on Tuesdays".into(),
        intention: intention.into(),
    }
}

fn of(quarter: &QuarterShown, statement: Statement) -> (Option<u8>, Option<u8>, String) {
    let one = quarter
        .statements
        .iter()
        .find(|one| one.statement == statement)
        .unwrap();
    (one.step, one.last_step, one.evidence.words.clone())
}

#[test]
fn a_quarter_answered_twice_changes_the_answers() {
    let (place, book, _) = begin();
    let now = noon("2026-01-05");
    let ana = add(&book, "Ana", &now);
    log(&book, &[ana], "2025-12-01", &now);
    let quarter = book.quarter(None, &now).unwrap();
    assert_eq!(
        (
            quarter.name.as_str(),
            quarter.from.as_str(),
            quarter.statements.len()
        ),
        ("October to December 2025", "", 11)
    );
    let first = answers(
        &[(Statement::Empathy, 3), (Statement::Networking, 0)],
        "Ask one more question",
    );
    and_back(&book, &now, || {
        book.quarter_set(quarter.first_on, &first, &now).unwrap()
    });
    let again = answers(&[(Statement::Empathy, 4)], "Ask one more question");
    and_back(&book, &now, || {
        book.quarter_set(quarter.first_on, &again, &now).unwrap()
    });
    let rows: serde_json::Value = serde_json::from_str(&written(&book)).unwrap();
    let kept = rows.to_string().matches("\"first_on\"").count();
    assert_eq!(kept, 1, "one row of the quarter");
    assert_eq!(book.history(1, &now).unwrap()[0].subject, quarter.name);
    // The same again is no step of Undo.
    let same = book.quarter_set(quarter.first_on, &again, &now).unwrap();
    assert_eq!(same.operation, None);
    // In the next quarter, the intention comes first and the answers stand behind the new ones.
    let later = noon("2026-04-02");
    let next = book.quarter(None, &later).unwrap();
    assert_eq!(next.name, "January to March 2026");
    let intention = next.last_intention.as_ref().unwrap();
    assert_eq!(
        (intention.text.as_str(), intention.quarter.as_str()),
        ("Ask one more question", "October to December 2025")
    );
    assert_eq!(of(&next, Statement::Empathy).1, Some(4));
    book.quarter_set(
        next.first_on,
        &answers(&[(Statement::Empathy, 5)], ""),
        &later,
    )
    .unwrap();
    let next = book.quarter(None, &later).unwrap();
    let empathy = &next.statements[3];
    assert_eq!(
        (
            empathy.step,
            empathy.trend[0].quarter.as_str(),
            empathy.trend[0].step
        ),
        (Some(5), "Q4 2025", 4)
    );
    assert_eq!((next.before, next.after), (quarter.first_on, None));
    let json = written(&book);
    let copy = read_back(&json, &place.folder.path().join("copy.kith"));
    assert_eq!(written(&copy), json);
    // Everything taken away: nothing is kept of it.
    let none = QuarterSaid::default();
    and_back(&book, &later, || {
        book.quarter_set(next.first_on, &none, &later).unwrap()
    });
    assert_eq!(book.quarter(None, &later).unwrap().answered, "");
}

#[test]
fn a_quarter_that_is_not_over_and_answers_that_are_none_are_refused() {
    let (_place, book, now) = begin();
    let refuse = |first: &str, said: &QuarterSaid, at: &Moment| {
        refused(book.quarter_set(first.parse().unwrap(), said, at)).1
    };
    let said = answers(&[(Statement::Empathy, 4)], "");
    let before = written(&book);
    assert_eq!(refuse("2026-01-01", &said, &now), "quarter");
    assert_eq!(refuse("2025-10-02", &said, &now), "quarter");
    assert_eq!(
        refuse("2025-10-01", &answers(&[(Statement::Empathy, 6)], ""), &now),
        "answers"
    );
    let twice = answers(&[(Statement::Empathy, 1), (Statement::Empathy, 2)], "");
    assert_eq!(refuse("2025-10-01", &twice, &now), "answers");
    let long = answers(&[], &"x".repeat(201));
    assert_eq!(refuse("2025-10-01", &long, &now), "intention");
    assert_eq!(written(&book), before);
    // On its last day, in the person's own zone, it can be answered: 23:00 UTC is 1:00 of the next day in Oslo.
    let eve = at("2026-03-30T21:59:00Z");
    assert_eq!(refuse("2026-01-01", &said, &eve), "quarter");
    let last = at("2026-03-30T22:01:00Z");
    book.quarter_set("2026-01-01".parse().unwrap(), &said, &last)
        .unwrap();
}

#[test]
fn a_young_book_is_asked_from_the_end_of_its_first_quarter_on() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana", &now);
    assert_eq!(book.reflect(&now).unwrap().quarter_from, "from 31 March");
    log(&book, &[ana], "today", &now);
    assert_eq!(book.quarter(None, &now).unwrap().from, "from 31 March");
    let last = noon("2026-03-31");
    assert_eq!(book.reflect(&last).unwrap().quarter_from, "");
    // An older talk is enough to look back.
    log(&book, &[ana], "2025-11-11", &now);
    assert_eq!(book.reflect(&now).unwrap().quarter_from, "");
}

#[test]
fn the_book_says_what_it_knows_beside_each_statement() {
    let (_place, book, _) = begin();
    let then = noon("2026-01-12");
    let [ana, ben] = ["Ana", "Ben"].map(|name| add_close(&book, name, 30, &then));
    for (listened, heard) in [
        (Listening::Reflected, "Time with the team"),
        (Listening::Advised, ""),
    ] {
        let talked = log(&book, &[ana], "today", &then);
        book.reflection_set(talked, &said(listened, heard), &then)
            .unwrap();
    }
    status(&book, ben, Status::CoolingOff, "tomorrow", &then);
    let now = noon("2026-04-01");
    let quarter = book.quarter(None, &now).unwrap();
    let words = |statement| of(&quarter, statement).2;
    assert_eq!(
        words(Statement::Listening),
        "Mostly reflected or asked in 1 of 2"
    );
    assert_eq!(
        words(Statement::Empathy),
        "What mattered to others: noted once"
    );
    assert_eq!(
        words(Statement::SelfRegulation),
        "One break taken to cool off"
    );
    assert_eq!(
        words(Statement::FollowThrough),
        "No promise of yours ended."
    );
    let listening = &quarter.statements[6].evidence;
    assert_eq!(
        listening.from,
        ["Ana, 12 January: reflected", "Ana, 12 January: advised"]
    );
    // The quarter before knows nothing of it.
    let before = book.quarter(Some(quarter.before), &now).unwrap();
    assert_eq!(
        of(&before, Statement::SelfRegulation).2,
        "No break was taken to cool off."
    );
    assert_eq!(before.after, Some(quarter.first_on));
}

fn pitch(words: usize, people: &[PersonId]) -> NewPitch {
    NewPitch {
        audience: " Stability pilot,\n for pharma ".into(),
        parts: PitchParts {
            hook: "lab ".repeat(words),
            ask: " May I show you? ".into(),
            ..PitchParts::default()
        },
        people: people.to_vec(),
    }
}

#[test]
fn a_pitch_stands_in_the_brief_of_those_for_whom_it_is() {
    let (place, book, now) = begin();
    let [nadia, hannah] = ["Nadia Ferreux", "Hannah Iwobi"].map(|name| add(&book, name, &now));
    let id = and_back(&book, &now, || {
        book.pitch_add(&pitch(79, &[nadia, hannah]), &now)
            .unwrap()
            .value
    });
    let shown = &book.pitches().unwrap()[0];
    assert_eq!(shown.audience, "Stability pilot, for pharma");
    assert_eq!(shown.parts.ask, "May I show you?");
    assert_eq!(
        (shown.time.seconds, shown.time.words, shown.time.fit),
        (36, 83, SpeakingFit::Comfortable)
    );
    let in_brief = |person| {
        let brief = book.brief(person, false, &now).unwrap();
        brief.pitches.len()
    };
    assert_eq!((in_brief(nadia), in_brief(hannah)), (1, 1));
    let found = book
        .people_find("pharma", &Default::default(), 10, &now)
        .unwrap();
    assert_eq!(found.rows.len(), 2);
    // Whoever speaks slowly takes longer.
    let slow = serde_json::json!({ "wordsAMinute": 70 });
    book.settings_set(slow.as_object().unwrap(), &now).unwrap();
    assert_eq!(book.pitches().unwrap()[0].time.seconds, 72);
    // Whoever is in the trash is not named, and stays in it when it is changed.
    book.people_trash(&[hannah], &now).unwrap();
    assert_eq!(book.pitches().unwrap()[0].people.len(), 1);
    and_back(&book, &now, || {
        book.pitch_edit(id, &pitch(20, &[]), &now).unwrap()
    });
    book.people_restore(&[hannah], &now).unwrap();
    assert_eq!((in_brief(nadia), in_brief(hannah)), (0, 1));
    let json = written(&book);
    let copy = read_back(&json, &place.folder.path().join("copy.kith"));
    assert_eq!(written(&copy), json);
    and_back(&book, &now, || book.pitch_remove(id, &now).unwrap());
    assert_eq!(book.pitches().unwrap(), []);
    assert_eq!(in_brief(hannah), 0);
    is_sound(&book);
}

#[test]
fn a_pitch_of_nothing_and_one_of_fifty_thousand_words_are_refused() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana", &now);
    let before = written(&book);
    let refuse = |pitch: &NewPitch| refused(book.pitch_add(pitch, &now));
    let empty = NewPitch {
        audience: "For pharma".into(),
        ..NewPitch::default()
    };
    assert_eq!(refuse(&empty).1, "hook");
    assert_eq!(
        refuse(&pitch(50_000, &[ana])),
        (
            Code::Invalid,
            "hook".to_owned(),
            "This is too long for a part of a pitch: 4,000 letters at most.".to_owned()
        )
    );
    let nameless = NewPitch {
        audience: " \u{200b} ".into(),
        ..pitch(3, &[])
    };
    assert_eq!(refuse(&nameless).1, "audience");
    let for_nobody = pitch(3, &[PersonId(99)]);
    assert_eq!(refuse(&for_nobody).0, Code::NotFound);
    assert_eq!(written(&book), before);
    // How long so many words would take is told all the same, while they are written.
    let time = book.pitch_time(&pitch(50_000, &[]).parts).unwrap();
    assert_eq!((time.words, time.fit), (50_004, SpeakingFit::Long));
}
