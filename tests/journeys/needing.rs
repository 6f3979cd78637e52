//! Needs: written down, their parts, who stands at them and how well they are covered, steps on Today and by reminder,
//! who could help, and needs on the pages of those who share them.

use kith_core::boundaries::{Boundaries, ConflictLevel, ConflictWith, Handling, NewConflict};
use kith_core::goals::{
    Act, CoverageLevel, GoalEdit, GoalEnd, GoalState, Help, HelperRole, NewGoal, NewGoalPart,
    NewGoalStep, StepDoer,
};
use kith_core::keeping_close::RelationshipEdit;
use kith_core::logging::TalkOutcome;
use kith_core::needing::{CouldHelpWith, Goal, GoalPart};
use kith_core::openers::OpenerSort;
use kith_core::people_list::PeopleFilter;
use kith_core::relationships::Status;
use kith_core::reminders::{Buttons, ReminderAnswer};
use kith_core::ties::{Closeness, NewTie, TieEnd, TieKind};
use kith_core::topics::Stance;
use kith_core::{Book, Code, Error, GoalId, GoalPartId, Moment, PersonId};

use crate::talks::{add, add_close, and_back, at, keep, log, noon, status, talk};
use crate::{Place, read_back, written};

/// Tuesday 10 March 2026.
const TODAY: &str = "2026-03-10";

fn begin() -> (Place, Book, Moment) {
    let place = Place::new();
    let now = noon(TODAY);
    let book = Book::open(&place.file(), &now).unwrap();
    (place, book, now)
}

fn part(help: Help, what: &str) -> NewGoalPart {
    NewGoalPart {
        help,
        what: what.into(),
    }
}

fn pilot(parts: Vec<NewGoalPart>) -> NewGoal {
    NewGoal {
        title: " Run a\n stability pilot ".into(),
        why: " Drift data would let us price it. ".into(),
        by: "30 september".into(),
        parts,
    }
}

/// A need with one part.
fn optics(book: &Book, now: &Moment) -> (GoalId, GoalPartId) {
    let new = pilot(vec![part(Help::KnowHow, "Optics")]);
    let id = book.goal_add(&new, now).unwrap().value;
    (id, shown(book, id, now).parts[0].id)
}

fn shown(book: &Book, id: GoalId, now: &Moment) -> Goal {
    book.goal(&book.network(now).unwrap(), id, now).unwrap()
}

fn first_part(book: &Book, id: GoalId, now: &Moment) -> GoalPart {
    shown(book, id, now).parts.remove(0)
}

fn could_help(book: &Book, part: GoalPartId, now: &Moment) -> CouldHelpWith {
    let network = book.network(now).unwrap();
    book.goal_part_could_help(&network, part, now).unwrap()
}

fn names(found: &CouldHelpWith) -> Vec<&str> {
    found
        .people
        .iter()
        .map(|one| one.row.name.as_str())
        .collect()
}

fn refused<T: std::fmt::Debug>(answer: Result<T, Error>) -> (Code, String, String) {
    let error = answer.unwrap_err();
    (error.code, error.field.unwrap_or_default(), error.message)
}

fn step(doer: StepDoer, person: Option<PersonId>, what: &str, when: &str) -> NewGoalStep {
    NewGoalStep {
        doer,
        person,
        what: what.into(),
        when: when.into(),
    }
}

fn tie(book: &Book, person: PersonId, other: PersonId, now: &Moment) {
    tie_of(book, TieKind::Knows, person, other, now).unwrap();
}

fn tie_of(
    book: &Book,
    kind: TieKind,
    person: PersonId,
    other: PersonId,
    now: &Moment,
) -> Result<(), Error> {
    let tie = NewTie {
        person: TieEnd::Known(person),
        other: TieEnd::Known(other),
        kind,
        closeness: Closeness::Close,
        since: String::new(),
        until: String::new(),
        note: String::new(),
    };
    book.tie_add(&tie, now).map(drop)
}

