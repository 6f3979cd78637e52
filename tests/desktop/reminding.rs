//! Reminders: when a check-in is due, the notification service gets one notification at the right time.

use kith_tests::{Clock, Desk, Notice, Notifications};
use serde_json::json;

use crate::seed::{EARLY, OSLO, book, due_today, planned, set};
use crate::today::{listed, reach_out_to};

/// Checks that no notification was received since there were `before`.
#[track_caller]
fn nothing_more(service: &Notifications, clock: &Clock, before: usize) {
    clock.seen();
    service.wait_for(before);
}

/// The text of a notification without the escapes of markup.
fn read(body: &str) -> String {
    body.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

#[track_caller]
fn is_plain(notice: &Notice) {
    let text = format!("{}{}", notice.summary, notice.body);
    assert!(!notice.body.contains(['<', '>']), "markup: {notice:?}");
    let odd = |c: char| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c);
    let turned = |c: char| ('\u{2066}'..='\u{2069}').contains(&c) || c == '\u{200f}';
    assert!(
        !text.contains(odd) && !text.contains(turned),
        "signs that are not read: {notice:?}"
    );
}

#[test]
fn it_is_told_once_inside_working_hours_and_in_plain_text() {
    let desk = Desk::new("reminding");
    let mut clock = desk.clock(EARLY, OSLO);
    let book = book(&desk, &clock);
    due_today(&book, "Ilse Varnholt", &clock);
    let now = clock.now();
    let odd = "<b>Mal</b> & \"Co\" \u{202e}olleH\u{2066}\u{7}";
    let reason = "<img src=x> tea & cake\u{202e}\u{1b}[31m\u{200f}";
    planned(&book, odd, "2026-03-10 10:30", reason, &now);
    planned(&book, "Bo Late", "2026-03-10 18:00", "after work", &now);
    drop(book);
    let service = desk.notifications();
    let app = desk.start(&[]);
    app.sees("Bo Late");

    clock.to("2026-03-10T08:29:59+01:00");
    nothing_more(&service, &clock, 0);
    clock.to("2026-03-10T08:30:00+01:00");
    let first = service.wait_for_last(1);
    assert_eq!(first.summary, "Ilse Varnholt");
    assert_eq!(first.buttons(), ["Open", "Done", "Snooze"]);
    assert_eq!(first.app.to_lowercase(), "kith");
    assert_eq!(first.body, "Not yet contacted, kept close since 8 February");
    is_plain(&first);

    // The clock is put back and reaches the same time again.
    clock.to("2026-03-10T08:00:00+01:00");
    nothing_more(&service, &clock, 1);
    clock.to("2026-03-10T08:31:00+01:00");
    nothing_more(&service, &clock, 1);

    clock.to("2026-03-10T10:30:00+01:00");
    let second = service.wait_for_last(2);
    is_plain(&second);
    assert!(second.summary.contains("<b>Mal</b> & \"Co\""), "{second:?}");
    assert!(
        read(&second.body).contains("<img src=x> tea & cake"),
        "{second:?}"
    );
    assert!(second.body.contains("&lt;img"), "{second:?}");

    // 18:00 is outside working hours: the reminder comes tomorrow morning.
    clock.to("2026-03-10T18:00:00+01:00");
    nothing_more(&service, &clock, 2);
    clock.to("2026-03-11T08:29:00+01:00");
    nothing_more(&service, &clock, 2);
    clock.to("2026-03-11T08:30:00+01:00");
    let third = service.wait_for_last(3);
    assert_eq!(third.summary, "Bo Late");
    clock.on(60);
    nothing_more(&service, &clock, 3);
    app.quit();
}

