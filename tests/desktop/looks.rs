//! Pictures of each screen, light and dark, small and with large text, for inspection.

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
    app.sees("Coming up");
    app.picture(&format!("sample-today{suffix}"));
    app.press("Control+2");
    app.wait("the sample is here", || app.all("option", "").len() > 3);
    app.picture(&format!("sample{suffix}"));
    app.press("ArrowDown");
    if let Some(row) = app.css("[role=option]").first() {
        app.focus(row);
    }
    app.click_css("[role=option]");
    app.wait("someone's page is open", || app.has("link", "Notes"));
    app.picture(&format!("sample-person{suffix}"));
    app.press("Control+3");
    app.wait("the map is drawn", || {
        !app.css(".map-canvas[data-camera]").is_empty()
    });
    app.picture(&format!("map{suffix}"));
    app.press("Control+4");
    app.wait("the needs are there", || app.has("heading", "Finished"));
    app.picture(&format!("needs{suffix}"));
    app.click_css(".need-open");
    app.wait("a need is open", || app.has("heading", "Next steps"));
    app.picture(&format!("need{suffix}"));
    app.press("Control+5");
    app.wait("a pitch is open", || app.has("button", "Rehearse"));
    app.picture(&format!("reflect-pitch{suffix}"));
    app.click("button", "Conversations");
    app.wait("the talks are there", || {
        app.has("heading", "Promises kept")
    });
    app.picture(&format!("reflect-conversations{suffix}"));
    app.click("button", "Quarter");
    app.wait("the quarter is there", || app.has("heading", "Traits"));
    app.picture(&format!("reflect-quarter{suffix}"));
    app.press("Control+,");
    app.wait("the settings are open", || app.has("heading", "Settings"));
    app.picture(&format!("settings{suffix}"));
    app.drop_files(&[&file]);
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

/// A small screen with text at 200 %: the page has 440 by 300 CSS pixels.
#[test]
fn twice_the_text() {
    let desk = Desk::new("looks");
    let file = desk.file("people.vcf", crate::cards::ILSE);
    let app = desk.start(&[]);
    app.size(880, 600);
    app.click("button", "Try with sample people");
    app.sees("Coming up");
    app.press("Control+,");
    // WebKit's driver clicks at wrong places when the page is zoomed, so keys are used from here on.
    app.focus(&app.find("button", "Larger text"));
    app.wait("the text is twice as large", || {
        app.ask("return innerWidth <= 450", &[]) == true || {
            app.press("Enter");
            false
        }
    });
    app.picture("settings-double");
    app.press("Control+1");
    app.sees("Coming up");
    app.picture("today-double");
    app.press("Control+2");
    app.wait("the list is here", || app.has("option", ""));
    app.picture("list-double");
    app.press("Control+f");
    app.press("Enter");
    app.press("Enter");
    app.wait("someone's page is open", || app.has("link", "Notes"));
    app.picture("person-double");
    assert_eq!(
        app.ask(
            "return document.documentElement.scrollWidth <= innerWidth",
            &[]
        ),
        true
    );
    app.drop_files(&[&file]);
    app.sees("Nothing is saved yet");
    app.picture("import-double");
    app.press("Control+Enter");
    app.sees("Undo this import");
    app.picture("report-double");
    app.quit();
}
