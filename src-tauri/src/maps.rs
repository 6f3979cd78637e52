//! The map as the page looks at it: one reading of the book, shared by all that ask, and the one
//! drawing whose places are being worked out.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use kith_core::graph::layout::{Point, Watch};
use kith_core::map::{MapDrawn, MapView, Network};
use kith_core::{Book, Code, Error, Result};
use tauri::{AppHandle, Runtime};

use crate::clock;
use crate::state::{self, locked};

/// What the map holds between calls.
#[derive(Default)]
pub struct Maps {
    network: Mutex<Option<Known>>,
    drawing: Mutex<Option<Arc<Drawing>>>,
    numbers: AtomicU32,
}

/// A reading of the book, and what it was true of.
struct Known {
    revision: u64,
    day: chrono::NaiveDate,
    network: Arc<Network>,
}

/// A picture whose people are finding their places.
pub struct Drawing {
    number: u32,
    /// What it shows.
    pub view: MapView,
    stop: AtomicBool,
    places: Mutex<Places>,
    moved: Condvar,
}

#[derive(Default)]
struct Places {
    /// How many pictures there were; 0 is none yet.
    picture: u32,
    /// What share of the work is done, 1 at rest.
    share: f32,
    at: Vec<Point>,
}

impl Maps {
    /// The book as a network: read anew where something was changed since, or the day is another.
    pub fn network(&self, book: &Book) -> Result<Arc<Network>> {
        let now = clock::now();
        // Asked before it is read: a change that comes between is not missed.
        let revision = book.revision();
        let mut known = locked(&self.network);
        if let Some(known) = known.as_ref()
            && (known.revision, known.day) == (revision, now.today())
        {
            return Ok(Arc::clone(&known.network));
        }
        let network = Arc::new(book.network(&now)?);
        *known = Some(Known {
            revision,
            day: now.today(),
            network: Arc::clone(&network),
        });
        Ok(network)
    }

    /// Another book is open: nothing that was read of the one before holds.
    pub fn forget(&self) {
        *locked(&self.network) = None;
        self.put(None);
    }

    /// The drawing of this number, where no later one took its place.
    pub fn drawing(&self, number: u32) -> Result<Arc<Drawing>> {
        let drawing = locked(&self.drawing);
        let asked = drawing.as_ref().filter(|drawing| drawing.number == number);
        asked.cloned().ok_or_else(stopped)
    }

    /// Stops the drawing before.
    fn put(&self, next: Option<Arc<Drawing>>) {
        if let Some(before) = std::mem::replace(&mut *locked(&self.drawing), next) {
            before.stop();
        }
    }
}

/// Begins a drawing and answers what is on it; its places follow.
pub fn draw<R: Runtime>(app: &AppHandle<R>, view: MapView) -> Result<MapDrawn> {
    let state = state::of(app);
    let (network, places) =
        state.with(|book| Ok((state.maps.network(book)?, book.map_places(&view)?)))?;
    let picture = network.picture(&view)?;
    let drawing = Arc::new(Drawing {
        number: state.maps.numbers.fetch_add(1, Ordering::Relaxed) + 1,
        view,
        stop: AtomicBool::default(),
        places: Mutex::default(),
        moved: Condvar::new(),
    });
    state.maps.put(Some(Arc::clone(&drawing)));
    let drawn = MapDrawn {
        drawing: drawing.number,
        picture,
    };
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        let arrange = || -> Result<()> {
            let sketch = network.sketch(&view, &places)?;
            let Some(at) = sketch.arrange(&*drawing) else {
                return Ok(());
            };
            drawing.show(1.0, &at);
            state::of(&app).with(|book| book.map_keep(&view, &sketch.people, &at))
        };
        // A full disk keeps no places: the picture is there, and is worked out again next time.
        if arrange().is_err() {
            drawing.stop();
        }
    });
    Ok(drawn)
}

impl Drawing {
    /// Waits for a picture newer than `after`; the floats that the page reads: the picture's number,
    /// the share of the work that is done, then x and y of everybody, me last.
    ///
    /// # Errors
    /// `Stopped` where another drawing took its place.
    pub fn places(&self, after: u32) -> Result<Vec<u8>> {
        let waiting = |places: &mut Places| places.picture <= after && !self.stopped();
        let places = self
            .moved
            .wait_while(locked(&self.places), waiting)
            .unwrap_or_else(PoisonError::into_inner);
        if places.picture <= after {
            return Err(stopped());
        }
        let head = [places.picture as f32, places.share];
        let floats = head.into_iter().chain(places.at.iter().flatten().copied());
        Ok(floats.flat_map(f32::to_le_bytes).collect())
    }

    fn show(&self, share: f32, at: &[Point]) {
        let mut places = locked(&self.places);
        places.picture += 1;
        places.share = share;
        places.at.clear();
        places.at.extend_from_slice(at);
        self.moved.notify_all();
    }

    fn stop(&self) {
        // Under the lock, so that nobody begins to wait just now.
        let _places = locked(&self.places);
        self.stop.store(true, Ordering::Relaxed);
        self.moved.notify_all();
    }
}

impl Watch for Drawing {
    fn stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    fn picture(&self, share: f32, places: &[Point]) {
        // 1 is said by whoever has the last places.
        self.show(share.min(0.99), places);
    }
}

fn stopped() -> Error {
    Error::new(Code::Stopped, "Another map is being drawn.")
}