#[test]
fn a_need_is_written_down_changed_reached_and_opened_again() {
    let (place, book, now) = begin();
    let id = and_back(&book, &now, || {
        let parts = vec![
            part(Help::Sponsor, "Research sponsor"),
            part(Help::Access, "Reviewer"),
        ];
        book.goal_add(&pilot(parts), &now).unwrap()
    })
    .value;
    let goal = shown(&book, id, &now);
    assert_eq!(
        (
            goal.title.as_str(),
            goal.why.as_str(),
            goal.day_text.as_str()
        ),
        (
            "Run a stability pilot",
            "Drift data would let us price it.",
            "30 September 2026"
        )
    );
    assert_eq!(
        goal.summary,
        "By 30 September, in 7 months. No part has anybody you know yet."
    );
    assert_eq!(goal.parts[1].covered.words, "Nobody yet.");
    assert_eq!(goal.parts[1].covered.act, Some(Act::WhoCouldHelp));
    let all = book.goals(&book.network(&now).unwrap(), &now).unwrap();
    assert_eq!((all.open.len(), all.gaps.as_str()), (1, "two gaps"));

    let edit = GoalEdit {
        title: "Run a pilot".into(),
        why: String::new(),
        by: String::new(),
        outcome: "left out while it is open".into(),
    };
    and_back(&book, &now, || book.goal_edit(id, &edit, &now).unwrap());
    let goal = shown(&book, id, &now);
    assert_eq!(
        (goal.summary.as_str(), goal.outcome.as_str()),
        ("No date. No part has anybody you know yet.", "")
    );

    and_back(&book, &now, || {
        book.goal_close(id, GoalEnd::Reached, " They signed. ", &now)
            .unwrap()
    });
    let goal = shown(&book, id, &now);
    assert_eq!(
        (goal.state, goal.outcome.as_str()),
        (GoalState::Reached, "They signed.")
    );
    assert_eq!(
        goal.summary,
        "Reached on 10 March. No part had anybody you know."
    );
    // What is finished stays as it was.
    let (code, _, message) = refused(book.goal_part_add(id, &part(Help::Money, "Money"), &now));
    assert_eq!(
        (code, message.as_str()),
        (
            Code::Stale,
            "This need is finished. Open it again first. Nothing was changed."
        )
    );
    let late = step(StepDoer::Me, None, "Write it up", "friday");
    assert_eq!(refused(book.goal_step_add(id, &late, &now)).0, Code::Stale);
    assert_eq!(
        refused(book.goal_close(id, GoalEnd::LetGo, "", &now)).0,
        Code::Stale
    );
    and_back(&book, &now, || book.goal_reopen(id, &now).unwrap());
    assert_eq!(shown(&book, id, &now).state, GoalState::Open);

    let json = written(&book);
    let again = place.file().with_file_name("again.kith");
    let other = read_back(&json, &again);
    assert_eq!(written(&other), json);
    and_back(&book, &now, || book.goal_remove(id, &now).unwrap());
    assert!(book.goals_find("", 9, &now).unwrap().is_empty());
    book.undo(&now).unwrap();
    assert_eq!(
        book.goals_find("REVIEWER", 9, &now).unwrap()[0].title,
        "Run a pilot"
    );
    assert!(book.goals_find("optics", 9, &now).unwrap().is_empty());
}

#[test]
fn what_is_wrong_with_a_need_is_said_at_its_field() {
    let (_place, book, now) = begin();
    let wrong = |goal: NewGoal| {
        let (code, field, message) = refused(book.goal_add(&goal, &now));
        assert_eq!(code, Code::Invalid);
        (field, message)
    };
    let nameless = NewGoal {
        title: " ".into(),
        ..pilot(Vec::new())
    };
    assert_eq!(
        wrong(nameless),
        ("title".into(), "Say what you need.".into())
    );
    let past = NewGoal {
        by: "1 january 2020".into(),
        ..pilot(Vec::new())
    };
    assert_eq!(wrong(past).0, "by");
    let blank = pilot(vec![part(Help::Access, "x"), part(Help::Access, " ")]);
    assert_eq!(
        wrong(blank),
        ("parts.1.what".into(), "Say what exactly is needed.".into())
    );
    let many = pilot(vec![part(Help::Access, "x"); 500]);
    assert_eq!(
        wrong(many),
        (
            "parts".into(),
            "A need has 100 parts at most. Two needs may be clearer.".into()
        )
    );
    // Without parts, a need is one all the same.
    let bare = book.goal_add(&pilot(Vec::new()), &now).unwrap().value;
    assert_eq!(
        shown(&book, bare, &now).summary,
        "By 30 September, in 7 months."
    );
}

