//! Saying what the boundaries with a person are.

use chrono_tz::Tz;

use super::{Boundaries, TheirHours, boundary_rows};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::error::{Error, Result};
use crate::fold::fold_words;
use crate::ids::PersonId;
use crate::moment::Moment;

/// Most topics that are off limits with one person.
const MOST_TOPICS: usize = 30;
/// Longest topic, in characters.
const LONGEST_TOPIC: usize = 80;
/// Minutes of a day.
const DAY_MINUTES: u16 = 24 * 60;

impl Book {
    /// Says what the boundaries with a person are, in place of what was said before.
    ///
    /// # Errors
    /// `Invalid` at `offLimits`, `weekdays`, `hours` or `zone`; `NotFound`; storage errors. After an error nothing is
    /// changed.
    pub fn boundaries_set(
        &self,
        person: PersonId,
        said: &Boundaries,
        now: &Moment,
    ) -> Result<Done<()>> {
        let said = checked(said)?;
        self.change(OperationKind::SetBoundaries, now, |change| {
            change.about_people(&[person])?;
            if boundary_rows::of_person(&change.tx, person)? == said {
                return Ok(());
            }
            boundary_rows::put(&change.tx, person, &said)
        })
    }
}

fn checked(said: &Boundaries) -> Result<Boundaries> {
    let mut topics: Vec<String> = Vec::new();
    for topic in &said.off_limits {
        let topic = topic.split_whitespace().collect::<Vec<_>>().join(" ");
        if topic.chars().count() > LONGEST_TOPIC {
            let message = "A topic holds 80 letters at most.";
            return Err(Error::invalid("offLimits", message));
        }
        let is_known = topics
            .iter()
            .any(|known| fold_words(known) == fold_words(&topic));
        if !topic.is_empty() && !is_known {
            topics.push(topic);
        }
    }
    if topics.len() > MOST_TOPICS {
        let message = "These are more than 30 topics. Leave some out.";
        return Err(Error::invalid("offLimits", message));
    }
    let zone = match said.zone.trim() {
        "" => String::new(),
        name => {
            let zone: Tz = name.parse().map_err(|_| {
                Error::invalid(
                    "zone",
                    "This time zone is not known. Choose one of the list.",
                )
            })?;
            zone.name().to_owned()
        }
    };
    Ok(Boundaries {
        sharing: said.sharing,
        off_limits: topics,
        hours: said.hours.as_ref().map(hours).transpose()?,
        zone,
    })
}

fn hours(hours: &TheirHours) -> Result<TheirHours> {
    let mut weekdays = hours.weekdays.clone();
    weekdays.sort_unstable();
    weekdays.dedup();
    if weekdays.is_empty() || weekdays.iter().any(|day| *day > 6) {
        return Err(Error::invalid("weekdays", "Choose at least one day."));
    }
    if hours.from >= DAY_MINUTES || hours.to > DAY_MINUTES {
        return Err(Error::invalid("hours", "A day has no time after 24:00."));
    }
    if hours.to <= hours.from {
        let message = match hours.to == hours.from {
            true => "These hours end when they start.",
            false => "These hours end before they start.",
        };
        return Err(Error::invalid("hours", message));
    }
    Ok(TheirHours { weekdays, ..*hours })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_is_refused_at_its_field() {
        let with = |weekdays: &[u8], from, to| Boundaries {
            hours: Some(TheirHours {
                weekdays: weekdays.to_vec(),
                from,
                to,
            }),
            ..Boundaries::default()
        };
        let field = |said: &Boundaries| checked(said).unwrap_err().field.unwrap();
        assert_eq!(field(&with(&[], 540, 960)), "weekdays");
        assert_eq!(field(&with(&[7], 540, 960)), "weekdays");
        assert_eq!(field(&with(&[0], 960, 540)), "hours");
        assert_eq!(field(&with(&[0], 540, 540)), "hours");
        assert_eq!(field(&with(&[0], 540, 1441)), "hours");
        let nowhere = Boundaries {
            zone: "Atlantis/Capital".into(),
            ..Boundaries::default()
        };
        assert_eq!(field(&nowhere), "zone");
        let kept = checked(&with(&[4, 0, 4], 0, 1440)).unwrap();
        assert_eq!(kept.hours.unwrap().weekdays, [0, 4]);
        let topics = Boundaries {
            off_limits: vec![" the  merger ".into(), String::new(), "The Merger".into()],
            ..Boundaries::default()
        };
        assert_eq!(checked(&topics).unwrap().off_limits, ["the merger"]);
    }
}
