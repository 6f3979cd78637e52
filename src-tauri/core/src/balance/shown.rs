//! The balance as the page shows it.

use std::collections::{HashMap, HashSet};

use chrono::Months;

use super::counted::{Group, OfPerson, Talked, groups};
use super::give_take::give_take;
use super::variety::variety;
use super::words::{CountedFrom, shown, variety_words, without};
use super::{Balance, BalanceFigure, BalancePeople, BalanceVariety, balance_rows};
use crate::attributes::{Attribute, AttributeId, attribute_rows};
use crate::book::Book;
use crate::counts::count32;
use crate::days::Day;
use crate::error::Result;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::number_words::number;
use crate::people_list::rows_of;
use crate::relationships::Status;
use crate::store::Tx;

/// The figures of the page, in their order.
const FIGURES: [BalanceFigure; 6] = [
    BalanceFigure::Circles,
    BalanceFigure::Kinds,
    BalanceFigure::Channels,
    BalanceFigure::Sides,
    BalanceFigure::Workplaces,
    BalanceFigure::Met,
];
/// By what variety is told, besides the user's own attributes.
const ATTRIBUTES: [BalanceFigure; 5] = [
    BalanceFigure::Kinds,
    BalanceFigure::Organisations,
    BalanceFigure::Roles,
    BalanceFigure::Countries,
    BalanceFigure::Tags,
];
/// So many of a value's people are shown.
const MOST_ROWS: usize = 60;
/// Where no value is missing, so many of those that fewest people have are named.
const LEAST_VALUES: usize = 3;
/// At most so many values of few people are named.
const MOST_FEW: usize = 5;

const ONE_CHOICE: &str = "It has one choice only, so there is nothing to compare.";

const VARIETY_HOW: &str = "How likely two of these people, drawn at random, differ (Blau 1977), against the most that so \
    many values allow. Who has no value is left out, not guessed. From ten known values on.";
const GIVE_TAKE_HOW: &str = "What you noted as given and received, large entries counting three times a small one, half \
    as much after a year, and nothing from before you called it settled. Only people with three entries or more.";

impl Book {
    /// How the network is made, but for its structure.
    ///
    /// # Errors
    /// Storage errors.
    pub fn balance(&self, now: &Moment) -> Result<Balance> {
        self.read_long(|tx| {
            let read = Read::of(tx, now)?;
            let from = read.counted_from();
            let figures = FIGURES
                .iter()
                .map(|figure| shown(*figure, &read.groups(*figure), &from));
            let figures = figures.collect();
            let own = read.attributes.iter();
            let own = own.map(|attribute| BalanceFigure::Attribute(attribute.id));
            let variety: Vec<BalanceVariety> = own
                .chain(ATTRIBUTES)
                .map(|figure| varied(figure, &read))
                .collect();
            let told: Vec<(&str, f64)> = variety
                .iter()
                .filter_map(|one| Some((one.title.as_str(), one.varied?)))
                .collect();
            let ours: HashSet<PersonId> = read.people.iter().map(|person| person.id).collect();
            let (give_take_words, give_take) = give_take(tx, |person| ours.contains(&person), now)?;
            Ok(Balance {
                people: count32(read.people.len()),
                figures,
                variety_words: variety_words(&told),
                variety,
                variety_how: VARIETY_HOW.to_owned(),
                give_take_words,
                give_take,
                give_take_how: GIVE_TAKE_HOW.to_owned(),
            })
        })
    }

    /// The people of one value of a figure, by the label of its group; nobody where there is no such value.
    ///
    /// # Errors
    /// Storage errors.
    pub fn balance_people(
        &self,
        figure: BalanceFigure,
        label: &str,
        now: &Moment,
    ) -> Result<BalancePeople> {
        self.read_long(|tx| {
            let mut people = people_of(tx, figure, label, now)?;
            let total = count32(people.len());
            people.truncate(MOST_ROWS);
            Ok(BalancePeople {
                rows: rows_of(tx, &people, now)?,
                total,
            })
        })
    }
}

/// The people of one value of a figure, by name.
pub(super) fn people_of(
    tx: &Tx<'_>,
    figure: BalanceFigure,
    label: &str,
    now: &Moment,
) -> Result<Vec<PersonId>> {
    let groups = Read::of(tx, now)?.groups(figure).into_iter();
    let mut groups = groups.filter(|group| group.label == label);
    Ok(groups.next().map(|group| group.people).unwrap_or_default())
}

/// What the figures are counted from.
struct Read {
    people: Vec<OfPerson>,
    talks: Vec<Talked>,
    kinds: Vec<String>,
    attributes: Vec<Attribute>,
}

