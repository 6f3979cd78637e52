//! The first launch: from an empty book to the first people.

use std::time::Instant;

use kith_tests::{Desk, LONG, Screen};

#[test]
fn opens_on_the_first_page() {
    let desk = Desk::new("first-launch");
    let app = desk.start(&[]);
    app.sees("Keep the people you work with close");
    app.picture("onboarding");
    app.quit();
}

#[test]
fn in_the_dark_nothing_light_flashes_before_the_page() {
    let desk = Desk::watched("dark-start").dark();
    let screen = Screen::of(&desk);
    let _kith = desk.start_again(&[]);
    let drawn = screen.wait(Instant::now(), LONG).unwrap();
    // The frame of the window manager is light, and words are.
    assert!(drawn.light < 0.1, "{drawn:?}");
}
