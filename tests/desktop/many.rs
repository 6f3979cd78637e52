//! Two hundred reminders one after another, and a thousand at once.

use std::collections::BTreeSet;

use kith_tests::Desk;

use crate::seed::{EARLY, OSLO, book, many_due_today, planned, talks};
use crate::today::listed;

const MANY: usize = 200;
/// The most reminders that are shown separately. More are shown as one summary.
const TOGETHER: usize = 3;

#[test]
fn each_of_two_hundred_is_shown_once_and_answered_once() {
    let desk = Desk::new("many");
    let mut clock = desk.clock(EARLY, OSLO);
    let book = book(&desk, &clock);
    let now = clock.now();
    let people: Vec<_> = (0..MANY)
        .map(|number| {
            let minute = 9 * 60 + number / TOGETHER;
            let when = format!("2026-03-10 {:02}:{:02}", minute / 60, minute % 60);
            planned(&book, &format!("Person {number:03}"), &when, "", &now)
        })
        .collect();
    drop(book);
    let service = desk.notifications();
    let app = desk.start(&[]);
    clock.to("2026-03-10T08:59:00+01:00");
    clock.seen();
    let mut came = 0;
    while came < MANY {
        clock.on(1);
        let next = (came + TOGETHER).min(MANY);
        for notice in service.wait_for(next).iter().skip(came) {
            service.press(notice, "Done");
        }
        came = next;
    }
    listed(&app, &[]);
    clock.on(60);
    clock.seen();
    let all = service.wait_for(MANY);
    let names: BTreeSet<_> = all.iter().map(|notice| &notice.summary).collect();
    assert_eq!(names.len(), MANY, "each was shown");
    app.quit();
    for person in people {
        assert_eq!(talks(&desk, person, &clock), 1);
    }
}

#[test]
fn a_thousand_at_once_come_as_one() {
    let desk = Desk::new("thousand");
    let mut clock = desk.clock(EARLY, OSLO);
    let book = book(&desk, &clock);
    many_due_today(&book, 1000, &clock);
    drop(book);
    let service = desk.notifications();
    let app = desk.start(&[]);
    app.sees("Reach out 1,000");
    clock.to("2026-03-10T08:30:00+01:00");
    let all = service.wait_for_last(1);
    assert!(all.summary.replace(',', "").contains("1000"), "{all:?}");
    assert_eq!(all.buttons(), ["Open"]);
    app.picture("today");
    app.tab_to("Person 0000");
    app.press("x");
    app.sees("Reach out 999");
    clock.seen();
    assert_eq!(service.up(), [all], "the others are still due");
    service.wait_for(1);
    app.quit();
}
