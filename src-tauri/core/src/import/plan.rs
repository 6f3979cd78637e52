//! Makes a plan: compares every card of every file with the book, before anything is changed.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::compare::compare_with_person;
use super::matching::{Certainty, EarlierCards, Match, MatchFinder, Target};
use super::sources::{self, Source};
use super::spool::Spool;
use super::{
    Decision, FileProblem, ImportObserver, Me, Stage, Status, Take, WhoIAm, check_stopped,
};
use crate::book::Book;
use crate::cards::CardPerson;
use crate::cards::{kept_card_rows, source_card_rows};
use crate::details;
use crate::details::{ContactKind, contact_normal};
use crate::error::{Code, Error, Result};
use crate::fold::{fold, fold_words};
use crate::ids::{BlobId, OperationId, PersonId};
use crate::letters::capital;
use crate::relationships::{KindId, relationship_rows};
use crate::settings;
use crate::store::{Tx, blobs, operations};
use crate::vcard::{self, Card, CardKind, CardOrUnreadable, Limits, Text};

/// A card of the plan, without its contents, which are read from the spool when they are needed.
pub(super) struct Row {
    /// Index of its file in the plan.
    pub(super) file: usize,
    /// Byte range of its text in the spool.
    pub(super) span: Range<u64>,
    /// Line in its file where it starts, from 1.
    pub(super) line: u32,
    /// Position in its file, from 1.
    pub(super) number: u32,
    /// The index of the row of the card that it stands in.
    pub(super) inside: Option<usize>,
    /// The card of a group, an organisation or a place that it is the same as.
    pub(super) kept: Option<BlobId>,
    pub(super) name: Box<str>,
    pub(super) subtitle: Box<str>,
    pub(super) status: Status,
    /// Why it cannot be read, or what it is if it is not a person.
    pub(super) message: Option<Box<str>>,
    pub(super) matched: Option<Box<Match>>,
    pub(super) decision: Decision,
    pub(super) decided: bool,
    pub(super) keep_close: Option<KindId>,
    /// The sides that the user chose, by the key of the difference.
    pub(super) chosen: BTreeMap<String, Take>,
    pub(super) fields_changed: u32,
    /// Whether the person in the book that it matches is kept close.
    pub(super) kept_close: bool,
    /// Whether its person was changed after the plan was made, so that it is not applied yet.
    pub(super) waits: bool,
    /// Whether it has been applied, and is no longer shown.
    pub(super) done: bool,
}

/// A file of the plan.
pub(super) struct PlannedFile {
    pub(super) name: String,
    pub(super) cards: u32,
}

/// What an import will do. It is not part of the book, which may change before the plan is applied.
pub struct Plan {
    pub(super) token: String,
    pub(super) files: Vec<PlannedFile>,
    pub(super) rows: Vec<Row>,
    pub(super) problems: Vec<FileProblem>,
    pub(super) spool: Spool,
    /// The newest operation of the book when the plan was made or last applied.
    pub(super) seen: OperationId,
    /// The country for phone numbers without country code (ISO 3166); '' if unknown.
    pub(super) country: String,
}

impl Plan {
    /// Reads the sources and compares every card with the book.
    ///
    /// # Errors
    /// `Stopped`; `NoCards` if there are neither cards nor problems to show; those of storage.
    pub fn make(
        book: &Book,
        token: &str,
        sources: &[Source],
        observer: &dyn ImportObserver,
    ) -> Result<Self> {
        let mut plan = Self {
            token: token.to_owned(),
            files: Vec::new(),
            rows: Vec::new(),
            problems: Vec::new(),
            spool: Spool::new(book.file())?,
            seen: OperationId(0),
            country: String::new(),
        };
        book.read_long(|tx| {
            plan.seen = operations::newest(tx)?;
            plan.country = details::country(tx)?;
            let mut planning = Planning {
                me: Myself::of(&settings::get::<WhoIAm>(tx)?, &plan.country),
                tx,
                observer,
                earlier: EarlierCards::default(),
                done: 0,
                total: 0,
                same: HashMap::new(),
            };
            plan.read_all(&mut planning, sources)
        })?;
        if plan.rows.is_empty() && plan.problems.is_empty() {
            return Err(Error::new(
                Code::NoCards,
                "There is no contact card in this.",
            ));
        }
        Ok(plan)
    }

