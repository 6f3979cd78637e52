//! The buttons of notifications, and what withdraws notifications.

use kith_tests::{App, Desk, Gone};

use crate::seed::{EARLY, OSLO, book, due_today, planned, talks};
use crate::today::{is_open, listed, open, reach_out_to};

#[test]
fn done_logs_snooze_waits_and_a_click_leads_to_the_person() {
    let desk = Desk::new("answering");
    let mut clock = desk.clock(EARLY, OSLO);
    let book = book(&desk, &clock);
    let now = clock.now();
    let ilse = due_today(&book, "Ilse Varnholt", &clock);
    planned(
        &book,
        "Bo Tennerud",
        "2026-03-10 09:00",
        "the new role",
        &now,
    );
    planned(&book, "Chidi Eze", "2026-03-10 09:10", "the article", &now);
    drop(book);
    let service = desk.notifications();
    let app = desk.start(&[]);

    clock.to("2026-03-10T08:30:00+01:00");
    let notice = service.wait_for_last(1);
    listed(&app, &["Bo Tennerud", "Chidi Eze", "Ilse Varnholt"]);
    let done = notice.key("Done");
    // A button pressed twice, and a button that does not exist.
    service.answer(notice.id, "no such button");
    service.answer(notice.id, &done);
    service.answer(notice.id, &done);
    service.end(&notice, Gone::ByPerson);
    listed(&app, &["Bo Tennerud", "Chidi Eze"]);
    open(&app, "Ilse Varnholt");
    app.sees("9 April");
    app.picture("done");
    app.press("Control+z");
    app.sees_no("9 April");
    reach_out_to(&app, &["Bo Tennerud", "Chidi Eze", "Ilse Varnholt"]);
    app.press("Control+Shift+z");
    listed(&app, &["Bo Tennerud", "Chidi Eze"]);
    service.answer(notice.id, &done);

    clock.to("2026-03-10T09:00:00+01:00");
    let notice = service.wait_for_last(2);
    assert_eq!(notice.summary, "Bo Tennerud");
    service.press(&notice, "Snooze");
    listed(&app, &["Chidi Eze"]);

    clock.to("2026-03-10T09:10:00+01:00");
    let notice = service.wait_for_last(3);
    assert_eq!(notice.summary, "Chidi Eze");
    service.click(&notice);
    is_open(&app, "Chidi Eze");
    has_brief(&app);
    app.picture("clicked");
    app.press("Escape");

    // Snoozed until the next working morning.
    clock.to("2026-03-11T08:30:00+01:00");
    let notice = service.wait_for_last(4);
    assert_eq!(notice.summary, "Bo Tennerud");
    reach_out_to(&app, &["Bo Tennerud", "Chidi Eze"]);
    service.press(&notice, "Open");
    is_open(&app, "Bo Tennerud");
    has_brief(&app);
    app.quit();
    assert_eq!(talks(&desk, ilse, &clock), 1);
}

#[test]
fn a_reminder_of_the_rhythm_leads_to_the_page_alone() {
    let desk = Desk::new("rhythm");
    let mut clock = desk.clock(EARLY, OSLO);
    let book = book(&desk, &clock);
    due_today(&book, "Ilse Varnholt", &clock);
    drop(book);
    let service = desk.notifications();
    let app = desk.start(&[]);
    clock.to("2026-03-10T08:30:00+01:00");
    let notice = service.wait_for_last(1);
    service.press(&notice, "Open");
    is_open(&app, "Ilse Varnholt");
    app.picture("opened");
    assert!(!app.has("dialog", "Brief"));
    app.quit();
}

/// What to read before a planned talk is shown.
fn has_brief(app: &App) {
    app.wait("the brief is open", || app.has("dialog", "Brief"));
}

#[test]
fn what_is_answered_on_today_or_deleted_is_taken_back() {
    let desk = Desk::new("withdrawn");
    let mut clock = desk.clock(EARLY, OSLO);
    let book = book(&desk, &clock);
    let now = clock.now();
    due_today(&book, "Ilse Varnholt", &clock);
    planned(
        &book,
        "Bo Tennerud",
        "2026-03-10 09:00",
        "the new role",
        &now,
    );
    planned(&book, "Chidi Eze", "2026-03-10 09:10", "the article", &now);
    drop(book);
    let service = desk.notifications();
    let app = desk.start(&[]);
    clock.to("2026-03-10T08:30:00+01:00");
    let ilse = service.wait_for_last(1);
    clock.to("2026-03-10T09:00:00+01:00");
    let bo = service.wait_for_last(2);
    clock.to("2026-03-10T09:10:00+01:00");
    let chidi = service.wait_for_last(3);
    assert_eq!(service.up().len(), 3);

    reach_out_to(&app, &["Bo Tennerud", "Chidi Eze", "Ilse Varnholt"]);
    app.focus(&app.find("button", "Ilse Varnholt"));
    app.press("x");
    service.wait_withdrawn(&ilse);
    listed(&app, &["Bo Tennerud", "Chidi Eze"]);

    open(&app, "Bo Tennerud");
    app.click("button", "More actions");
    app.click("menuitem", "Move to trash");
    service.wait_withdrawn(&bo);
    // The button of a notification that was withdrawn just before.
    service.answer(bo.id, &bo.key("Done"));
    app.press("Control+z");
    app.wait("Bo is back", || app.has("option", "Bo Tennerud"));
    assert_eq!(service.up(), [chidi]);
    service.wait_for(3);
    app.quit();
}

#[test]
fn a_pause_another_time_or_a_snooze_takes_it_back_until_its_new_time() {
    let desk = Desk::new("replanned");
    let mut clock = desk.clock(EARLY, OSLO);
    let book = book(&desk, &clock);
    let now = clock.now();
    due_today(&book, "Chidi Eze", &clock);
    planned(&book, "Dagny Sol", "2026-03-10 09:00", "the article", &now);
    planned(&book, "Emre Kaya", "2026-03-10 09:10", "the audit", &now);
    drop(book);
    let service = desk.notifications();
    let app = desk.start(&[]);
    clock.to("2026-03-10T08:30:00+01:00");
    let chidi = service.wait_for_last(1);
    clock.to("2026-03-10T09:00:00+01:00");
    let dagny = service.wait_for_last(2);
    clock.to("2026-03-10T09:10:00+01:00");
    let emre = service.wait_for_last(3);

    open(&app, "Chidi Eze");
    app.click("button", "More actions");
    app.click("menuitem", "Pause until…");
    app.fill("textbox", "Until", "1 may");
    app.press("Enter");
    service.wait_withdrawn(&chidi);

    open(&app, "Dagny Sol");
    app.click("button", "Edit the check-in of");
    app.fill("textbox", "When", "today 11:00");
    app.press("Enter");
    service.wait_withdrawn(&dagny);

    reach_out_to(&app, &["Dagny Sol", "Emre Kaya"]);
    app.focus(&app.find("button", "Emre Kaya"));
    app.press("s");
    app.click("menuitem", "Later today 12:00");
    service.wait_withdrawn(&emre);
    listed(&app, &["Dagny Sol"]);

    clock.to("2026-03-10T11:00:00+01:00");
    assert_eq!(service.wait_for_last(4).summary, "Dagny Sol");
    clock.to("2026-03-10T12:00:00+01:00");
    assert_eq!(service.wait_for_last(5).summary, "Emre Kaya");
    listed(&app, &["Dagny Sol", "Emre Kaya"]);
    app.quit();
}
