//! Promises, mine and theirs: written down, moved, ended and open again; on Today; their reminders and their rate.

use kith_core::commitments::{
    Commitment, CommitmentEdit, CommitmentEnd, CommitmentState, DueTone, MoveCounts, NewCommitment,
    OwedBy, TalkCommitment,
};
use kith_core::details::{ContactKind, DetailEdit};
use kith_core::export::CardStyle;
use kith_core::logging::TalkOutcome;
use kith_core::people_list::PeopleFilter;
use kith_core::relationships::Status;
use kith_core::reminders::{Buttons, Reminder, ReminderAnswer, Run};
use kith_core::{Book, Code, CommitmentId, Error, Moment, PersonId};

use crate::random_steps::is_sound;
use crate::talks::{add, add_close, and_back, at, noon, status, talk};
use crate::{Place, read_back, written};

/// Tuesday 10 March 2026.
const TODAY: &str = "2026-03-10";

fn begin() -> (Place, Book, Moment) {
    let place = Place::new();
    let now = noon(TODAY);
    let book = Book::open(&place.file(), &now).unwrap();
    (place, book, now)
}

fn new(owed_by: OwedBy, what: &str, people: &[PersonId], when: &str) -> NewCommitment {
    NewCommitment {
        owed_by,
        what: what.into(),
        people: people.to_vec(),
        when: when.into(),
    }
}

fn promise(book: &Book, people: &[PersonId], when: &str, now: &Moment) -> CommitmentId {
    let mine = new(OwedBy::Me, "The one-pager", people, when);
    book.commitment_add(&mine, now).unwrap().value
}

fn open(book: &Book, person: PersonId, now: &Moment) -> Vec<Commitment> {
    book.commitments_of(person, now).unwrap().open
}

