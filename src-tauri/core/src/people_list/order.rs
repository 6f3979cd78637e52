//! The orders of the list besides that by name, and the sections that say what a row is sorted by.

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::PeopleFilter;
use super::list_rows::{self, Keyed, Where};
use super::warm::{WarmthNow, warmth_now};
use crate::days::{Day, Stamp};
use crate::error::Result;
use crate::fold::fold_words;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people_list::{Section, WarmthWeights};
use crate::settings;
use crate::store::Tx;
use crate::warmth::Level;

/// The order of the list of people. People for whom it has no value come last, by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PeopleSort {
    /// By the name as it is shown.
    #[default]
    Name,
    /// By the family name.
    Surname,
    /// By the last conversation, newest first.
    LastTalk,
    /// By the next check-in, soonest first.
    NextCheckIn,
    /// Warmest first.
    Warmth,
    /// By when the person came into the book, newest first.
    Added,
}

/// A person in the order of the list, and the label of their section.
pub(crate) type Placed = (PersonId, String);

/// Everybody who passes the filter, in its order; not for the order by name, of which SQL reads a part alone.
pub(crate) fn placed(tx: &Tx<'_>, filter: &PeopleFilter, now: &Moment) -> Result<Vec<Placed>> {
    let wanted = Where::of(filter, now)?;
    let today = now.today();
    match filter.sort {
        PeopleSort::Name | PeopleSort::Surname => {
            let people = list_rows::keyed::<String>(tx, &wanted, "p.family")?;
            Ok(by_surname(people))
        }
        PeopleSort::LastTalk => {
            let people = list_rows::keyed::<Day>(tx, &wanted, list_rows::LAST_TALK)?;
            Ok(newest_first(
                people,
                |day| past_label(day.date(), today),
                "No talk yet",
            ))
        }
        PeopleSort::NextCheckIn => {
            let people = list_rows::keyed::<Day>(tx, &wanted, list_rows::NEXT_CHECK_IN)?;
            Ok(soonest_first(
                people,
                |day| coming_label(day.date(), today),
                "Nothing planned",
            ))
        }
        PeopleSort::Added => {
            let people = list_rows::keyed::<Stamp>(tx, &wanted, "p.created_at")?;
            let label = |stamp: &Stamp| past_label(now.local_of(*stamp).date(), today);
            Ok(newest_first(people, label, "Earlier"))
        }
        PeopleSort::Warmth => warmest_first(tx, &wanted, now),
    }
}

/// Without a family name, the shown name counts.
fn by_surname(people: Vec<Keyed<String>>) -> Vec<Placed> {
    let mut keyed: Vec<(String, String, PersonId)> = people
        .into_iter()
        .map(
            |(id, sort_key, family)| match fold_words(&family.unwrap_or_default()) {
                family if family.is_empty() => (sort_key.clone(), sort_key, id),
                family => (family, sort_key, id),
            },
        )
        .collect();
    keyed.sort_unstable();
    let letter = |key: &str| key.chars().take(1).collect::<String>();
    let placed = keyed.into_iter();
    placed
        .map(|(key, _, id)| (id, letter_label(&letter(&key))))
        .collect()
}

fn newest_first<K: Ord>(
    people: Vec<Keyed<K>>,
    label: impl Fn(&K) -> String,
    none: &str,
) -> Vec<Placed> {
    by_value(
        people
            .into_iter()
            .map(|(id, name, key)| (id, name, key.map(std::cmp::Reverse))),
        |key| label(&key.0),
        none,
    )
}

fn soonest_first<K: Ord>(
    people: Vec<Keyed<K>>,
    label: impl Fn(&K) -> String,
    none: &str,
) -> Vec<Placed> {
    by_value(people.into_iter(), label, none)
}

fn by_value<K: Ord>(
    people: impl Iterator<Item = Keyed<K>>,
    label: impl Fn(&K) -> String,
    none: &str,
) -> Vec<Placed> {
    let mut sorted: Vec<Keyed<K>> = people.collect();
    sorted.sort_by(|(a_id, a_name, a), (b_id, b_name, b)| {
        let last = (a.is_none(), a).cmp(&(b.is_none(), b));
        last.then_with(|| (a_name, a_id).cmp(&(b_name, b_id)))
    });
    let placed = sorted.into_iter();
    placed
        .map(|(id, _, key)| (id, key.as_ref().map_or_else(|| none.to_owned(), &label)))
        .collect()
}

