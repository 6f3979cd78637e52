//! What one brings to a talk, said in sentences: something given, a topic, the line for next time; and the brief.

use kith_tests::{App, Desk};

use crate::seed::{OSLO, book, due_today};
use crate::today::{listed, open};

fn say(app: &App, words: &str, understood: &str) {
    app.press("Control+k");
    app.wait("quick search is open", || {
        app.has("dialog", "Quick search") && app.focused().starts_with("combobox")
    });
    app.write(words);
    app.wait("it is understood", || app.has("option", understood));
    app.press("Enter");
    app.wait("quick search is gone", || {
        !app.has("dialog", "Quick search")
    });
}

#[test]
fn what_is_said_in_sentences_stands_on_the_page_on_today_and_in_the_brief() {
    let desk = Desk::new("bringing");
    let clock = desk.clock("2026-03-10T09:00:00+01:00", OSLO);
    let book = book(&desk, &clock);
    due_today(&book, "Samir Haddoun", &clock);
    drop(book);
    let app = desk.start(&[]);
    listed(&app, &["Samir Haddoun"]);
    // Whoever uses none of it sees none of it.
    app.sees_no("Next time");
    say(
        &app,
        "next time with samir: ask about the benches",
        "Next time",
    );
    app.sees("ask about the benches");
    app.picture("today");
    open(&app, "Samir Haddoun");
    app.sees_no("Give and take");
    say(&app, "gave samir feedback on the draft", "given to Samir");
    app.sees("Give and take");
    say(&app, "samir knows about optics", "optics");
    app.sees("Knows about");
    app.picture("page");
    say(&app, "brief samir", "Brief about Samir");
    app.wait("the brief is open", || app.has("dialog", "Brief"));
    app.sees("Private lines stay out of print");
    app.sees("Knows about");
    app.picture("brief");
    app.press("Escape");
    app.wait("the brief is gone", || !app.has("dialog", "Brief"));
    // Each was one step.
    for gone in ["Knows about", "Give and take"] {
        app.press("Control+z");
        app.wait(&format!("{gone} is taken back"), || {
            !app.has("heading", gone)
        });
    }
    app.quit();
}
