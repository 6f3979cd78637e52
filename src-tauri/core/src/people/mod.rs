//! People: add, edit, find, list, trash.

mod add;
mod edit;
mod find;
mod list;
pub(crate) mod list_rows;
mod name;
mod page;
mod partial_date;
pub(crate) mod person_rows;
pub mod phones;
pub(crate) mod trash;

use serde::{Deserialize, Serialize};

use crate::cards::SourceCardId;
use crate::check_ins::CheckIn;
use crate::details::{AffiliationId, ContactPointId, DateId, NoteId, OrganisationId, TagId};
use crate::ids::PersonId;
use crate::relationships::KindId;
use crate::relationships::{Category, Colour, Relationship, Status, WarmthShown, Workplace};

pub(crate) use edit::{contact_normal, headline, since_and_until};
pub(crate) use list::{row_of, rows};
pub use name::{Name, avatar_colour, initials};
pub use partial_date::PartialDate;
pub use trash::Trashed;

crate::store::column!(ContactKind, DateKind);

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
    /// When somebody married or began.
    Anniversary,
    /// Any other, named by its label.
    Other,
}

/// Which people a list shows. Several kinds: any of them; several tags: all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PeopleFilter {
    /// Only internal, only external, or both.
    pub category: Option<Category>,
    /// Kinds of relationship.
    pub kinds: Vec<KindId>,
    /// Tags.
    pub tags: Vec<TagId>,
    /// Only those kept close who have been quiet for longer than planned.
    #[serde(default)]
    pub quiet: bool,
    /// Only those who work there now.
    #[serde(default)]
    pub organisation: Option<OrganisationId>,
}

/// A person by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PersonName {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
}

/// The kind as a row shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct KindBadge {
    /// "Client".
    pub name: String,
    /// The colour of its dot.
    pub colour: Colour,
}

/// A person as a row of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PersonRow {
    /// Who.
    pub id: PersonId,
    /// The name as it is shown.
    pub name: String,
    /// One or two letters for the avatar.
    pub initials: String,
    /// The avatar's colour, 1 to 6.
    pub colour: u8,
    /// Hash to ask the photo by.
    pub photo: Option<String>,
    /// What they do, '' where not known.
    pub role: String,
    /// Where they work, '' where not known.
    pub organisation: String,
    /// Kind of relationship.
    pub kind: Option<KindBadge>,
    /// Whether check-ins are planned.
    pub kept_close: bool,
    /// Warmth, 1–5; absent where no talk was logged or the relationship rests.
    pub warmth: Option<u8>,
    /// Kept close, and quiet for longer than planned.
    pub quiet: bool,
    /// How the relationship stands today, where there is one.
    pub status: Option<Status>,
}

/// A letter of the list, and where its people stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Section {
    /// "A" to "Z", or "#".
    pub letter: String,
    /// Index of its first person.
    pub first: u32,
    /// How many.
    pub count: u32,
}

/// The shape of the list, without its rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PeopleOutline {
    /// How many people the filter lets through.
    pub total: u32,
    /// How many there are.
    pub everyone: u32,
    /// How many of them are going quiet.
    pub quiet: u32,
    /// The letters, in order.
    pub sections: Vec<Section>,
}

/// An organisation found by its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OrganisationFound {
    /// Which.
    pub id: OrganisationId,
    /// "St Alder Hospitals".
    pub name: String,
    /// How many people outside the trash work there now.
    pub people: u32,
}

/// A find result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FoundRow {
    /// Who was found.
    pub row: PersonRow,
    /// What matched, where it was not the name.
    pub matched: Option<String>,
}

/// The first window of find results.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Found {
    /// Best first.
    pub rows: Vec<FoundRow>,
    /// Whether there are more than these.
    pub more: bool,
}

/// A contact point of a person page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ContactPoint {
    /// Which.
    pub id: ContactPointId,
    /// Mail, phone …
    pub kind: ContactKind,
    /// As it is written.
    pub value: String,
    /// "Work", "Mobile", '' for none.
    pub label: String,
    /// The one to use first.
    pub preferred: bool,
    /// Whether the system can open it.
    pub opens: bool,
}