    fn read_all(&mut self, planning: &mut Planning<'_, '_>, sources: &[Source]) -> Result<()> {
        let (paths, problems) = sources::card_files(sources, planning.observer)?;
        self.problems = problems;
        let length = |path: &PathBuf| path.metadata().map_or(0, |data| data.len());
        planning.total = paths.iter().map(length).sum();
        for path in &paths {
            planning
                .observer
                .progress(Stage::Reading, planning.done, planning.total);
            self.read_file(planning, path)?;
            planning.done += length(path);
        }
        for source in sources {
            if let Source::Text(text) = source {
                planning.total += text.len() as u64;
                self.add_file(planning, "Pasted text".to_owned(), text.as_bytes())?;
            }
        }
        Ok(())
    }

    fn read_file(&mut self, planning: &mut Planning<'_, '_>, path: &Path) -> Result<()> {
        match sources::read_file(path) {
            Ok(file) => self.add_file(planning, file.name, &file.bytes),
            Err(error) => {
                self.problems.push(sources::problem(path, &error.message));
                Ok(())
            }
        }
    }

    fn add_file(
        &mut self,
        planning: &mut Planning<'_, '_>,
        name: String,
        bytes: &[u8],
    ) -> Result<()> {
        let text = Text::decode(bytes);
        if !vcard::may_hold_cards(&text) {
            self.problems.push(FileProblem {
                file: name,
                message: "This is no vCard file. Kith reads .vcf files, as other programs export their contacts."
                    .to_owned(),
            });
            return Ok(());
        }
        let start = self.spool.keep(text.bytes())?;
        let file = self.files.len();
        let mut number = 0;
        // The rows of cards that hold cards, by where they start.
        let mut outers: HashMap<usize, usize> = HashMap::new();
        for found in vcard::cards(&text, &Limits::default()) {
            check_stopped(planning.observer)?;
            number += 1;
            let (span, line) = match &found {
                CardOrUnreadable::Card(card) => (card.span.clone(), card.line),
                CardOrUnreadable::Unreadable(unreadable) => {
                    (unreadable.span.clone(), unreadable.line)
                }
            };
            let mut at = Range {
                start: start + span.start as u64,
                end: start + span.end as u64,
            };
            let index = self.rows.len();
            let mut inside = None;
            if let CardOrUnreadable::Card(card) = &found {
                if let Cow::Owned(mended) = vcard::standalone(card) {
                    let start = self.spool.keep(&mended)?;
                    at = start..start + mended.len() as u64;
                }
                inside = card.inside.and_then(|outer| outers.get(&outer).copied());
                if !card.nested.is_empty() {
                    outers.insert(card.span.start, index);
                }
            }
            let mut row = Row::blank(file, at, line, number);
            row.inside = inside;
            planning.classify(&mut row, &found, self.rows.len(), &self.country)?;
            self.rows.push(row);
            if number % 64 == 0 {
                let done = (planning.done + span.end as u64).min(planning.total);
                planning
                    .observer
                    .progress(Stage::Comparing, done, planning.total);
            }
        }
        if number == 0 {
            self.problems.push(FileProblem {
                file: name.clone(),
                message: "There is no contact card in this file.".to_owned(),
            });
        }
        self.files.push(PlannedFile {
            name,
            cards: number,
        });
        Ok(())
    }

    /// Classifies a row again, after its text (`fix`) or the book has changed.
    pub(super) fn classify_again(&mut self, tx: &Tx<'_>, index: usize) -> Result<()> {
        let me = settings::get::<WhoIAm>(tx)?;
        let Some(row) = self.rows.get(index) else {
            return Ok(());
        };
        let bytes = self.spool.read(&row.span)?;
        let text = Text::decode(&bytes);
        let mut fresh = Row::blank(row.file, row.span.clone(), row.line, row.number);
        fresh.keep_close = row.keep_close;
        fresh.inside = row.inside;
        let mut planning = Planning {
            me: Myself::of(&me, &self.country),
            tx,
            observer: &super::Unwatched,
            earlier: EarlierCards::default(),
            done: 0,
            total: 0,
            same: HashMap::new(),
        };
        if let Some(found) = vcard::cards(&text, &Limits::default()).next() {
            planning.classify(&mut fresh, &found, index, &self.country)?;
        }
        if let Some(row) = self.rows.get_mut(index) {
            *row = fresh;
        }
        Ok(())
    }
}

