//! Opening the book, and the reason if that fails.

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use kith_core::people_list::PeopleFilter;
use kith_core::{Book, Code, Error, Result, backups, sample};
use serde_json::{Map, Value};

use crate::home::{self, Locks};
use crate::wire::BookState;
use crate::{clock, place};

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
    },
    /// No book is open.
    Closed {
        /// The error that all commands return.
        error: Error,
        /// What the page shows.
        state: BookState,
    },
}

/// Opens the user's own book. It is created if it does not exist, unless the user moved it.
pub fn book(data: &Path, held: &mut Locks) -> Opened {
    let opened = held.hold(data).and_then(|folder| {
        let file = home::book(&folder);
        // The book was moved here: a new one must not take its place.
        if home::is_moved(data) && !file.exists() {
            return Err(Error::new(
                Code::BookDamaged,
                "Your book\u{2019}s file is not in its folder. Its backups are.",
            ));
        }
        Book::open(&file, &clock::now())
    });
    match opened {
        Ok(book) => open(book, false),
        Err(error) => closed(data, error),
    }
}

/// Opens the sample book. It is created again each day.
pub fn sample(folder: &Path) -> Result<Opened> {
    let file = folder.join("sample.kith");
    sample::make(&file, &clock::now())?;
    Ok(open(Book::open(&file, &clock::now())?, true))
}

fn open(book: Book, sample: bool) -> Opened {
    static LAST: AtomicU64 = AtomicU64::new(0);
    Opened::Open {
        book: Box::new(book),
        sample,
        number: LAST.fetch_add(1, Ordering::Relaxed) + 1,
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
        _ => BookState::Unavailable {
            path,
            message: error.message.clone(),
            moved: home::is_moved(data),
        },
    };
    Opened::Closed { error, state }
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
            } => Ok(BookState::Open {
                sample: *sample,
                people: book
                    .people_outline(&PeopleFilter::default(), &crate::clock::now())?
                    .everyone,
                onboarded: book.settings()?.onboarded,
                opening: *number,
            }),
        }
    }

    /// Whether a book is open.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Open { .. })
    }

    /// The number of this opening; `None` if no book is open.
    pub fn number(&self) -> Option<u64> {
        match self {
            Self::Open { number, .. } => Some(*number),
            Self::Closed { .. } => None,
        }
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

    /// Closes the book, so that its file can be replaced.
    pub fn let_go(&mut self) {
        let error = Error::new(Code::BookInUse, "The book is being opened.");
        *self = Self::Closed {
            error,
            state: BookState::InUse {
                path: String::new(),
            },
        };
    }
}