fn only(book: &Book, person: PersonId, now: &Moment) -> Commitment {
    let all = book.commitments_of(person, now).unwrap();
    let mut all: Vec<_> = all.open.into_iter().chain(all.past).collect();
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn end(book: &Book, id: CommitmentId, how: CommitmentEnd, now: &Moment) {
    book.commitment_end(id, how, "", now).unwrap();
}

fn promised(promises: &[TalkCommitment]) -> TalkOutcome {
    TalkOutcome {
        promises: promises.to_vec(),
        ..TalkOutcome::default()
    }
}

fn refused<T: std::fmt::Debug>(answer: Result<T, Error>) -> (Code, String) {
    let error = answer.unwrap_err();
    (error.code, error.field.unwrap_or_default())
}

fn claim(book: &Book, run: Run, now: &str) -> Vec<Reminder> {
    let now = at(now);
    let claimed = book.reminders_claim(run, &now).unwrap();
    let keys: Vec<_> = claimed.iter().flat_map(|one| one.keys.clone()).collect();
    book.reminders_shown(&keys, &now).unwrap();
    claimed
}

#[test]
fn a_promise_is_written_down_corrected_moved_and_ended_and_each_taken_back() {
    let (_place, book, now) = begin();
    let samir = add(&book, "Samir Haddoun", &now);
    let gareth = add(&book, "Gareth Pennlow", &now);
    let both = [samir, gareth];
    let id = and_back(&book, &now, || {
        let mine = new(OwedBy::Me, " The one-page\n ask ", &both, "by friday");
        book.commitment_add(&mine, &now).unwrap().value
    });
    let shown = only(&book, gareth, &now);
    assert_eq!(shown.what, "The one-page ask");
    assert_eq!(shown.due_on.unwrap().to_string(), "2026-03-13");
    assert_eq!(
        (shown.due_words.as_str(), shown.tone),
        ("Fri 13", DueTone::Plain)
    );
    assert_eq!(shown.people.len(), 2);
    let edit = CommitmentEdit {
        owed_by: OwedBy::Me,
        what: "The one-page ask for the Forum".into(),
        people: vec![samir],
    };
    and_back(&book, &now, || {
        book.commitment_edit(id, &edit, &now).unwrap()
    });
    assert!(open(&book, gareth, &now).is_empty());
    // The same again is no step to take back.
    assert_eq!(
        book.commitment_edit(id, &edit, &now).unwrap().operation,
        None
    );
    and_back(&book, &now, || {
        book.commitment_move(id, "next monday", true, &now).unwrap()
    });
    let shown = only(&book, samir, &now);
    assert_eq!(shown.moved, "Moved from 13 to 16 March, agreed in time");
    for (how, words) in [
        (CommitmentEnd::Kept, "You kept it, 6 days early"),
        (CommitmentEnd::Broken, "Broken"),
        (CommitmentEnd::Dropped, "No longer needed"),
    ] {
        and_back(&book, &now, || end(&book, id, how, &now));
        assert_eq!(only(&book, samir, &now).ended, words);
        let again = book.commitment_end(id, how, "", &now);
        assert_eq!(refused(again).0, Code::Stale);
        assert_eq!(
            refused(book.commitment_move(id, "friday", true, &now)).0,
            Code::Stale
        );
        and_back(&book, &now, || book.commitment_reopen(id, &now).unwrap());
        assert_eq!(refused(book.commitment_reopen(id, &now)).0, Code::Stale);
    }
    assert_eq!(only(&book, samir, &now).state, CommitmentState::Open);
    end(&book, id, CommitmentEnd::Kept, &noon("2026-03-16"));
    let events = book.commitments_of(samir, &now).unwrap().events;
    let told: Vec<_> = events
        .iter()
        .map(|event| (event.on.to_string(), event.title.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("2026-03-16".to_owned(), "You kept a promise"),
            ("2026-03-10".to_owned(), "You promised")
        ]
    );
    book.undo(&now).unwrap();
    assert_eq!(book.history(1, &now).unwrap()[0].subject, "Samir Haddoun");
}

#[test]
fn what_is_no_promise_is_refused_where_it_stands_and_nothing_is_half_saved() {
    let (_place, book, now) = begin();
    let samir = add(&book, "Samir", &now);
    let gone = add(&book, "Gone", &now);
    book.people_trash(&[gone], &now).unwrap();
    let before = written(&book);
    let add = |what: &str, people: &[PersonId], when: &str| {
        refused(book.commitment_add(&new(OwedBy::Me, what, people, when), &now))
    };
    let invalid = |field: &str| (Code::Invalid, field.to_owned());
    assert_eq!(add("x", &[], ""), invalid("people"));
    assert_eq!(add("x", &[samir, gone], ""), invalid("people"));
    assert_eq!(add("x", &[samir, samir], ""), invalid("people"));
    assert_eq!(add("x", &[PersonId(99)], "").0, Code::NotFound);
    for what in ["", " \n\u{200b}", &"long ".repeat(2_000)] {
        assert_eq!(add(what, &[samir], ""), invalid("what"));
    }
    for when in [
        "1900-01-01",
        "9999-12-31",
        "yesterday",
        "banana",
        "friday 15:00",
        "by ",
        "31 february",
    ] {
        let answer = add("x", &[samir], when);
        // "by " alone is no day.
        assert_eq!(answer, invalid("when"), "{when}");
    }
    assert_eq!(written(&book), before);
    let most = "å".repeat(200);
    let id = book
        .commitment_add(&new(OwedBy::Me, &most, &[samir], "friday"), &now)
        .unwrap()
        .value;
    let before = written(&book);
    for when in ["", "2026-03-09", "friday", "2037-01-01"] {
        assert_eq!(
            refused(book.commitment_move(id, when, true, &now)),
            invalid("when")
        );
    }
    let long = book.commitment_end(id, CommitmentEnd::Broken, &"x".repeat(201), &now);
    assert_eq!(refused(long), invalid("why"));
    assert_eq!(written(&book), before);
    assert_eq!(
        refused(book.commitment_reopen(CommitmentId(99), &now)).0,
        Code::NotFound
    );
}

#[test]
fn promises_are_logged_with_their_talk_as_one_step() {
    let (_place, book, now) = begin();
    let samir = add(&book, "Samir", &now);
    let ana = add(&book, "Ana", &now);
    let came = |owed_by, what: &str, when: &str| TalkCommitment {
        owed_by,
        what: what.into(),
        people: Vec::new(),
        when: when.into(),
    };
    let talk = talk(&[samir, ana], "yesterday");
    let all = [
        came(OwedBy::Me, "The slides", "friday"),
        came(OwedBy::Them, "A name at Orrin", ""),
    ];
    let logged = and_back(&book, &now, || {
        book.interaction_log_with(&talk, &promised(&all), &[], None, &now)
            .unwrap()
            .value
    });
    for person in [samir, ana] {
        let [slides, name] = open(&book, person, &now).try_into().unwrap();
        assert_eq!(
            (slides.agreed.as_str(), slides.channel.is_some()),
            ("9 March", true)
        );
        assert_eq!((name.due_words.as_str(), name.owed_by), ("", OwedBy::Them));
    }
    // One that is wrong says which, and nothing of the talk is kept.
    let outside = add(&book, "Outside", &now);
    let before = written(&book);
    let wrong = [all[0].clone(), came(OwedBy::Me, "", "")];
    let answer = book.interaction_log_with(&talk, &promised(&wrong), &[], None, &now);
    assert_eq!(refused(answer), (Code::Invalid, "promises.1.what".into()));
    let wrong = [TalkCommitment {
        people: vec![outside],
        ..all[0].clone()
    }];
    let answer = book.interaction_log_with(&talk, &promised(&wrong), &[], None, &now);
    assert_eq!(refused(answer), (Code::Invalid, "promises.0.people".into()));
    let wrong = [came(OwedBy::Me, "x", "yesterday")];
    let answer = book.interaction_log_with(&talk, &promised(&wrong), &[], None, &now);
    assert_eq!(refused(answer), (Code::Invalid, "promises.0.when".into()));
    assert_eq!(written(&book), before);
    // One that only Ana owes is with her alone.
    let hers = [TalkCommitment {
        people: vec![ana],
        ..came(OwedBy::Them, "Hers", "")
    }];
    book.interaction_log_with(&talk, &promised(&hers), &[], None, &now)
        .unwrap();
    assert_eq!(
        (open(&book, ana, &now).len(), open(&book, samir, &now).len()),
        (3, 2)
    );
    book.undo(&now).unwrap();
    // The talk goes; what was promised in it stays.
    and_back(&book, &now, || {
        book.interaction_delete(logged.id, &now).unwrap()
    });
    let [slides, _] = open(&book, ana, &now).try_into().unwrap();
    assert_eq!((slides.agreed.as_str(), slides.channel), ("9 March", None));
}

#[test]
fn today_has_mine_from_their_notice_and_theirs_three_working_days_after_their_day() {
    let (_place, book, now) = begin();
    let samir = add(&book, "Samir", &now);
    // Nine working days: one of notice.
    promise(&book, &[samir], "23 march", &now);
    let theirs = new(OwedBy::Them, "Comments", &[samir], "12 march");
    book.commitment_add(&theirs, &now).unwrap();
    let at_day = |day: &str| {
        let now = noon(day);
        let today = book.commitments_today(10, &now).unwrap();
        assert_eq!(today.mine_total as usize, today.mine.len());
        assert_eq!(today.theirs_total as usize, today.theirs.len());
        (
            today.mine_total,
            today.theirs_total,
            book.today_count(&now).unwrap(),
        )
    };
    assert_eq!(at_day("2026-03-10"), (0, 0, 0));
    // Friday, Monday, then Tuesday is the third working day after Thursday.
    assert_eq!(at_day("2026-03-16"), (0, 0, 0));
    assert_eq!(at_day("2026-03-17"), (0, 1, 0));
    assert_eq!(at_day("2026-03-19"), (0, 1, 0));
    // Stands there from Friday, and is due on Monday: the number beside Today counts what is due.
    assert_eq!(at_day("2026-03-20"), (1, 1, 0));
    assert_eq!(at_day("2026-03-23"), (1, 1, 1));
    let late = book.commitments_today(10, &noon("2026-03-25")).unwrap();
    assert_eq!(
        (late.mine[0].due_words.as_str(), late.mine[0].tone),
        ("2 days late", DueTone::Late)
    );
    assert_eq!(late.theirs[0].tone, DueTone::Plain, "theirs are never late");
    // With nobody of it outside the trash it stands nowhere.
    book.people_trash(&[samir], &now).unwrap();
    assert_eq!(at_day("2026-03-25"), (0, 0, 0));
    book.people_restore(&[samir], &now).unwrap();
    assert_eq!(at_day("2026-03-25"), (1, 1, 1));
}

#[test]
fn theirs_is_not_told_while_whoever_promised_is_left_alone() {
    let (_place, book, now) = begin();
    let [gareth, ben] = ["Gareth", "Ben"].map(|name| add_close(&book, name, 30, &now));
    for people in [vec![gareth], vec![gareth, ben]] {
        let theirs = new(OwedBy::Them, "The protocol", &people, "12 march");
        book.commitment_add(&theirs, &now).unwrap();
    }
    let told = |when: &str| {
        let today = book.commitments_today(9, &at(when)).unwrap();
        assert_eq!(today.theirs.len(), today.theirs_total as usize);
        today.theirs_total
    };
    let later = noon("2026-03-18");
    for (value, until, left) in [
        (Status::CoolingOff, "friday", 1),
        (Status::Paused, "1 may", 1),
        (Status::Ended, "", 1),
        (Status::Archived, "", 1),
        (Status::Died, "", 1),
        (Status::Dormant, "", 2),
    ] {
        status(&book, gareth, value, until, &later);
        assert_eq!(told("2026-03-18T12:00:00Z"), left, "{value:?}");
        book.undo(&later).unwrap();
    }
    // Once the time is over it is told again.
    status(&book, gareth, Status::CoolingOff, "friday", &later);
    assert_eq!(told("2026-03-23T12:00:00Z"), 2);
}

#[test]
fn it_rings_at_its_notice_and_on_its_day_and_never_when_it_was_made() {
    let (_place, book, now) = begin();
    let samir = add(&book, "Samir", &now);
    let run = book.reminders_begin(&now).unwrap();
    let id = promise(&book, &[samir], "23 march", &now);
    assert!(claim(&book, run, "2026-03-19T15:00:00Z").is_empty());
    let [notice] = claim(&book, run, "2026-03-20T07:30:00Z")
        .try_into()
        .unwrap();
    assert_eq!(
        notice.reason,
        "The one-pager. You promised it for Monday 23 March, in 3 days"
    );
    assert_eq!(notice.buttons, Some(Buttons::KeptAnotherDay));
    assert!(claim(&book, run, "2026-03-20T14:00:00Z").is_empty());
    let [due] = claim(&book, run, "2026-03-23T07:30:00Z")
        .try_into()
        .unwrap();
    assert_eq!(due.reason, "The one-pager. You promised it for today");
    // What the notice showed goes: the day is told in its place.
    let monday = at("2026-03-23T07:31:00Z");
    let state = book.reminders_tick_state(&notice.keys, &monday).unwrap();
    assert!(state.standing.is_empty());
    assert_eq!(due.called.unwrap().one, "A promise");
    assert!(claim(&book, run, "2026-03-23T14:00:00Z").is_empty());
    // It cannot be put off: Another day opens the window.
    let monday = at("2026-03-23T08:00:00Z");
    let before = written(&book);
    book.reminder_answer(&due.keys, ReminderAnswer::Snooze, &monday)
        .unwrap();
    assert_eq!(written(&book), before);
    and_back(&book, &monday, || {
        book.reminder_answer(&due.keys, ReminderAnswer::Done, &monday)
            .unwrap()
            .unwrap()
    });
    assert_eq!(only(&book, samir, &monday).ended, "You kept it, on the day");
    let again = book
        .reminder_answer(&due.keys, ReminderAnswer::Done, &monday)
        .unwrap();
    assert_eq!(again, None);
    assert!(
        book.reminders_tick_state(&due.keys, &monday)
            .unwrap()
            .standing
            .is_empty()
    );
    // Open again, it has rung for its day in this run.
    book.commitment_reopen(id, &monday).unwrap();
    assert!(claim(&book, run, "2026-03-23T14:30:00Z").is_empty());
}

#[test]
fn made_for_tomorrow_or_on_friday_for_monday_it_rings_once_on_its_day() {
    for (made, when, before, rings) in [
        (
            "2026-03-10",
            "tomorrow",
            "2026-03-10T15:00:00Z",
            "2026-03-11T07:30:00Z",
        ),
        (
            "2026-03-13",
            "monday",
            "2026-03-13T15:00:00Z",
            "2026-03-16T07:30:00Z",
        ),
        // For today: not today.
        (
            "2026-03-10",
            "today",
            "2026-03-10T15:00:00Z",
            "2026-03-11T07:30:00Z",
        ),
        // For a Sunday, on the Friday before it.
        (
            "2026-03-10",
            "sunday",
            "2026-03-12T15:00:00Z",
            "2026-03-13T07:30:00Z",
        ),
    ] {
        let (_place, book, _) = begin();
        let now = noon(made);
        let samir = add(&book, "Samir", &now);
        let run = book.reminders_begin(&now).unwrap();
        promise(&book, &[samir], when, &now);
        assert!(claim(&book, run, before).is_empty(), "{made} for {when}");
        let told = claim(&book, run, rings);
        assert_eq!(told.len(), 1, "{made} for {when}");
        assert_eq!(told[0].keys.len(), 1);
    }
    // It stands on Today all the same on the day on which it was made for it.
    let (_place, book, now) = begin();
    let samir = add(&book, "Samir", &now);
    promise(&book, &[samir], "today", &now);
    assert_eq!(book.commitments_today(9, &now).unwrap().mine_total, 1);
    assert_eq!(book.today_count(&now).unwrap(), 1);
}

#[test]
fn moved_it_rings_for_its_new_day_and_not_today() {
    let (_place, book, now) = begin();
    let samir = add(&book, "Samir", &now);
    let run = book.reminders_begin(&now).unwrap();
    let id = promise(&book, &[samir], "12 march", &now);
    let [first] = claim(&book, run, "2026-03-12T08:00:00Z")
        .try_into()
        .unwrap();
    let thursday = at("2026-03-12T09:00:00Z");
    book.commitment_move(id, "friday", true, &thursday).unwrap();
    assert!(
        book.reminders_tick_state(&first.keys, &thursday)
            .unwrap()
            .standing
            .is_empty()
    );
    assert!(claim(&book, run, "2026-03-12T15:00:00Z").is_empty());
    assert_eq!(claim(&book, run, "2026-03-13T08:00:00Z").len(), 1);
}

#[test]
fn a_promise_to_several_rings_once_with_the_first_who_is_there() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana", &now);
    let ben = add(&book, "Ben", &now);
    let cleo = add(&book, "Cleo", &now);
    let run = book.reminders_begin(&now).unwrap();
    promise(&book, &[ana, ben, cleo], "12 march", &now);
    book.people_trash(&[ana], &now).unwrap();
    let [one] = claim(&book, run, "2026-03-12T08:00:00Z")
        .try_into()
        .unwrap();
    assert_eq!(one.person, Some(ben));
    // Back from the trash, Ana bears it again; it has rung for this day in this run.
    book.people_restore(&[ana], &now).unwrap();
    assert!(claim(&book, run, "2026-03-12T09:00:00Z").is_empty());
    book.people_trash(&[ana, ben, cleo], &now).unwrap();
    let next = book.reminders_begin(&at("2026-03-13T06:00:00Z")).unwrap();
    assert!(claim(&book, next, "2026-03-13T08:00:00Z").is_empty());
    book.people_restore(&[cleo], &now).unwrap();
    let [one] = claim(&book, next, "2026-03-13T08:30:00Z")
        .try_into()
        .unwrap();
    assert_eq!(one.person, Some(cleo));
    // Whoever goes for good takes only their part along.
    book.trash_empty(None).unwrap();
    assert_eq!(only(&book, cleo, &now).people.len(), 1);
    book.people_trash(&[cleo], &now).unwrap();
    book.trash_empty(None).unwrap();
    assert!(!written(&book).contains("one-pager"));
}

