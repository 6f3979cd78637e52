//! `cargo xtask pictures`: takes the README's pictures anew from the real window, with the sample's people on a fixed
//! day, so that they change only where the window does.

use std::path::{Path, PathBuf};

use kith_core::import::{Plan, Source, Unwatched};
use kith_core::{Book, Moment};
use kith_tests::{App, Desk};
use serde_json::json;

/// Whether all pictures were taken.
pub type Outcome = Result<(), Box<dyn std::error::Error>>;

/// A Tuesday in working hours.
const DAY: &str = "2026-03-10T09:20:00+01:00";
const ZONE: &str = "Europe/Oslo";
const SIZE: (u32, u32) = (1280, 820);

/// What of the sample is shown where one chooses: a person with a long history.
const SHOWN: &str = "Samir Haddoun";

/// Cards that the book has, as they came the first time.
const BEFORE: &str = include_str!("pictures/before.vcf");
/// The same file later: new people, changes, doubtful ones and one that cannot be read.
const LATER: &str = include_str!("pictures/contacts.vcf");

/// Takes all pictures into this folder.
pub fn run(folder: &Path) -> Outcome {
    sample(&Shots { folder });
    import(&Shots { folder })
}

/// The folder of the pictures.
struct Shots<'a> {
    folder: &'a Path,
}

impl Shots<'_> {
    fn take(&self, app: &App<'_>, name: &str) {
        let file: PathBuf = self.folder.join(format!("{name}.png"));
        app.save_picture(&file);
        println!("  {}", file.display());
    }
}

fn sample(shots: &Shots<'_>) {
    let desk = Desk::new("pictures");
    let _clock = desk.clock(DAY, ZONE);
    let app = desk.start(&[]);
    app.size(SIZE.0, SIZE.1);
    app.click("button", "Try with sample people");
    app.sees("Coming up");
    still(&app);
    shots.take(&app, "today");
    app.press("Control+2");
    app.wait("the list is here", || app.all("option", "").len() > 3);
    app.press("Control+f");
    app.write(SHOWN);
    app.wait("only one is found", || app.all("option", "").len() == 1);
    app.press("Enter");
    app.wait("the page is open", || app.has("heading", SHOWN));
    app.fill("textbox", "Search people", "");
    app.wait("all are listed again", || app.all("option", "").len() > 3);
    still(&app);
    shots.take(&app, "people");
    app.press("Control+3");
    app.wait("the map is drawn", || {
        !app.css(".map-canvas[data-camera]").is_empty() && app.css(".mwork").is_empty()
    });
    still(&app);
    shots.take(&app, "map");
    app.quit();
}

fn import(shots: &Shots<'_>) -> Outcome {
    let desk = Desk::new("pictures");
    let clock = desk.clock(DAY, ZONE);
    fill(&desk.data().join("book.kith"), &clock.days_ago(200))?;
    let file = desk.file("contacts.vcf", LATER);
    let app = desk.start(&[&file]);
    app.size(SIZE.0, SIZE.1);
    app.sees("Nothing is saved yet");
    app.click("button", "Details for Hannah Iwobi");
    app.sees("In the file");
    still(&app);
    shots.take(&app, "import");
    app.quit();
    Ok(())
}

/// Makes a book of the cards as they were.
fn fill(file: &Path, then: &Moment) -> Outcome {
    let book = Book::open(file, then)?;
    let welcomed = [("onboarded".to_owned(), json!(true))];
    book.settings_set(&welcomed.into_iter().collect(), then)?;
    let mut plan = Plan::make(&book, "before", &[Source::Text(BEFORE.into())], &Unwatched)?;
    plan.apply(&book, &Unwatched, then)?;
    Ok(())
}

/// No pointer, no focus ring and no moving part is in the picture.
fn still(app: &App<'_>) {
    app.ask("document.activeElement?.blur()", &[]);
    app.wait("nothing moves", || {
        app.ask(
            "return document.getAnimations().every((each) => each.playState !== 'running')",
            &[],
        ) == true
    });
}
