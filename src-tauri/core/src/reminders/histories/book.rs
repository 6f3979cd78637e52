//! The same histories through a whole book: every start opens the file anew.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Map, json};
use tempfile::TempDir;

use super::clocks::utc;
use super::{Answer, Dice, Id, Reminding, Ring, Tally, When, live};
use crate::book::Book;
use crate::change::OperationKind;
use crate::channel::Channel;
use crate::check_ins::CheckInId;
use crate::check_ins::Source;
use crate::check_ins::check_in_rows;
use crate::check_ins::check_in_rows::{NewCheckIn, WhenRecord};
use crate::details::{NewPerson, PersonEdit};
use crate::error::{Code, Result};
use crate::hours::WorkingHours;
use crate::ids::PersonId;
use crate::interactions::{NewInteraction, StartedBy};
use crate::moment::Moment;
use crate::relationships::Status;
use crate::reminders::{ReminderAnswer, ReminderKey, Run};
use crate::store::changing::Changing;

/// Kith without its window: what the shell does with reminders, and what a person does on the page.
struct Kith {
    folder: TempDir,
    /// Absent only while it is opened anew.
    book: Option<Book>,
    run: Run,
    people: HashMap<Id, PersonId>,
    /// Removed either way: to the trash, or ended.
    dice: Dice,
}

fn record((on, at): When) -> WhenRecord {
    WhenRecord {
        on: on.to_string(),
        at: at.map(|(time, _)| time.format("%H:%M").to_string()),
        zone: at.map(|(_, zone)| zone.name().to_owned()),
    }
}

fn key(id: Id, due: DateTime<Utc>) -> ReminderKey {
    let at = Moment {
        utc: due,
        zone: chrono_tz::UTC,
    };
    ReminderKey {
        check_in: CheckInId(id),
        due: at.stamp(),
    }
}

impl Kith {
    fn new() -> Self {
        let memory = std::path::Path::new("/dev/shm");
        let folder = if memory.is_dir() {
            tempfile::tempdir_in(memory).unwrap()
        } else {
            tempfile::tempdir().unwrap()
        };
        let book = Book::open(&folder.path().join("book.kith"), &beginning()).unwrap();
        let run = book.reminders_begin(&beginning()).unwrap();
        Self {
            folder,
            book: Some(book),
            run,
            people: HashMap::new(),
            dice: Dice(1),
        }
    }

    fn book(&self) -> &Book {
        self.book.as_ref().unwrap()
    }

    fn person(&self, now: &Moment) -> PersonId {
        let new = NewPerson {
            name: format!("Person {}", self.people.len()),
            ..NewPerson::default()
        };
        self.book().person_add(&new, now).unwrap().value
    }

    fn edit_person(&self, now: &Moment, id: Id, edit: &PersonEdit) {
        self.book()
            .person_edit(self.people[&id], edit, now)
            .unwrap();
    }

    /// What the page refuses for being in the past is done below it.
    fn change<T>(&self, now: &Moment, f: impl FnOnce(&Changing<'_>) -> Result<T>) -> T {
        self.book()
            .change(OperationKind::EditCheckIn, now, f)
            .unwrap()
            .value
    }

    /// The open check-in of a rhythm.
    fn open_of(&self, person: PersonId) -> Option<(Id, NaiveDate)> {
        let open = self.book().read(|tx| check_in_rows::open_of(tx, person));
        let open = open.unwrap();
        assert!(open.len() <= 1, "{open:?}");
        open.first()
            .map(|one| (one.id.0, one.when.on.parse().unwrap()))
    }

    /// An answer was taken; what follows is the next of the rhythm.
    fn answer(&mut self, id: Id) -> Answer {
        let person = self.people[&id];
        let next = self.open_of(person);
        if let Some((next, _)) = next {
            assert_ne!(next, id);
            self.people.insert(next, person);
        }
        Answer { taken: true, next }
    }

    fn is_open(&self, id: Id) -> bool {
        let found = self
            .book()
            .read(|tx| check_in_rows::find(tx, CheckInId(id)));
        let found = found.unwrap();
        let person = found.as_ref().map(|found| found.person);
        let gone = person.is_some_and(|person| {
            let page = self.book().person_page(person, &beginning()).unwrap();
            page.trashed_on.is_some()
                || page
                    .relationship
                    .is_some_and(|mine| mine.status == Status::Ended)
        });
        found.is_some_and(|found| found.state == crate::check_ins::State::Open) && !gone
    }
}

/// Before every history.
fn beginning() -> Moment {
    Moment {
        utc: utc(0),
        zone: chrono_tz::UTC,
    }
}

impl Reminding for Kith {
    fn set_hours(&mut self, now: &Moment, hours: &WorkingHours, off: &[(NaiveDate, NaiveDate)]) {
        let off: Vec<_> = off
            .iter()
            .map(|(from, to)| json!({ "from": from, "to": to, "label": "" }))
            .collect();
        let some = Map::from_iter([
            ("workingHours".to_owned(), json!(hours)),
            ("daysOff".to_owned(), json!(off)),
        ]);
        self.book().settings_set(&some, now).unwrap();
    }

