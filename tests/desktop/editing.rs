//! A person is added, edited in place, undone and moved to the trash; and what remains after a crash.

use kith_tests::{App, Desk};

/// Adds a person from the first page.
pub fn add(app: &App, name: &str) {
    app.click("button", "Add a person by hand");
    app.fill("textbox", "Name", name);
    app.press("Enter");
    app.wait(&format!("{name}'s page is open"), || {
        app.has("heading", name)
    });
}

#[test]
fn what_is_edited_in_place_can_be_undone() {
    let desk = Desk::new("edit");
    let app = desk.start(&[]);
    add(&app, "Greta Holt");
    app.click("button", "Greta Holt");
    app.press("Control+a");
    app.write("Greta Holt-Rasmussen");
    app.picture("writing");
    app.press("Enter");
    app.wait("the new name stands", || {
        app.has("heading", "Greta Holt-Rasmussen")
    });
    app.press("Control+z");
    app.wait("the old name is back", || {
        app.has("heading", "Greta Holt") && !app.text().contains("Rasmussen")
    });
    app.press("Control+Shift+z");
    app.sees("Greta Holt-Rasmussen");
    app.picture("redone");
    app.quit();
}

#[test]
fn a_line_about_the_whole_person_is_kept_marked_private_and_taken_back() {
    let desk = Desk::new("whole-person");
    let app = desk.start(&[]);
    add(&app, "Meenal Dasrath");
    app.click("button", "Interest, family, cause");
    app.write("Long rides before sunrise");
    app.press("Enter");
    app.sees("Interests");
    app.click("button", "Line");
    app.write("Her father is in care");
    app.click("button", "Private");
    app.picture("writing");
    app.focus(&app.all("textbox", "Interest")[0]);
    app.press("Enter");
    app.sees("Her father is in care");
    app.picture("kept");
    app.press("Control+z");
    app.wait("the line is gone", || {
        !app.text().contains("Her father is in care")
    });
    app.sees("Long rides before sunrise");
    app.quit();
}

#[test]
fn the_trash_gives_back() {
    let desk = Desk::new("trash");
    let app = desk.start(&[]);
    add(&app, "Henrik Aas");
    app.click("button", "More actions");
    app.click("menuitem", "Move to trash");
    app.wait("nobody is in the list", || app.all("option", "").is_empty());
    app.picture("gone");
    app.click("button", "Undo");
    app.wait("Henrik is back", || app.has("option", "Henrik Aas"));
    app.quit();
}

#[test]
fn unsaved_words_survive_a_crash() {
    let desk = Desk::new("crash");
    let app = desk.start(&[]);
    add(&app, "Ines Duarte");
    app.click("link", "Notes");
    app.click_css("#notes .sec-head button");
    app.find("textbox", "New note");
    app.write("Ask about the lighthouse");
    app.wait("the draft is kept", || desk.data_holds("lighthouse"));
    app.crash();

    let app = desk.start(&[]);
    app.press("Control+2");
    app.click("option", "Ines Duarte");
    app.wait("the tab says that something is to be finished", || {
        !app.css(".tabs .n").is_empty()
    });
    app.click("link", "Notes");
    app.sees("Ask about the lighthouse");
    app.sees("Not saved yet");
    app.picture("draft");
    app.quit();
}