impl Read {
    fn of(tx: &Tx<'_>, now: &Moment) -> Result<Self> {
        let people = balance_rows::people(tx)?.into_iter();
        let mut people: Vec<OfPerson> = people
            .filter(|(_, stored)| stored.at(now) != Status::Ended)
            .map(|(person, _)| person)
            .collect();
        let mut organisations = balance_rows::organisations(tx)?;
        let mut roles = balance_rows::roles(tx)?;
        let mut countries = balance_rows::countries(tx)?;
        let met = balance_rows::met(tx)?;
        let mut tags: HashMap<PersonId, Vec<String>> = HashMap::new();
        for (person, tag) in balance_rows::tags(tx)? {
            tags.entry(person).or_default().push(tag);
        }
        let mut own: HashMap<PersonId, Vec<(AttributeId, String)>> = HashMap::new();
        for (person, attribute, choice) in attribute_rows::names(tx)? {
            own.entry(person).or_default().push((attribute, choice));
        }
        for person in &mut people {
            person.organisation = organisations.remove(&person.id);
            person.country = countries.remove(&person.id);
            person.role = roles.remove(&person.id);
            person.own = own.remove(&person.id).unwrap_or_default();
            person.tags = tags.remove(&person.id).unwrap_or_default();
            person.met = met.get(&person.id).copied();
        }
        let today = now.today();
        let year_ago = today.checked_sub_months(Months::new(12)).unwrap_or(today);
        Ok(Self {
            people,
            talks: balance_rows::talks_since(tx, Day::from(year_ago))?,
            kinds: balance_rows::kinds(tx)?,
            attributes: attribute_rows::all(tx)?,
        })
    }

    fn groups(&self, figure: BalanceFigure) -> Vec<Group> {
        groups(figure, &self.people, &self.talks)
    }

    fn counted_from(&self) -> CountedFrom<'_> {
        CountedFrom {
            people: &self.people,
            talks: &self.talks,
            kinds: &self.kinds,
            attributes: &self.attributes,
        }
    }
}

fn varied(figure: BalanceFigure, read: &Read) -> BalanceVariety {
    let groups = read.groups(figure);
    let from = read.counted_from();
    let counts: Vec<usize> = groups.iter().map(|group| group.count).collect();
    let told = shown(figure, &groups, &from);
    // What can be chosen is known of kinds and own attributes; of other values, those that somebody has.
    let values = from.values(figure);
    let can_differ = values.as_ref().is_none_or(|values| values.len() > 1);
    let found = variety(&counts).filter(|_| told.enough && can_differ);
    let (few, note) = match (found, can_differ) {
        (Some(_), _) => few(&groups, values.as_deref()),
        (None, false) => (Vec::new(), ONE_CHOICE.to_owned()),
        (None, true) => (Vec::new(), told.words),
    };
    BalanceVariety {
        figure,
        title: match figure {
            BalanceFigure::Kinds => "Kind".to_owned(),
            _ => told.title,
        },
        varied: found.map(|found| found.iqv),
        sums: found.map_or(String::new(), |found| {
            format!(
                "Blau {:.2}, of the most possible {:.0} %; Shannon {:.2}, evenness {:.2}; {} values",
                found.blau,
                100.0 * found.iqv,
                found.shannon,
                found.pielou,
                groups.len()
            )
        }),
        most: match (found, groups.first()) {
            (Some(_), Some(first)) => first.label.clone(),
            _ => String::new(),
        },
        few,
        note,
        known: told.known,
    }
}

/// The values that nobody has, or else those that fewest people have, and what is said of more of them. `values`: what
/// can be chosen, where that is known.
fn few(groups: &[Group], values: Option<&[&str]>) -> (Vec<String>, String) {
    let missing = values.map_or(Vec::new(), |values| without(groups, values));
    // The first is named as the most frequent.
    let least = groups
        .iter()
        .skip(1)
        .rev()
        .map(|group| group.label.as_str());
    let few: Vec<&str> = match (missing.is_empty(), values) {
        (false, _) => missing,
        (true, Some(_)) => least.take(LEAST_VALUES).collect(),
        (true, None) => least.collect(),
    };
    // Of many values that few have, which are named would be chance.
    if values.is_none() && few.len() > MOST_FEW {
        return (Vec::new(), format!("{} others", few.len()));
    }
    let note = match few.len().checked_sub(MOST_FEW) {
        Some(more) if more > 0 => format!("and {} more", number(more)),
        _ => String::new(),
    };
    let few = few.into_iter().take(MOST_FEW).map(str::to_owned);
    (few.collect(), note)
}
