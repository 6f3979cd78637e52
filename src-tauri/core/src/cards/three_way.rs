//! Compares a card that is imported again with the book: last import, now, and the file. Pure.
//!
//! An item that is unchanged in Kith gets the value of the file. One that was changed only in Kith keeps
//! its value. For one that was changed in both the user decides. An item that the file no longer has is
//! kept, unless the user removes it.

use std::collections::HashMap;

use super::Item;

/// Which of two values is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Kith,
    File,
}

/// The result of the comparison for one item. `new` is its index in the file's items, `row` the id of
/// its row, `kith` its value in the book. `conflict` is whether both sides changed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Nothing to do: both have the same value, or Kith's change is kept. Without `row` Kith deleted it.
    Same { new: usize, row: Option<i64> },
    /// Only the file has the item.
    Added { new: usize, conflict: bool },
    /// The file and Kith have different versions of the item.
    Changed {
        new: usize,
        row: i64,
        kith: Item,
        conflict: bool,
    },
    /// The file no longer has the item.
    Missing { row: i64, kith: Item },
}

impl Outcome {
    /// The side that is kept unless the user decides otherwise.
    pub(crate) fn default_side(&self) -> Side {
        match self {
            Self::Added {
                conflict: false, ..
            }
            | Self::Changed {
                conflict: false, ..
            } => Side::File,
            _ => Side::Kith,
        }
    }

    pub(crate) fn is_conflict(&self) -> bool {
        matches!(
            self,
            Self::Added { conflict: true, .. } | Self::Changed { conflict: true, .. }
        )
    }
}

/// An outcome for each item of the file, then for the items that the file no longer has.
pub(crate) type Comparison = Vec<Outcome>;

/// Compares. `last` are the items of the last import with their rows, empty if there was none; `now` are
/// the rows of today; `file` are the items of the card.
pub(crate) fn compare(
    last: &[(Item, Option<i64>)],
    now: &[(i64, Item)],
    file: &[&Item],
) -> Comparison {
    let mut comparing = Comparing {
        last_free: vec![true; last.len()],
        now_free: vec![true; now.len()],
        last,
        now,
        outcomes: vec![None; file.len()],
    };
    comparing.same_as_now(file);
    comparing.same_as_last(file);
    comparing.versions_of_last(file);
    let added = |(new, outcome): (usize, Option<Outcome>)| {
        outcome.unwrap_or(Outcome::Added {
            new,
            conflict: false,
        })
    };
    let missing = comparing.missing();
    let outcomes = comparing.outcomes.into_iter().enumerate().map(added);
    outcomes.chain(missing).collect()
}

/// A comparison in progress. Each item is matched at most once; `last_free` and `now_free` tell which
/// are not matched yet.
struct Comparing<'a> {
    last: &'a [(Item, Option<i64>)],
    now: &'a [(i64, Item)],
    last_free: Vec<bool>,
    now_free: Vec<bool>,
    outcomes: Vec<Option<Outcome>>,
}

impl Comparing<'_> {
    /// The current row with this id and of the same kind as `like`: ids of different tables may be equal.
    fn row_like(&self, row: Option<i64>, like: &Item) -> Option<(usize, &Item)> {
        let row = row?;
        self.now
            .iter()
            .enumerate()
            .find(|(_, (id, item))| {
                *id == row && std::mem::discriminant(item) == std::mem::discriminant(like)
            })
            .map(|(at, (_, item))| (at, item))
    }

    fn undecided(&self) -> Vec<usize> {
        (0..self.outcomes.len())
            .filter(|new| self.outcomes.get(*new).is_some_and(Option::is_none))
            .collect()
    }

    fn decide(&mut self, new: usize, outcome: Outcome) {
        if let Some(slot) = self.outcomes.get_mut(new) {
            *slot = Some(outcome);
        }
    }

    /// Matches items of the file that the book has with the same key.
    fn same_as_now(&mut self, file: &[&Item]) {
        let mut by_key: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, (_, item)) in self.now.iter().enumerate().rev() {
            by_key.entry(item.key()).or_default().push(at);
        }
        for (new, item) in file.iter().enumerate() {
            let Some(at) = by_key.get_mut(&item.key()).and_then(Vec::pop) else {
                continue;
            };
            let Some((row, kith)) = self.now.get(at) else {
                continue;
            };
            take(&mut self.now_free, at);
            let last = self.free_last(|was, of| {
                of == Some(*row) && std::mem::discriminant(was) == std::mem::discriminant(*item)
            });
            let mut outcome = Outcome::Same {
                new,
                row: Some(*row),
            };
            if let Some(at) = last {
                take(&mut self.last_free, at);
                let untouched = self
                    .last
                    .get(at)
                    .is_some_and(|(was, _)| was.is_worded_like(kith));
                if untouched && !kith.is_worded_like(item) {
                    let kith = kith.clone();
                    outcome = Outcome::Changed {
                        new,
                        row: *row,
                        kith,
                        conflict: false,
                    };
                }
            }
            self.decide(new, outcome);
        }
    }

    /// Matches items of the file that are as at the last import. Kith has changed or deleted them since,
    /// and that is kept.
    fn same_as_last(&mut self, file: &[&Item]) {
        for new in self.undecided() {
            let Some(item) = file.get(new) else { continue };
            let key = item.key();
            let Some(at) = self.free_last(|was, _| was.key() == key) else {
                continue;
            };
            let row = self
                .last
                .get(at)
                .and_then(|(was, row)| self.row_like(*row, was));
            let row = row.and_then(|(now, _)| self.now.get(now).map(|(id, _)| (now, *id)));
            take(&mut self.last_free, at);
            if let Some((now, _)) = row {
                take(&mut self.now_free, now);
            }
            self.decide(
                new,
                Outcome::Same {
                    new,
                    row: row.map(|(_, id)| id),
                },
            );
        }
    }

    /// Matches items of the file that are a new version of one of the last import.
    fn versions_of_last(&mut self, file: &[&Item]) {
        for new in self.undecided() {
            let Some(item) = file.get(new) else { continue };
            let slot = item.slot();
            let Some(at) = self.free_last(|was, _| was.slot() == slot) else {
                continue;
            };
            let Some((was, row)) = self.last.get(at) else {
                continue;
            };
            let current = self
                .row_like(*row, was)
                .map(|(now, kith)| (now, kith.clone()));
            let outcome = match (current, row) {
                (Some((now, kith)), Some(row)) if self.now_free.get(now) == Some(&true) => {
                    let conflict = kith.key() != was.key();
                    take(&mut self.now_free, now);
                    Outcome::Changed {
                        new,
                        row: *row,
                        kith,
                        conflict,
                    }
                }
                // Deleted in Kith, changed in the file.
                _ => Outcome::Added {
                    new,
                    conflict: true,
                },
            };
            take(&mut self.last_free, at);
            self.decide(new, outcome);
        }
    }

    fn free_last(&self, wanted: impl Fn(&Item, Option<i64>) -> bool) -> Option<usize> {
        self.last
            .iter()
            .zip(&self.last_free)
            .position(|((was, row), free)| *free && wanted(was, *row))
    }

    /// The items that came from the card at the last import, are unchanged in Kith, and are no longer in
    /// the file.
    fn missing(&self) -> Vec<Outcome> {
        let mut missing = Vec::new();
        for ((was, row), free) in self.last.iter().zip(&self.last_free) {
            let Some((at, kith)) = self.row_like(*row, was).filter(|_| *free) else {
                continue;
            };
            let untouched = kith.key() == was.key() && self.now_free.get(at) == Some(&true);
            if let Some(row) = row.filter(|_| untouched) {
                missing.push(Outcome::Missing {
                    row,
                    kith: kith.clone(),
                });
            }
        }
        missing
    }
}

