//! Moving the book and its backups to another folder. If it fails at any point, one folder has a whole book.

use std::fs;
use std::path::Path;

use kith_core::backups::{self, Why};
use kith_core::{Book, Code, sample};

use crate::{Place, minute, written};

/// Makes a book with a backup and closes it. Returns its text.
fn lived_in(place: &Place) -> String {
    sample::make(&place.file(), &minute(0)).unwrap();
    let book = place.open();
    book.backup_now(Why::ByHand, &minute(1)).unwrap();
    written(&book)
}

fn read(file: &Path) -> String {
    written(&Book::open(file, &minute(2)).unwrap())
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_book_moves_with_its_backups_and_the_old_one_stays_under_another_name() {
    let (from, to) = (Place::new(), Place::new());
    let was = lived_in(&from);
    let carried = backups::carry(&from.file(), to.folder.path()).unwrap();
    assert_eq!(carried.book, to.file());
    assert_eq!(read(&to.file()), was);
    let listed = backups::list(&to.file(), &minute(2)).unwrap();
    assert_eq!((listed.len(), listed[0].why), (1, Why::ByHand));
    assert!(listed[0].people.is_some());
    let kept = backups::leave(&from.file(), &to.file()).unwrap();
    assert_eq!(names(from.folder.path()), ["book before moving.kith"]);
    assert_eq!(read(&kept), was);
}

#[cfg(unix)]
#[test]
fn what_is_moved_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (from, to) = (Place::new(), Place::new());
    lived_in(&from);
    backups::carry(&from.file(), to.folder.path()).unwrap();
    let folder = backups::folder(&to.file());
    let backup = folder.join(&names(&folder)[0]);
    for path in [to.file(), folder, backup] {
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{}", path.display());
    }
}

#[test]
fn a_book_that_is_there_already_is_never_written_over() {
    for name in ["book.kith", "book.kith-wal"] {
        let (from, to) = (Place::new(), Place::new());
        let was = lived_in(&from);
        fs::write(to.folder.path().join(name), b"somebody else\xe2\x80\x99s").unwrap();
        let error = backups::carry(&from.file(), to.folder.path()).unwrap_err();
        assert_eq!(error.code, Code::Invalid);
        assert!(error.message.contains("already a book"), "{error}");
        assert_eq!(names(to.folder.path()), [name]);
        assert_eq!(read(&from.file()), was);
    }
}

#[test]
fn what_a_kill_left_in_the_making_is_no_book_and_in_nobodys_way() {
    let (from, to) = (Place::new(), Place::new());
    let was = lived_in(&from);
    fs::write(to.folder.path().join("book.moving.kith"), b"half of it").unwrap();
    let folder = backups::folder(&to.file());
    fs::create_dir_all(&folder).unwrap();
    let name = names(&backups::folder(&from.file())).remove(0);
    fs::write(folder.join(format!("{name}.part")), b"half of it").unwrap();
    fs::write(folder.join(&name), b"half of it").unwrap();
    backups::carry(&from.file(), to.folder.path()).unwrap();
    assert_eq!(read(&to.file()), was);
    assert_eq!(names(to.folder.path()), ["backups", "book.kith"]);
    assert_eq!(names(&folder), [name]);
    let listed = backups::list(&to.file(), &minute(2)).unwrap();
    assert!(listed[0].people.is_some(), "it was copied again");
}

#[test]
fn a_failed_move_leaves_nothing_behind_and_the_book_as_it_was() {
    let (from, to) = (Place::new(), Place::new());
    let was = lived_in(&from);
    // A file in the place of the backup folder: not even root can create the folder then.
    fs::write(to.folder.path().join("backups"), b"").unwrap();
    backups::carry(&from.file(), to.folder.path()).unwrap_err();
    assert_eq!(names(to.folder.path()), ["backups"]);
    assert_eq!(read(&from.file()), was);
    // The copy is removed again after it was complete.
    fs::remove_file(to.folder.path().join("backups")).unwrap();
    let carried = backups::carry(&from.file(), to.folder.path()).unwrap();
    drop(Book::open(&carried.book, &minute(2)).unwrap());
    carried.take_back();
    assert!(names(to.folder.path()).is_empty());
    assert_eq!(read(&from.file()), was);
}

#[test]
fn a_damaged_book_is_not_carried_and_the_old_one_never_goes_without_a_new_one() {
    let (from, to) = (Place::new(), Place::new());
    lived_in(&from);
    let error = backups::leave(&from.file(), &to.file()).unwrap_err();
    assert_eq!(error.code, Code::FileMissing);
    assert!(from.file().exists());
    let mut bytes = fs::read(from.file()).unwrap();
    for byte in bytes.iter_mut().skip(4096).take(8192) {
        *byte = 0xA5;
    }
    fs::write(from.file(), &bytes).unwrap();
    let error = backups::carry(&from.file(), to.folder.path()).unwrap_err();
    assert_eq!(error.code, Code::BookDamaged);
    assert!(names(to.folder.path()).is_empty());
    assert_eq!(fs::read(from.file()).unwrap(), bytes);
}

#[test]
fn where_the_new_place_is_lost_the_old_folder_has_the_book_from_before() {
    let (from, to) = (Place::new(), Place::new());
    assert!(!backups::take_up(&from.file()).unwrap(), "nothing is there");
    let was = lived_in(&from);
    for _ in 0..2 {
        let carried = backups::carry(&from.file(), to.folder.path()).unwrap();
        backups::leave(&from.file(), &carried.book).unwrap();
        assert!(backups::take_up(&from.file()).unwrap());
        assert_eq!(read(&from.file()), was);
        assert!(backups::take_up(&from.file()).unwrap(), "it is there");
        carried.take_back();
    }
    let names = names(from.folder.path());
    assert!(
        names.contains(&"book before moving 2.kith".to_owned()),
        "{names:?}"
    );
}
