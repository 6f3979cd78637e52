//! The places of people on the map: stored after each layout, and pinned by the user.

use std::collections::HashSet;

use super::{MapView, Places};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::error::{Error, Result};
use crate::graph::layout::Point;
use crate::ids::PersonId;
use crate::map::map_rows;
use crate::map::map_rows::Hundredths;
use crate::moment::Moment;
use crate::people::person_rows;

/// The largest coordinate of a place, in pixels.
const MAX_COORDINATE: f64 = 1e6;

impl Book {
    /// The places after the last layout of a view around me or of everyone. These views share them, so that whoever
    /// is in two of them stays where they were. Views around somebody else are not stored, so they have none.
    ///
    /// # Errors
    /// Those of storage.
    pub fn map_places(&self, view: &MapView) -> Result<Places> {
        if !is_stored(view) {
            return Ok(Places::default());
        }
        let kept = self.read_long(map_rows::places)?;
        let kept = kept.into_iter();
        let places = kept.filter_map(|(person, at)| Some((person, point(at)?)));
        Ok(Places(places.collect()))
    }

    /// Stores the places after a layout. `places` has the places of `people` in the same order, in pixels;
    /// further places (mine) and invalid ones are ignored. Views around somebody else are not stored. People
    /// who are pinned or not in `people` keep their stored place. Not an undo step.
    ///
    /// # Errors
    /// Those of storage.
    pub fn map_keep(&self, view: &MapView, people: &[PersonId], places: &[Point]) -> Result<()> {
        if !is_stored(view) {
            return Ok(());
        }
        let at = people.iter().copied().zip(places.iter().copied());
        self.change_for_good(|tx| {
            let before = map_rows::places(tx)?;
            let pins = map_rows::pins(tx)?.into_iter();
            let pinned: HashSet<PersonId> = pins.map(|(person, _)| person).collect();
            let mut now = before.clone();
            let free = at.filter(|(person, _)| !pinned.contains(person));
            now.extend(free.filter_map(|(person, at)| Some((person, hundredths(at)?))));
            match now == before {
                true => Ok(()),
                false => map_rows::store(tx, &now),
            }
        })
    }

    /// Deletes the stored places of all views, so that the next layout starts anew. Pins are kept. Not an
    /// undo step.
    ///
    /// # Errors
    /// Those of storage.
    pub fn map_forget(&self) -> Result<()> {
        self.change_for_good(map_rows::forget)
    }

    /// Pins a person at a place in every view. In pixels at scale 1; I am at 0, 0.
    ///
    /// # Errors
    /// `Invalid` at `place` if a coordinate is NaN or beyond ±1,000,000; `NotFound`; those of storage.
    pub fn map_pin(&self, person: PersonId, x: f32, y: f32, now: &Moment) -> Result<Done<()>> {
        let at = hundredths([x, y]);
        let at = at.ok_or_else(|| Error::invalid("place", "This place is not on the map."))?;
        self.change(OperationKind::Pin, now, |change| {
            let found = person_rows::get(&change.tx, person)?;
            if found.trashed_at.is_some() {
                return Err(Error::not_found("This person"));
            }
            change.about(found.name.display, 1);
            map_rows::pin(&change.tx, person, at)
        })
    }

    /// Unpins these people, or all if absent. Returns how many were pinned.
    ///
    /// # Errors
    /// Those of storage.
    pub fn map_unpin(&self, people: Option<&[PersonId]>, now: &Moment) -> Result<Done<u32>> {
        self.change(OperationKind::Unpin, now, |change| {
            let pinned = map_rows::pins(&change.tx)?
                .into_iter()
                .map(|(person, _)| person);
            let wanted = |person: &PersonId| people.is_none_or(|people| people.contains(person));
            let pinned: Vec<PersonId> = pinned.filter(wanted).collect();
            let first = match pinned.first() {
                Some(first) => person_rows::get(&change.tx, *first)?.name.display,
                None => String::new(),
            };
            change.about(first, pinned.len());
            let mut unpinned = 0;
            for person in pinned {
                unpinned += u32::from(map_rows::unpin(&change.tx, person)?);
            }
            Ok(unpinned)
        })
    }
}

/// Whether the places of a view are stored: not those of a view around somebody else.
fn is_stored(view: &MapView) -> bool {
    view.around().is_none()
}

/// A stored place in pixels; `None` if it is too far out.
pub(super) fn point(at: Hundredths) -> Option<Point> {
    let [x, y] = at.map(|at| at as f64 / 100.0);
    let is_near = [x, y].iter().all(|at| at.abs() <= MAX_COORDINATE);
    is_near.then_some([x as f32, y as f32])
}

/// A place rounded as it is when it is stored and read again.
pub(super) fn as_stored(at: Point) -> Point {
    hundredths(at).and_then(point).unwrap_or(at)
}

/// A place in hundredths of a pixel; `None` if it is NaN or too far out.
fn hundredths(at: Point) -> Option<Hundredths> {
    let [x, y] = at.map(f64::from);
    // NaN fails this comparison.
    let is_near = [x, y].iter().all(|at| at.abs() <= MAX_COORDINATE);
    is_near.then(|| [x, y].map(|at| (at * 100.0).round() as i64))
}