fn take(free: &mut [bool], at: usize) {
    if let Some(free) = free.get_mut(at) {
        *free = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::details::ContactKind;

    fn mail(value: &str, label: &str) -> Item {
        Item::ContactPoint {
            kind: ContactKind::Email,
            value: value.into(),
            normal: value.into(),
            parts: None,
            label: label.into(),
            preferred: false,
        }
    }

    fn outcome(last: &[(Item, Option<i64>)], now: &[(i64, Item)], file: &Item) -> Outcome {
        compare(last, now, &[file]).into_iter().next().unwrap()
    }

    #[test]
    fn the_same_again_changes_nothing() {
        let a = mail("a@x.example", "Work");
        assert_eq!(
            compare(&[(a.clone(), Some(1))], &[(1, a.clone())], &[&a]),
            [Outcome::Same {
                new: 0,
                row: Some(1)
            }]
        );
    }

    #[test]
    fn unchanged_in_kith_takes_the_file() {
        let (a, b) = (mail("a@x.example", "Work"), mail("b@x.example", "Work"));
        let changed = outcome(&[(a.clone(), Some(1))], &[(1, a.clone())], &b);
        assert_eq!(
            changed,
            Outcome::Changed {
                new: 0,
                row: 1,
                kith: a,
                conflict: false
            }
        );
        assert_eq!(changed.default_side(), Side::File);
    }

    #[test]
    fn another_label_is_a_change_too() {
        let (work, home) = (mail("a@x.example", "Work"), mail("a@x.example", "Home"));
        let last = [(work.clone(), Some(1))];
        let changed = outcome(&last, &[(1, work.clone())], &home);
        assert_eq!(changed.default_side(), Side::File);
        assert_eq!(
            outcome(&last, &[(1, home)], &work),
            Outcome::Same {
                new: 0,
                row: Some(1)
            }
        );
    }

    #[test]
    fn changed_only_in_kith_stays() {
        let (a, b) = (mail("a@x.example", "Work"), mail("b@x.example", "Work"));
        assert_eq!(
            outcome(&[(a.clone(), Some(1))], &[(1, b)], &a),
            Outcome::Same {
                new: 0,
                row: Some(1)
            }
        );
        assert_eq!(
            outcome(&[(a.clone(), Some(1))], &[], &a),
            Outcome::Same { new: 0, row: None }
        );
    }

    #[test]
    fn changed_in_both_is_for_the_person_to_decide() {
        let (a, b, c) = (
            mail("a@x.example", "Work"),
            mail("b@x.example", "Work"),
            mail("c@x.example", "Work"),
        );
        let both = outcome(&[(a.clone(), Some(1))], &[(1, b)], &c);
        assert!(both.is_conflict());
        assert_eq!(both.default_side(), Side::Kith);
        assert!(outcome(&[(a, Some(1))], &[], &c).is_conflict());
    }

    #[test]
    fn what_the_file_lacks_is_said_and_stays() {
        let (a, b) = (mail("a@x.example", "Work"), mail("b@x.example", "Home"));
        let all = compare(
            &[(a.clone(), Some(1)), (b.clone(), Some(2))],
            &[(1, a.clone()), (2, b.clone())],
            &[&a],
        );
        assert_eq!(all.last().unwrap(), &Outcome::Missing { row: 2, kith: b });
        assert_eq!(all.last().unwrap().default_side(), Side::Kith);
    }

    #[test]
    fn what_was_added_by_hand_is_not_spoken_of() {
        let (a, b) = (mail("a@x.example", "Work"), mail("b@x.example", "Home"));
        assert_eq!(
            compare(&[(a.clone(), Some(1))], &[(1, a.clone()), (2, b)], &[&a]).len(),
            1
        );
    }
}
