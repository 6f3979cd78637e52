//! The state of the map: the network read from the book, shared by all queries, and the one drawing
//! whose layout is being computed.

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

/// What is kept for the map between commands.
#[derive(Default)]
pub struct Maps {
    network: Mutex<Option<CachedNetwork>>,
    drawing: Mutex<Option<Arc<Drawing>>>,
    numbers: AtomicU32,
}

/// A network, with the revision of the book and the day for which it is valid.
struct CachedNetwork {
    revision: u64,
    day: chrono::NaiveDate,
    network: Arc<Network>,
}

/// A picture of the map whose layout is being computed.
pub struct Drawing {
    number: u32,
    /// What the picture shows.
    pub view: MapView,
    /// The network that the numbers in the picture refer to, even if the book has changed since.
    pub network: Arc<Network>,
    stop: AtomicBool,
    progress: Mutex<Progress>,
    moved: Condvar,
}

#[derive(Default)]
struct Progress {
    /// The number of layouts shown so far; 0 if none.
    picture: u32,
    /// The share of the computation that is done, 0–1; 1 if the layout is final.
    share: f32,
    at: Vec<Point>,
}

/// The map state of the running app.
pub fn of<R: Runtime>(app: &AppHandle<R>) -> tauri::State<'_, Maps> {
    app.state()
}

impl Maps {
    /// The network of the book. It is read again if the book changed or another day began.
    pub fn network(&self, book: &Book) -> Result<Arc<Network>> {
        let now = clock::now();
        // The revision is taken before reading, so that a change in between is not missed.
        let revision = book.revision();
        let mut cached = locked(&self.network);
        if let Some(cached) = cached.as_ref()
            && (cached.revision, cached.day) == (revision, now.today())
        {
            return Ok(Arc::clone(&cached.network));
        }
        let network = Arc::new(book.network(&now)?);
        *cached = Some(CachedNetwork {
            revision,
            day: now.today(),
            network: Arc::clone(&network),
        });
        Ok(network)
    }

    /// Drops everything that was read from the book, because another one is opened, and stops the drawing.
    pub fn forget(&self) {
        *locked(&self.network) = None;
        if let Some(before) = locked(&self.drawing).take() {
            before.stop();
        }
    }

    /// The drawing with this number; `Stopped` if another one has replaced it.
    pub fn drawing(&self, number: u32) -> Result<Arc<Drawing>> {
        let drawing = locked(&self.drawing);
        let asked = drawing.as_ref().filter(|drawing| drawing.number == number);
        asked.cloned().ok_or_else(stopped)
    }

    /// The number for a new drawing.
    fn next_number(&self) -> u32 {
        self.numbers.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// Replaces the current drawing and stops it.
    ///
    /// # Errors
    /// `Stopped` if the current one was requested later: a large picture may take longer to
    /// prepare than one requested after it.
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

/// Starts a drawing. Returns what it shows; `Drawing::places` returns the layout.
pub fn draw<R: Runtime>(app: &AppHandle<R>, view: MapView) -> Result<MapDrawn> {
    let (state, maps) = (state::of(app), of(app));
    let number = maps.next_number();
    // All within one `with`, so that no drawing of this book can start after another one was opened.
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
        // If the places cannot be stored (disk full), the page has them anyway. After a panic, stopping the
        // drawing keeps the page from waiting forever.
        if !matches!(arranged, Ok(Ok(()))) {
            drawing.stop();
        }
    });
    Ok(MapDrawn {
        drawing: number,
        picture,
    })
}

/// Computes the layout and stores it in the book.
fn arrange<R: Runtime>(app: &AppHandle<R>, drawing: &Drawing, places: &Places) -> Result<()> {
    let layout_input = drawing.network.layout_input(&drawing.view, places)?;
    let Some(at) = layout_input.arrange(drawing) else {
        return Ok(());
    };
    drawing.show(1.0, &at);
    state::of(app).with(|book| match drawing.stopped() {
        // The drawing was stopped: another book may be open, whose people have the same ids.
        true => Ok(()),
        false => book.map_keep(&drawing.view, &layout_input.people, &at),
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

    /// Waits for a layout newer than number `after`. Returns 32-bit little-endian floats: the number of the
    /// layout, the share of the computation that is done, then x and y of each person, the user last.
    ///
    /// # Errors
    /// `Stopped` if another drawing replaced this one.
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
        // Under the lock, so that no thread starts to wait between the check and the notification.
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
        // `arrange` shows the final layout with share 1.
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
        let (first, second) = (drawing(maps.next_number()), drawing(maps.next_number()));
        maps.put(&second).unwrap();
        assert_eq!(maps.put(&first).unwrap_err().code, Code::Stopped);
        assert!(!second.stopped() && maps.drawing(second.number).is_ok());
        let third = drawing(maps.next_number());
        maps.put(&third).unwrap();
        assert!(second.stopped() && maps.drawing(second.number).is_err());
        assert_eq!(second.places(0).unwrap_err().code, Code::Stopped);
        maps.forget();
        assert!(third.stopped() && maps.drawing(third.number).is_err());
    }
}