    fn plan(&mut self, now: &Moment, when: When) -> Id {
        let person = self.person(now);
        let id = self.change(now, |change| {
            let new = NewCheckIn {
                person,
                source: Source::Planned,
                when: &record(when),
                chosen: true,
                reason: "as agreed",
            };
            check_in_rows::insert(&change.tx, &new)
        });
        self.people.insert(id.0, person);
        id.0
    }

    fn keep_close(&mut self, now: &Moment, cadence: u32) -> Id {
        let person = self.person(now);
        let kind = self.book().kinds_list().unwrap()[0].id;
        let keep = PersonEdit::KeepClose {
            kind,
            cadence_days: Some(cadence),
            importance: 1,
        };
        self.book().person_edit(person, &keep, now).unwrap();
        let (id, _) = self.open_of(person).unwrap();
        self.people.insert(id, person);
        id
    }

    fn tick(&mut self, now: &Moment) -> Vec<Ring> {
        let claimed = self.book().reminders_claim(self.run, now).unwrap();
        let keys: Vec<_> = claimed.iter().map(|one| one.key.clone()).collect();
        assert_eq!(self.book().reminders_standing(&keys).unwrap(), keys);
        let rings = keys.iter().map(|key| Ring {
            id: key.check_in.0,
            due: key.due.parse().unwrap(),
        });
        rings.collect()
    }

    fn done(&mut self, now: &Moment, id: Id, shown_for: Option<DateTime<Utc>>) -> Answer {
        let taken = match shown_for {
            Some(due) => self
                .book()
                .reminder_answer(&key(id, due), ReminderAnswer::Done, now)
                .unwrap()
                .is_some(),
            // The page shows open ones only.
            None if !self.is_open(id) => false,
            None => {
                let talk = NewInteraction {
                    people: vec![self.people[&id]],
                    when: "today".into(),
                    channel: Channel::Phone,
                    minutes: None,
                    started_by: StartedBy::Me,
                    note: String::new(),
                    closes: vec![CheckInId(id)],
                };
                self.book().interaction_log(&talk, now).unwrap();
                true
            }
        };
        if taken {
            self.answer(id)
        } else {
            Answer::default()
        }
    }

    fn skip(&mut self, now: &Moment, id: Id) -> Answer {
        if !self.is_open(id) {
            return Answer::default();
        }
        self.book().check_in_skip(&[CheckInId(id)], now).unwrap();
        let again = self.book().check_in_skip(&[CheckInId(id)], now);
        assert_eq!(again.unwrap_err().code, Code::Stale);
        self.answer(id)
    }

    fn snooze(&mut self, now: &Moment, id: Id, shown_for: DateTime<Utc>) -> bool {
        let key = key(id, shown_for);
        let done = self
            .book()
            .reminder_answer(&key, ReminderAnswer::Snooze, now);
        done.unwrap().is_some()
    }

    fn snooze_until(&mut self, now: &Moment, id: Id, when: When) {
        self.change(now, |change| {
            check_in_rows::set_snooze(&change.tx, CheckInId(id), &record(when))
        });
    }

    fn edit(&mut self, now: &Moment, id: Id, when: When) {
        self.change(now, |change| {
            check_in_rows::set_when(&change.tx, CheckInId(id), &record(when), true)
        });
    }

    fn pause(&mut self, now: &Moment, id: Id, until: NaiveDate) {
        let pause = PersonEdit::Status {
            value: Status::Paused,
            until: until.to_string(),
        };
        self.edit_person(now, id, &pause);
    }

    fn remove(&mut self, now: &Moment, id: Id) {
        if self.dice.percent(50) {
            let end = PersonEdit::Status {
                value: Status::Ended,
                until: String::new(),
            };
            self.edit_person(now, id, &end);
        } else {
            self.book().people_trash(&[self.people[&id]], now).unwrap();
        }
    }

    fn restart(&mut self, now: &Moment) {
        self.book = None;
        let book = Book::open(&self.folder.path().join("book.kith"), now).unwrap();
        self.run = book.reminders_begin(now).unwrap();
        self.book = Some(book);
    }

    fn on_today(&mut self, now: &Moment) -> Vec<Id> {
        let today = self.book().today(1000, now).unwrap();
        assert_eq!(today.due as usize, today.rows.len());
        assert_eq!(today.due, self.book().today_count(now).unwrap());
        today.rows.iter().map(|row| row.check_in.0).collect()
    }

    fn talks(&mut self) -> usize {
        let people: std::collections::HashSet<_> = self.people.values().collect();
        let talks = people
            .into_iter()
            .map(|person| self.book().timeline(*person, 0, 1).unwrap().total as usize);
        talks.sum()
    }
}

#[test]
fn three_hundred_histories_through_the_file() {
    let share = |first: u64| {
        let mut tally = Tally::default();
        for seed in (first..300).step_by(2) {
            match live(seed, Kith::new) {
                Ok(one) => tally += one,
                Err((_, way)) => panic!("{way}"),
            }
        }
        tally
    };
    let tally = std::thread::scope(|scope| {
        let other = scope.spawn(|| share(1));
        let mut all = share(0);
        all += other.join().unwrap();
        all
    });
    assert!(tally.shown > 300 && tally.taken > 300, "{tally:?}");
    assert!(tally.kills > 15 && tally.restarts > 150, "{tally:?}");
    assert!(
        tally.refused > 150 && tally.snoozed > 60 && tally.summaries > 3,
        "{tally:?}"
    );
}
