//! Promises in the window: written down with a talk and on a page, on Today, and answered from a notification.

use kith_core::Book;
use kith_core::commitments::{NewCommitment, OwedBy};
use kith_tests::Desk;

use crate::seed::{EARLY, OSLO, book, due_today, known};
use crate::today::{is_open, listed, open};

fn promise(
    book: &Book,
    what: &str,
    person: kith_core::PersonId,
    when: &str,
    now: &kith_core::Moment,
) {
    let new = NewCommitment {
        owed_by: OwedBy::Me,
        what: what.into(),
        people: vec![person],
        when: when.into(),
    };
    book.commitment_add(&new, now).unwrap();
}

#[test]
fn promises_are_logged_with_a_talk_and_kept_on_today() {
    let desk = Desk::new("promises");
    let clock = desk.clock("2026-03-10T09:00:00+01:00", OSLO);
    let book = book(&desk, &clock);
    due_today(&book, "Samir Haddoun", &clock);
    drop(book);
    let app = desk.start(&[]);
    listed(&app, &["Samir Haddoun"]);
    app.sees_no("Promise");
    app.tab_to("Samir Haddoun");
    app.press("l");
    app.wait("the log dialog is open", || app.has("dialog", "Log"));
    app.click("button", "Promise");
    app.write("The one-page ask");
    app.fill("textbox", "By", "today");
    app.sees("Tuesday 10 March");
    app.click("button", "Another promise");
    app.click("radio", "Samir promised");
    app.fill("textbox", "What", "A name at Orrin");
    app.picture("log");
    app.press("Control+Enter");
    app.sees("The one-page ask");
    app.sees("One promise.");
    app.picture("today");
    open(&app, "Samir Haddoun");
    app.sees("A name at Orrin");
    app.click("link", "Promises");
    app.picture("page");
    app.click("checkbox", "Mark kept: The one-page ask");
    app.sees("You kept it, on the day");
    app.press("Control+z");
    app.wait("it is open again", || {
        app.has("checkbox", "Mark kept: The one-page ask")
    });
    app.quit();
}

#[test]
fn a_promise_rings_with_kept_and_another_day() {
    let desk = Desk::new("promised");
    let mut clock = desk.clock(EARLY, OSLO);
    let book = book(&desk, &clock);
    let yesterday = clock.days_ago(1);
    let samir = known(&book, "Samir Haddoun", &yesterday);
    let leonie = known(&book, "Leonie Marchwald", &yesterday);
    promise(&book, "The one-page ask", samir, "10 march", &yesterday);
    promise(&book, "The draft agreement", leonie, "11 march", &yesterday);
    drop(book);
    let service = desk.notifications();
    let app = desk.start(&[]);
    app.sees("The one-page ask");
    clock.to("2026-03-10T08:30:00+01:00");
    let notice = service.wait_for_last(1);
    assert_eq!(notice.summary, "Samir Haddoun");
    assert_eq!(notice.body, "The one-page ask. You promised it for today");
    assert_eq!(notice.buttons(), ["Open", "Kept", "Another day"]);
    service.press(&notice, "Kept");
    app.sees_no("The one-page ask");

    clock.to("2026-03-11T08:30:00+01:00");
    let notice = service.wait_for_last(2);
    service.press(&notice, "Another day");
    is_open(&app, "Leonie Marchwald");
    app.wait("the small window is open", || {
        app.has("dialog", "Another day")
    });
    app.picture("another day");
    app.write("friday");
    app.sees("Friday 13 March");
    app.press("Enter");
    app.sees("Fri 13");
    app.sees("Moved from 11 to 13 March, agreed in time");
    app.quit();
}
