//! Conversations logged with the keyboard, from Ctrl K.

use kith_tests::Desk;

use crate::seed::{OSLO, book, due_today, known, talks};
use crate::today::{is_open, listed, open, reach_out_to};

#[test]
fn a_talk_is_logged_by_keyboard_alone() {
    let desk = Desk::new("logging");
    let clock = desk.clock("2026-03-10T09:00:00+01:00", OSLO);
    let book = book(&desk, &clock);
    let samir = due_today(&book, "Samir Haddoun", &clock);
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

    // The same with a note and another day, from a row.
    reach_out_to(&app, &["Samir Haddoun"]);
    app.tab_to("Samir Haddoun");
    app.press("l");
    app.wait("the log dialog is open", || app.has("dialog", "Log"));
    app.write("Bergen move done");
    app.tab_to("When");
    app.press("Control+a");
    app.write("last tuesday");
    app.sees("3 March");
    app.picture("dialog");
    app.press("Control+Enter");
    listed(&app, &[]);
    open(&app, "Samir Haddoun");
    app.sees("Bergen move done");
    app.quit();
    assert_eq!(talks(&desk, samir, &clock), 1);
}
