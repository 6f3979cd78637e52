//! A second start of Kith while it runs: the first window is raised and shows the opened file.

use kith_tests::{Desk, LONG, until};

use crate::cards::card;

fn second_start_leads_to_the_first_window(desk: &Desk) {
    let file = desk.file("gift.vcf", card("Farah Lindqvist"));
    let app = desk.start(&[]);
    app.sees("Drop your vCards here");
    let mut second = desk.start_again(&[&file]);
    app.sees("Farah Lindqvist");
    app.sees("1 card: 1 new");
    let end = until("the second start ends", LONG, || second.ended());
    assert_eq!(end, 0, "the second start ends well");
    assert_eq!(desk.kith_windows().len(), 1, "there is one window");
    app.picture("preview");
    app.quit();
}

#[test]
fn a_card_opened_while_kith_runs_is_shown_in_its_window() {
    second_start_leads_to_the_first_window(&Desk::new("second"));
}

#[test]
fn so_it_is_without_a_session_bus() {
    second_start_leads_to_the_first_window(&Desk::new("second-no-bus").without_bus());
}

#[test]
fn kith_starts_with_a_card_to_import() {
    let desk = Desk::new("with-card");
    let file = desk.file("gift.vcf", card("Farah Lindqvist"));
    let app = desk.start(&[&file]);
    app.sees("Farah Lindqvist");
    app.sees("Import 1 person");
    app.quit();
}