#[test]
fn people_stand_at_a_part_once_and_cover_it() {
    let (_place, book, now) = begin();
    let (id, optics) = optics(&book, &now);
    let samir = add_close(&book, "Samir Haddoun", 30, &now);
    let daniel = add(&book, "Daniel Osterby", &now);
    and_back(&book, &now, || {
        book.goal_helpers_add(optics, &[samir], HelperRole::Knows, &now)
            .unwrap()
    });
    let covered = first_part(&book, id, &now).covered;
    assert_eq!(
        (covered.level, covered.words.as_str()),
        (CoverageLevel::Thin, "Only Samir.")
    );
    let twice = refused(book.goal_helpers_add(optics, &[samir], HelperRole::Supports, &now));
    assert_eq!(twice.2, "Samir Haddoun stands at this part already.");
    let twice = refused(book.goal_helpers_add(optics, &[daniel, daniel], HelperRole::Knows, &now));
    assert_eq!(twice.2, "Somebody is named twice.");

    log(&book, &[daniel], "today", &now);
    book.goal_helpers_add(optics, &[daniel], HelperRole::Knows, &now)
        .unwrap();
    assert_eq!(first_part(&book, id, &now).covered.words, "Covered by two.");
    and_back(&book, &now, || {
        book.goal_helper_set(optics, daniel, HelperRole::MayOppose, &now)
            .unwrap()
    });
    assert_eq!(first_part(&book, id, &now).covered.words, "Only Samir.");
    // A helper who ends does not count, and is still named.
    status(&book, samir, Status::Ended, "", &now);
    let part = first_part(&book, id, &now);
    assert_eq!(part.covered.words, "Only Daniel, and they may oppose.");
    assert_eq!(part.helpers[0].words, "the relationship has ended");

    and_back(&book, &now, || {
        book.goal_place(id, daniel, Some(4), None, &now).unwrap()
    });
    assert_eq!(
        refused(book.goal_place(id, daniel, Some(6), None, &now)).1,
        "say"
    );
    let placed = &shown(&book, id, &now).people[1];
    assert_eq!(
        (placed.say, placed.interest, placed.shares),
        (Some(4), None, false)
    );
    and_back(&book, &now, || {
        book.goal_helper_remove(optics, daniel, &now).unwrap()
    });
    assert_eq!(shown(&book, id, &now).people.len(), 1);
    assert_eq!(
        refused(book.goal_helper_remove(optics, daniel, &now)).0,
        Code::Stale
    );

    // Whoever is in the trash is left out, and stands there again when they come back.
    book.people_trash(&[samir], &now).unwrap();
    assert_eq!(first_part(&book, id, &now).covered.words, "Nobody yet.");
    book.people_restore(&[samir], &now).unwrap();
    assert_eq!(first_part(&book, id, &now).helpers.len(), 1);
    // Gone for good, the need stays.
    book.people_trash(&[samir], &now).unwrap();
    book.trash_empty(None).unwrap();
    assert_eq!(first_part(&book, id, &now).helpers.len(), 0);
    assert_eq!(book.goals_find("", 9, &now).unwrap().len(), 1);
}

#[test]
fn somebody_who_goes_quiet_makes_a_part_thin_and_a_way_makes_one_reachable() {
    let (_place, book, now) = begin();
    let (id, optics) = optics(&book, &now);
    let daniel = add_close(&book, "Daniel Osterby", 30, &now);
    log(&book, &[daniel], "1 march", &now);
    book.goal_helpers_add(optics, &[daniel], HelperRole::Supports, &now)
        .unwrap();
    let later = noon("2026-09-01");
    let covered = first_part(&book, id, &later).covered;
    assert_eq!(covered.words, "Only Daniel, and they are going quiet.");
    assert_eq!(covered.act, Some(Act::Write { person: daniel }));
    book.goal_helper_remove(optics, daniel, &now).unwrap();

    let mei = add(&book, "Mei Tanaka", &now);
    book.goal_helpers_add(optics, &[mei], HelperRole::Decides, &now)
        .unwrap();
    let covered = first_part(&book, id, &now).covered;
    assert_eq!(
        (covered.level, covered.words.as_str()),
        (
            CoverageLevel::Open,
            "Nobody you know yet, and no near way to Mei."
        )
    );
    tie(&book, daniel, mei, &now);
    let covered = first_part(&book, id, &now).covered;
    assert_eq!(
        (
            covered.level,
            covered.words.as_str(),
            covered.label.as_str()
        ),
        (
            CoverageLevel::Reachable,
            "Daniel could introduce you to Mei; you last talked with Daniel on 1 March.",
            "Ask Daniel"
        )
    );
    assert_eq!(
        covered.act,
        Some(Act::Ask {
            bridge: daniel,
            to: mei
        })
    );
    let people: Vec<PersonId> = covered.people.iter().map(|row| row.id).collect();
    assert_eq!(people, [daniel, mei]);
}

