//! Opening the book, and the reason if that fails.

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use kith_core::people_list::PeopleFilter;
use kith_core::{Book, Code, Error, Lost, Result, backups, sample};
use serde_json::{Map, Value};

use crate::home::{self, Locks};
use crate::wire::{BookState, HowLost};
use crate::{clock, customs, place};

/// The open book, or the reason why none is open.
pub enum Opened {
    /// A book is open.
    Open {
        /// The book.
        book: Box<Book>,
        /// Whether it is the sample book instead of the user's own.
        sample: bool,
        /// The number of this opening, from 1, unique in this process.
        number: u64,
        /// Whether it was not closed the last time it was open.
        left_open: bool,
    },
    /// No book is open.
    Closed {
        /// The error that all commands return.
        error: Error,
        /// What the page shows.
        state: BookState,
        /// Whether it was open and is damaged. It is not opened again then: it would be closed at the next error.
        given_up: bool,
    },
}

/// Opens the person's own book, making it where Kith's own folder has none.
pub fn book(data: &Path, held: &mut Locks) -> Opened {
    let opened = match held.hold(data) {
        Ok(folder) => {
            let file = home::book(&folder);
            // Closing a book removes its log, which is empty as long as nothing is done.
            let left_open = file.with_extension("kith-wal").exists();
            in_folder(data, &file).map(|book| (book, left_open))
        }
        Err(error) if error.code == Code::NotWritable => {
            to_read(data, error).map(|book| (book, false))
        }
        Err(error) => Err(error),
    };
    match opened {
        Ok((book, left_open)) => open(book, false, left_open),
        Err(error) => closed(data, error),
    }
}

/// Opens the book in a folder that this Kith holds alone.
fn in_folder(data: &Path, file: &Path) -> Result<Book> {
    let now = clock::now();
    // A backups folder that cannot be read keeps no book shut.
    let waiting = backups::waiting(file, &now).unwrap_or_default();
    if let Some(kept) = waiting {
        if !is_same_book(file, &backups::folder(file).join(kept.name)) {
            return Err(Error::new(
                Code::BookLost,
                "What to go on with has not been said yet. Nothing was changed.",
            ));
        }
        // It was put back as it was.
        backups::decided(file, &now)?;
    }
    // A moved book was there: no other is begun in its place.
    if home::is_moved(data) && !file.exists() {
        return Err(Error::new(
            Code::BookMissing,
            "Your book\u{2019}s file is not in its folder.",
        ));
    }
    let book = Book::open(file, &now)?;
    if book.cannot_save().is_none() {
        tidy(data, file);
    }
    Ok(book)
}

/// Whether two files hold the same book.
fn is_same_book(one: &Path, other: &Path) -> bool {
    let text = |file| -> Result<Vec<u8>> {
        let mut text = Vec::new();
        Book::open_to_read(file)?.write_json(&mut text)?;
        Ok(text)
    };
    matches!((text(one), text(other)), (Ok(one), Ok(other)) if one == other)
}

/// What a Kith that was killed left half made, and half done. What cannot be done is done another day.
fn tidy(data: &Path, file: &Path) {
    backups::sweep(file);
    backups::sweep(&data.join("sample.kith"));
    let before = home::book(data);
    if home::is_moved(data) && !home::is_same(data, &home::folder(data)) {
        let _another_day = backups::decided(&before, &clock::now());
        // A move ends with this.
        if before.exists() {
            let _another_day = backups::leave(&before, file);
        }
    }
}

/// Opens the book only to read, where its folder gives no lock because nothing can be written there.
fn to_read(data: &Path, error: Error) -> Result<Book> {
    let opened = Book::open_to_read(&home::book(&home::folder(data)));
    opened.map_err(|other| match other.code {
        Code::BookDamaged | Code::BookNewer => other,
        _ => error,
    })
}

/// Closes a book whose file was lost, and keeps what it held beside it; where its folder is gone, in Kith's own.
pub fn left(data: &Path, book: Book, how: Lost) -> Opened {
    let own = home::book(data);
    let file = book.file().to_owned();
    let is_there = file.exists() || backups::folder(&file).is_dir();
    let keeps = if is_there || !home::is_moved(data) {
        &file
    } else {
        &own
    };
    if let Some(folder) = keeps.parent() {
        let _there = place::create_private(folder);
    }
    let left = book.leave_lost(how, keeps, &clock::now());
    if !is_there && keeps == &own && own != file {
        return closed(
            data,
            Error::new(
                Code::FileMissing,
                "The folder of your book is not there any more. If it is on a drive or a server, connect that and try again.",
            ),
        );
    }
    let error = Error::new(
        Code::BookLost,
        "Your book\u{2019}s file is not the one that Kith opened any more. Nothing was changed.",
    );
    let how = match left.how {
        Lost::Gone => HowLost::Gone,
        Lost::Replaced => HowLost::Replaced,
        Lost::WrittenOver => HowLost::WrittenOver,
    };
    Opened::Closed {
        state: lost(&file, how),
        error,
        given_up: false,
    }
}

fn lost(file: &Path, how: HowLost) -> BookState {
    BookState::Lost {
        path: place::display(file),
        how,
        there: backups::people_there(file),
        backups: backups::list(file, &clock::now()).unwrap_or_default(),
    }
}

/// The state of a lost book as it is now: what took its place may have been written since.
pub fn looked_at_again(data: &Path, state: BookState) -> BookState {
    match state {
        BookState::Lost { how, .. } => lost(&home::book(&home::folder(data)), how),
        other => other,
    }
}

/// Opens the sample, made anew where it is not of today.
pub fn sample(folder: &Path) -> Result<Opened> {
    let file = folder.join("sample.kith");
    sample::make(&file, &clock::now())?;
    Ok(open(Book::open(&file, &clock::now())?, true, false))
}

