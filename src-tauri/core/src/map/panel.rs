//! The list's rows and the side panels, with what the page shows of people.

use super::network::Network;
use super::words::{capital, number, people};
use super::{MapFilter, MapPanel, MapRow, MapRows, MapSort, MapView, OrganisationPanel, Steps};
use crate::book::Book;
use crate::details::OrganisationId;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::map::map_rows;
use crate::moment::Moment;
use crate::people_list::warmth_shown;
use crate::people_list::{PersonRow, row_of, rows};
use crate::store::Tx;
use crate::ties::known;

/// So many rows of the list are given at once.
const MOST_ROWS: u32 = 1000;
/// So many names of those known stand in a row.
const NAMED: usize = 2;
/// So many organisations are named, and so many members shown.
const MOST_ORGANISATIONS: usize = 6;
const MOST_MEMBERS: usize = 30;

impl Book {
    /// Rows `offset` to `offset + limit` of the list. Whoever went since the network was read is left out.
    ///
    /// # Errors
    /// `NotFound` where the centre is not in the book; those of storage.
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
        let window = window.take(limit.min(MOST_ROWS) as usize);
        let window = window.filter_map(|at| shown.people.get(*at as usize).copied());
        let ids: Vec<PersonId> = window
            .filter_map(|number| network.person(number))
            .map(|person| person.id)
            .collect();
        let rows = self.read(|tx| rows_there(tx, &ids, now))?;
        Ok(MapRows {
            total: list.len() as u32,
            rows: rows.into_iter().map(|row| of_row(network, row)).collect(),
        })
    }

    /// The side panel of a person.
    ///
    /// # Errors
    /// `NotFound`; those of storage.
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
            if map_rows::still_there(tx, &[person])?.is_empty() {
                return Err(gone());
            }
            let knows = known(tx, person, now)?;
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
    /// `NotFound` where nobody works there; those of storage.
    pub fn map_organisation(
        &self,
        network: &Network,
        id: OrganisationId,
        now: &Moment,
    ) -> Result<OrganisationPanel> {
        let houses = network.organisations.iter().zip(0..);
        let house = houses.into_iter().find(|(house, _)| house.id == id);
        let (house, at) = house.ok_or_else(|| Error::not_found("This organisation"))?;
        let members = network.members(at);
        let kept_close = members.iter().filter_map(|number| network.person(*number));
        let kept_close = kept_close.filter(|person| person.kept_close()).count();
        let shown = members.iter().take(MOST_MEMBERS);
        let shown = shown.filter_map(|number| network.person(*number));
        let shown: Vec<PersonId> = shown.map(|person| person.id).collect();
        Ok(OrganisationPanel {
            name: house.name.clone(),
            people: members.len() as u32,
            kept_close: kept_close as u32,
            ties_to: network.ties_to(at, &members),
            members: self.read(|tx| rows_there(tx, &shown, now))?,
        })
    }
}

/// The rows of those of these people who are in the book still.
pub(super) fn rows_there(tx: &Tx<'_>, ids: &[PersonId], now: &Moment) -> Result<Vec<PersonRow>> {
    let there = map_rows::still_there(tx, ids)?;
    let ids = ids.iter().copied().filter(|id| there.contains(id));
    rows(tx, &ids.collect::<Vec<_>>(), now)
}

fn of_row(network: &Network, row: PersonRow) -> MapRow {
    let number = network.number(row.id).unwrap_or(network.me());
    let known = network.known_to(number);
    let names = known.iter().take(NAMED);
    let names = names.filter_map(|number| Some(network.person(*number)?.name.clone()));
    MapRow {
        tie: network.tie_word(number).to_owned(),
        knows: names.collect(),
        more: known.len().saturating_sub(NAMED) as u32,
        row,
    }
}

impl Network {
    /// Who works somewhere now: the warmest first, then by name.
    fn members(&self, at: u32) -> Vec<u32> {
        let members = self.people.iter().zip(0..);
        let members = members.filter(|(person, _)| person.works.contains(&at));
        let mut members: Vec<u32> = members.map(|(_, number)| number).collect();
        let warmth = |number: &u32| self.mine(*number).unwrap_or(-1.0);
        members.sort_by(|a, b| warmth(b).total_cmp(&warmth(a)).then(a.cmp(b)));
        members
    }

    /// Where the ties of an organisation's people lead: "Orrin Pharma", "many". Proposed ones do not count.
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
        let most = counts.into_iter().take(MOST_ORGANISATIONS);
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

    /// Of a map around somebody: "Six people they know, and you. Two steps would show 31."
    fn around_words(&self, view: &MapView, person: PersonId) -> Result<String> {
        if view.around() != Some(person) {
            return Ok(String::new());
        }
        let count = |steps| {
            let shown = self.shown(&MapView { steps, ..*view })?;
            Ok::<_, Error>(shown.people.len() - 1)
        };
        let (one, two) = (count(Steps::One)?, count(Steps::Two)?);
        Ok(match (view.steps, one) {
            (_, 0) => "Nobody they know is in your book yet.".to_owned(),
            (Steps::One, one) if two == one => {
                format!(
                    "{} they know, and you. Two steps would show no more.",
                    capital(&people(one))
                )
            }
            (Steps::One, one) => format!(
                "{} they know, and you. Two steps would show {}.",
                capital(&people(one)),
                number(two)
            ),
            _ => format!("{} within two steps, and you.", capital(&people(two))),
        })
    }
}