#[test]
fn whoever_goes_while_a_network_is_used_is_left_out_and_the_book_stays_open() {
    let (_place, book, now) = begin();
    let (id, optics) = optics(&book, &now);
    let mei = add(&book, "Mei Tanaka", &now);
    book.goal_helpers_add(optics, &[mei], HelperRole::Decides, &now)
        .unwrap();
    let daniel = add_close(&book, "Daniel Osterby", 30, &now);
    log(&book, &[daniel], "2026-03-01", &now);
    tie(&book, daniel, mei, &now);
    let network = book.network(&now).unwrap();
    let words = |network| {
        let covered = book
            .goal(network, id, &now)
            .unwrap()
            .parts
            .remove(0)
            .covered;
        (covered.words, covered.people.len())
    };
    assert_eq!(words(&network).1, 2);
    // The network of before still names the bridge.
    for gone_for_good in [false, true] {
        book.people_trash(&[daniel], &now).unwrap();
        if gone_for_good {
            book.trash_empty(Some(&[daniel])).unwrap();
        }
        assert_eq!(words(&network), ("Nobody yet.".to_owned(), 0));
        let all = book.goals(&network, &now).unwrap();
        assert_eq!(all.open[0].parts[0].covered.people.len(), 0);
        let ways = book.goal_part_could_help(&network, optics, &now);
        assert!(ways.unwrap().people.is_empty());
        if !gone_for_good {
            book.people_restore(&[daniel], &now).unwrap();
        }
    }
}

#[test]
fn who_could_help_is_proposed_with_reasons_and_nobody_who_is_left_alone() {
    let (_place, book, now) = begin();
    let (id, optics) = optics(&book, &now);
    let [samir, ruth, wanda] = ["Samir Haddoun", "Ruth Castellane", "Wanda Kreuzlin"]
        .map(|name| add_close(&book, name, 30, &now));
    for person in [samir, ruth, wanda] {
        book.topic_add(Some(person), Stance::Offers, "Optics", &now)
            .unwrap();
    }
    let kirsi = add(&book, "Kirsi Vaalamo", &now);
    book.topic_add(Some(kirsi), Stance::Knows, "optics", &now)
        .unwrap();
    let found = could_help(&book, optics, &now);
    assert_eq!(
        names(&found),
        ["Ruth Castellane", "Samir Haddoun", "Wanda Kreuzlin"]
    );
    assert_eq!(found.people[0].reasons, ["Offers Optics"]);
    // Nobody leads to Kirsi yet.
    tie(&book, samir, kirsi, &now);
    let found = could_help(&book, optics, &now);
    assert_eq!(names(&found)[3], "Kirsi Vaalamo");
    assert_eq!(found.people[3].through.as_ref().unwrap().person, samir);
    // Whoever is left alone is not proposed, nor who stands there.
    status(&book, ruth, Status::Paused, "1 may", &now);
    and_back(&book, &now, || {
        book.goal_helpers_add(optics, &[wanda, kirsi], HelperRole::Knows, &now)
            .unwrap()
    });
    assert_eq!(names(&could_help(&book, optics, &now)), ["Samir Haddoun"]);
    assert_eq!(shown(&book, id, &now).people.len(), 2);
    let network = book.network(&now).unwrap();
    let anybody = book
        .who_could_help(&network, "somebody who knows optics", &now)
        .unwrap();
    assert_eq!(
        names(&anybody),
        ["Samir Haddoun", "Wanda Kreuzlin", "Kirsi Vaalamo"]
    );
}