#[test]
fn a_promise_rings_with_those_who_live_and_with_nobody_once_all_have_died() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana", &now);
    let ben = add(&book, "Ben", &now);
    let run = book.reminders_begin(&now).unwrap();
    promise(&book, &[ana, ben], "12 march", &now);
    promise(&book, &[ana], "12 march", &now);
    status(&book, ana, Status::Died, "", &now);
    is_sound(&book);
    let [one] = claim(&book, run, "2026-03-12T08:00:00Z")
        .try_into()
        .unwrap();
    assert_eq!(one.person, Some(ben));
    book.undo(&now).unwrap();
    is_sound(&book);
}

#[test]
fn after_a_week_away_notice_and_day_are_told_once_and_a_mixed_reminder_has_no_answer() {
    let (_place, book, now) = begin();
    let samir = add_close(&book, "Samir", 10, &now);
    promise(&book, &[samir], "20 march", &now);
    let run = book.reminders_begin(&at("2026-03-23T06:00:00Z")).unwrap();
    let [one] = claim(&book, run, "2026-03-23T08:00:00Z")
        .try_into()
        .unwrap();
    let sorts: Vec<_> = one.keys.iter().map(|key| key.sort.as_str()).collect();
    assert_eq!(sorts, ["check_in", "promise"]);
    assert_eq!((one.called, one.buttons), (None, None));
    assert_eq!(one.reason.matches("one-pager").count(), 1, "{}", one.reason);
    assert!(claim(&book, run, "2026-03-23T09:00:00Z").is_empty());
    // Two promises at once: each is answered by itself, in the window.
    let ben = add(&book, "Ben", &now);
    for when in ["25 march", "25 march"] {
        promise(&book, &[ben], when, &at("2026-03-24T08:00:00Z"));
    }
    let [two] = claim(&book, run, "2026-03-25T08:00:00Z")
        .try_into()
        .unwrap();
    assert_eq!((two.keys.len(), two.buttons), (2, None));
    assert_eq!(two.called.unwrap().several, "promises");
}

