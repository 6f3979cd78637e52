//! Applies a plan in one transaction and one undo step.

use std::collections::{HashMap, HashSet};

use super::matching::{Certainty, EarlierCards, MatchFinder, Target};
use super::plan::{Plan, Row, member_key};
use super::{Decision, ImportObserver, ImportReport, Skipped, Stage, Status, check_stopped};
use crate::backups::Why;
use crate::book::Book;
use crate::cards::kept_card_rows::{self, NewKeptCard};
use crate::cards::source_card_rows::{self, SourceCardRecord};
use crate::cards::{CardPerson, Reading, SourceCardId, Taken};
use crate::change::{Done, OperationKind};
use crate::details::{ContactKind, contact_point_rows, tag_rows};
use crate::error::Result;
use crate::ids::{BlobId, PersonId};
use crate::import::distinct_people_rows;
use crate::keeping_close;
use crate::moment::Moment;
use crate::people::person_rows;
use crate::relationships;
use crate::store::changing::Changing;
use crate::store::{blobs, operations, undo_log};
use crate::vcard::{self, Card};

/// Before an import of more people than this, a backup is made.
const BACKUP_ABOVE: u32 = 100;
/// The most names in each list of the report.
pub(super) const NAMES_IN_REPORT: usize = 20;

impl Plan {
    /// Applies the decisions to the book. Cards whose person was changed after the plan was made stay in
    /// the plan and must be decided again. All other cards are applied, or none after an error or a stop.
    ///
    /// # Errors
    /// `Stopped`; those of storage. Nothing was imported then, and the plan is unchanged.
    pub fn apply(
        &mut self,
        book: &Book,
        observer: &dyn ImportObserver,
        now: &Moment,
    ) -> Result<Done<ImportReport>> {
        check_stopped(observer)?;
        let will_import = self.summary().will_import;
        if will_import > BACKUP_ABOVE {
            book.backup_now(Why::BeforeImport, now)?;
        }
        let mut done = book.change(OperationKind::Import, now, |change| {
            self.recheck(change)?;
            let mut applying = Applying {
                plan: self,
                change,
                report: ImportReport {
                    title: self.title(),
                    ..ImportReport::default()
                },
                people: HashMap::new(),
                kept_close: Vec::new(),
                updated: HashSet::new(),
                uids: HashMap::new(),
                kept_cards: self.rows.iter().filter_map(|row| row.kept).collect(),
            };
            applying.apply_rows(observer)?;
            keeping_close::spread_first_days(change, &applying.kept_close)?;
            applying.count_people();
            Ok(applying.report)
        })?;
        done.value.operation = done.operation;
        done.value.to_decide = self.keep_undecided();
        self.seen = book.read(operations::newest)?;
        Ok(done)
    }

    /// Compares rows again whose person was changed after the plan was made, or whose card now matches a
    /// person it did not match then. They wait for the user's decision, as do rows that were to be merged
    /// into a waiting row.
    fn recheck(&mut self, change: &Changing<'_>) -> Result<()> {
        let tx = &change.tx;
        let touched = undo_log::people_touched_between(tx, self.seen, change.operation)?;
        let open: Vec<usize> = self.open_rows().map(|(at, _)| at).collect();
        for at in open {
            let Some(row) = self.rows.get(at) else {
                continue;
            };
            let stale = match row.matched.as_ref().map(|matched| matched.target) {
                Some(Target::Person(person)) => {
                    touched.contains(&person) || !is_in_book(tx, person)?
                }
                Some(Target::Row(first)) => {
                    self.rows.get(first as usize).is_some_and(|row| row.waits)
                }
                None => {
                    row.status == Status::New && !touched.is_empty() && self.matches_now(tx, row)?
                }
            };
            if stale {
                self.classify_again(tx, at)?;
                if let Some(row) = self.rows.get_mut(at) {
                    if row.status == Status::Duplicate {
                        row.decision = Decision::KeepBoth;
                    }
                    row.decided = false;
                    row.waits = true;
                }
            }
        }
        Ok(())
    }

    /// Whether a card that was new likely matches a person in the book by now.
    fn matches_now(&self, tx: &crate::store::Tx<'_>, row: &Row) -> Result<bool> {
        let bytes = self.spool.read(&row.span)?;
        let Some(card) = vcard::one(&bytes) else {
            return Ok(false);
        };
        let from_card = CardPerson::of(&card, &self.country);
        let earlier = EarlierCards::default();
        let found = MatchFinder {
            tx,
            earlier: &earlier,
        }
        .find(&from_card)?;
        Ok(found.is_some_and(|found| found.certainty >= Certainty::Likely))
    }