#[test]
fn my_steps_stand_on_today_ring_and_are_done() {
    let (_place, book, now) = begin();
    let (id, optics) = optics(&book, &now);
    let run = book.reminders_begin(&now).unwrap();
    let samir = add_close(&book, "Samir Haddoun", 30, &now);
    let claim = |when: &str| {
        let rung = book.reminders_claim(run, &at(when)).unwrap().into_iter();
        rung.filter(|one| one.keys.iter().any(|key| key.sort.starts_with("step")))
            .collect::<Vec<_>>()
    };
    let alone = step(StepDoer::Me, None, "Write the outline", "23 march");
    let mine = and_back(&book, &now, || {
        book.goal_step_add(id, &alone, &now).unwrap()
    })
    .value;
    let theirs = step(StepDoer::Them, Some(samir), "Name two labs", "23 march");
    book.goal_step_add(id, &theirs, &now).unwrap();
    assert_eq!(
        refused(book.goal_step_add(id, &step(StepDoer::Them, None, "x", ""), &now)).1,
        "people"
    );
    let standing = |day: &str| book.goal_steps_today(9, &noon(day)).unwrap().total;
    assert_eq!((standing("2026-03-19"), standing("2026-03-20")), (0, 1));
    let counted = |day: &str| book.today_count(&noon(day)).unwrap();
    assert_eq!(counted("2026-03-23") - counted("2026-03-22"), 1);

    // It is with nobody: the notification names the need, whoever else has to do with that.
    book.goal_helpers_add(optics, &[samir], HelperRole::Knows, &now)
        .unwrap();
    let [notice] = claim("2026-03-20T08:30:00Z").try_into().unwrap();
    assert_eq!(
        (notice.person, notice.name.as_str()),
        (None, "Run a stability pilot")
    );
    assert_eq!(notice.buttons, Some(Buttons::DoneAnotherDay));
    assert_eq!(
        notice.reason,
        "Write the outline. A step towards “Run a stability pilot”, for Monday 23 March, in 3 days"
    );
    // A finished need rings no more, and does again when it is opened.
    book.goal_close(id, GoalEnd::LetGo, "", &now).unwrap();
    assert!(claim("2026-03-23T07:30:00Z").is_empty());
    assert_eq!(standing("2026-03-23"), 0);
    book.undo(&now).unwrap();
    let [due] = claim("2026-03-23T07:40:00Z").try_into().unwrap();
    let monday = at("2026-03-23T08:00:00Z");
    and_back(&book, &monday, || {
        book.reminder_answer(&due.keys, ReminderAnswer::Done, &monday)
            .unwrap()
            .unwrap()
    });
    let done = &shown(&book, id, &monday).steps[1];
    assert_eq!((done.id, done.done.as_str()), (mine, "23 March"));
    assert_eq!(
        refused(book.goal_step_finish(mine, true, &monday)).0,
        Code::Stale
    );
    and_back(&book, &monday, || {
        book.goal_step_finish(mine, false, &monday).unwrap()
    });

    let with = step(StepDoer::Me, Some(samir), "Write it shorter", "friday");
    and_back(&book, &monday, || {
        book.goal_step_edit(mine, &with, &monday).unwrap()
    });
    assert_eq!(shown(&book, id, &monday).steps[1].day_text, "27 March 2026");
    and_back(&book, &monday, || {
        book.goal_step_remove(mine, &monday).unwrap()
    });
}

#[test]
fn a_step_with_nobody_rings_under_its_need() {
    let (_place, book, now) = begin();
    let (id, _) = optics(&book, &now);
    let samir = add(&book, "Samir Haddoun", &now);
    let run = book.reminders_begin(&now).unwrap();
    let add_step = |person, what, day| {
        book.goal_step_add(id, &step(StepDoer::Me, person, what, day), &now)
            .unwrap()
            .value
    };
    add_step(None, "Write the outline", "16 march");
    add_step(None, "Book the room", "16 march");
    add_step(Some(samir), "Ask for his numbers", "16 march");
    add_step(Some(samir), "Write to him", "17 march");
    let claimed = |when: &str| {
        let rung = book.reminders_claim(run, &at(when)).unwrap().into_iter();
        rung.map(|one| (one.person, one.name)).collect::<Vec<_>>()
    };
    let need = (None, "Run a stability pilot".to_owned());
    // Each of nobody is a reminder of its own.
    assert_eq!(
        claimed("2026-03-16T08:30:00Z"),
        [
            need.clone(),
            need.clone(),
            (Some(samir), "Samir Haddoun".to_owned())
        ]
    );
    // What was with somebody who is in the trash by now is with nobody, and theirs again after an undo.
    book.people_trash(&[samir], &now).unwrap();
    assert_eq!(claimed("2026-03-17T08:30:00Z"), [need]);
    book.undo(&now).unwrap();
    assert_eq!(claimed("2026-03-17T08:40:00Z"), []);
}

