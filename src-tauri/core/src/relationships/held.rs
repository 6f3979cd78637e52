//! Why words to people had better not be sent now.

use super::relationship_rows::stored_status;
use crate::customs::date_time_forms;
use crate::error::Result;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::person_rows;
use crate::store::Tx;

/// How it stands with those of these people who are left alone, a sentence each; and where that ends by itself, whether
/// it could wait. `None` where none is.
pub(crate) fn held_back(tx: &Tx<'_>, people: &[PersonId], now: &Moment) -> Result<Option<String>> {
    let clock = date_time_forms(tx)?.clock;
    let mut said = Vec::new();
    let mut can_wait = true;
    for person in people {
        let status = stored_status(tx, *person)?;
        if status.at(now).is_left_alone() {
            let name = person_rows::get(tx, *person)?.name;
            said.extend(status.sentence(name.first(), clock, now));
            can_wait &= status.ends_by_itself(now);
        }
    }
    if said.is_empty() {
        return Ok(None);
    }
    if can_wait {
        said.push("Send it another day?".to_owned());
    }
    Ok(Some(said.join(" ")))
}
