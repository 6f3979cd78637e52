//! What a change of a relationship was, in words for the history.

use chrono::NaiveDate;

use crate::days::Day;
use crate::error::Result;
use crate::relationships::kind_rows;
use crate::relationships::relationship_rows::RelationshipRecord;
use crate::relationships::{Category, KindId};
use crate::store::Tx;
use crate::typed_day::short_date;

/// What differs between a relationship before and after a change: "paused until 3 March", "every 30 days instead of
/// 45". `None`: there is no relationship.
pub(super) fn changes(
    tx: &Tx<'_>,
    before: Option<&RelationshipRecord>,
    after: Option<&RelationshipRecord>,
    today: NaiveDate,
) -> Result<Vec<String>> {
    let Some(after) = after else {
        return Ok(before
            .map(|_| "neither internal nor external".to_owned())
            .into_iter()
            .collect());
    };
    let mut said = Vec::new();
    let was_close = before.and_then(|before| before.kept_close_on).is_some();
    match (was_close, after.kept_close_on.is_some()) {
        (false, true) => said.push(format!("kept close, every {}", days(after.cadence_days))),
        (true, false) => said.push("no longer kept close".to_owned()),
        (true, true) => said.extend(rhythm(before, after)),
        (false, false) => {}
    }
    let kind = before.and_then(|before| before.kind);
    if kind != after.kind {
        said.push(other_kind(tx, kind, after.kind)?);
    } else if before.map(|before| before.category) != Some(after.category) && said.is_empty() {
        said.push(category(after.category).to_owned());
    }
    if was_close && before.is_some_and(|before| before.importance != after.importance) {
        said.push(format!("importance {}", importance(after.importance)));
    }
    let ends = |record: &RelationshipRecord| record.purpose_ends_on;
    if before.and_then(ends) != after.purpose_ends_on {
        said.push(purpose_end(after.purpose_ends_on, today));
    }
    if before.map_or("", |before| &before.purpose) != after.purpose {
        said.push("what it is for".to_owned());
    }
    if before.and_then(|before| before.workplace) != after.workplace {
        said.push("in the office or remote".to_owned());
    }
    if before.is_some_and(|before| before.do_not_ask) != after.do_not_ask {
        said.push(match after.do_not_ask {
            true => "not to be asked for introductions".to_owned(),
            false => "may be asked for introductions".to_owned(),
        });
    }
    Ok(said)
}

fn rhythm(before: Option<&RelationshipRecord>, after: &RelationshipRecord) -> Option<String> {
    let was = before.and_then(|before| before.cadence_days);
    match was == after.cadence_days {
        true => None,
        false => {
            let instead = was.map_or(String::new(), |was| format!(" instead of {was}"));
            Some(format!("every {}{instead}", days(after.cadence_days)))
        }
    }
}

fn days(cadence: Option<u32>) -> String {
    match cadence {
        Some(1) => "day".to_owned(),
        Some(days) => format!("{days} days"),
        None => "now and then".to_owned(),
    }
}

fn other_kind(tx: &Tx<'_>, was: Option<KindId>, is: Option<KindId>) -> Result<String> {
    let name = |kind: Option<KindId>| -> Result<Option<String>> {
        kind.map(|kind| Ok(kind_rows::get(tx, kind)?.name))
            .transpose()
    };
    Ok(match (name(was)?, name(is)?) {
        (Some(was), Some(is)) => format!("{is} instead of {was}"),
        (None, Some(is)) => is,
        (Some(was), None) => format!("no longer {was}"),
        (None, None) => String::new(),
    })
}

const fn category(category: Category) -> &'static str {
    match category {
        Category::Internal => "internal",
        Category::External => "external",
    }
}

const fn importance(importance: u8) -> &'static str {
    match importance {
        3 => "highest",
        2 => "high",
        _ => "usual",
    }
}

fn purpose_end(on: Option<Day>, today: NaiveDate) -> String {
    match on {
        Some(on) => format!("its purpose until {}", short_date(on.date(), today)),
        None => "no end of its purpose".to_owned(),
    }
}
