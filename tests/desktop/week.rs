//! A week lived from an empty folder: what was promised, lent, kept and asked for is there when it is time.

use kith_tests::{App, Clock, Desk};

use crate::seed::OSLO;
use crate::today::{go_to_today, is_open, listed, open};

/// Says a sentence in quick search and does what its first line says.
fn say(app: &App, words: &str, understood: &str) {
    app.press("Control+k");
    app.wait("quick search is open", || {
        app.has("dialog", "Quick search") && app.focused().starts_with("combobox")
    });
    app.write(words);
    app.wait(&format!("“{words}” is understood"), || {
        app.has("option", understood)
    });
    app.press("Enter");
    app.wait("quick search is gone", || {
        !app.has("dialog", "Quick search")
    });
}

fn morning(clock: &mut Clock, day: u32) {
    clock.to(&format!("2026-03-{day:02}T08:30:00+01:00"));
    clock.seen();
}

#[test]
fn a_week_from_an_empty_folder() {
    let desk = Desk::new("week");
    let mut clock = desk.clock("2026-03-09T08:00:00+01:00", OSLO);
    let service = desk.notifications();
    let app = desk.start(&[]);
    app.sees("Keep the people you work with close");

    // Monday: two people, one of them kept close, and what came of the first talk.
    app.click("button", "Add a person by hand");
    app.fill("textbox", "Name", "Ilse Varnholt");
    app.press("Enter");
    is_open(&app, "Ilse Varnholt");
    say(&app, "add Samir Haddoun", "Add");
    say(&app, "keep ilse close every 14 days", "Keep");
    say(&app, "called ilse today", "Log");
    say(
        &app,
        "promise ilse the one-pager by wednesday",
        "Promise Ilse",
    );
    say(
        &app,
        "ilse owes me a name at Orrin by tuesday",
        "promised you",
    );
    say(
        &app,
        "next time with ilse: ask about the benches",
        "Next time",
    );
    say(&app, "samir offers coating capacity", "coating capacity");
    say(&app, "ilse looks for coating capacity", "coating capacity");
    open(&app, "Ilse Varnholt");
    app.sees("The one-pager");
    app.sees("ask about the benches");
    app.picture("monday");

    // Tuesday: nothing rings, for the promise has no day of notice before its own.
    morning(&mut clock, 10);
    assert_eq!(service.all().len(), 0);

    // Wednesday: the promise rings and gets another day, agreed in time.
    morning(&mut clock, 11);
    let notice = service.wait_for_last(1);
    assert_eq!(notice.summary, "Ilse Varnholt");
    assert!(notice.body.contains("one-pager"), "{}", notice.body);
    service.press(&notice, "Another day");
    app.wait("the small window is open", || {
        app.has("dialog", "Another day")
    });
    app.write("friday");
    app.sees("Friday 13 March");
    app.press("Enter");
    app.wait("it is closed", || !app.has("dialog", "Another day"));
    app.sees("agreed in time");
    app.picture("wednesday");

    // Friday: it rings on its new day, and waits. Theirs is told of now, three working days after its day.
    morning(&mut clock, 13);
    let notice = service.wait_for_last(2);
    assert!(notice.body.contains("one-pager"), "{}", notice.body);
    go_to_today(&app);
    app.wait("both promises stand on Today", || {
        app.has("checkbox", "Mark kept: The one-pager") && app.text().contains("A name at Orrin")
    });
    app.picture("friday");

    // The Monday after: kept late, said kindly and with the number behind it; then what one brings to the next talk.
    morning(&mut clock, 16);
    go_to_today(&app);
    app.click("checkbox", "Mark kept: The one-pager");
    service.wait_withdrawn(&notice);
    open(&app, "Ilse Varnholt");
    app.click("link", "Promises");
    app.sees("You kept it, 3 days after");
    app.sees("not enough yet");
    app.sees_no("overdue");
    say(&app, "gave ilse feedback on the poster", "given to Ilse");
    say(&app, "brief ilse", "Brief about Ilse");
    app.wait("the brief is open", || app.has("dialog", "Brief"));
    app.sees("A name at Orrin");
    app.sees("ask about the benches");
    app.picture("brief");
    app.press("Escape");
    app.wait("the brief is gone", || !app.has("dialog", "Brief"));
    say(&app, "draft to ilse", "Write a draft to Ilse");
    app.wait("the draft is open", || app.has("dialog", "Draft to"));
    app.sees("Dear Ilse");
    app.picture("draft");
    app.press("Escape");
    app.wait("the draft is gone", || !app.has("dialog", "Draft to"));

    // Two weeks after the talk the rhythm asks for her, with what she promised as the first thing to begin with.
    morning(&mut clock, 23);
    go_to_today(&app);
    listed(&app, &["Ilse Varnholt"]);
    app.sees("Promised to you: A name at Orrin");
    app.picture("two weeks later");
    app.quit();
}
