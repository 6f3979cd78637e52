//! Random histories of a whole book and a clock that is wrong now and then: backups go on, nothing is aged
//! away before thirty days on which Kith ran, and no reminder pops up twice on a day.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::PathBuf;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use kith_core::backups::{self, Why};
use kith_core::details::NewPerson;
use kith_core::keeping_close::RelationshipEdit;
use kith_core::people_list::PeopleFilter;
use kith_core::reminders::{Popped, ReminderKey};
use kith_core::{Book, Moment, PersonId};
use tempfile::TempDir;

/// splitmix64: the same numbers everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        i64::try_from((z ^ (z >> 31)) % u64::try_from(end).unwrap()).unwrap()
    }

    fn percent(&mut self, chance: i64) -> bool {
        self.below(100) < chance
    }
}

/// What happened, so that a test knows that something did.
#[derive(Debug, Default)]
struct Tally {
    wrong: usize,
    backups: usize,
    popped: usize,
    again: usize,
    gone: usize,
    restored: usize,
    moved: usize,
}

/// Somebody in the trash.
#[derive(Clone, Debug)]
struct Trashed {
    on: NaiveDate,
    /// The days seen since, that one aside.
    seen: BTreeSet<NaiveDate>,
    /// That day came again, and they count as new.
    renewed: bool,
}

/// A person with Kith, and the observer's own notes.
struct History {
    dice: Dice,
    folders: Vec<TempDir>,
    /// What the clock should say.
    truth: DateTime<Utc>,
    /// What the shell remembers while its process lives.
    popped: Vec<Popped>,
    trash: BTreeMap<PersonId, Trashed>,
    /// The trash when each backup was made.
    trash_then: HashMap<String, BTreeMap<PersonId, Trashed>>,
    /// How often something popped up on a day.
    pops: HashMap<(ReminderKey, NaiveDate), usize>,
    known: HashSet<ReminderKey>,
    /// The people of the last backup, and the day it was made.
    saved: Option<(Vec<PersonId>, NaiveDate)>,
    /// The same when each backup was made: a backup holds the note of the one before it.
    saved_then: HashMap<String, Option<(Vec<PersonId>, NaiveDate)>>,
    /// The last daily backups that were made under the right clock.
    right: Vec<String>,
    tally: Tally,
}

impl History {
    fn begin(seed: u64) -> Self {
        Self {
            dice: Dice(seed),
            folders: vec![folder()],
            truth: "2026-03-02T07:00:00Z".parse().unwrap(),
            popped: Vec::new(),
            trash: BTreeMap::new(),
            trash_then: HashMap::new(),
            pops: HashMap::new(),
            known: HashSet::new(),
            saved: None,
            saved_then: HashMap::new(),
            right: Vec::new(),
            tally: Tally::default(),
        }
    }

    fn file(&self) -> PathBuf {
        self.folders.last().unwrap().path().join("book.kith")
    }

    fn live(mut self) -> Tally {
        for step in 0..45 {
            let (now, is_wrong) = self.next_moment(step);
            let new_process = self.dice.percent(60);
            if new_process {
                self.popped.clear();
            }
            for _ in 0..=self.dice.below(2) {
                self.start(&now, is_wrong);
            }
            self.outside(&now, is_wrong);
        }
        self.tally
    }

    /// The next day, or later on the same; one start in eight has a clock that is wrong.
    fn next_moment(&mut self, step: i64) -> (Moment, bool) {
        let hours = if self.dice.percent(80) {
            24
        } else {
            self.dice.below(6)
        };
        self.truth += Duration::hours(hours);
        let wrong = step > 2 && self.dice.percent(12) && self.tally.wrong < 3;
        self.tally.wrong += usize::from(wrong);
        let utc = match self.dice.below(5) {
            _ if !wrong => self.truth,
            0 => self.truth + Duration::days(3650),
            1 => self.truth + Duration::days(61),
            2 => self.truth - Duration::hours(1),
            3 => DateTime::from_timestamp(self.dice.below(100_000), 0).unwrap(),
            _ => self.truth - Duration::days(self.dice.below(25)),
        };
        let zone = chrono_tz::Europe::Lisbon;
        (Moment { utc, zone }, wrong)
    }

