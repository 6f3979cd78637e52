//! The same histories through a whole book: every start opens the file anew.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Map, json};
use tempfile::TempDir;

use super::clocks::utc;
use super::made_up;
use super::{Answer, Dice, Id, Notification, Reminding, Ring, Sort, Tally, When, Who, live};
use crate::book::Book;
use crate::boundaries::{Boundaries, TheirHours};
use crate::change::OperationKind;
use crate::channel::Channel;
use crate::check_ins::check_in_rows;
use crate::check_ins::check_in_rows::NewCheckIn;
use crate::check_ins::{CheckInId, RINGS, Source};
use crate::commitments::{
    CommitmentEnd, CommitmentId, CommitmentState, NewCommitment, OwedBy, commitment_rows, move_to,
};
use crate::days;
use crate::details::NewPerson;
use crate::error::{Code, Result};
use crate::hours::{Rules, WorkingHours};
use crate::ids::PersonId;
use crate::interactions::StartedBy;
use crate::keeping_close::RelationshipEdit;
use crate::logging::NewInteraction;
use crate::moment::Moment;
use crate::relationships::Status;
use crate::reminders::delivery_rows::ON_TODAY;
use crate::reminders::{Reminder, ReminderAnswer, ReminderKey, Run};
use crate::store::changing::Changing;

/// Kith without its window: what the shell does with reminders, and what a person does on the page.
struct Kith {
    folder: TempDir,
    /// Absent only while it is opened anew.
    book: Option<Book>,
    run: Run,
    people: Vec<PersonId>,
    whose: HashMap<Id, Who>,
    /// Whoever is in the trash, with how many talks: after 30 days both are gone for good.
    trashed: HashMap<PersonId, usize>,
    dice: Dice,
}

fn kept((on, at): When) -> days::When {
    days::When {
        on: on.into(),
        at: at.map(|(time, zone)| (time.into(), zone)),
    }
}

fn word(sort: Sort) -> &'static str {
    match sort {
        Sort::CheckIn => RINGS.word,
        Sort::MadeUp => made_up::RINGS.word,
        Sort::Promise => "promise",
        Sort::Notice => "promise_notice",
    }
}

fn check_in(item: i64) -> Id {
    Id {
        sort: Sort::CheckIn,
        item,
    }
}

fn keys(rings: &[Ring]) -> Vec<ReminderKey> {
    let keys = rings.iter().map(|ring| {
        let due = Moment {
            utc: ring.due,
            zone: chrono_tz::UTC,
        };
        ReminderKey {
            sort: word(ring.id.sort).to_owned(),
            item: ring.id.item,
            due: due.stamp(),
        }
    });
    keys.collect()
}

fn id_of(key: &ReminderKey) -> Id {
    let sorts = [Sort::CheckIn, Sort::MadeUp, Sort::Promise, Sort::Notice];
    let sort = sorts.into_iter().find(|sort| word(*sort) == key.sort);
    Id {
        sort: sort.unwrap(),
        item: key.item,
    }
}

fn notification(reminder: &Reminder) -> Notification {
    let rings = reminder.keys.iter().map(|key| Ring {
        id: id_of(key),
        due: key.due.utc(),
    });
    rings.collect()
}

impl Kith {
    fn new() -> Self {
        let memory = std::path::Path::new("/dev/shm");
        let folder = if memory.is_dir() {
            tempfile::tempdir_in(memory).unwrap()
        } else {
            tempfile::tempdir().unwrap()
        };
        let file = folder.path().join("book.kith");
        let plain = Book::open(&file, &beginning()).unwrap();
        plain.change_for_good(made_up::make_table).unwrap();
        drop(plain);
        let book = Book::open_with(&file, made_up::all_nouns(), &beginning()).unwrap();
        // The oracle knows the wished days; where a check-in is placed instead is tested beside `load`.
        let as_wished = Map::from_iter([("levelDays".to_owned(), json!(false))]);
        book.settings_set(&as_wished, &beginning()).unwrap();
        let run = book.reminders_begin(&beginning()).unwrap();
        Self {
            folder,
            book: Some(book),
            run,
            people: Vec::new(),
            whose: HashMap::new(),
            trashed: HashMap::new(),
            dice: Dice(1),
        }
    }

    fn book(&self) -> &Book {
        self.book.as_ref().unwrap()
    }

