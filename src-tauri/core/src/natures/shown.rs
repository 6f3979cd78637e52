//! The nature of a relationship as the page and the brief show it.

use super::nature_rows::{self, NatureRecord};
use super::{Nature, NatureEvent, NatureKind, NatureOf};
use crate::book::Book;
use crate::error::Result;
use crate::ids::PersonId;
use crate::letters::capital;
use crate::moment::Moment;
use crate::store::Tx;
use crate::typed_day::short_date;

impl NatureKind {
    const fn words(self) -> &'static str {
        match self {
            Self::Transactional => "transactional",
            Self::MutuallyDependent => "mutually dependent",
            Self::Transformational => "transformational",
        }
    }

    /// What one may do about it before a talk.
    const fn guidance(self) -> &'static str {
        match self {
            Self::Transactional => {
                "Transactional: say what each of you does, and thank them for their part."
            }
            Self::MutuallyDependent => {
                "Mutually dependent: ask what they need from you this time, and say what you need."
            }
            Self::Transformational => {
                "Transformational: bring a question that you have no answer to yet."
            }
        }
    }
}

impl Book {
    /// The nature of the relationship to a person.
    ///
    /// # Errors
    /// Storage errors.
    pub fn nature_of(&self, person: PersonId, now: &Moment) -> Result<NatureOf> {
        self.read(|tx| {
            let records = nature_rows::of_person(tx, person)?;
            let last = records.last();
            let said = last.map(|last| last.said).unwrap_or_default();
            Ok(NatureOf {
                said,
                since: last
                    .filter(|_| said != Nature::default())
                    .map(|last| short_date(last.said_on.date(), now.today()))
                    .unwrap_or_default(),
                guidance: guidance(&said).to_owned(),
                events: events(&records),
            })
        })
    }
}

/// A line of guidance for a talk; empty where no sort is said.
pub(crate) fn guidance_of(tx: &Tx<'_>, person: PersonId) -> Result<String> {
    let records = nature_rows::of_person(tx, person)?;
    let said = records.last().map(|last| last.said).unwrap_or_default();
    Ok(guidance(&said).to_owned())
}

fn guidance(said: &Nature) -> &'static str {
    said.nature.map_or("", NatureKind::guidance)
}

fn events(records: &[NatureRecord]) -> Vec<NatureEvent> {
    let mut before = Nature::default();
    let mut all = Vec::new();
    for record in records {
        all.push(event(record, &before));
        before = record.said;
    }
    all.reverse();
    all
}

fn event(record: &NatureRecord, before: &Nature) -> NatureEvent {
    let said = &record.said;
    let title = match said.nature {
        Some(nature) if before.nature != said.nature => format!("Now {}", nature.words()),
        Some(nature) => format!("Still {}", nature.words()),
        None => "Its nature was left unsaid".to_owned(),
    };
    let was = before
        .nature
        .filter(|nature| Some(*nature) != said.nature)
        .map(|nature| format!("Before: {}.", nature.words()));
    let steps = [
        ("influence", said.influence),
        ("mutuality", said.mutuality),
        ("openness", said.openness),
    ];
    let steps: Vec<String> = steps
        .into_iter()
        .filter_map(|(name, step)| Some(format!("{name} {}", step?)))
        .collect();
    let steps = (!steps.is_empty()).then(|| capital(&format!("{}.", steps.join(", "))));
    let parts: Vec<String> = [was, steps].into_iter().flatten().collect();
    NatureEvent {
        id: record.id,
        on: record.said_on,
        title,
        text: parts.join(" "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::natures::NatureId;

    #[test]
    fn the_timeline_says_what_it_is_now_and_what_it_was() {
        let record = |id, nature, influence| NatureRecord {
            id: NatureId(id),
            said: Nature {
                nature: Some(nature),
                influence,
                mutuality: Some(4),
                openness: None,
            },
            said_on: "2026-02-12".parse().unwrap(),
        };
        let told: Vec<String> = events(&[
            record(1, NatureKind::Transactional, None),
            record(2, NatureKind::MutuallyDependent, Some(3)),
            record(3, NatureKind::MutuallyDependent, Some(4)),
        ])
        .into_iter()
        .map(|event| format!("{}. {}", event.title, event.text))
        .collect();
        assert_eq!(
            told,
            [
                "Still mutually dependent. Influence 4, mutuality 4.",
                "Now mutually dependent. Before: transactional. Influence 3, mutuality 4.",
                "Now transactional. Mutuality 4.",
            ]
        );
    }
}
