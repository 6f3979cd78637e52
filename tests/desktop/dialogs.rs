//! Files chosen and written through the system's own dialogs.

use std::fs;

use kith_tests::Desk;

use crate::cards::ILSE;
use crate::dropping::import;

#[test]
fn a_chosen_card_goes_out_again_byte_for_byte() {
    let desk = Desk::new("dialogs");
    let file = desk.file("in/ilse.vcf", ILSE);
    let out = desk.file("out/.keep", "").with_file_name("ilse-out.vcf");
    let app = desk.start(&[]);
    app.press("Control+o");
    desk.answer_dialog(&file);
    app.sees("1 card: 1 new");
    import(&app, "Import 1 person");
    app.click("button", "Go to people");
    app.click("option", "Ilse Marquardt");
    app.click("button", "More actions");
    app.click("menuitem", "Export card, as it came");
    desk.answer_dialog(&out);
    app.wait("the card is written", || out.exists());
    assert_eq!(fs::read_to_string(&out).unwrap(), ILSE);
    app.quit();
}