#[test]
fn the_rate_is_counted_from_a_list_and_opening_the_book_never_changes_it() {
    let (place, book, now) = begin();
    let samir = add(&book, "Samir", &now);
    let ana = add(&book, "Ana", &now);
    let rates = |book: &Book, now: &Moment| {
        let of = book.commitments_of(samir, now).unwrap();
        (of.rate, of.rate_with_all)
    };
    assert_eq!(rates(&book, &now).0.words, "not enough yet");
    let late = noon("2026-03-20");
    let kept = |people: &[PersonId], when: &str, now: &Moment, on: &Moment| {
        let id = promise(&book, people, when, now);
        end(&book, id, CommitmentEnd::Kept, on);
    };
    kept(&[samir], "12 march", &now, &now);
    kept(&[samir], "12 march", &now, &late);
    kept(&[samir], "", &now, &late);
    kept(&[ana], "23 march", &now, &late);
    let (mine, all) = rates(&book, &late);
    assert_eq!(
        (mine.words.as_str(), all.words.as_str()),
        ("2 of 3 on time", "3 of 4 on time")
    );
    assert_eq!(mine.kept, [true, false, true]);
    let first = book.commitments_counted(1, &late).unwrap();
    assert_eq!((first.total, first.promises.len()), (4, 1));
    let counted = book.commitments_counted(9, &late).unwrap();
    assert_eq!(first.promises[0], counted.promises[0]);
    assert_eq!(counted.rate, all);
    assert_eq!(counted.promises.len(), 4);
    assert_eq!(counted.promises.iter().filter(|one| one.on_time).count(), 3);
    // Theirs count for nothing.
    let theirs = new(OwedBy::Them, "x", &[samir], "21 march");
    let id = book.commitment_add(&theirs, &late).unwrap().value;
    end(&book, id, CommitmentEnd::Broken, &late);
    assert_eq!(rates(&book, &late), (mine.clone(), all.clone()));
    drop(book);
    for _ in 0..2 {
        let book = Book::open(&place.file(), &late).unwrap();
        assert_eq!(rates(&book, &late), (mine.clone(), all.clone()));
    }
    let book = place.open();
    let undone = promise(&book, &[samir], "today", &late);
    and_back(&book, &late, || {
        end(&book, undone, CommitmentEnd::Broken, &late)
    });
    assert_eq!(rates(&book, &late).0.words, "2 of 4 on time");
    book.undo(&late).unwrap();
    assert_eq!(rates(&book, &late), (mine, all));
    // Half a year later all of it is long ago.
    assert_eq!(rates(&book, &noon("2026-11-20")).0.words, "not enough yet");
}

