//! What is known of a person, a row each: how to reach them, where they work, dates, notes, tags.

pub(crate) mod add;
pub(crate) mod affiliation_rows;
mod affiliations;
pub(crate) mod contact_point_rows;
pub(crate) mod contact_points;
mod date_notice_rows;
mod date_notices;
mod date_preview;
pub(crate) mod date_rows;
mod date_words;
mod dates;
mod edit;
mod edit_words;
mod links;
pub(crate) mod note_rows;
mod notes;
pub(crate) mod organisation_rows;
mod organisations;
mod phone_text;
pub mod phones;
mod shared_name_rows;
pub(crate) mod tag_rows;
mod tags;

use serde::{Deserialize, Serialize};

use crate::days::{Day, PartialDate};
use crate::people::NameParts;

use crate::store::noun::{After, Derives, FindIn, Finds, Noun, Table};

pub(crate) use affiliations::headline;
pub(crate) use contact_points::normalise_phones;
pub(crate) use contact_points::{Country, contact_normal, country};
pub use date_notices::{DateNotice, DateNoticeOf};
pub(crate) use date_notices::{UsualDateNotice, date_notice_of};
pub use date_preview::DatePreview;
pub(crate) use date_words::{count_words, date_words, month_days};
pub(crate) use links::{link_of, mail_link, mail_of, web_link};

crate::columns::id! {
    /// An organisation that people work for.
    OrganisationId
}

crate::columns::id! {
    /// A person's mail, phone, address, link or chat.
    ContactPointId
}

crate::columns::id! {
    /// Where a person works, as what, since and until.
    AffiliationId
}

crate::columns::id! {
    /// A birthday, an anniversary or another date of a person.
    DateId
}

crate::columns::id! {
    /// A note about a person.
    NoteId
}

crate::columns::id! {
    /// A word that groups people.
    TagId
}

crate::columns::column!(ContactKind, DateKind);

/// What kind of contact point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ContactKind {
    /// A mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A postal address.
    Address,
    /// A page on the web.
    Link,
    /// A name in a messenger.
    Chat,
}

/// What kind of date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DateKind {
    /// When somebody was born.
    Birthday,
    /// A wedding, or when something began.
    Anniversary,
    /// Any other, named by its label.
    Other,
}

/// A contact point of a person page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ContactPoint {
    /// Its id.
    pub id: ContactPointId,
    /// Whether it is a mail address, a phone number and so on.
    pub kind: ContactKind,
    /// The value as it is written.
    pub value: String,
    /// "Work", "Mobile", '' for none.
    pub label: String,
    /// Whether it is the one to use first of its kind.
    pub preferred: bool,
    /// Whether the system can open it.
    pub opens: bool,
}

/// Where a person works.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Affiliation {
    /// Its id.
    pub id: AffiliationId,
    /// The organisation; '' if only a role is known.
    pub organisation: String,
    /// The role, such as "Founder".
    pub role: String,
    /// The department.
    pub department: String,
    /// "2023", "2023-05" or "2023-05-01".
    pub since: Option<PartialDate>,
    /// Like `since`; absent while they work there.
    pub until: Option<PartialDate>,
}

/// A date of a person; what is not sure is absent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PersonDate {
    /// Its id.
    pub id: DateId,
    /// Birthday, anniversary or other.
    pub kind: DateKind,
    /// Its name, for a date of kind `Other`.
    pub label: String,
    /// Year, where known.
    pub year: Option<i32>,
    /// Month 1–12, where known.
    pub month: Option<u8>,
    /// Day 1–31, where known.
    pub day: Option<u8>,
    /// The text as it was written.
    pub text: String,
}

/// A note about a person, in the user's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Note {
    /// Its id.
    pub id: NoteId,
    /// The text.
    pub body: String,
    /// Local date.
    pub created_on: Day,
    /// Local date.
    pub edited_on: Day,
}

/// A tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "TagName"))]
pub struct Tag {
    /// Its id.
    pub id: TagId,
    /// The word.
    pub name: String,
}

