//! Things kept to share with people: an article, a link, an idea; for whom, and with whom it was shared.

mod link_file;
pub(crate) mod share_rows;
mod write;

use serde::{Deserialize, Serialize};

use crate::days::Day;
use crate::ids::PersonId;
use crate::people::PersonName;
use crate::store::noun::{FindIn, Finds, Noun, Table};

pub(crate) use write::in_talk;

pub use link_file::{LARGEST_LINK_FILE, LinkFile, is_link_file, read_link_file};

crate::columns::id! {
    /// A thing kept to share.
    ShareId
}

/// The noun of things kept to share.
pub(crate) const NOUN: Noun = Noun {
    tables: &[Table::undoable("shares"), Table::undoable("share_people")],
    finds: &[
        Finds {
            column: FindIn::Words,
            sql: "SELECT s.title FROM share_people p JOIN shares s ON s.id = p.share_id WHERE p.person_id = ?1",
        },
        Finds {
            column: FindIn::Words,
            sql: "SELECT s.link FROM share_people p JOIN shares s ON s.id = p.share_id WHERE p.person_id = ?1",
        },
        Finds {
            column: FindIn::Words,
            sql: "SELECT s.note FROM share_people p JOIN shares s ON s.id = p.share_id WHERE p.person_id = ?1",
        },
    ],
    ..Noun::BARE
};

/// A thing to keep, as the user entered it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NewShare {
    /// What it is, one line of at most 200 characters. May be empty where there is a link. A web address alone is
    /// taken as the link.
    pub title: String,
    /// A web address, or empty.
    pub link: String,
    /// A line of the user's own, at most 200 characters, or empty.
    pub note: String,
    /// For whom; at least one, at most 200.
    pub people: Vec<PersonId>,
}

/// A thing kept to share that was not shared yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OpenShare {
    /// The id of the thing.
    pub id: ShareId,
    /// What to call it: the title, or the link without its scheme.
    pub name: String,
}

/// A thing kept to share with a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Share {
    /// The id of the thing.
    pub id: ShareId,
    /// What it is; empty where only the link is known.
    pub title: String,
    /// A web address with http or https, or empty.
    pub link: String,
    /// A line of the user's own; may be empty.
    pub note: String,
    /// What to call it: the title, or the link without its scheme.
    pub name: String,
    /// For whom it is kept, in the order in which they were named; without those in the trash.
    pub people: Vec<PersonName>,
    /// The day on which it was kept, in words: "2 March".
    pub kept: String,
    /// The day on which it was shared with this person, in words; empty as long as it was not.
    pub shared: String,
    /// Local date on which it was shared with this person.
    pub shared_on: Option<Day>,
}