#[test]
fn a_promise_was_agreed_on_the_day_of_its_talk_also_once_that_was_corrected() {
    let (_place, book, now) = begin();
    let samir = add(&book, "Samir", &now);
    let mine = TalkCommitment {
        owed_by: OwedBy::Me,
        what: "The slides".into(),
        people: Vec::new(),
        when: "friday".into(),
    };
    let logged = book
        .interaction_log_with(
            &talk(&[samir], "9 march"),
            &promised(&[mine]),
            &[],
            None,
            &now,
        )
        .unwrap();
    let corrected = talk(&[samir], "2 march");
    book.interaction_edit(logged.value.id, &corrected, &now)
        .unwrap();
    let told = |book: &Book| {
        let all = book.commitments_of(samir, &now).unwrap();
        (all.open[0].agreed.clone(), all.events[0].on.to_string())
    };
    assert_eq!(told(&book), ("2 March".into(), "2026-03-02".into()));
    book.interaction_edit(logged.value.id, &talk(&[samir], "february"), &now)
        .unwrap();
    assert_eq!(told(&book).0, "February 2026");
    book.undo(&now).unwrap();
    book.interaction_delete(logged.value.id, &now).unwrap();
    assert_eq!(told(&book), ("2 March".into(), "2026-03-02".into()));
}

