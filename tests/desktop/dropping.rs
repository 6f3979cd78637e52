//! Import of files that are dragged from another window.

use kith_tests::{App, Desk};

use crate::cards::{ILSE, card, cards};

/// Presses the preview's import button and waits for the report.
pub fn import(app: &App, button: &str) {
    app.click("button", button);
    app.sees("Undo this import");
}

#[test]
fn a_dropped_card_becomes_a_person_who_is_still_there_after_a_restart() {
    let desk = Desk::new("drop");
    let file = desk.file("ilse.vcf", ILSE);
    let app = desk.start(&[]);
    app.sees("Drop your vCards here");

    let mut held = desk.drag_files(&[&file]);
    app.wait("the window says that files can be dropped", || {
        held.nudge();
        !app.css(".drop").is_empty()
    });
    app.picture("held");
    held.release();

    app.sees("1 card: 1 new");
    app.sees("Ilse Marquardt");
    app.sees("Nothing is saved yet");
    app.picture("preview");
    import(&app, "Import 1 person");
    app.sees("1 person is here");
    app.picture("report");
    app.click("button", "Go to people");
    app.click("option", "Ilse Marquardt");
    for words in [
        "Pelagic Sensing",
        "Founder",
        "ilse@pelagic.example",
        "+1 202 555 0148",
        "sonar",
    ] {
        app.sees(words);
    }
    app.click("link", "Notes");
    app.sees("Met at the harbour talk");
    app.picture("person");
    app.quit();

    let app = desk.start(&[]);
    app.press("Control+2");
    app.click("option", "Ilse Marquardt");
    app.sees("ilse@pelagic.example");
    app.quit();
}

#[test]
fn the_same_card_again_is_no_second_person_and_undo_takes_an_import_back() {
    let desk = Desk::new("again");
    let first = desk.file("one/people.vcf", cards(&["Ada Holm", "Bruno Castellani"]));
    let second = desk.file("two/people.vcf", cards(&["Ada Holm", "Chidi Eze"]));
    let app = desk.start(&[]);
    app.drop_files(&[&first]);
    import(&app, "Import 2 people");

    app.drop_files(&[&second]);
    app.sees("2 cards: 1 new, 1 unchanged");
    app.picture("unchanged");
    import(&app, "Import 1 person");
    app.click("button", "Undo this import");
    app.sees("The import was taken back");
    app.click("button", "Back to people");
    app.wait("two people are left", || app.all("option", "").len() == 2);
    app.sees_no("Chidi Eze");
    app.quit();
}

#[test]
fn folders_and_several_files_come_in_at_once_and_the_unreadable_is_named() {
    let desk = Desk::new("several");
    let folder = desk
        .file("folder/a.vcf", card("Dagny Sol"))
        .parent()
        .map(ToOwned::to_owned)
        .unwrap();
    let torn = desk.file(
        "torn.vcf",
        format!("{}BEGIN:VCARD\r\nEND:VCARD\r\n", card("Emre Kaya")),
    );
    let app = desk.start(&[]);
    app.drop_files(&[&folder, &torn]);
    app.sees("Dagny Sol");
    app.sees("Emre Kaya");
    app.sees("nreadable");
    app.picture("preview");
    app.quit();
}

#[test]
fn a_file_of_any_name_and_address_is_read_or_it_is_said_why_not() {
    use std::os::unix::ffi::OsStrExt;
    let desk = Desk::new("addresses");
    let latin = desk.file("latin.vcf", card("Jos\u{e9} Prado"));
    let odd = latin.with_file_name(std::ffi::OsStr::from_bytes(b"Jos\xe9.vcf"));
    std::fs::rename(latin, &odd).unwrap();
    let plain = desk.file("plain.vcf", card("Dagny Sol"));
    let local = format!("file://localhost{}", plain.display());
    let app = desk.start(&[]);
    app.drop_files(&[&odd, local.as_ref(), "smb://server/share/Ilse.vcf".as_ref()]);
    app.sees("Jos\u{e9} Prado");
    app.sees("Dagny Sol");
    app.sees("Ilse.vcf");
    app.sees("on another computer");
    app.picture("elsewhere");
    app.quit();
}
