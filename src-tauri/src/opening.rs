//! Opening the book, and saying why it is not open.

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use kith_core::people_list::PeopleFilter;
use kith_core::{Book, Code, Error, Result, backups, sample};

use crate::home::{self, Held};
use crate::wire::BookState;
use crate::{clock, place};

/// The book, or why there is none.
pub enum Opened {
    /// The book, open.
    Open {
        /// The book.
        book: Box<Book>,
        /// It is the sample, not the person's own.
        sample: bool,
        /// Which opening it is, from 1; no other in this process has the number.
        number: u64,
    },
    /// Not open.
    Closed {
        /// What every command answers.
        error: Error,
        /// What the page shows.
        state: BookState,
    },
}

/// Opens the person's own book, making it where Kith's own folder has none.
pub fn book(data: &Path, held: &mut Held) -> Opened {
    let opened = held.hold(data).and_then(|folder| {
        let file = home::book(&folder);
        // A moved book was there: no other is begun in its place.
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

/// Opens the sample, made anew where it is not of today.
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

/// Why a book is not open, and what there is to go on with.
fn closed(data: &Path, error: Error) -> Opened {
    let file = home::book(&home::folder(data));
    let path = place::said(&file);
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
    /// What the page shows.
    pub fn state(&self) -> Result<BookState> {
        match self {
            Self::Closed { state, .. } => Ok(state.clone()),
            Self::Open { book, sample, .. } => Ok(BookState::Open {
                sample: *sample,
                people: book
                    .people_outline(&PeopleFilter::default(), &crate::clock::now())?
                    .everyone,
                onboarded: book.settings()?.onboarded,
            }),
        }
    }

    /// Whether commands can use it.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Open { .. })
    }

    /// Whether it is the sample.
    pub fn is_sample(&self) -> bool {
        matches!(self, Self::Open { sample: true, .. })
    }

    /// Lets go of the file while something else is put in its place.
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
