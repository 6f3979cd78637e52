//! The rows of the list and the side panels.

use super::network::Network;
use super::words::{number, people};
use super::{MapDepth, MapFilter, MapPanel, MapRow, MapRows, MapSort, MapView, OrganisationPanel};
use crate::book::Book;
use crate::details::OrganisationId;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::letters::capital;
use crate::map::map_rows;
use crate::moment::Moment;
use crate::people::person_rows;
use crate::people_list::warmth_shown;
use crate::people_list::{PersonRow, row_of, rows_there};
use crate::ties::ties_of_person;

/// The most rows of one window of the list.
const MAX_ROWS: u32 = 1000;
/// The most names of known people in a row.
const NAMES_IN_ROW: usize = 2;
/// The most other organisations and the most members in the panel of an organisation.
const MAX_ORGANISATIONS: usize = 6;
const MAX_MEMBERS: usize = 30;

impl Book {
    /// Rows `offset` to `offset + limit` of the list, at most 1,000. People who were deleted after the
    /// network was read are left out.
    ///
    /// # Errors
    /// `NotFound` if the centre is not in the book; those of storage.
    #[allow(clippy::too_many_arguments, reason = "a window of a list of a view")]
    pub fn map_rows(
        &self,
        network: &Network,
        view: &MapView,
        filter: &MapFilter,
        sort: MapSort,
        offset: u32,
        limit: u32,
        now: &Moment,
    ) -> Result<MapRows> {
        let shown = network.shown(view)?;
        let list = network.list(view, filter, sort)?;
        let window = list.iter().skip(offset as usize);
        let window = window.take(limit.min(MAX_ROWS) as usize);
        let window = window.filter_map(|at| shown.people.get(*at as usize).copied());
        let ids: Vec<PersonId> = window
            .filter_map(|number| network.person(number))
            .map(|person| person.id)
            .collect();
        let rows = self.read(|tx| rows_there(tx, &ids, now))?;
        Ok(MapRows {
            total: list.len() as u32,
            rows: rows.into_iter().map(|row| map_row(network, row)).collect(),
        })
    }

    /// The side panel of a person.
    ///
    /// # Errors
    /// `NotFound` if the person is not in the book; those of storage.
    pub fn map_panel(
        &self,
        network: &Network,
        view: &MapView,
        person: PersonId,
        now: &Moment,
    ) -> Result<MapPanel> {
        let gone = || Error::not_found("This person");
        let number = network.number(person).ok_or_else(gone)?;
        let matters = network.matters(number);
        let around = network.around_words(view, person)?;
        self.read(|tx| {
            if person_rows::still_there(tx, &[person])?.is_empty() {
                return Err(gone());
            }
            let knows = ties_of_person(tx, person, now)?;
            let (pins, pinned) = map_rows::count_pins(tx, person)?;
            Ok(MapPanel {
                row: row_of(tx, person, now)?,
                warmth: warmth_shown(tx, person, now.today())?,
                matters,
                knows: knows.ties,
                more: knows.more,
                around,
                pinned,
                pins,
            })
        })
    }

    /// The side panel of an organisation.
    ///
    /// # Errors
    /// `NotFound` if nobody works there; those of storage.
    pub fn map_organisation(
        &self,
        network: &Network,
        id: OrganisationId,
        now: &Moment,
    ) -> Result<OrganisationPanel> {
        let mut organisations = network.organisations.iter().zip(0..);
        let organisation = organisations.find(|(organisation, _)| organisation.id == id);
        let (organisation, at) =
            organisation.ok_or_else(|| Error::not_found("This organisation"))?;
        let members = network.members(at);
        let kept_close = members.iter().filter_map(|number| network.person(*number));
        let kept_close = kept_close.filter(|person| person.kept_close()).count();
        let shown = members.iter().take(MAX_MEMBERS);
        let shown = shown.filter_map(|number| network.person(*number));
        let shown: Vec<PersonId> = shown.map(|person| person.id).collect();
        Ok(OrganisationPanel {
            name: organisation.name.clone(),
            people: members.len() as u32,
            kept_close: kept_close as u32,
            ties_to: network.ties_to(at, &members),
            members: self.read(|tx| rows_there(tx, &shown, now))?,
        })
    }
}

fn map_row(network: &Network, row: PersonRow) -> MapRow {
    let number = network.number(row.id).unwrap_or(network.me());
    let known = network.known_to(number);
    let names = known.iter().take(NAMES_IN_ROW);
    let names = names.filter_map(|number| Some(network.person(*number)?.name.clone()));
    MapRow {
        tie: network.tie_word(number).to_owned(),
        knows: names.collect(),
        more: known.len().saturating_sub(NAMES_IN_ROW) as u32,
        row,
    }
}

impl Network {
    /// The people who work at an organisation now: the warmest first, then by name.
    fn members(&self, at: u32) -> Vec<u32> {
        let members = self.people.iter().zip(0..);
        let members = members.filter(|(person, _)| person.works.contains(&at));
        let mut members: Vec<u32> = members.map(|(_, number)| number).collect();
        let weight = |number: &u32| self.my_weight(*number).unwrap_or(-1.0);
        members.sort_by(|a, b| weight(b).total_cmp(&weight(a)).then(a.cmp(b)));
        members
    }

    /// The organisations that the ties of these members lead to, and how many in words. Without proposed
    /// ties.
    fn ties_to(&self, at: u32, members: &[u32]) -> Vec<(String, String)> {
        let mut counts = vec![0_u32; self.organisations.len()];
        for other in members.iter().flat_map(|number| self.known_to(*number)) {
            let works = self.person(other).map(|person| person.works.as_slice());
            for to in works.unwrap_or_default().iter().filter(|to| **to != at) {
                if let Some(count) = counts.get_mut(*to as usize) {
                    *count += 1;
                }
            }
        }
        let mut counts: Vec<(usize, u32)> = counts.into_iter().enumerate().collect();
        counts.retain(|(_, count)| *count > 0);
        counts.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        let most = counts.into_iter().take(MAX_ORGANISATIONS);
        most.filter_map(|(to, count)| {
            let how_many = match count {
                10.. => "many",
                3.. => "some",
                _ => "a few",
            };
            Some((
                self.organisations.get(to)?.name.clone(),
                how_many.to_owned(),
            ))
        })
        .collect()
    }

    /// A sentence on the map around a person: "Six people they know, and you. Two steps would show 31."; ''
    /// if the view is not around them.
    fn around_words(&self, view: &MapView, person: PersonId) -> Result<String> {
        if view.around() != Some(person) {
            return Ok(String::new());
        }
        let count = |steps| {
            let shown = self.shown(&MapView { steps, ..*view })?;
            Ok::<_, Error>(shown.people.len() - 1)
        };
        let (one, two) = (count(MapDepth::One)?, count(MapDepth::Two)?);
        Ok(match (view.steps, one) {
            (_, 0) => "Nobody they know is in your book yet.".to_owned(),
            (MapDepth::One, one) if two == one => {
                format!(
                    "{} they know, and you. Two steps would show no more.",
                    capital(&people(one))
                )
            }
            (MapDepth::One, one) => format!(
                "{} they know, and you. Two steps would show {}.",
                capital(&people(one)),
                number(two)
            ),
            _ => format!("{} within two steps, and you.", capital(&people(two))),
        })
    }
}