/// A tag and how many people have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "Tag"))]
pub struct TagCount {
    /// Its id.
    pub id: TagId,
    /// The word.
    pub name: String,
    /// Number of people outside the trash who have it.
    pub people: u32,
}

/// An organisation found by its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OrganisationFound {
    /// Its id.
    pub id: OrganisationId,
    /// "St Alder Hospitals".
    pub name: String,
    /// How many people outside the trash work there now.
    pub people: u32,
}

/// A person added by hand; all but the name may be ''.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NewPerson {
    /// The name as it is said.
    pub name: String,
    /// A mail address.
    pub email: String,
    /// A phone number.
    pub phone: String,
    /// Where they work.
    pub organisation: String,
    /// The role, such as "Founder".
    pub role: String,
}

/// One edit of what is known of a person. `id: None` makes a new row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(
    tag = "type",
    rename_all = "snake_case",
    rename_all_fields = "camelCase"
)]
#[allow(missing_docs, reason = "the fields are those of the rows they edit")]
pub enum DetailEdit {
    /// The name; without parts they are kept where they still fit, else derived.
    Name {
        display: String,
        parts: Option<NameParts>,
    },
    Nickname {
        value: String,
    },
    ContactPoint {
        id: Option<ContactPointId>,
        kind: ContactKind,
        value: String,
        label: String,
        preferred: bool,
    },
    RemoveContactPoint {
        id: ContactPointId,
    },
    /// Moves a contact point to an index among those of its kind.
    MoveContactPoint {
        id: ContactPointId,
        to: usize,
    },
    Affiliation {
        id: Option<AffiliationId>,
        organisation: String,
        role: String,
        department: String,
        since: String,
        until: String,
    },
    RemoveAffiliation {
        id: AffiliationId,
    },
    Date {
        id: Option<DateId>,
        kind: DateKind,
        label: String,
        text: String,
    },
    RemoveDate {
        id: DateId,
    },
    /// When to be told of the person's dates; without a value, as usual.
    DateNotice {
        value: Option<DateNotice>,
    },
    Note {
        id: Option<NoteId>,
        body: String,
    },
    RemoveNote {
        id: NoteId,
    },
    AddTag {
        name: String,
    },
    RemoveTag {
        id: TagId,
    },
    RemovePhoto,
}
/// What is known of a person.
pub(crate) const NOUN: Noun = Noun {
    tables: &[
        Table::shared("tags"),
        Table::shared("organisations"),
        Table::undoable("affiliations"),
        Table::undoable("contact_points"),
        Table::undoable("dates"),
        Table::undoable("date_notices"),
        Table::undoable("notes"),
        Table::undoable("person_tags"),
    ],
    finds: &[
        Finds {
            column: FindIn::Phone,
            sql: "SELECT value FROM contact_points WHERE person_id = ?1 AND kind = 'phone' UNION ALL \
                  SELECT normal FROM contact_points WHERE person_id = ?1 AND kind = 'phone'",
        },
        Finds {
            column: FindIn::Words,
            sql: "SELECT value FROM contact_points WHERE person_id = ?1 AND kind <> 'phone'",
        },
        Finds {
            column: FindIn::Words,
            sql: "SELECT coalesce(o.name, '') || ' ' || a.role || ' ' || a.department FROM affiliations a \
                  LEFT JOIN organisations o ON o.id = a.organisation_id WHERE a.person_id = ?1",
        },
        Finds {
            column: FindIn::Words,
            sql: "SELECT t.name FROM person_tags p JOIN tags t ON t.id = p.tag_id WHERE p.person_id = ?1",
        },
        Finds {
            column: FindIn::Words,
            sql: "SELECT body FROM notes WHERE person_id = ?1",
        },
    ],
    // Phones are compared in the form of the country that the settings name.
    derives: &[Derives {
        after: After::Tables(&["settings"]),
        run: |change, _| normalise_phones(&change.tx),
    }],
    ..Noun::BARE
};
