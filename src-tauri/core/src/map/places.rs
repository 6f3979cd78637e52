//! Where people stand on the map: kept between days, and pinned by hand.

use std::collections::HashSet;

use super::{MapView, Places, Steps};
use crate::book::Book;
use crate::change::{Done, Op, OperationKind};
use crate::error::{Error, Result};
use crate::graph::layout::Point;
use crate::ids::PersonId;
use crate::map::map_rows;
use crate::map::map_rows::Hundredths;
use crate::moment::Moment;
use crate::people::person_rows;
use crate::store::Tx;

/// In pixels: nothing stands farther out.
const FARTHEST: f64 = 1e6;

impl Book {
    /// Where everybody stood when a view of mine last came to rest; nothing around somebody else.
    ///
    /// # Errors
    /// Those of storage.
    pub fn map_places(&self, view: &MapView) -> Result<Places> {
        let Some(view) = kept_as(view) else {
            return Ok(Places::default());
        };
        let kept = self.read_long(|tx| map_rows::places(tx, view))?;
        let kept = kept.into_iter();
        let places = kept.filter_map(|(person, at)| Some((person, point(at)?)));
        Ok(Places(places.collect()))
    }

    /// Keeps where a view of mine came to rest: `people` and their places in the same order; places beyond
    /// (mine) and such as cannot be believed are passed over, and so is a view around somebody else. Whoever
    /// is not on it now, or is pinned, keeps the place they had. Not an undo step.
    ///
    /// # Errors
    /// Those of storage.
    pub fn map_keep(&self, view: &MapView, people: &[PersonId], places: &[Point]) -> Result<()> {
        let Some(view) = kept_as(view) else {
            return Ok(());
        };
        let (before, pinned) =
            self.read_long(|tx| Ok((map_rows::places(tx, view)?, map_rows::pins(tx)?)))?;
        let pinned: HashSet<PersonId> = pinned.into_iter().map(|(person, _)| person).collect();
        let mut places_now = before.clone();
        let places = people.iter().zip(places);
        let places = places.filter(|(person, _)| !pinned.contains(person));
        places_now.extend(places.filter_map(|(person, at)| Some((*person, hundredths(*at)?))));
        if places_now == before {
            return Ok(());
        }
        self.change_for_good(|tx| map_rows::keep(tx, view, &places_now))
    }

    /// Forgets where everybody stood in every view, so that the next picture is drawn anew; pins stay.
    ///
    /// # Errors
    /// Those of storage.
    pub fn map_forget(&self) -> Result<()> {
        self.change_for_good(map_rows::forget)
    }

    /// Pins somebody at a place in pixels at scale 1, me at 0, 0: there they stay in every view.
    ///
    /// # Errors
    /// `Invalid` at `place` where that is no place; `NotFound`; those of storage.
    pub fn map_pin(&self, person: PersonId, x: f32, y: f32, now: &Moment) -> Result<Done<()>> {
        let at = hundredths([x, y]);
        let at = at.ok_or_else(|| Error::invalid("place", "This place is not on the map."))?;
        let pick = |tx: &Tx<'_>| {
            let found = person_rows::get(tx, person)?;
            match found.trashed_at {
                Some(_) => Err(Error::not_found("This person")),
                None => Ok(((Op::on(OperationKind::Pin, found.name.display), None), ())),
            }
        };
        self.operate(now, pick, |change, ()| {
            map_rows::pin(&change.tx, person, at)
        })
    }

    /// Lets people go who are pinned, or all; answers how many were.
    ///
    /// # Errors
    /// Those of storage.
    pub fn map_unpin(&self, people: Option<&[PersonId]>, now: &Moment) -> Result<Done<u32>> {
        let pick = |tx: &Tx<'_>| {
            let pinned = map_rows::pins(tx)?.into_iter().map(|(person, _)| person);
            let wanted = |person: &PersonId| people.is_none_or(|people| people.contains(person));
            let pinned: Vec<PersonId> = pinned.filter(wanted).collect();
            let first = match pinned.first() {
                Some(first) => person_rows::get(tx, *first)?.name.display,
                None => String::new(),
            };
            let op = Op::on_several(OperationKind::Unpin, first, pinned.len());
            Ok(((op, None), pinned))
        };
        self.operate(now, pick, |change, pinned| {
            let mut let_go = 0;
            for person in pinned {
                let_go += u32::from(map_rows::unpin(&change.tx, person)?);
            }
            Ok(let_go)
        })
    }
}

/// The word under which a view's places are kept: only views of mine are.
fn kept_as(view: &MapView) -> Option<&'static str> {
    match (view.steps, view.around()) {
        (_, Some(_)) => None,
        (Steps::One, None) => Some("one"),
        (Steps::Two, None) => Some("two"),
        (Steps::Everyone, None) => Some("everyone"),
    }
}

/// In pixels, where that can be believed.
pub(super) fn point(at: Hundredths) -> Option<Point> {
    let [x, y] = at.map(|at| at as f64 / 100.0);
    let is_near = [x, y].iter().all(|at| at.abs() <= FARTHEST);
    is_near.then_some([x as f32, y as f32])
}

/// As it is read again tomorrow.
pub(super) fn as_kept(at: Point) -> Point {
    hundredths(at).and_then(point).unwrap_or(at)
}

/// In hundredths of a pixel, where it is a place.
fn hundredths(at: Point) -> Option<Hundredths> {
    let [x, y] = at.map(f64::from);
    // Not a number is within no bounds.
    let is_near = [x, y].iter().all(|at| at.abs() <= FARTHEST);
    is_near.then(|| [x, y].map(|at| (at * 100.0).round() as i64))
}