/// Where a person works.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Affiliation {
    /// Which.
    pub id: AffiliationId,
    /// Where, '' where only a role is known.
    pub organisation: String,
    /// As what.
    pub role: String,
    /// In which part of it.
    pub department: String,
    /// "2023", "2023-05" or "2023-05-01".
    pub since: Option<String>,
    /// Like `since`; present: it is over.
    pub until: Option<String>,
}

/// A date of a person; what is not sure is absent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PersonDate {
    /// Which.
    pub id: DateId,
    /// Birthday, anniversary or other.
    pub kind: DateKind,
    /// Its own name where it is of another kind.
    pub label: String,
    /// Year, where known.
    pub year: Option<i32>,
    /// Month 1–12, where known.
    pub month: Option<u8>,
    /// Day 1–31, where known.
    pub day: Option<u8>,
    /// As it was written.
    pub text: String,
}

/// A note about a person, in the user's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Note {
    /// Which.
    pub id: NoteId,
    /// The text.
    pub body: String,
    /// Local date.
    pub created_on: String,
    /// Local date.
    pub edited_on: String,
}

/// A tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "TagName"))]
pub struct Tag {
    /// Which.
    pub id: TagId,
    /// The word.
    pub name: String,
}

/// A tag and how many people have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "Tag"))]
pub struct TagCount {
    /// Which.
    pub id: TagId,
    /// The word.
    pub name: String,
    /// How many people outside the trash.
    pub people: u32,
}

/// A card that a person came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CameFrom {
    /// The source card.
    pub card: SourceCardId,
    /// The file's name.
    pub file: String,
    /// The how manieth card of the file.
    pub number: u32,
    /// Its line in the file.
    pub line: u32,
    /// Local date of the import.
    pub imported_on: String,
}

/// All that is known of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PersonPage {
    /// Who.
    pub id: PersonId,
    /// The name and its parts.
    pub name: Name,
    /// What friends say.
    pub nickname: String,
    /// For the avatar.
    pub initials: String,
    /// The avatar's colour, 1 to 6.
    pub colour: u8,
    /// Hash to ask the photo by.
    pub photo: Option<String>,
    /// "Founder, Pelagic Sensing".
    pub headline: String,
    /// Mine to this person, where one was declared.
    pub relationship: Option<Relationship>,
    /// In order.
    pub contact_points: Vec<ContactPoint>,
    /// Present ones first.
    pub affiliations: Vec<Affiliation>,
    /// In order.
    pub dates: Vec<PersonDate>,
    /// Newest first.
    pub notes: Vec<Note>,
    /// By name.
    pub tags: Vec<Tag>,
    /// The primary card first.
    pub came_from: Vec<CameFrom>,
    /// Local date since when the person is in the trash.
    pub trashed_on: Option<String>,
    /// How warm the tie looks; absent where no talk was logged.
    pub warmth: Option<WarmthShown>,
    /// Open check-ins, soonest first.
    pub check_ins: Vec<CheckIn>,
    /// How many conversations were logged.
    pub talks: u32,
}

/// A person added by hand; all but the name may be ''.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
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
    /// As what.
    pub role: String,
}

/// One edit of a person. `id: None` makes a new row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(
    tag = "type",
    rename_all = "snake_case",
    rename_all_fields = "camelCase"
)]
#[allow(missing_docs, reason = "the fields are those of the rows they edit")]
pub enum PersonEdit {
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
    Category {
        value: Option<Category>,
    },
    Kind {
        id: Option<KindId>,
    },
    Purpose {
        value: String,
    },
    Workplace {
        value: Option<Workplace>,
    },
    /// Plans check-ins; without a cadence the kind's own is taken.
    KeepClose {
        kind: KindId,
        cadence_days: Option<u32>,
        #[cfg_attr(feature = "typescript", ts(type = "1 | 2 | 3"))]
        importance: u8,
    },
    /// No more check-ins; the kind stays.
    LetGo,
    /// Lets the relationship rest, end, or go on; `until` as typed, only where it is paused.
    Status {
        value: Status,
        until: String,
    },
    RemovePhoto,
    /// Never asked for an introduction, or again one who may be.
    DoNotAsk {
        value: bool,
    },
}

/// The parts of a name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "vCard's own words")]
pub struct NameParts {
    pub prefix: String,
    pub given: String,
    pub additional: String,
    pub family: String,
    pub suffix: String,
}