#[test]
fn a_shared_need_stands_on_their_page_and_talks_are_said_to_be_about_it() {
    let (_place, book, now) = begin();
    let (id, optics) = optics(&book, &now);
    let [ruth, daniel] = ["Ruth Castellane", "Daniel Osterby"].map(|name| add(&book, name, &now));
    and_back(&book, &now, || {
        book.goal_share(id, ruth, true, &now).unwrap()
    });
    for new in [
        step(StepDoer::Me, None, "Mine", ""),
        step(StepDoer::Them, Some(ruth), "Hers", ""),
        step(StepDoer::Me, Some(daniel), "With Daniel", ""),
    ] {
        book.goal_step_add(id, &new, &now).unwrap();
    }
    // In the brief, and what to begin a talk with.
    let [shared] = book
        .brief(ruth, false, &now)
        .unwrap()
        .shared_goals
        .try_into()
        .unwrap();
    let steps: Vec<&str> = shared.steps.iter().map(|step| step.what.as_str()).collect();
    assert_eq!(
        (shared.title.as_str(), steps),
        ("Run a stability pilot", vec!["Mine", "Hers"])
    );
    let opener = &book.openers_of(ruth, &now).unwrap()[0];
    assert_eq!(opener.sort, OpenerSort::Goal);
    let words = format!("{} {}", opener.lead, opener.text);
    assert_eq!(words, "Towards “Run a stability pilot”, yours: Mine");
    assert!(
        book.brief(daniel, false, &now)
            .unwrap()
            .shared_goals
            .is_empty()
    );
    let [on_page] = book.goals_of(ruth, &now).unwrap().try_into().unwrap();
    assert!(on_page.shares);
    let steps: Vec<&str> = on_page
        .steps
        .iter()
        .map(|step| step.what.as_str())
        .collect();
    assert_eq!(steps, ["Mine", "Hers"]);
    book.goal_helpers_add(optics, &[ruth], HelperRole::Decides, &now)
        .unwrap();
    assert_eq!(
        book.goals_of(ruth, &now).unwrap()[0].roles,
        ["Decides: Optics"]
    );
    // Found by the need, also by its new name.
    let found = |text: &str| {
        let found = book
            .people_find(text, &PeopleFilter::default(), 9, &now)
            .unwrap();
        found.rows.len()
    };
    assert_eq!((found("stability"), found("tokamak")), (1, 0));
    let edit = GoalEdit {
        title: "A tokamak".into(),
        why: String::new(),
        by: String::new(),
        outcome: String::new(),
    };
    and_back(&book, &now, || book.goal_edit(id, &edit, &now).unwrap());
    assert_eq!((found("stability"), found("tokamak")), (0, 1));
    book.undo(&now).unwrap();
    assert_eq!((found("stability"), found("tokamak")), (1, 0));

    let talk = log(&book, &[ruth], "yesterday", &now);
    assert_eq!(book.goal_talks(id).unwrap().others.len(), 1);
    and_back(&book, &now, || {
        book.goal_talk_set(id, talk, true, &now).unwrap()
    });
    assert_eq!(shown(&book, id, &now).talks[0].id, talk);
    assert!(book.goal_talks(id).unwrap().others.is_empty());
    // A talk that is deleted is left out, and is there again when the deletion is taken back.
    book.interaction_delete(talk, &now).unwrap();
    assert!(shown(&book, id, &now).talks.is_empty());
    book.undo(&now).unwrap();
    assert_eq!(shown(&book, id, &now).talks.len(), 1);
    keep(&book, ruth, 30, &now);
}