    /// Removes applied rows from the plan. Returns how many rows wait for a decision.
    fn keep_undecided(&mut self) -> u32 {
        let mut waiting = 0;
        for row in self.rows.iter_mut().filter(|row| !row.done) {
            waiting += u32::from(row.waits);
            row.done = !row.waits;
            row.waits = false;
        }
        waiting
    }
}

/// Whether a person is in the book and not in the trash.
fn is_in_book(tx: &crate::store::Tx<'_>, person: PersonId) -> Result<bool> {
    Ok(person_rows::find(tx, person)?.is_some_and(|person| person.trashed_at.is_none()))
}

/// The state while a plan is applied.
pub(super) struct Applying<'a> {
    pub(super) plan: &'a Plan,
    pub(super) change: &'a Changing<'a>,
    pub(super) report: ImportReport,
    /// The person of each applied row, by the row's index.
    people: HashMap<u32, PersonId>,
    /// The people who are newly kept close.
    kept_close: Vec<PersonId>,
    /// The people whose cards were brought up to date.
    pub(super) updated: HashSet<PersonId>,
    /// The people by UID and mail address (`member_key`), for the members of groups.
    uids: HashMap<String, PersonId>,
    /// The cards of groups, organisations and places that the files have, as far as they are in the book.
    kept_cards: HashSet<BlobId>,
}