    /// Kith is started, or a book is opened in it: it reminds, the person does something, the day is looked
    /// after.
    fn start(&mut self, now: &Moment, is_wrong: bool) {
        let book = Book::open(&self.file(), now).unwrap();
        self.see(now);
        book.reminders_have_popped(&self.popped).unwrap();
        let run = book.reminders_begin(now).unwrap();
        for reminder in book.reminders_claim(run, now).unwrap() {
            for key in reminder.keys {
                self.pop(key, now);
            }
        }
        assert!(book.reminders_claim(run, now).unwrap().is_empty());
        self.popped = book.reminders_popped().unwrap();
        self.person(&book, now);
        self.look_after(&book, now, is_wrong);
        if self.dice.percent(15) {
            let made = book.backup_now(Why::ByHand, now).unwrap().value.name;
            assert!(self.names(now).contains(&made), "{made}");
            self.made(&made);
            self.saved = Some((everybody(&book, now), now.today()));
        }
    }

    fn pop(&mut self, key: ReminderKey, now: &Moment) {
        let count = self.pops.entry((key.clone(), now.today())).or_default();
        *count += 1;
        assert_eq!(*count, 1, "{key:?} twice on {}", now.today());
        self.tally.popped += 1;
        self.tally.again += usize::from(!self.known.insert(key));
    }

    /// The day is one on which Kith ran.
    fn see(&mut self, now: &Moment) {
        let day = now.utc.date_naive();
        for one in self.trash.values_mut() {
            if day != one.on {
                one.seen.insert(day);
            } else if !one.seen.is_empty() {
                one.renewed = true;
            }
        }
    }

    fn person(&mut self, book: &Book, now: &Moment) {
        if self.dice.percent(25) {
            let new = NewPerson {
                name: format!("Person {}", self.dice.below(1000)),
                ..NewPerson::default()
            };
            let id = book.person_add(&new, now).unwrap().value;
            let kind = book.kinds_list().unwrap()[0].id;
            let keep = RelationshipEdit::KeepClose {
                kind,
                cadence_days: Some(1 + u32::try_from(self.dice.below(3)).unwrap()),
                importance: 1,
                next: String::new(),
            };
            book.relationship_edit(&[id], &keep, now).unwrap();
        }
        let all = book.people_ids(&PeopleFilter::default(), now).unwrap();
        if let Some(id) = all.first().filter(|_| self.dice.percent(12)) {
            book.people_trash(&[*id], now).unwrap();
            let one = Trashed {
                on: now.utc.date_naive(),
                seen: BTreeSet::new(),
                renewed: false,
            };
            self.trash.insert(*id, one);
        }
    }

    fn look_after(&mut self, book: &Book, now: &Moment, is_wrong: bool) {
        let before = self.names(now);
        let people = everybody(book, now);
        book.daily(now).unwrap();
        let after = self.names(now);
        let made: Vec<&String> = after.iter().filter(|name| !before.contains(name)).collect();
        let changed = self
            .saved
            .as_ref()
            .is_none_or(|(saved, _)| *saved != people)
            && !people.is_empty();
        let is_due = changed
            && self
                .saved
                .as_ref()
                .is_none_or(|(_, day)| *day != now.today());
        assert!(
            !is_due || made.len() == 1,
            "due and not made: {before:?} {after:?}"
        );
        if let [made] = made[..] {
            self.made(made);
            self.tally.backups += 1;
            self.saved = Some((people, now.today()));
            // One a day stays.
            self.right.retain(|name| name[..10] != made[..10]);
            if !is_wrong {
                self.right.push(made.clone());
            }
        }
        // A wrong clock takes a place among the days each; the newest right ones stay.
        for right in self.right.iter().rev().take(3) {
            assert!(after.contains(right), "{right} went: {after:?}");
        }
        self.see_trash(book, now);
    }

