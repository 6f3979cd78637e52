//! Kith in the background: the window is closed, and the tray has an icon if there is a tray.

use std::fs;
use std::path::Path;

use kith_tests::{Desk, LONG, Running, until};
use serde_json::json;

use crate::seed::{EARLY, OSLO, book, due_today, planned, set};
use crate::today::{is_open, listed};

#[track_caller]
fn ends(mut start: Running) -> i32 {
    until("the later start ends", LONG, || start.ended())
}

#[test]
fn started_hidden_it_reminds_and_comes_forward_when_it_is_asked_to() {
    let desk = Desk::new("background");
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
    set(&book, "background", json!(true), &now);
    drop(book);
    let service = desk.notifications();
    let tray = desk.tray();
    let app = desk.start_hidden();
    tray.wait_icon();
    clock.to("2026-03-10T08:30:00+01:00");
    service.wait_for(1);
    assert!(desk.kith_windows().is_empty(), "the window is hidden");

    // The session starts Kith again hidden: the window must not open.
    assert_eq!(ends(desk.start_again(&[Path::new("--hidden")])), 0);
    assert!(desk.kith_windows().is_empty(), "the window stays hidden");
    assert_eq!(ends(desk.start_again(&[])), 0);
    desk.wait_window();
    listed(&app, &["Bo Tennerud", "Ilse Varnholt"]);

    desk.close_window();
    assert!(app.runs(), "it goes on without its window");
    clock.to("2026-03-10T09:00:00+01:00");
    let notice = service.wait_for_last(2);
    service.click(&notice);
    desk.wait_window();
    is_open(&app, "Bo Tennerud");

    desk.close_window();
    tray.click();
    desk.wait_window();
    desk.close_window();
    tray.choose("Open Kith");
    desk.wait_window();
    tray.choose("Quit");
    app.wait_ended();
    until("the icon is gone", LONG, || {
        (!tray.has_icon()).then_some(())
    });
}

#[test]
fn without_a_tray_there_is_no_hiding() {
    let desk = Desk::new("no-tray");
    let clock = desk.clock(EARLY, OSLO);
    let book = book(&desk, &clock);
    set(&book, "background", json!(true), &clock.now());
    drop(book);
    let app = desk.start_hidden();
    desk.raise_minimised();
    desk.close_window();
    app.wait_ended();
}

#[test]
fn when_the_tray_goes_the_window_comes_back_and_closing_it_ends_kith() {
    let desk = Desk::new("tray-goes");
    let clock = desk.clock(EARLY, OSLO);
    let book = book(&desk, &clock);
    due_today(&book, "Ilse Varnholt", &clock);
    drop(book);
    let tray = desk.tray();
    let app = desk.start(&[]);
    app.press("Control+,");
    app.click("switch", "Keep running in the background");
    tray.wait_icon();
    assert_eq!(tray.menu(), ["Open Kith", "1 due today", "Quit"]);

    // Autostart is switched on, then off.
    let entry = desk.home().join(".config/autostart/app.kith.Kith.desktop");
    app.click("switch", "Start when I sign in");
    app.wait("the session starts Kith", || {
        fs::read_to_string(&entry).is_ok_and(|text| text.contains("\"--hidden\"\n"))
    });
    app.picture("settings");
    app.click("switch", "Start when I sign in");
    app.wait("the session leaves Kith alone", || !entry.exists());

    desk.close_window();
    assert!(app.runs(), "it goes on without its window");
    drop(tray);
    desk.wait_window();
    app.quit();
}
