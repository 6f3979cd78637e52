//! Today as the window shows it.

use kith_tests::App;

const LISTED: &str =
    "return [...document.querySelectorAll('.reach-list > li')].map((row) => row.ariaLabel).sort()";

/// Goes to Today and waits until it asks to reach out to these, and to nobody else.
#[track_caller]
pub fn reach_out_to(app: &App, names: &[&str]) {
    app.press("Control+1");
    listed(app, names);
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
    app.press("Control+2");
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
