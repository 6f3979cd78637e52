//! What a change says of itself: which operation it is and what it touched.

use serde::{Deserialize, Serialize};

use crate::ids::{OperationId, PersonId};

crate::columns::column!(OperationKind);

/// What kind of change the person made; the page words it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum OperationKind {
    /// A person was added by hand.
    AddPerson,
    /// One person was edited.
    EditPerson,
    /// Several people were edited at once.
    EditPeople,
    /// People went to the trash.
    Trash,
    /// People came back from the trash.
    Restore,
    /// Cards were imported.
    Import,
    /// A setting was changed.
    Settings,
    /// An operation was taken back.
    Undo,
    /// An operation was done again.
    Redo,
    /// The book was read from an export, which took the place of the one before.
    ReadBook,
    /// A backup took the book's place.
    RestoreBackup,
    /// A conversation was logged.
    LogInteraction,
    /// A conversation was corrected.
    EditInteraction,
    /// A conversation was deleted.
    DeleteInteraction,
    /// A check-in was planned by hand.
    PlanCheckIn,
    /// A check-in was moved.
    EditCheckIn,
    /// A planned check-in was taken away.
    CancelCheckIn,
    /// A check-in was put off.
    Snooze,
    /// A check-in was left out.
    Skip,
    /// The days were levelled.
    LevelDays,
    /// Rhythms were lengthened so that they fit.
    LengthenRhythms,
    /// An offered rhythm was refused.
    KeepRhythm,
    /// Everybody who was due begins from today.
    FreshStart,
    /// A notification was answered.
    Answer,
    /// A kind of relationship was added, changed or removed.
    Kinds,
    /// Two people were tied.
    AddTie,
    /// A tie was corrected or ended.
    EditTie,
    /// A tie was removed.
    RemoveTie,
    /// Proposed ties were taken or refused.
    DecideTies,
    /// A line about the whole person was added.
    AddFact,
    /// A line about the whole person was corrected.
    EditFact,
    /// A line about the whole person was removed.
    RemoveFact,
    /// Something that people offer, look for or know about was added.
    AddTopic,
    /// It was taken away.
    RemoveTopic,
    /// What I offer, look for or know about was changed.
    MyTopics,
    /// A topic was renamed, or joined with another one.
    RenameTopic,
    /// An attribute of the user's own choosing was added, changed or removed.
    EditAttribute,
    /// It was said what people have of an attribute.
    SetAttribute,
    /// It was said how somebody likes to talk.
    SetCommunication,
    /// It was said what the boundaries with somebody are.
    SetBoundaries,
    /// A conflict of interest was declared.
    AddConflict,
    /// A conflict of interest was changed.
    EditConflict,
    /// A conflict of interest was removed.
    RemoveConflict,
    /// It was said what the nature of a relationship is.
    SetNature,
    /// An event was added.
    AddEvent,
    /// An event, or who was there, was corrected.
    EditEvent,
    /// An event was removed.
    RemoveEvent,
    /// It was said how one met somebody.
    SetHowMet,
    /// A first step with somebody was taken or put away.
    AnswerFirstStep,
    /// Follow-ups of an event let themselves be.
    LetFollowUpsBe,
    /// A conversation was reflected on, or the reflection was removed.
    SetReflection,
    /// A quarter was answered.
    AnswerQuarter,
    /// A pitch was added.
    AddPitch,
    /// A pitch was changed.
    EditPitch,
    /// A pitch was removed.
    RemovePitch,
    /// A promise was added.
    AddCommitment,
    /// A promise was corrected.
    EditCommitment,
    /// A promise was given another day.
    MoveCommitment,
    /// A promise was kept.
    KeepCommitment,
    /// A promise was not kept.
    BreakCommitment,
    /// A promise is no longer needed.
    DropCommitment,
    /// A promise is open again.
    ReopenCommitment,
    /// Something given or received was written down.
    AddExchange,
    /// Something given or received was corrected.
    EditExchange,
    /// Something given or received was removed.
    RemoveExchange,
    /// A thing lent came back.
    ReturnExchange,
    /// Give and take with somebody was called settled.
    SettleExchanges,
    /// What was settled with somebody counts again.
    UnsettleExchanges,
    /// An introduction was begun.
    AddIntroduction,
    /// An introduction went a step further.
    StepIntroduction,
    /// The reason of an introduction was corrected.
    EditIntroduction,
    /// An introduction was removed.
    RemoveIntroduction,
    /// Two are not to be introduced to each other.
    RefuseIntroduction,
    /// Two may be introduced to each other again.
    AllowIntroduction,
    /// A need was written down.
    AddGoal,
    /// A need, its parts or who stands in it were changed.
    EditGoal,
    /// A need was reached or let go.
    CloseGoal,
    /// A need is open again.
    ReopenGoal,
    /// A need was removed.
    RemoveGoal,
    /// A step of a need was added.
    AddGoalStep,
    /// A step of a need was corrected, or got another day.
    EditGoalStep,
    /// A step of a need was done.
    FinishGoalStep,
    /// A step of a need is open again.
    ReopenGoalStep,
    /// A step of a need was removed.
    RemoveGoalStep,
    /// The line for next time was written or removed.
    SetNextLine,
    /// A thing to share was kept.
    AddShare,
    /// A thing to share was corrected.
    EditShare,
    /// A thing to share was removed.
    RemoveShare,
    /// A thing was shared with somebody.
    MarkShared,
    /// A thing was not shared with somebody after all.
    UnmarkShared,
    /// An opener rests.
    RestOpener,
    /// Somebody worth taking up again is not, for now.
    RefuseRevival,
    /// Somebody was pinned on the map.
    Pin,
    /// Somebody on the map was let go.
    Unpin,
}

/// What a committed change touched, so that the page reruns what shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Changes {
    /// The people touched, at most 200; more set `all_people`.
    pub people: Vec<PersonId>,
    /// So many people that everything about people is to be asked anew.
    pub all_people: bool,
    /// The tables of which a row was touched, and `backups` where a backup was made or went.
    pub tables: Vec<String>,
    /// Another book is open now: everything is to be asked anew, whatever the other fields say.
    pub book: bool,
}

impl Changes {
    /// Another book, or another state of it: everything is to be asked anew.
    pub fn whole_book() -> Self {
        Self {
            book: true,
            ..Self::default()
        }
    }

    /// Whether a table was touched; that of another book always is.
    pub fn has(&self, table: &str) -> bool {
        self.book || self.tables.iter().any(|touched| touched == table)
    }
}

/// A committed change: its result, what it touched, and what Undo takes back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Done<T> {
    /// The result.
    pub value: T,
    /// What to show anew.
    pub changes: Changes,
    /// The operation in the history; `None` where nothing changed or it cannot be undone.
    pub operation: Option<OperationId>,
}