#[test]
fn how_another_day_counts_is_said_of_mine_with_a_day_only() {
    let (_place, book, now) = begin();
    let samir = add(&book, "Samir", &now);
    let counts = |owed_by, when: &str, on: &str| {
        let promise = new(owed_by, "The slides", &[samir], when);
        let id = book.commitment_add(&promise, &now).unwrap().value;
        book.commitment(id, &noon(on)).unwrap().move_counts
    };
    let (in_time, not_at_all) = (MoveCounts::InTime, MoveCounts::NotAtAll);
    assert_eq!(counts(OwedBy::Me, "12 march", "2026-03-12"), in_time);
    assert_eq!(
        counts(OwedBy::Me, "12 march", "2026-03-13"),
        MoveCounts::Late
    );
    assert_eq!(counts(OwedBy::Me, "", "2026-03-13"), not_at_all);
    assert_eq!(counts(OwedBy::Them, "12 march", "2026-03-20"), not_at_all);
    let theirs = book
        .commitment_add(&new(OwedBy::Them, "The note", &[samir], "12 march"), &now)
        .unwrap()
        .value;
    let late = noon("2026-03-20");
    book.commitment_move(theirs, "25 march", true, &late)
        .unwrap();
    assert_eq!(
        book.commitment(theirs, &late).unwrap().moved,
        "Moved from 12 to 25 March, agreed"
    );
}

#[test]
fn the_first_day_of_a_promise_for_some_day_moves_nothing() {
    let (_place, book, now) = begin();
    let samir = add(&book, "Samir", &now);
    let id = promise(&book, &[samir], "", &now);
    book.commitment_move(id, "16 march", false, &now).unwrap();
    let first = only(&book, samir, &now);
    assert_eq!((first.moves, first.moved.as_str()), (0, ""));
    book.commitment_move(id, "17 march", true, &now).unwrap();
    let moved = only(&book, samir, &now);
    let words = "Moved from 16 to 17 March, agreed in time";
    assert_eq!((moved.moves, moved.moved.as_str()), (1, words));
    for _ in 0..2 {
        end(
            &book,
            promise(&book, &[samir], "", &now),
            CommitmentEnd::Kept,
            &now,
        );
    }
    end(&book, id, CommitmentEnd::Kept, &now);
    let rate = book.commitments_counted(10, &now).unwrap().rate;
    assert_eq!(
        (rate.words.as_str(), rate.moved.as_str()),
        ("3 of 3 on time", "moved in time 1")
    );
}