#[test]
fn who_sways_whom_stands_beside_what_else_is_between_them() {
    let (_place, book, now) = begin();
    let (id, optics) = optics(&book, &now);
    let [ruth, bo] = ["Ruth Castellane", "Bo Tennerud"].map(|name| add(&book, name, &now));
    book.goal_helpers_add(optics, &[ruth, bo], HelperRole::Decides, &now)
        .unwrap();
    tie(&book, ruth, bo, &now);
    tie_of(&book, TieKind::Influences, ruth, bo, &now).unwrap();
    let [sways] = shown(&book, id, &now).influences.try_into().unwrap();
    assert_eq!(
        (sways.from, sways.to, sways.closeness),
        (ruth, bo, Closeness::Close)
    );
    let twice = refused(tie_of(&book, TieKind::Influences, bo, ruth, &now));
    assert_eq!(
        twice.2,
        "Ruth Castellane influences Bo Tennerud already. Edit that tie instead."
    );
    assert_eq!(book.ties_of(ruth, &now).unwrap().ties.len(), 2);
    book.undo(&now).unwrap();
    assert!(shown(&book, id, &now).influences.is_empty());
}

#[test]
fn a_boundary_a_conflict_and_who_is_not_to_be_asked_are_kept_out_of_proposals() {
    let (_place, book, now) = begin();
    let (_, optics) = optics(&book, &now);
    let names_of = ["Ann Ruud", "Bo Tennerud", "Cay Lund", "Dag Moe", "Eva Holm"];
    let [limits, conflict, silent, died, free] =
        names_of.map(|name| add_close(&book, name, 30, &now));
    for person in [limits, conflict, silent, died, free] {
        book.topic_add(Some(person), Stance::Knows, "optics", &now)
            .unwrap();
    }
    assert_eq!(names(&could_help(&book, optics, &now)).len(), 5);
    let said = Boundaries {
        off_limits: vec!["Optics".into()],
        ..Boundaries::default()
    };
    book.boundaries_set(limits, &said, &now).unwrap();
    let with_me = NewConflict {
        with: ConflictWith::Me,
        level: ConflictLevel::Actual,
        why: "You decide on the tender".into(),
        handling: Handling::Excluded,
        how: String::new(),
        until: String::new(),
    };
    book.conflict_add(conflict, &with_me, &now).unwrap();
    let edit = RelationshipEdit::DoNotAsk { value: true };
    book.relationship_edit(&[silent], &edit, &now).unwrap();
    status(&book, died, Status::Died, "", &now);
    assert_eq!(names(&could_help(&book, optics, &now)), ["Eva Holm"]);
}

#[test]
fn a_talk_is_about_needs_when_it_is_logged_and_undo_takes_both_back() {
    let (_place, book, now) = begin();
    let [ana, ben] = ["Ana Brook", "Ben Okoro"].map(|name| add(&book, name, &now));
    let need = |title: &str, person: PersonId| {
        let goal = NewGoal {
            title: title.into(),
            ..NewGoal::default()
        };
        let id = book.goal_add(&goal, &now).unwrap().value;
        book.goal_share(id, person, true, &now).unwrap();
        id
    };
    let (pilot, other) = (need("A pilot", ana), need("A book", ben));
    let open = |people: &[PersonId]| -> Vec<GoalId> {
        let open = book.goals_open_with(people, &now).unwrap();
        open.iter().map(|row| row.id).collect()
    };
    assert_eq!(open(&[ana]), [pilot]);
    assert_eq!(open(&[ana, ben]), [pilot, other]);
    assert_eq!(open(&[]), []);
    let draft = talk(&[ana], "today");
    let outcome = TalkOutcome {
        needs: vec![pilot],
        ..Default::default()
    };
    let log = |draft, outcome| book.interaction_log_with(draft, outcome, &[], None, &now);
    let logged = and_back(&book, &now, || log(&draft, &outcome).unwrap().value);
    let network = book.network(&now).unwrap();
    let shown = book.goal(&network, pilot, &now).unwrap();
    assert_eq!(
        shown.talks.iter().map(|talk| talk.id).collect::<Vec<_>>(),
        [logged.id]
    );
    // Closed, it is not offered any more; gone, it is refused and nothing is logged.
    book.goal_close(other, GoalEnd::Reached, "", &now).unwrap();
    assert_eq!(open(&[ben]), []);
    book.goal_remove(other, &now).unwrap();
    let before = written(&book);
    let outcome = TalkOutcome {
        needs: vec![other],
        ..Default::default()
    };
    assert_eq!(log(&draft, &outcome).unwrap_err().code, Code::NotFound);
    assert_eq!(written(&book), before);
}
