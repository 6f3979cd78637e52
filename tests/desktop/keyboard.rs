//! The main tasks with the keyboard only.

use kith_tests::Desk;

use crate::cards::{ILSE, card};

#[test]
fn import_open_edit_find_undo_and_trash_by_keyboard_alone() {
    let desk = Desk::new("keyboard");
    let file = desk.file("people.vcf", format!("{}{ILSE}", card("Jonas Berg")));
    let app = desk.start(&[&file]);
    app.sees("2 cards: 2 new");

    // Import: the second card is skipped and added again, its details are opened, its person is kept close.
    app.press("Control+f");
    app.tab_to("Details for");
    app.press("ArrowDown");
    app.press("ArrowRight");
    app.sees("Import 1 person");
    app.press("ArrowLeft");
    app.sees("Import 2 people");
    app.press("Space");
    app.sees("Likes long walks");
    app.picture("details");
    app.press("Space");
    app.press("k");
    app.sees("keep 1 close");
    app.picture("preview");
    app.press("Control+Enter");
    app.sees("2 people are here");
    app.tab_to("Go to people");
    app.press("Enter");

    // A person is found, opened and edited.
    app.press("Control+f");
    app.write("pelagic");
    app.sees("1 person found");
    app.press("Enter");
    app.wait("Ilse's page is open", || {
        app.has("heading", "Ilse Marquardt")
    });
    app.tab_to("Ilse Marquardt");
    app.press("Enter");
    app.press("Control+a");
    app.write("Ilse Renard");
    app.press("Enter");
    app.wait("the new name stands", || app.has("heading", "Ilse Renard"));
    app.press("Control+z");
    app.wait("the old name is back", || {
        app.has("heading", "Ilse Marquardt")
    });

    app.press("Control+f");
    app.press("Escape");
    app.wait("everyone is listed", || app.all("option", "").len() == 2);

    // A person is added, moved to the trash and restored.
    app.press("Control+n");
    app.wait("the dialog is open", || app.has("dialog", ""));
    app.write("Karim Haddad");
    app.press("Enter");
    app.wait("Karim's page is open", || {
        app.has("heading", "Karim Haddad")
    });
    app.tab_to("More actions");
    app.press("Enter");
    app.wait("the menu is open", || app.has("menu", ""));
    app.press("End");
    app.press("Enter");
    app.wait("Karim is gone", || !app.has("heading", "Karim Haddad"));
    app.press("Control+z");
    app.wait("Karim is back", || {
        app.has("option", "Karim Haddad") || app.has("heading", "Karim Haddad")
    });
    app.press("Control+,");
    app.wait("the settings are open", || app.has("heading", "Settings"));
    app.press("Control+2");
    app.wait("the people are open", || {
        app.has("textbox", "Search people")
    });
    app.quit();
}