impl Row {
    fn blank(file: usize, span: Range<u64>, line: u32, number: u32) -> Self {
        Self {
            file,
            span,
            line,
            number,
            inside: None,
            kept: None,
            name: format!("Line {line}").into(),
            subtitle: "".into(),
            status: Status::Unreadable,
            message: None,
            matched: None,
            decision: Decision::Skip,
            decided: true,
            keep_close: None,
            chosen: BTreeMap::new(),
            fields_changed: 0,
            kept_close: false,
            waits: false,
            done: false,
        }
    }

    /// The possible decisions.
    pub(super) fn choices(&self) -> &'static [Decision] {
        use Decision::{Add, KeepBoth, Merge, Skip, Update};
        match self.status {
            Status::New | Status::Me | Status::Group => &[Add, Skip],
            Status::Update => &[Update, Skip],
            Status::Duplicate => &[Merge, KeepBoth, Skip],
            Status::Unchanged | Status::Unreadable => &[Skip],
        }
    }

    /// Whether it brings or changes a person.
    pub(super) fn comes_in(&self) -> bool {
        self.decision != Decision::Skip && self.status != Status::Group
    }

    /// Whom it is merged into or updates.
    pub(super) fn goes_into(&self) -> Option<Target> {
        match self.decision {
            Decision::Update | Decision::Merge => Some(self.matched.as_ref()?.target),
            Decision::Add | Decision::KeepBoth | Decision::Skip => None,
        }
    }

    /// The person in the book that it matches.
    pub(super) fn person(&self) -> Option<PersonId> {
        match self.matched.as_ref()?.target {
            Target::Person(id) => Some(id),
            Target::Row(_) => None,
        }
    }
}

/// The user's own names and addresses, in the form in which cards are compared.
struct Myself {
    addresses: Vec<(ContactKind, String)>,
    names: Vec<String>,
}

impl Myself {
    fn of(me: &Me, country: &str) -> Self {
        let normal = |kind: ContactKind, written: &[String]| -> Vec<(ContactKind, String)> {
            written
                .iter()
                .map(|value| (kind, contact_normal(kind, value, country)))
                .filter(|(_, normal)| !normal.is_empty())
                .collect()
        };
        let mut addresses = normal(ContactKind::Email, &me.emails);
        addresses.extend(normal(ContactKind::Phone, &me.phones));
        let names = me.names.iter().map(|name| fold_words(name));
        Self {
            addresses,
            names: names.filter(|name| !name.is_empty()).collect(),
        }
    }

    /// Why a card may be the user's own; `None` if it is not.
    fn on(&self, card: &CardPerson) -> Option<&'static str> {
        let shared = self
            .addresses
            .iter()
            .find(|(kind, own)| card.normals(*kind).any(|normal| normal == own));
        match shared {
            Some((ContactKind::Email, _)) => Some("The card has your own mail address"),
            Some(_) => Some("The card has your own phone number"),
            None if self.names.contains(&card.name.sort_key()) => Some("The card has your name"),
            None => None,
        }
    }
}

/// The state while a plan is made.
struct Planning<'a, 'c> {
    tx: &'a Tx<'c>,
    observer: &'a dyn ImportObserver,
    me: Myself,
    earlier: EarlierCards,
    /// Bytes of the files before the current one.
    done: u64,
    /// Bytes of all files.
    total: u64,
    /// The first row with each card, by the SHA-256 of its bytes.
    same: HashMap<[u8; 32], u32>,
}

impl Planning<'_, '_> {
    /// Sets status and decision of a row.
    fn classify(
        &mut self,
        row: &mut Row,
        found: &CardOrUnreadable<'_>,
        index: usize,
        country: &str,
    ) -> Result<()> {
        match found {
            CardOrUnreadable::Unreadable(unreadable) => {
                let reason = capital(&unreadable.reason.to_string());
                row.message = Some(format!("{reason}.").into());
                row.decided = false;
                Ok(())
            }
            CardOrUnreadable::Card(card) => self.classify_card(row, card, index, country),
        }
    }