    fn see_trash(&mut self, book: &Book, now: &Moment) {
        let there: BTreeSet<PersonId> = trashed(book, now);
        let gone: Vec<PersonId> = self
            .trash
            .keys()
            .filter(|id| !there.contains(id))
            .copied()
            .collect();
        for id in gone {
            let one = self.trash.remove(&id).unwrap();
            assert!(one.seen.len() >= 30, "gone too early: {one:?}");
            self.tally.gone += 1;
        }
        // What was changed after the day's backup keeps them for a day more.
        for one in self.trash.values().filter(|one| !one.renewed) {
            assert!(one.seen.len() < 36, "still there: {one:?}");
        }
    }

    /// A backup is restored, or the book moves.
    fn outside(&mut self, now: &Moment, is_wrong: bool) {
        if self.dice.percent(6) {
            let names = self.names(now);
            let Some(name) = names.first() else { return };
            backups::restore(&self.file(), name, now).unwrap();
            self.tally.restored += 1;
            let after = self.names(now);
            let made = after.into_iter().find(|name| !names.contains(name));
            self.made(&made.unwrap());
            self.trash = self.trash_then[name].clone();
            self.saved = self.saved_then[name].clone();
            self.right.clear();
            // The same process opens it.
            self.start(now, is_wrong);
        } else if self.dice.percent(5) {
            let to = folder();
            let carried = backups::carry(&self.file(), to.path()).unwrap();
            backups::leave(&self.file(), &carried.book).unwrap();
            self.folders.push(to);
            self.tally.moved += 1;
        }
    }

    /// What held when a backup was made.
    fn made(&mut self, name: &str) {
        self.trash_then.insert(name.to_owned(), self.trash.clone());
        self.saved_then.insert(name.to_owned(), self.saved.clone());
    }

    fn names(&self, now: &Moment) -> Vec<String> {
        let list = backups::list(&self.file(), now).unwrap();
        list.into_iter().map(|backup| backup.name).collect()
    }
}

fn folder() -> TempDir {
    let memory = std::path::Path::new("/dev/shm");
    if memory.is_dir() {
        tempfile::tempdir_in(memory).unwrap()
    } else {
        tempfile::tempdir().unwrap()
    }
}

fn everybody(book: &Book, now: &Moment) -> Vec<PersonId> {
    book.people_ids(&PeopleFilter::default(), now).unwrap()
}

fn trashed(book: &Book, now: &Moment) -> BTreeSet<PersonId> {
    let list = book.trash_list(now).unwrap();
    list.into_iter().map(|one| one.row.id).collect()
}

#[test]
fn forty_histories_with_a_clock_that_is_wrong_now_and_then() {
    let share = |first: u64| {
        let mut all = Tally::default();
        for seed in (first..40).step_by(2) {
            let one = History::begin(seed).live();
            all.wrong += one.wrong;
            all.backups += one.backups;
            all.popped += one.popped;
            all.again += one.again;
            all.gone += one.gone;
            all.restored += one.restored;
            all.moved += one.moved;
        }
        all
    };
    let tallies = std::thread::scope(|scope| {
        let other = scope.spawn(|| share(1));
        [share(0), other.join().unwrap()]
    });
    println!("{tallies:?}");
    // A history in which nothing happens finds nothing.
    for tally in tallies {
        assert!(tally.wrong > 30 && tally.backups > 80, "{tally:?}");
        assert!(tally.popped > 100 && tally.again > 40, "{tally:?}");
        assert!(
            tally.gone > 4 && tally.restored > 10 && tally.moved > 10,
            "{tally:?}"
        );
    }
}
