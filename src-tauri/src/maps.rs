//! The map as the page looks at it: one reading of the book, shared by all that ask, and the one
//! drawing whose places are being worked out.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use kith_core::graph::layout::{LayoutObserver, Point};
use kith_core::map::{MapDrawn, MapView, Network, Places};
use kith_core::{Book, Code, Error, Result};
use tauri::{AppHandle, Manager, Runtime};

use crate::clock;
use crate::mutex::locked;
use crate::state;

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
    /// Of whom: its picture's numbers are true of this reading, whatever was changed since.
    pub network: Arc<Network>,
    stop: AtomicBool,
    progress: Mutex<Progress>,
    moved: Condvar,
}

#[derive(Default)]
struct Progress {
    /// How many pictures there were; 0 is none yet.
    picture: u32,
    /// What share of the work is done, 1 at rest.
    share: f32,
    at: Vec<Point>,
}

/// The maps of a running Kith.
pub fn of<R: Runtime>(app: &AppHandle<R>) -> tauri::State<'_, Maps> {
    app.state()
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
        if let Some(before) = locked(&self.drawing).take() {
            before.stop();
        }
    }

    /// The drawing of this number, where no later one took its place.
    pub fn drawing(&self, number: u32) -> Result<Arc<Drawing>> {
        let drawing = locked(&self.drawing);
        let asked = drawing.as_ref().filter(|drawing| drawing.number == number);
        asked.cloned().ok_or_else(stopped)
    }

    /// The number of a drawing that is asked for.
    fn next(&self) -> u32 {
        self.numbers.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// Stops the drawing before.
    ///
    /// # Errors
    /// `Stopped` where one that was asked for later is there already: a large picture takes longer.
    fn put(&self, next: &Arc<Drawing>) -> Result<()> {
        let mut drawing = locked(&self.drawing);
        match &*drawing {
            Some(later) if later.number > next.number => return Err(stopped()),
            Some(before) => before.stop(),
            None => {}
        }
        *drawing = Some(Arc::clone(next));
        Ok(())
    }
}

/// Begins a drawing and answers what is on it; its places follow.
pub fn draw<R: Runtime>(app: &AppHandle<R>, view: MapView) -> Result<MapDrawn> {
    let (state, maps) = (state::of(app), of(app));
    let number = maps.next();
    // All while this book is open: no drawing of it begins once another one is.
    let (drawing, places, picture) = state.with(|book| {
        let network = maps.network(book)?;
        let places = book.map_places(&view)?;
        let picture = network.picture(&view)?;
        let drawing = Arc::new(Drawing::new(number, view, network));
        maps.put(&drawing)?;
        Ok((drawing, places, picture))
    })?;
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        let arranged = catch_unwind(AssertUnwindSafe(|| arrange(&app, &drawing, &places)));
        // A full disk keeps no places: the picture is there, and is worked out again next time. And a
        // fault of Kith's own must not leave the page waiting for ever.
        if !matches!(arranged, Ok(Ok(()))) {
            drawing.stop();
        }
    });
    Ok(MapDrawn {
        drawing: number,
        picture,
    })
}

/// Finds everybody's place and keeps it.
fn arrange<R: Runtime>(app: &AppHandle<R>, drawing: &Drawing, places: &Places) -> Result<()> {
    let sketch = drawing.network.sketch(&drawing.view, places)?;
    let Some(at) = sketch.arrange(drawing) else {
        return Ok(());
    };
    drawing.show(1.0, &at);
    state::of(app).with(|book| match drawing.stopped() {
        // Another book may be open by now, of other people with the same ids.
        true => Ok(()),
        false => book.map_keep(&drawing.view, &sketch.people, &at),
    })
}

impl Drawing {
    fn new(number: u32, view: MapView, network: Arc<Network>) -> Self {
        Self {
            number,
            view,
            network,
            stop: AtomicBool::default(),
            progress: Mutex::default(),
            moved: Condvar::new(),
        }
    }

    /// Waits for a picture newer than `after`; the floats that the page reads: the picture's number,
    /// the share of the work that is done, then x and y of everybody, me last.
    ///
    /// # Errors
    /// `Stopped` where another drawing took its place.
    pub fn places(&self, after: u32) -> Result<Vec<u8>> {
        let waiting = |places: &mut Progress| places.picture <= after && !self.stopped();
        let places = self
            .moved
            .wait_while(locked(&self.progress), waiting)
            .unwrap_or_else(PoisonError::into_inner);
        if places.picture <= after {
            return Err(stopped());
        }
        let head = [places.picture as f32, places.share];
        let floats = head.into_iter().chain(places.at.iter().flatten().copied());
        Ok(floats.flat_map(f32::to_le_bytes).collect())
    }

    fn show(&self, share: f32, at: &[Point]) {
        let mut places = locked(&self.progress);
        places.picture += 1;
        places.share = share;
        places.at.clear();
        places.at.extend_from_slice(at);
        self.moved.notify_all();
    }

    fn stop(&self) {
        // Under the lock, so that nobody begins to wait just now.
        let _places = locked(&self.progress);
        self.stop.store(true, Ordering::Relaxed);
        self.moved.notify_all();
    }
}

impl LayoutObserver for Drawing {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_picture_does_not_take_the_place_of_one_asked_for_later() {
        let folder = tempfile::tempdir().unwrap();
        let book = Book::open(&folder.path().join("book.kith"), &clock::now()).unwrap();
        let maps = Maps::default();
        let network = maps.network(&book).unwrap();
        let drawing = |number| {
            let view = MapView::default();
            Arc::new(Drawing::new(number, view, Arc::clone(&network)))
        };
        let (first, second) = (drawing(maps.next()), drawing(maps.next()));
        maps.put(&second).unwrap();
        assert_eq!(maps.put(&first).unwrap_err().code, Code::Stopped);
        assert!(!second.stopped() && maps.drawing(second.number).is_ok());
        let third = drawing(maps.next());
        maps.put(&third).unwrap();
        assert!(second.stopped() && maps.drawing(second.number).is_err());
        assert_eq!(second.places(0).unwrap_err().code, Code::Stopped);
        maps.forget();
        assert!(third.stopped() && maps.drawing(third.number).is_err());
    }
}