#[test]
fn what_was_kept_late_by_the_agreed_day_says_so_though_its_day_was_moved() {
    let (_place, book, now) = begin();
    let samir = add(&book, "Samir", &now);
    let id = promise(&book, &[samir], "12 march", &now);
    book.commitment_move(id, "16 march", false, &now).unwrap();
    end(&book, id, CommitmentEnd::Kept, &noon("2026-03-16"));
    let counted = book.commitments_counted(10, &noon("2026-03-16")).unwrap();
    let [one] = &counted.promises[..] else {
        panic!("one counts");
    };
    assert!(!one.on_time);
    assert_eq!(
        one.promise.ended,
        "You kept it, 4 days after 12 March, the last day agreed"
    );
}

#[test]
fn a_draft_about_another_day_goes_to_the_living_only() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana", &now);
    let ben = add(&book, "Ben", &now);
    let id = promise(&book, &[ana, ben], "12 march", &now);
    status(&book, ana, Status::Died, "", &now);
    let letter = book.commitment_letter(id, "", &now).unwrap();
    assert!(letter.text.starts_with("Hi Ben,\n"), "{}", letter.text);
    assert_eq!(letter.held, None);
    // While one cools off with somebody it had better wait, as every draft.
    status(&book, ben, Status::CoolingOff, "tomorrow", &now);
    let held = book.commitment_letter(id, "", &now).unwrap().held.unwrap();
    assert!(
        held.contains("Ben") && held.ends_with("Send it another day?"),
        "{held}"
    );
    book.undo(&now).unwrap();
    end(&book, id, CommitmentEnd::Kept, &now);
    book.commitment_count_as_given(id, &now).unwrap();
    let given = |person| book.exchanges_of(person, 9, &now).unwrap().entries.len();
    assert_eq!((given(ana), given(ben)), (0, 1));
}

#[test]
fn the_draft_about_another_day_says_only_what_is_known() {
    let (_place, book, now) = begin();
    let samir = add(&book, "Samir Haddoun", &now);
    let id = promise(&book, &[samir], "12 march", &now);
    let letter = |when: &str| book.commitment_letter(id, when, &now).unwrap();
    assert_eq!(
        letter("16 march").text,
        "Hi Samir,\n\nI promised you: The one-pager. I said Thursday 12 March; I can do Monday 16 March. \
         Does that still help?\n"
    );
    let open = "I said Thursday 12 March, and it will take me longer. Does that still help?";
    assert!(letter("").text.contains(open));
    assert!(letter("banana").text.contains(open));
    assert!(letter("").mails.is_empty());
    assert_eq!(
        refused(book.commitment_mail(id, "", &now)).0,
        Code::NoAppForLink
    );
    let mail = DetailEdit::ContactPoint {
        id: None,
        kind: ContactKind::Email,
        value: "samir@pelagic.example".into(),
        label: "work".into(),
        preferred: false,
    };
    book.person_edit(samir, &mail, &now).unwrap();
    let link = book.commitment_mail(id, "16 march", &now).unwrap();
    assert!(link.starts_with(
        "mailto:samir@pelagic.example?subject=The%20one-pager&body=Hi%20Samir%2C%0D%0A"
    ));
    // Of several it goes to all who have an address.
    let ana = add(&book, "Ana Souza", &now);
    let mail = DetailEdit::ContactPoint {
        id: None,
        kind: ContactKind::Email,
        value: "ana@tarn.example".into(),
        label: String::new(),
        preferred: false,
    };
    book.person_edit(ana, &mail, &now).unwrap();
    let both = promise(&book, &[samir, ana], "12 march", &now);
    let link = book.commitment_mail(both, "", &now).unwrap();
    assert!(link.starts_with("mailto:samir@pelagic.example,ana@tarn.example?subject="));
}

