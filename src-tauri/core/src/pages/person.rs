//! Reading everything that a person's page shows.

use crate::book::Book;
use crate::cards::source_card_rows;
use crate::details::contact_point_rows::ContactPointRecord;
use crate::details::{
    Affiliation, ContactPoint, PersonDate, country, date_notice_of, headline, link_of,
};
use crate::details::{affiliation_rows, contact_point_rows, date_rows, note_rows, tag_rows};
use crate::error::Result;
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::moment::Moment;
use crate::pages::{CardOrigin, PersonPage};
use crate::people::person_rows;
use crate::people::{avatar_colour, initials};
use crate::status_changes::standing_of;
use crate::store::Tx;
use crate::{check_ins, load_plans, people_list, relationships, reminders};

impl Book {
    /// Everything that a person's page shows.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn person_page(&self, id: PersonId, now: &Moment) -> Result<PersonPage> {
        self.read(|tx| read_page(tx, id, now))
    }
}

fn read_page(tx: &Tx<'_>, id: PersonId, now: &Moment) -> Result<PersonPage> {
    let person = person_rows::get(tx, id)?;
    let country = country(tx)?;
    let worked = affiliation_rows::of_person(tx, id)?;
    let came_from = source_card_rows::of_person(tx, id)?
        .into_iter()
        .map(|card| CardOrigin {
            card: card.id,
            file: card.file_name,
            number: card.number,
            line: card.line,
            imported_on: now.day_of(card.imported_at),
        })
        .collect();
    Ok(PersonPage {
        id,
        nickname: person.nickname,
        initials: initials(&person.name.display),
        colour: avatar_colour(id),
        photo: person_rows::photo_hash(tx, id)?,
        headline: headline(&worked),
        relationship: relationships::page_of(tx, id, now)?,
        contact_points: contact_point_rows::of_person(tx, id)?
            .into_iter()
            .map(|point| contact_point(point, &country))
            .collect(),
        affiliations: worked.into_iter().map(affiliation).collect(),
        dates: date_rows::of_person(tx, id)?
            .into_iter()
            .map(person_date)
            .collect(),
        date_notice: date_notice_of(tx, id)?,
        notes: note_rows::of_person(tx, id)?,
        tags: tag_rows::of_person(tx, id)?,
        came_from,
        trashed_on: person.trashed_at.map(|at| now.day_of(at)),
        warmth: people_list::warmth_shown(tx, id, now.today())?,
        learned: load_plans::learned_of_person(tx, id, now)?,
        check_ins: check_ins::shown_of(tx, id, &reminders::rules(tx, now)?, now)?,
        talks: interaction_rows::count_of(tx, id)?,
        standing: standing_of(tx, id, now)?,
        name: person.name,
    })
}

fn affiliation(row: affiliation_rows::AffiliationRecord) -> Affiliation {
    Affiliation {
        id: row.id,
        organisation: row.organisation,
        role: row.role,
        department: row.department,
        since: row.since,
        until: row.until,
    }
}

fn person_date(row: date_rows::DateRecord) -> PersonDate {
    PersonDate {
        id: row.id,
        kind: row.kind,
        label: row.label,
        year: row.date.year,
        month: row.date.month,
        day: row.date.day,
        text: row.text,
    }
}

fn contact_point(point: ContactPointRecord, country: &str) -> ContactPoint {
    ContactPoint {
        opens: link_of(&point, country).is_some(),
        id: point.id,
        kind: point.kind,
        value: point.value,
        label: point.label,
        preferred: point.preferred,
    }
}