#[test]
fn more_than_three_at_once_come_as_one_without_names_where_they_are_hidden() {
    let desk = Desk::new("summary");
    let mut clock = desk.clock(EARLY, OSLO);
    let book = book(&desk, &clock);
    let people = [
        "Ada Holm",
        "Bo Tennerud",
        "Chidi Eze",
        "Dagny Sol",
        "Emre Kaya",
    ];
    for name in &people[..4] {
        due_today(&book, name, &clock);
    }
    let now = clock.now();
    planned(&book, people[4], "2026-03-10 10:00", "the audit", &now);
    set(&book, "remind", json!(false), &now);
    drop(book);
    let service = desk.notifications();
    let app = desk.start(&[]);
    listed(&app, &people);
    clock.to("2026-03-10T08:30:00+01:00");
    nothing_more(&service, &clock, 0);

    // Reminders are switched on, without names.
    app.press("Control+,");
    app.click("switch", "Hide names");
    app.click("switch", "Remind me");
    let all = service.wait_for_last(1);
    let says = |notice: &Notice| format!("{} {}", notice.summary, notice.body);
    assert!(says(&all).contains('4'), "how many: {all:?}");
    assert!(
        !people.iter().any(|name| says(&all).contains(name)),
        "{all:?}"
    );
    is_plain(&all);
    clock.on(1);
    nothing_more(&service, &clock, 1);
    service.click(&all);
    listed(&app, &people);

    clock.to("2026-03-10T10:00:00+01:00");
    let one = service.wait_for_last(2);
    let text = says(&one);
    assert!(!text.contains("Emre") && !text.contains("audit"), "{one:?}");
    assert_eq!(one.buttons(), ["Open", "Done", "Snooze"]);
    // Kith withdraws its notifications when it ends, because nothing would react to their buttons.
    desk.close_window();
    app.wait_ended();
    service.wait_withdrawn(&one);
}

#[test]
fn what_fell_due_while_kith_was_closed_is_told_once_a_day_until_it_is_answered() {
    let desk = Desk::new("closed-while-due");
    let mut clock = desk.clock(EARLY, OSLO);
    let book = book(&desk, &clock);
    let ilse = due_today(&book, "Ilse Varnholt", &clock);
    drop(book);
    let service = desk.notifications();
    let app = desk.start(&[]);
    listed(&app, &["Ilse Varnholt"]);
    nothing_more(&service, &clock, 0);
    app.quit();

    clock.to("2026-03-10T11:00:00+01:00");
    let app = desk.start(&[]);
    service.wait_for(1);
    clock.on(1);
    nothing_more(&service, &clock, 1);
    app.crash();

    // Not again on this day, however often Kith starts and the sample comes and goes.
    for _ in 0..2 {
        let app = desk.start(&[]);
        listed(&app, &["Ilse Varnholt"]);
        nothing_more(&service, &clock, 1);
        app.quit();
    }
    let app = desk.start(&[]);
    app.press("Control+,");
    app.click("button", "Open sample");
    app.sees("This is the sample book");
    clock.seen();
    app.click("button", "Back to my book");
    app.sees_no("This is the sample book");
    nothing_more(&service, &clock, 1);
    app.quit();

    clock.to("2026-03-11T11:00:00+01:00");
    let app = desk.start(&[]);
    let again = service.wait_for_last(2);
    service.press(&again, "Done");
    listed(&app, &[]);
    app.quit();

    let app = desk.start(&[]);
    nothing_more(&service, &clock, 2);
    app.quit();
    assert_eq!(crate::seed::talks(&desk, ilse, &clock), 1);
}

#[test]
fn a_service_that_comes_late_is_told_then_and_a_journey_moves_the_morning() {
    let desk = Desk::new("late-service");
    let mut clock = desk.clock(EARLY, OSLO);
    let book = book(&desk, &clock);
    due_today(&book, "Ilse Varnholt", &clock);
    drop(book);
    let app = desk.start(&[]);
    listed(&app, &["Ilse Varnholt"]);
    // 07:00 in Oslo is 15:00 in Tokyo.
    clock.zone("Asia/Tokyo");
    clock.seen();
    app.sees("No notification service answers.");
    app.press("Control+,");
    app.sees("Your desktop shows no notifications");
    app.sees("Tokyo");
    let service = desk.notifications();
    let notice = service.wait_for_last(1);
    assert_eq!(notice.summary, "Ilse Varnholt");
    reach_out_to(&app, &["Ilse Varnholt"]);
    app.sees_no("No notification service answers.");
    clock.on(1);
    nothing_more(&service, &clock, 1);
    app.quit();
}

#[test]
fn without_a_session_bus_today_lists_what_is_due_and_settings_say_so() {
    let desk = Desk::new("no-bus").without_bus();
    let mut clock = desk.clock(EARLY, OSLO);
    let book = book(&desk, &clock);
    due_today(&book, "Ilse Varnholt", &clock);
    drop(book);
    let app = desk.start(&[]);
    clock.to("2026-03-10T09:00:00+01:00");
    clock.seen();
    listed(&app, &["Ilse Varnholt"]);
    app.sees("Your desktop does not show notifications just now");
    app.picture("today");
    app.press("Control+,");
    app.sees("Kith cannot reach your desktop");
    app.picture("settings");
    app.quit();
}
