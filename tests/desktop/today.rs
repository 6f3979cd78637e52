//! The Today screen in the window.

use kith_tests::App;

const LISTED: &str =
    "return [...document.querySelectorAll('.reach-list > li')].map((row) => row.ariaLabel).sort()";

/// Goes to Today.
#[track_caller]
pub fn go_to_today(app: &App) {
    go(app, "Control+1");
}

/// Goes to Today and waits until it lists exactly these people under "Reach out".
#[track_caller]
pub fn reach_out_to(app: &App, names: &[&str]) {
    go_to_today(app);
    listed(app, names);
}

/// Presses the keys that open a screen. Repeats them, because they have no effect while a dialog is closing.
#[track_caller]
fn go(app: &App, keys: &str) {
    app.wait("no small window is open", || {
        app.css("[role=dialog], [role=menu]").is_empty()
    });
    app.press(keys);
}

/// Waits for the same list on Today, which is open already and updates itself.
#[track_caller]
pub fn listed(app: &App, names: &[&str]) {
    let mut names = names.to_vec();
    names.sort_unstable();
    app.wait(&format!("Today lists {names:?} alone"), || {
        app.has("heading", "Coming up") && app.ask(LISTED, &[]) == serde_json::json!(names)
    });
}

/// Opens a person's page from any screen.
#[track_caller]
pub fn open(app: &App, name: &str) {
    go(app, "Control+2");
    app.click("option", name);
    is_open(app, name);
}

/// Waits until a person's page is open.
#[track_caller]
pub fn is_open(app: &App, name: &str) {
    app.wait(&format!("{name}'s page is open"), || {
        app.has("heading", name)
    });
}