impl Applying<'_> {
    fn apply_rows(&mut self, observer: &dyn ImportObserver) -> Result<()> {
        let plan = self.plan;
        let total = plan.rows.len() as u64;
        let mut groups = Vec::new();
        for (index, row) in plan.open_rows().filter(|(_, row)| !row.waits) {
            if index % 64 == 0 {
                check_stopped(observer)?;
                observer.progress(Stage::Importing, index as u64, total);
            }
            match (row.status, row.decision) {
                (Status::Group, Decision::Add) => groups.push((index, row)),
                (_, Decision::Skip) => self.skip(row),
                _ => self.apply_row(u32::try_from(index).unwrap_or(u32::MAX), row)?,
            }
        }
        for (index, row) in groups {
            self.keep_group(index, row)?;
        }
        check_stopped(observer)?;
        observer.progress(Stage::Importing, total, total);
        Ok(())
    }

    /// Names the operation after the people it was about, each counted once.
    fn count_people(&self) {
        let people: HashSet<PersonId> = self.people.values().copied().collect();
        self.change.about(self.plan.title(), people.len());
    }

    fn skip(&mut self, row: &Row) {
        if row.status == Status::Unchanged {
            self.report.unchanged += 1;
            return;
        }
        self.report.skipped += 1;
        if self.report.skipped_rows.len() < NAMES_IN_REPORT {
            let message = row
                .message
                .as_ref()
                .map_or("You left it out.".to_owned(), ToString::to_string);
            self.report.skipped_rows.push(Skipped {
                name: row.name.to_string(),
                message,
            });
        }
    }

    fn apply_row(&mut self, index: u32, row: &Row) -> Result<()> {
        let bytes = self.plan.spool.read(&row.span)?;
        let Some(card) = vcard::one(&bytes) else {
            self.skip(row);
            return Ok(());
        };
        let from_card = CardPerson::of(&card, &self.plan.country);
        let target = match row.goes_into() {
            Some(Target::Person(person)) => Some(person),
            Some(Target::Row(first)) => self.people.get(&first).copied(),
            None => None,
        };
        let person = match target {
            Some(person) => self.merge_into(person, row, &card, &from_card)?,
            None => self.new_person(row, &card, &from_card)?,
        };
        self.people.insert(index, person);
        self.remember_uids(person, &from_card);
        // Only what the user said is remembered; an undecided pair is asked about again another time.
        if row.decision == Decision::KeepBoth && row.decided {
            self.keep_apart(person, row)?;
        }
        self.keep_close(person, row)?;
        Ok(())
    }

    /// Keeps a person close if the user chose that for the row. Somebody who is kept close already keeps their cadence.
    fn keep_close(&mut self, person: PersonId, row: &Row) -> Result<()> {
        let tx = &self.change.tx;
        let Some(kind) = row.keep_close else {
            return Ok(());
        };
        let kept = relationships::page_of(tx, person, &self.change.now)?
            .is_some_and(|known| known.kept_close_on.is_some());
        if !kept {
            keeping_close::keep_close(tx, person, kind, None, 1, &self.change.now)?;
            self.kept_close.push(person);
            self.report.kept_close += 1;
        }
        Ok(())
    }

    fn remember_uids(&mut self, person: PersonId, from_card: &CardPerson) {
        if let Some(uid) = &from_card.uid {
            self.uids.insert(member_key(uid), person);
        }
        for mail in from_card.normals(ContactKind::Email) {
            self.uids.entry(mail.to_owned()).or_insert(person);
        }
    }

    fn keep_apart(&self, person: PersonId, row: &Row) -> Result<()> {
        let other = match row.matched.as_ref().map(|matched| matched.target) {
            Some(Target::Person(other)) => Some(other),
            Some(Target::Row(first)) => self.people.get(&first).copied(),
            None => None,
        };
        match other.filter(|other| *other != person) {
            Some(other) => distinct_people_rows::remember(&self.change.tx, person, other),
            None => Ok(()),
        }
    }

    pub(super) fn keep_card(
        &self,
        person: PersonId,
        row: &Row,
        card: &Card<'_>,
        from_card: &CardPerson,
        taken: &[Taken],
        is_primary: bool,
    ) -> Result<()> {
        let tx = &self.change.tx;
        let file = self.plan.files.get(row.file);
        source_card_rows::insert(
            tx,
            &SourceCardRecord {
                id: SourceCardId(0),
                person,
                blob: blobs::keep(tx, card.raw)?,
                file_name: file.map(|file| file.name.clone()).unwrap_or_default(),
                number: row.number,
                line: row.line,
                imported_at: self.change.now.stamp(),
                uid: from_card.uid.clone(),
                is_primary,
                reading: Reading::of(taken, from_card).text()?,
            },
        )?;
        Ok(())
    }

    /// Keeps the card of a group, an organisation or a place. A group's members who are in the book get its
    /// name as a tag.
    fn keep_group(&mut self, index: usize, row: &Row) -> Result<()> {
        let bytes = self.plan.spool.read(&row.span)?;
        let Some(card) = vcard::one(&bytes) else {
            return Ok(());
        };
        let contents = card.contents();
        let members = self.members(index, &contents)?;
        let tx = &self.change.tx;
        let mut tag = None;
        if let Some(name) = contents.display_name().filter(|_| !members.is_empty()) {
            let given = tag_rows::named(tx, &name)?;
            for person in members {
                tag_rows::give(tx, person, given)?;
            }
            tag = Some(given);
        }
        let file = self.plan.files.get(row.file);
        let uid = contents.uid.as_ref().map(|field| field.value.as_str());
        let kept = NewKeptCard {
            blob: blobs::keep(tx, card.raw)?,
            file_name: file.map(|file| file.name.as_str()).unwrap_or_default(),
            number: row.number,
            line: row.line,
            imported_at: self.change.now.stamp(),
            uid,
            tag,
        };
        kept_card_rows::keep(tx, &kept, &self.kept_cards)?;
        self.kept_cards.insert(kept.blob);
        Ok(())
    }

    /// Whom the card of a row became or brought up to date, and whoever has the same card already.
    fn people_of_row(&self, at: usize, row: &Row) -> Result<Vec<PersonId>> {
        let applied = u32::try_from(at).ok().and_then(|at| self.people.get(&at));
        if let Some(person) = applied.copied() {
            return Ok(vec![person]);
        }
        if row.status != Status::Unchanged {
            return Ok(Vec::new());
        }
        if let Some(person) = row.person() {
            return Ok(vec![person]);
        }
        let tx = &self.change.tx;
        match blobs::known(tx, &self.plan.spool.read(&row.span)?)? {
            Some(blob) => source_card_rows::people_of_blob(tx, blob),
            None => Ok(Vec::new()),
        }
    }

    /// The people in the book whom a group names, and those whose cards stand in its card.
    fn members(&self, index: usize, contents: &vcard::Contents) -> Result<Vec<PersonId>> {
        let tx = &self.change.tx;
        let mut members = Vec::new();
        for (at, row) in self.plan.rows.iter().enumerate() {
            if row.inside == Some(index) {
                members.extend(self.people_of_row(at, row)?);
            }
        }
        if !members.is_empty() {
            return Ok(members);
        }
        for member in &contents.members {
            let key = member_key(&member.value);
            match self.uids.get(&key) {
                Some(person) => members.push(*person),
                None => {
                    members.extend(source_card_rows::people_of_uid(tx, &member.value)?);
                    let bare = member.value.trim_start_matches("urn:uuid:");
                    members.extend(source_card_rows::people_of_uid(tx, bare)?);
                    if key.contains('@') {
                        let by_mail = contact_point_rows::people_of_normal;
                        members.extend(by_mail(tx, ContactKind::Email, &key)?);
                    }
                }
            }
        }
        Ok(members)
    }
}
