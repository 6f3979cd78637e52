//! Today as the window shows it.

use kith_tests::App;

const LISTED: &str =
    "return [...document.querySelectorAll('.reach-list > li')].map((row) => row.ariaLabel).sort()";

/// Goes to Today and waits until it asks to reach out to these, and to nobody else.
#[track_caller]
pub fn reach_out_to(app: &App, names: &[&str]) {
    go(app, "Control+1");
    listed(app, names);
}

/// Presses the keys of a place; they lead nowhere while a small window is still open.
#[track_caller]
fn go(app: &App, keys: &str) {
    app.wait("no small window is open", || {
        app.css("[role=dialog], [role=menu]").is_empty()
    });
    app.press(keys);
}

/// The same where Today is open already: what changed comes by itself.
#[track_caller]
pub fn listed(app: &App, names: &[&str]) {
    let mut names = names.to_vec();
    names.sort_unstable();
    app.wait(&format!("Today lists {names:?} alone"), || {
        app.has("heading", "Coming up") && app.ask(LISTED, &[]) == serde_json::json!(names)
    });
}

/// Shows a person's page, from wherever.
#[track_caller]
pub fn open(app: &App, name: &str) {
    go(app, "Control+2");
    app.click("option", name);
    is_open(app, name);
}

/// Waits until a person's page is there.
#[track_caller]
pub fn is_open(app: &App, name: &str) {
    app.wait(&format!("{name}'s page is open"), || {
        app.has("heading", name)
    });
}
