//! Search for a person by any detail.

use kith_tests::Desk;

use crate::cards::{ILSE, cards};
use crate::dropping::import;

#[test]
fn names_are_found_without_their_accents_and_phones_however_written() {
    let desk = Desk::new("find");
    let file = desk.file(
        "people.vcf",
        format!(
            "{}{ILSE}",
            cards(&["Jürgen Weiß", "Søren Kjær", "Łukasz Nowak"])
        ),
    );
    let app = desk.start(&[&file]);
    import(&app, "Import 4 people");
    app.click("button", "Go to people");
    for (typed, found) in [
        ("jurgen", "Jürgen Weiß"),
        ("soren", "Søren Kjær"),
        ("lukasz", "Łukasz Nowak"),
        ("555 0148", "Ilse Marquardt"),
        ("pelagic", "Ilse Marquardt"),
        ("harbour", "Ilse Marquardt"),
    ] {
        app.press("Control+f");
        app.fill("textbox", "Search people", typed);
        app.wait(&format!("“{typed}” finds {found} alone"), || {
            app.all("option", "").len() == 1 && app.has("option", found)
        });
    }
    app.picture("found");
    app.press("Enter");
    app.wait("the found person opens", || {
        app.has("heading", "Ilse Marquardt")
    });
    app.fill("textbox", "Search people", "nobody by this name");
    app.sees("No one matches");
    app.picture("nobody");
    app.quit();
}
