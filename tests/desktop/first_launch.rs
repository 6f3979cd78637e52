//! The first launch: from an empty book to the first people.

use kith_tests::Desk;

#[test]
fn opens_on_the_first_page() {
    let desk = Desk::new("first-launch");
    let app = desk.start(&[]);
    app.sees("Keep the people you work with close");
    app.picture("onboarding");
    app.quit();
}