fn open(book: Book, sample: bool, left_open: bool) -> Opened {
    // Where it cannot be kept, the book opens all the same; it is tried again at the next start.
    let _kept = book.system_customs_are(&customs::of_system());
    static LAST: AtomicU64 = AtomicU64::new(0);
    Opened::Open {
        book: Box::new(book),
        sample,
        number: LAST.fetch_add(1, Ordering::Relaxed) + 1,
        left_open,
    }
}

/// The closed state for an error: why the book is not open, and which backups there are.
fn closed(data: &Path, error: Error) -> Opened {
    let file = home::book(&home::folder(data));
    let path = place::display(&file);
    let backups = || backups::list(&file, &clock::now()).unwrap_or_default();
    let state = match error.code {
        Code::BookNewer => BookState::Newer {
            path,
            backups: backups(),
        },
        Code::BookDamaged => BookState::Damaged {
            path,
            kept_as: None,
            backups: backups(),
        },
        Code::BookInUse => BookState::InUse { path },
        Code::BookMissing => lost(&file, HowLost::Missing),
        Code::BookLost if file.exists() => lost(&file, HowLost::Replaced),
        Code::BookLost => lost(&file, HowLost::Gone),
        _ => BookState::Unavailable {
            path,
            message: unavailable(data, &file, &error),
            moved: home::is_moved(data),
        },
    };
    Opened::Closed {
        error,
        state,
        given_up: false,
    }
}

/// The state after a fault of Kith's own while the book was being opened.
pub fn failed(data: &Path) -> Opened {
    closed(
        data,
        Error::new(
            Code::Internal,
            "Something went wrong inside Kith while your book was being opened. It was left as it is.",
        ),
    )
}

/// The state after an open book was found to be damaged.
pub fn given_up(data: &Path, error: Error) -> Opened {
    match closed(data, error) {
        Opened::Closed { error, state, .. } => Opened::Closed {
            error,
            state,
            given_up: true,
        },
        open @ Opened::Open { .. } => open,
    }
}

/// Deletes the sample's file. It is made again when it is opened.
pub fn forget_sample(folder: &Path) {
    for end in ["", "-wal", "-shm"] {
        let _gone = std::fs::remove_file(folder.join(format!("sample.kith{end}")));
    }
}

/// Where the folder of a moved book went away while it was open, what Kith held is kept in its own.
fn unavailable(data: &Path, file: &Path, error: &Error) -> String {
    let own = home::book(data);
    let kept = if own == file {
        None
    } else {
        backups::waiting(&own, &clock::now()).unwrap_or_default()
    };
    match kept {
        Some(kept) => {
            let path = backups::folder(&own).join(&kept.name);
            let said = place::display(&path);
            format!(
                "{} All that you had in Kith is kept in {said}.",
                error.message
            )
        }
        None => error.message.clone(),
    }
}

impl Opened {
    /// What the page shows of the book.
    pub fn state(&self) -> Result<BookState> {
        match self {
            Self::Closed { state, .. } => Ok(state.clone()),
            Self::Open {
                book,
                sample,
                number,
                ..
            } => Ok(BookState::Open {
                sample: *sample,
                people: book
                    .people_outline(&PeopleFilter::default(), &crate::clock::now())?
                    .everyone,
                onboarded: book.settings()?.onboarded,
                cannot_save: book.cannot_save().cloned(),
                opening: *number,
            }),
        }
    }

    /// Whether the book was closed because it is damaged.
    pub fn is_given_up(&self) -> bool {
        matches!(self, Self::Closed { given_up: true, .. })
    }

    /// The number of this opening; `None` if no book is open.
    pub fn number(&self) -> Option<u64> {
        match self {
            Self::Open { number, .. } => Some(*number),
            Self::Closed { .. } => None,
        }
    }

    /// Whether a book is open.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Open { .. })
    }

    /// Whether the book is not where it should be, so that the person can say where it is.
    pub fn is_missing(&self) -> bool {
        matches!(
            self,
            Self::Closed {
                state: BookState::Unavailable { moved: true, .. } | BookState::Lost { .. },
                ..
            }
        )
    }

    /// Whether somebody has to say first what to go on with.
    pub fn is_lost(&self) -> bool {
        matches!(
            self,
            Self::Closed {
                state: BookState::Lost { .. },
                ..
            }
        )
    }

    /// The settings of the window's looks in the open book.
    pub fn look(&self) -> Option<Map<String, Value>> {
        match self {
            Self::Open { book, .. } => book.look().ok(),
            Self::Closed { .. } => None,
        }
    }

    /// Sets the window's looks as they were with the book before: they belong to the window, not to a book.
    pub fn set_look(&self, look: Option<Map<String, Value>>) {
        if let (Self::Open { book, .. }, Some(look)) = (self, look) {
            // If they cannot be saved, the window looks as this book says.
            let _kept = book.settings_set(&look, &clock::now());
        }
    }

    /// Keeps the number of the opening before: the same book was opened again, because replacing it failed.
    pub fn keep_number(&mut self, before: u64) {
        if let Self::Open { number, .. } = self {
            *number = before;
        }
    }

    /// Whether the sample book is open.
    pub fn is_sample(&self) -> bool {
        matches!(self, Self::Open { sample: true, .. })
    }

    /// Lets go of the file while something else is put in its place; answers the book that was open.
    pub fn let_go(&mut self) -> Option<Book> {
        let closed = Self::Closed {
            error: Error::new(Code::BookInUse, "The book is being opened."),
            state: BookState::InUse {
                path: String::new(),
            },
            given_up: false,
        };
        match std::mem::replace(self, closed) {
            Self::Open { book, .. } => Some(*book),
            Self::Closed { .. } => None,
        }
    }
}
