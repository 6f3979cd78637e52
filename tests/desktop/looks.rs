//! Pictures of each screen, light and dark, small and with large text, for people to look at.

use kith_tests::{App, Desk};

use crate::dropping::import;

fn screens(app: &App, desk: &Desk, suffix: &str) {
    let file = desk.file(
        "people.vcf",
        format!(
            "{}{}",
            crate::cards::cards(&["Ada Holm", "Bruno Castellani"]),
            crate::cards::ILSE
        ),
    );
    app.picture(&format!("onboarding{suffix}"));
    app.click("button", "Try with sample people");
    app.wait("the sample is here", || app.all("option", "").len() > 3);
    app.picture(&format!("sample{suffix}"));
    app.press("ArrowDown");
    if let Some(row) = app.css("[role=option]").first() {
        app.focus(row);
    }
    app.click_css("[role=option]");
    app.wait("someone's page is open", || app.has("heading", "Notes"));
    app.picture(&format!("sample-person{suffix}"));
    app.press("Control+,");
    app.wait("the settings are open", || app.has("heading", "Settings"));
    app.picture(&format!("settings{suffix}"));
    desk.drop_files(&[&file]);
    app.sees("Nothing is saved yet");
    app.picture(&format!("import{suffix}"));
    import(app, "Import 3 people");
    app.picture(&format!("report{suffix}"));
}

#[test]
fn light() {
    let desk = Desk::new("looks");
    let app = desk.start(&[]);
    screens(&app, &desk, "");
    app.quit();
}

#[test]
fn dark() {
    let desk = Desk::new("looks").dark();
    let app = desk.start(&[]);
    screens(&app, &desk, "-dark");
    app.quit();
}

#[test]
fn small_and_large() {
    let desk = Desk::new("looks");
    let app = desk.start(&[]);
    app.size(880, 600);
    screens(&app, &desk, "-small");
    app.quit();
}