#[test]
fn a_promise_is_found_goes_with_its_people_and_comes_back_from_json_but_leaves_in_no_card() {
    let (place, book, now) = begin();
    let ana = add(&book, "Ana Brook", &now);
    let mine = new(OwedBy::Me, "Plant a quincunx", &[ana], "friday");
    let id = book.commitment_add(&mine, &now).unwrap().value;
    book.commitment_move(id, "monday", false, &now).unwrap();
    book.commitment_end(id, CommitmentEnd::Broken, "Too quixotic", &now)
        .unwrap();
    let finds = |book: &Book, text: &str| {
        let found = book
            .people_find(text, &PeopleFilter::default(), 9, &now)
            .unwrap();
        found
            .rows
            .into_iter()
            .map(|row| row.matched)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        finds(&book, "quincunx"),
        [Some("Plant a quincunx".to_owned())]
    );
    assert_eq!(finds(&book, "quixotic"), [Some("Too quixotic".to_owned())]);
    for style in [CardStyle::AsItCame, CardStyle::Version4] {
        let mut card = Vec::new();
        book.write_cards(None, style, &mut card, &|| false).unwrap();
        let card = String::from_utf8(card).unwrap();
        assert!(!card.contains("quin") && !card.contains("quix"), "{card}");
    }
    let copy = read_back(&written(&book), &place.folder.path().join("copy.kith"));
    assert_eq!(written(&copy), written(&book));
    assert_eq!(only(&copy, ana, &now), only(&book, ana, &now));
    assert_eq!(finds(&copy, "quincunx").len(), 1);
    book.people_trash(&[ana], &now).unwrap();
    assert!(finds(&book, "quincunx").is_empty());
    book.people_restore(&[ana], &now).unwrap();
    assert_eq!(finds(&book, "quincunx").len(), 1);
}

#[test]
fn five_thousand_open_promises_stand_on_today_a_window_at_a_time() {
    let (place, book, now) = begin();
    let samir = add(&book, "Samir", &now);
    // Through JSON: five thousand changes, each with its wait for the disk, would take a minute.
    promise(&book, &[samir], "12 march", &now);
    let json = copied(&written(&book), "commitments", |row, number| {
        row.replacen("\"id\":1,", &format!("\"id\":{number},"), 1)
    });
    let json = copied(&json, "commitment_people", |row, number| {
        let row = row.replacen("\"id\":1,", &format!("\"id\":{number},"), 1);
        row.replacen(
            "\"commitment_id\":1,",
            &format!("\"commitment_id\":{number},"),
            1,
        )
    });
    let many = read_back(&json, &place.folder.path().join("many.kith"));
    let then = noon("2026-03-12");
    let begun = std::time::Instant::now();
    let today = many.commitments_today(50, &then).unwrap();
    assert_eq!((today.mine.len(), today.mine_total), (50, 5_000));
    assert_eq!(many.today_count(&then).unwrap(), 5_000);
    assert!(begun.elapsed().as_millis() < 500, "{:?}", begun.elapsed());
    let run = many.reminders_begin(&then).unwrap();
    let told = many.reminders_claim(run, &then).unwrap();
    assert_eq!((told.len(), told[0].keys.len()), (1, 5_000));
}

/// An export in which the only row of a table stands 5,000 times, each with its number.
fn copied(json: &str, table: &str, row: impl Fn(&str, i64) -> String) -> String {
    let begin = format!("\"{table}\":[\n");
    let (before, rest) = json.split_once(&begin).unwrap();
    let (one, after) = rest.split_once('\n').unwrap();
    let rows: Vec<_> = (1..=5_000).map(|number| row(one, number)).collect();
    format!("{before}{begin}{}\n{after}", rows.join(",\n"))
}

#[test]
fn a_book_without_promises_has_nothing_of_them() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana", &now);
    let of = book.commitments_of(ana, &now).unwrap();
    assert!(of.open.is_empty() && of.past.is_empty());
    let today = book.commitments_today(10, &now).unwrap();
    assert!(!today.any && today.mine.is_empty() && today.theirs.is_empty());
}

#[test]
fn a_promise_is_told_of_before_it_stands_on_today() {
    let (_place, book, now) = begin();
    let samir = add(&book, "Samir Haddoun", &now);
    let id = promise(&book, &[samir], "friday", &now);
    let theirs = new(OwedBy::Them, "Comments", &[samir], "friday");
    book.commitment_add(&theirs, &now).unwrap();
    let coming = |now: &Moment| -> Vec<String> {
        let dates = book.today(50, now).unwrap().dates;
        let said = dates.iter().map(|one| {
            let name = &one.person.name;
            format!("{} {name}: {}", one.day, one.words)
        });
        said.collect()
    };
    let line = "2026-03-13 Samir Haddoun: Promise: The one-pager";
    assert_eq!(coming(&now), [line]);
    // On its day it stands among the promises, and is not said twice.
    assert_eq!(coming(&noon("2026-03-13")), [""; 0]);
    book.people_trash(&[samir], &now).unwrap();
    assert_eq!(coming(&now), [""; 0]);
    book.undo(&now).unwrap();
    end(&book, id, CommitmentEnd::Kept, &now);
    assert_eq!(coming(&now), [""; 0]);
}
