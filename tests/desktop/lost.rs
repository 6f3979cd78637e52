//! The book's file, its disk and the page's process are lost while Kith runs or before it starts.

use std::fs;
use std::process::Command;

use kith_tests::{App, Desk, LONG, kill, until};

use crate::cards::cards;
use crate::dropping::import;
use crate::seed::{EARLY, OSLO};

fn with_two(desk: &Desk) -> App<'_> {
    let file = desk.file("people.vcf", cards(&["Ada Holm", "Bruno Castellani"]));
    let app = desk.start(&[&file]);
    import(&app, "Import 2 people");
    app.click("button", "Go to people");
    app.sees("Ada Holm");
    app
}

fn looked_at(app: &App<'_>, name: &str) {
    for (width, height) in [(880, 600), (1280, 820)] {
        app.size(width, height);
        app.picture(&format!("{name}-{width}"));
    }
}

fn taken_away(desk: &Desk) {
    let app = with_two(desk);
    let book = desk.data().join("book.kith");
    fs::remove_file(&book).unwrap();
    // A change that says that it is not saved.
    app.press("Control+n");
    app.fill("textbox", "Name", "Chidi Eze");
    app.press("Enter");
    app.sees("Your book\u{2019}s file was taken away");
    looked_at(&app, "taken");
    app.click("button", "Put my book back");
    app.sees("Your book is open again");
    app.press("Control+2");
    app.sees("Chidi Eze");
    app.quit();
    // Nothing is begun beside the backups.
    fs::remove_file(&book).unwrap();
    let app = desk.start(&[]);
    app.sees("Your book\u{2019}s file is not there");
    looked_at(&app, "missing");
    assert!(!book.exists());
    app.quit();
}

#[test]
fn a_book_that_is_taken_away_is_put_back() {
    taken_away(&Desk::new("lost-light"));
}

#[test]
fn so_it_is_in_the_dark() {
    taken_away(&Desk::new("lost-dark").dark());
}

/// Fills the data folder's own disk; `false` where none can be mounted.
fn small_disk(desk: &Desk) -> bool {
    fs::create_dir_all(desk.data()).unwrap();
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=24m", "tmpfs"])
        .arg(desk.data())
        .output();
    mounted.is_ok_and(|mounted| mounted.status.success())
}

#[test]
fn a_full_disk_is_read_and_saves_again_once_there_is_room() {
    let desk = Desk::new("no-room");
    if !small_disk(&desk) {
        println!("skipped: this test may not mount a file system");
        return;
    }
    // Kith looks often where a clock is told.
    desk.clock(EARLY, OSLO);
    with_two(&desk).quit();
    let rest = desk.data().join("rest");
    let mut filler = fs::File::create(&rest).unwrap();
    for size in [1 << 16, 1 << 12, 1] {
        while std::io::Write::write_all(&mut filler, &vec![0x4b; size]).is_ok() {}
    }
    drop(filler);
    let app = desk.start(&[]);
    app.sees("There is no room on the disk of your book");
    app.press("Control+2");
    app.sees("Ada Holm");
    looked_at(&app, "people");
    fs::remove_file(rest).unwrap();
    app.wait("the banner goes by itself", || {
        !app.text().contains("There is no room")
    });
    app.quit();
    let _gone = Command::new("umount")
        .arg("--lazy")
        .arg(desk.data())
        .output();
}

#[test]
fn the_page_is_there_again_after_its_process_was_ended() {
    let desk = Desk::new("page-process");
    let app = with_two(&desk);
    app.quit();
    // Without a driver, whose session ends with the page's process.
    let kith = desk.start_again(&[]);
    let drawn = || (desk.colours() > 20).then_some(());
    let first = until("the page's process runs", LONG, || kith.page_process());
    until("the window is drawn", LONG, drawn);
    kill(&first.to_string());
    until("another process takes its place", LONG, || {
        kith.page_process().filter(|id| *id != first)
    });
    until("the window is drawn again", LONG, drawn);
    desk.picture_of_window("again");
}