    /// The person of that number, made where they are new.
    fn person(&mut self, now: &Moment, who: Who) -> PersonId {
        if who == self.people.len() {
            let new = NewPerson {
                name: format!("Person {who}"),
                ..NewPerson::default()
            };
            let made = self.book().person_add(&new, now).unwrap().value;
            self.people.push(made);
        }
        self.people[who]
    }

    fn person_of(&self, id: Id) -> PersonId {
        self.people[self.whose[&id]]
    }

    fn edit_person(&self, now: &Moment, id: Id, edit: &RelationshipEdit) {
        let person = self.person_of(id);
        self.book().relationship_edit(&[person], edit, now).unwrap();
    }

    /// What the page refuses for being in the past is done below it.
    fn change<T>(&self, now: &Moment, f: impl FnOnce(&Changing<'_>) -> Result<T>) -> T {
        self.book()
            .change(OperationKind::EditCheckIn, now, f)
            .unwrap()
            .value
    }

    /// The open check-in of the rhythm of a person.
    fn open_of(&self, person: PersonId) -> Option<(Id, NaiveDate)> {
        let open = self.book().read(|tx| check_in_rows::open_of(tx, person));
        let mut open = open.unwrap();
        open.retain(|one| one.source == Source::Cadence);
        assert!(open.len() <= 1, "{open:?}");
        open.first()
            .map(|one| (check_in(one.id.0), one.when.on.date()))
    }

    /// An answer was taken for these; what follows is the next of the rhythm.
    fn answer(&mut self, taken: Vec<Id>) -> Answer {
        let answered = taken.iter().find(|id| id.sort == Sort::CheckIn);
        let who = answered.map(|id| self.whose[id]);
        let next = who.and_then(|who| Some((who, self.open_of(self.people[who])?)));
        if let Some((who, (next, _))) = next {
            assert!(!taken.contains(&next));
            self.whose.insert(next, who);
        }
        Answer {
            taken,
            next: next.map(|(_, next)| next),
        }
    }

    fn press(&self, now: &Moment, rings: &[Ring], answer: ReminderAnswer) -> Vec<Id> {
        let done = self.book().reminder_answer(&keys(rings), answer, now);
        let taken = done.unwrap().map(|done| done.value).unwrap_or_default();
        // In the order in which the notification tells of them.
        let of = |key: &&ReminderKey| taken.contains(key);
        keys(rings).iter().filter(of).map(id_of).collect()
    }

    fn talks_with(&self, person: PersonId) -> usize {
        self.book().timeline(person, 0, 1).unwrap().total as usize
    }

    fn is_open(&self, id: Id) -> bool {
        let Some(who) = self.whose.get(&id) else {
            return false;
        };
        let person = self.people[*who];
        if self.trashed.contains_key(&person) {
            return false;
        }
        let page = self.book().person_page(person, &beginning()).unwrap();
        let ended = page.relationship.map(|mine| mine.status) == Some(Status::Ended);
        let open = self.book().read(|tx| match id.sort {
            Sort::CheckIn => {
                let found = check_in_rows::get(tx, CheckInId(id.item))?;
                Ok(found.state == crate::check_ins::State::Open && !ended)
            }
            Sort::MadeUp => made_up::is_open(tx, id.item),
            Sort::Promise | Sort::Notice => {
                let found = commitment_rows::get(tx, CommitmentId(id.item))?;
                Ok(found.state == CommitmentState::Open)
            }
        });
        open.unwrap()
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

    fn plan(&mut self, now: &Moment, who: Who, when: When) -> Id {
        let person = self.person(now, who);
        let id = self.change(now, |change| {
            let new = NewCheckIn {
                person,
                source: Source::Planned,
                when: kept(when),
                chosen: true,
                reason: "as agreed",
            };
            check_in_rows::insert(&change.tx, &new)
        });
        self.whose.insert(check_in(id.0), who);
        check_in(id.0)
    }

    fn keep_close(&mut self, now: &Moment, who: Who, cadence: u32) -> Id {
        let person = self.person(now, who);
        let kind = self.book().kinds_list().unwrap()[0].id;
        let keep = RelationshipEdit::KeepClose {
            kind,
            cadence_days: Some(cadence),
            importance: 1,
            next: String::new(),
        };
        self.book()
            .relationship_edit(&[person], &keep, now)
            .unwrap();
        let (id, _) = self.open_of(person).unwrap();
        self.whose.insert(id, who);
        id
    }

    fn make_up(&mut self, now: &Moment, who: Who, when: When) -> Id {
        let person = self.person(now, who);
        let item = self.change(now, |change| made_up::insert(&change.tx, person, when));
        let id = Id {
            sort: Sort::MadeUp,
            item,
        };
        self.whose.insert(id, who);
        id
    }

    fn promise(&mut self, now: &Moment, who: Who, due: NaiveDate) -> Id {
        let new = NewCommitment {
            owed_by: OwedBy::Me,
            what: "The draft".into(),
            people: vec![self.person(now, who)],
            when: due.to_string(),
        };
        let id = Id {
            sort: Sort::Promise,
            item: self.book().commitment_add(&new, now).unwrap().value.0,
        };
        self.whose.insert(id, who);
        self.whose.extend(id.twin().map(|notice| (notice, who)));
        id
    }

    fn tick(&mut self, now: &Moment) -> Vec<Notification> {
        let look = self.book().reminders_tick_state(&[], now).unwrap();
        // Where a look finds nothing, there is nothing to claim.
        if !look.rings && !self.dice.percent(5) {
            return Vec::new();
        }
        let claimed = self.book().reminders_claim(self.run, now).unwrap();
        assert!(look.rings || claimed.is_empty());
        let keys: Vec<_> = claimed.iter().flat_map(|one| one.keys.clone()).collect();
        let look = self.book().reminders_tick_state(&keys, now).unwrap();
        assert_eq!(look.standing, keys);
        assert!(!look.rings);
        claimed.iter().map(notification).collect()
    }

    fn done(&mut self, now: &Moment, rings: &[Ring]) -> Answer {
        let taken = self.press(now, rings, ReminderAnswer::Done);
        self.answer(taken)
    }

    fn done_on_page(&mut self, now: &Moment, id: Id) -> Answer {
        // The page shows open ones only.
        if !self.is_open(id) {
            return Answer::default();
        }
        match id.sort {
            Sort::CheckIn => {
                let talk = NewInteraction {
                    attempt: false,
                    people: vec![self.person_of(id)],
                    when: "today".into(),
                    channel: Channel::Phone,
                    title: String::new(),
                    minutes: None,
                    started_by: StartedBy::Me,
                    note: String::new(),
                    closes: vec![CheckInId(id.item)],
                };
                self.book().interaction_log(&talk, now).unwrap();
            }
            Sort::MadeUp => self.change(now, |change| made_up::close(&change.tx, id.item)),
            Sort::Promise | Sort::Notice => {
                let id = CommitmentId(id.item);
                let kept = CommitmentEnd::Kept;
                self.book().commitment_end(id, kept, "", now).unwrap();
            }
        }
        self.answer(vec![id])
    }

    fn skip(&mut self, now: &Moment, id: Id) -> Answer {
        if !self.is_open(id) {
            return Answer::default();
        }
        let ids = [CheckInId(id.item)];
        self.book().check_in_skip(&ids, now).unwrap();
        let again = self.book().check_in_skip(&ids, now);
        assert_eq!(again.unwrap_err().code, Code::Stale);
        self.answer(vec![id])
    }

    fn snooze(&mut self, now: &Moment, rings: &[Ring]) -> Vec<Id> {
        self.press(now, rings, ReminderAnswer::Snooze)
    }

    fn snooze_until(&mut self, now: &Moment, id: Id, when: When) {
        match id.sort {
            Sort::CheckIn => self.change(now, |change| {
                check_in_rows::set_snooze(&change.tx, CheckInId(id.item), kept(when))
            }),
            Sort::MadeUp => {
                self.change(now, |change| made_up::put_off(&change.tx, id.item, when));
            }
            Sort::Promise | Sort::Notice => panic!("a promise cannot be put off"),
        }
    }

    fn edit(&mut self, now: &Moment, id: Id, when: When) {
        self.change(now, |change| match id.sort {
            Sort::CheckIn => {
                check_in_rows::set_when(&change.tx, CheckInId(id.item), kept(when), true)
            }
            Sort::MadeUp => made_up::edit(&change.tx, id.item, when),
            Sort::Promise | Sort::Notice => {
                let record = commitment_rows::get_open(&change.tx, CommitmentId(id.item))?;
                move_to(&change.tx, record, when.0.into(), true, now)
            }
        });
    }

    fn pause(&mut self, now: &Moment, id: Id, until: NaiveDate) {
        let pause = RelationshipEdit::Status {
            value: Status::Paused,
            until: until.to_string(),
            on: String::new(),
            reason: String::new(),
        };
        self.edit_person(now, id, &pause);
    }

    fn cool(&mut self, now: &Moment, id: Id, until: DateTime<Utc>) -> Id {
        let person = self.person_of(id);
        self.change(now, |change| {
            change.about_people(&[person])?;
            crate::keeping_close::cool_until(change, person, until.into())
        });
        let open = self.book().read(|tx| check_in_rows::open_of(tx, person));
        let mut open = open.unwrap().into_iter();
        let back = open.find(|one| one.source == Source::ComingBack).unwrap();
        let back = check_in(back.id.0);
        self.whose.insert(back, self.whose[&id]);
        back
    }

    fn say_hours(&mut self, now: &Moment, id: Id, theirs: &Rules) {
        let days = theirs.hours.days.iter().zip(0..);
        let weekdays = days.filter(|(day, _)| day.is_some()).map(|(_, at)| at);
        let first = theirs.hours.days.iter().flatten().next().unwrap();
        let said = Boundaries {
            hours: Some(TheirHours {
                weekdays: weekdays.collect(),
                from: first.from,
                to: first.to,
            }),
            zone: theirs.zone.name().to_owned(),
            ..Boundaries::default()
        };
        let person = self.person_of(id);
        self.book().boundaries_set(person, &said, now).unwrap();
    }

    fn end(&mut self, now: &Moment, id: Id) {
        let end = RelationshipEdit::Status {
            value: Status::Ended,
            until: String::new(),
            on: String::new(),
            reason: String::new(),
        };
        self.edit_person(now, id, &end);
    }

    fn trash(&mut self, now: &Moment, who: Who) {
        let person = self.people[who];
        self.trashed.insert(person, self.talks_with(person));
        self.book().people_trash(&[person], now).unwrap();
    }

    fn restart(&mut self, now: &Moment) {
        self.book = None;
        let file = self.folder.path().join("book.kith");
        let book = Book::open_with(&file, made_up::all_nouns(), now).unwrap();
        self.run = book.reminders_begin(now).unwrap();
        self.book = Some(book);
    }

    fn on_today(&mut self, now: &Moment) -> Vec<Id> {
        let today = self.book().today(1000, now).unwrap();
        assert_eq!(today.due as usize, today.rows.len());
        let standing = self.book().commitments_today(1000, now).unwrap().mine;
        let due = standing.iter().filter(|promise| {
            let due = promise.due_on.unwrap();
            due <= now.today()
        });
        let due = u32::try_from(due.count()).unwrap();
        assert_eq!(today.due + due, self.book().today_count(now).unwrap());
        let made_up = self.book().read(|tx| {
            let sql = format!("SELECT d.item FROM delivery d WHERE {ON_TODAY}");
            let day = now.today().to_string();
            tx.all(&sql, (made_up::RINGS.word, day, now.stamp()), |row| {
                row.get(0)
            })
        });
        let made_up = made_up.unwrap().into_iter().map(|item| Id {
            sort: Sort::MadeUp,
            item,
        });
        let check_ins = today.rows.iter().map(|row| check_in(row.check_in.0));
        let promises = standing.iter().flat_map(|promise| {
            let id = Id {
                sort: Sort::Promise,
                item: promise.id.0,
            };
            let record = self
                .book()
                .read(|tx| commitment_rows::get(tx, promise.id))
                .unwrap();
            let noticed = record.stands_on < record.due_on;
            [Some(id), id.twin().filter(|_| noticed)]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
        });
        check_ins.chain(made_up).chain(promises).collect()
    }

    fn talks(&mut self) -> usize {
        let people = self.people.iter();
        let talks = people.map(|person| match self.trashed.get(person) {
            Some(talks) => *talks,
            None => self.talks_with(*person),
        });
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
    assert!(tally.together > 30 && tally.both > 15, "{tally:?}");
    assert!(tally.kills > 15 && tally.restarts > 150, "{tally:?}");
    assert!(
        tally.refused > 150 && tally.snoozed > 60 && tally.summaries > 3,
        "{tally:?}"
    );
    assert!(tally.cooled > 40 && tally.theirs > 60, "{tally:?}");
}
