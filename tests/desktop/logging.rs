//! A talk logged without a pointer, from Ctrl K.

use kith_tests::Desk;

use crate::seed::{OSLO, book, due_today, known};
use crate::today::{is_open, listed};

#[test]
fn a_talk_is_logged_by_keyboard_alone() {
    let desk = Desk::new("logging");
    let clock = desk.clock("2026-03-10T09:00:00+01:00", OSLO);
    let book = book(&desk, &clock);
    due_today(&book, "Samir Haddoun", &clock);
    known(&book, "Amir Dastgheb", &clock.now());
    drop(book);
    let app = desk.start(&[]);
    listed(&app, &["Samir Haddoun"]);
    app.press("Control+k");
    app.wait("quick search is open", || app.has("dialog", ""));
    app.write("log call with samir yesterday");
    app.sees("Monday 9 March");
    app.picture("sentence");
    app.press("Enter");
    listed(&app, &[]);

    app.press("Control+k");
    app.write("samir");
    app.sees("Samir Haddoun");
    app.press("Enter");
    is_open(&app, "Samir Haddoun");
    app.sees("9 March");
    app.picture("timeline");
    app.press("Control+z");
    app.sees_no("9 March");
    app.quit();
}