/// The warmth that rows show; then those who rest, then those with whom no conversation was logged.
fn warmest_first(tx: &Tx<'_>, wanted: &Where, now: &Moment) -> Result<Vec<Placed>> {
    let weights = settings::get::<WarmthWeights>(tx)?;
    let people = list_rows::keyed::<bool>(tx, wanted, list_rows::HAS_TALKED)?;
    let mut keyed = Vec::with_capacity(people.len());
    for (id, name, talked) in people {
        let warmth = match talked {
            Some(true) => warmth_now(tx, id, &weights, now)?,
            _ => WarmthNow::NoTalk,
        };
        let (rank, strength, label) = match warmth {
            WarmthNow::Warm { level, strength } => (0_u8, strength, level_label(level)),
            WarmthNow::Rests => (1, 0.0, "Resting"),
            WarmthNow::NoTalk => (2, 0.0, "No talk yet"),
        };
        keyed.push((rank, strength, name, id, label));
    }
    keyed.sort_by(|a, b| {
        let warmer = a.0.cmp(&b.0).then_with(|| b.1.total_cmp(&a.1));
        warmer.then_with(|| (&a.2, a.3).cmp(&(&b.2, b.3)))
    });
    let placed = keyed.into_iter();
    Ok(placed
        .map(|(_, _, _, id, label)| (id, label.to_owned()))
        .collect())
}

const fn level_label(level: Level) -> &'static str {
    match level {
        Level::Cold => "Cold",
        Level::Cool => "Cool",
        Level::Steady => "Steady",
        Level::Warm => "Warm",
        Level::VeryWarm => "Very warm",
    }
}

/// The label of a letter: itself in upper case, "#" for what is no letter from A to Z.
pub(crate) fn letter_label(letter: &str) -> String {
    match letter.chars().all(|c| c.is_ascii_lowercase()) && !letter.is_empty() {
        true => letter.to_ascii_uppercase(),
        false => "#".to_owned(),
    }
}

/// "Today", "Yesterday", "Last 7 days", "Last 30 days", "March", "December 2025", "2024".
fn past_label(day: NaiveDate, today: NaiveDate) -> String {
    match (today - day).num_days() {
        ..=0 => "Today".to_owned(),
        1 => "Yesterday".to_owned(),
        2..=7 => "Last 7 days".to_owned(),
        8..=30 => "Last 30 days".to_owned(),
        _ => month_label(day, today),
    }
}

/// "Due", "Tomorrow", "Next 7 days", "Next 30 days", "May", "January 2027", "2028".
fn coming_label(day: NaiveDate, today: NaiveDate) -> String {
    match (day - today).num_days() {
        ..=0 => "Due".to_owned(),
        1 => "Tomorrow".to_owned(),
        2..=7 => "Next 7 days".to_owned(),
        8..=30 => "Next 30 days".to_owned(),
        _ => month_label(day, today),
    }
}

/// The month within a year before or after today, with its year if that is another one; otherwise the year.
fn month_label(day: NaiveDate, today: NaiveDate) -> String {
    let year = Months::new(12);
    let from = today.checked_sub_months(year).unwrap_or(today);
    let to = today.checked_add_months(year).unwrap_or(today);
    if day <= from || day >= to {
        return day.year().to_string();
    }
    let form = if day.year() == today.year() {
        "%B"
    } else {
        "%B %Y"
    };
    day.format(form).to_string()
}

/// Neighbours of one label form a section.
pub(crate) fn sections(labels: impl Iterator<Item = (String, u32)>) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut first = 0;
    for (label, count) in labels {
        match sections.last_mut().filter(|last| last.label == label) {
            Some(last) => last.count += count,
            None => sections.push(Section {
                label,
                first,
                count,
            }),
        }
        first += count;
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_letter_shares_a_section() {
        let letters = [("1", 2), ("7", 1), ("a", 3), ("z", 1), ("~", 1)]
            .map(|(letter, n)| (letter_label(letter), n));
        let shape: Vec<(String, u32, u32)> = sections(letters.into_iter())
            .into_iter()
            .map(|section| (section.label, section.first, section.count))
            .collect();
        assert_eq!(
            shape,
            [
                ("#".into(), 0, 3),
                ("A".into(), 3, 3),
                ("Z".into(), 6, 1),
                ("#".into(), 7, 1)
            ]
        );
    }

    #[test]
    fn a_section_says_when() {
        let today: NaiveDate = "2026-03-10".parse().unwrap();
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (on, past) in [
            ("2026-03-11", "Today"),
            ("2026-03-10", "Today"),
            ("2026-03-09", "Yesterday"),
            ("2026-03-03", "Last 7 days"),
            ("2026-03-02", "Last 30 days"),
            ("2026-02-08", "Last 30 days"),
            ("2026-02-07", "February"),
            ("2025-12-31", "December 2025"),
            ("2025-03-11", "March 2025"),
            ("2025-03-10", "2025"),
        ] {
            assert_eq!(past_label(day(on), today), past, "{on}");
        }
        for (on, coming) in [
            ("2026-03-01", "Due"),
            ("2026-03-10", "Due"),
            ("2026-03-11", "Tomorrow"),
            ("2026-03-17", "Next 7 days"),
            ("2026-04-09", "Next 30 days"),
            ("2026-04-10", "April"),
            ("2027-01-02", "January 2027"),
            ("2027-03-10", "2027"),
        ] {
            assert_eq!(coming_label(day(on), today), coming, "{on}");
        }
    }
}