    fn classify_card(
        &mut self,
        row: &mut Row,
        card: &Card<'_>,
        index: usize,
        country: &str,
    ) -> Result<()> {
        let from_card = CardPerson::of(card, country);
        row.name = from_card.name.display.as_str().into();
        row.subtitle = from_card
            .subtitle()
            .lines()
            .next()
            .unwrap_or_default()
            .into();
        if let Some(what) = not_a_person(card) {
            row.status = Status::Group;
            row.message = Some(what.into());
            row.decision = Decision::Add;
            let known = blobs::known(self.tx, &vcard::standalone(card))?;
            if let Some(blob) = known
                && kept_card_rows::is_kept(self.tx, blob)?
            {
                row.status = Status::Unchanged;
                row.decision = Decision::Skip;
                row.kept = Some(blob);
            }
            return Ok(());
        }
        if let Some(why) = self.me.on(&from_card) {
            row.status = Status::Me;
            row.subtitle = why.into();
            return Ok(());
        }
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        if self.is_same_card(row, card, index)? {
            return Ok(());
        }
        let found = MatchFinder {
            tx: self.tx,
            earlier: &self.earlier,
        }
        .find(&from_card)?;
        self.earlier.add(index, &from_card);
        match found {
            None => {
                row.status = Status::New;
                row.decision = Decision::Add;
            }
            Some(found) => self.classify_match(row, card, &from_card, found)?,
        }
        let known = match row.person() {
            Some(person) => relationship_rows::of_person(self.tx, person)?,
            None => None,
        };
        row.kept_close = known.is_some_and(|known| known.kept_close_on.is_some());
        Ok(())
    }

    /// Whether a card with the same bytes is in the book or earlier in the plan. If so, the row is set to
    /// unchanged.
    fn is_same_card(&mut self, row: &mut Row, card: &Card<'_>, index: u32) -> Result<bool> {
        let bytes = vcard::standalone(card);
        let hash: [u8; 32] = Sha256::digest(&bytes).into();
        if let Some(first) = self.same.get(&hash) {
            row.status = Status::Unchanged;
            row.message = Some(
                format!(
                    "The same card comes earlier in this import, as number {}.",
                    first + 1
                )
                .into(),
            );
            return Ok(true);
        }
        self.same.insert(hash, index);
        // Books from before cards were mended when they came have them as they stood in the file.
        for bytes in [&*bytes, card.raw] {
            let blob = blobs::known(self.tx, bytes)?;
            if let Some(blob) = blob
                && !source_card_rows::people_of_blob(self.tx, blob)?.is_empty()
            {
                row.status = Status::Unchanged;
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn classify_match(
        &self,
        row: &mut Row,
        card: &Card<'_>,
        from_card: &CardPerson,
        found: Match,
    ) -> Result<()> {
        match (found.certainty, found.target) {
            (Certainty::Same, Target::Person(person)) => {
                let compared = compare_with_person(self.tx, person, card, from_card, true)?;
                row.fields_changed = compared.changes(&row.chosen);
                if compared.differing.is_empty() && !compared.hidden_differs(self.tx, card)? {
                    row.status = Status::Unchanged;
                } else {
                    row.status = Status::Update;
                    row.decision = Decision::Update;
                    row.decided = !compared.has_conflict();
                }
            }
            (certainty, _) => {
                row.status = Status::Duplicate;
                row.decided = certainty == Certainty::Certain;
                row.decision = if row.decided {
                    Decision::Merge
                } else {
                    Decision::KeepBoth
                };
            }
        }
        row.matched = Some(Box::new(found));
        Ok(())
    }
}

/// What a card is, as a sentence, if it is not a person; `None` if it is one.
fn not_a_person(card: &Card<'_>) -> Option<String> {
    match card.kind {
        CardKind::Individual => None,
        CardKind::Group => {
            let members = card.contents().members.len().max(card.nested.len());
            Some(format!(
                "A list of {members}: those who are here get it as a tag."
            ))
        }
        CardKind::Organisation => {
            Some("An organisation, not a person. It is kept for the next export.".to_owned())
        }
        CardKind::Location => {
            Some("A place, not a person. It is kept for the next export.".to_owned())
        }
        CardKind::Other => Some("Not a person. It is kept for the next export.".to_owned()),
    }
}

/// The key by which a group card's MEMBER and a person's UID or mail address are compared.
pub(crate) fn member_key(member: &str) -> String {
    let member = member.trim();
    fold(
        member
            .strip_prefix("urn:uuid:")
            .or_else(|| member.strip_prefix("uuid:"))
            .or_else(|| member.strip_prefix("mailto:"))
            .unwrap_or(member),
    )
}
