//! Drafts: what one could write to somebody, filled from the book. Kith sends nothing.
//!
//! A draft begins with a template, which the user can change. Its parts are filled from the book; a sentence of which
//! a part is not known is left out, so that nothing is invented. What had better not be sent is marked before copying.

mod filled;
mod introduction;
mod known;
mod mail;
mod marks;
mod parts;
mod sent;
mod shown;
mod templates;
mod usual;

use serde::{Deserialize, Serialize};

use crate::first_steps::FirstStep;

pub use mail::MailText;
pub use marks::{DraftMark, MarkSort};
pub use parts::{DraftPart, DraftSource};
pub use sent::{SentDraft, SentOfIntroduction};
pub use shown::{Draft, DraftFrom, DraftPiece};
pub(crate) use templates::OwnTemplates;
pub use templates::{DraftTemplate, DraftTemplates, TemplateTexts};

/// What a draft is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DraftSort {
    /// A request to connect on a network, which takes 300 characters.
    Connection,
    /// A sign of life.
    CheckIn,
    /// To a new role.
    Congratulation,
    /// For something received.
    Thanks,
    /// Of what they look for.
    Offer,
    /// After a talk.
    FollowUp,
    /// Whether somebody would like to be introduced.
    IntroductionAsk,
    /// For an introduction of the user.
    IntroductionWayIn,
    /// What whoever introduces the user can forward, in their voice.
    IntroductionForward,
    /// Of two who both said yes.
    IntroductionMake,
    /// The question whether somebody would like to be introduced, once more.
    IntroductionAskAgain,
    /// The question for an introduction of the user, once more.
    IntroductionWayInAgain,
    /// To who wanted an introduction: the other said no.
    IntroductionNo,
    /// A first step: an introductory meeting.
    FirstMeeting,
    /// A first step: an offer of value.
    FirstOffer,
    /// A first step: a question for their view.
    FirstQuestion,
    /// A first step: a finding to share.
    FirstFinding,
    /// A first step: sitting in on a meeting.
    FirstSitIn,
}

impl DraftSort {
    /// All of them, in the order of the window.
    pub const ALL: [Self; 18] = [
        Self::Connection,
        Self::CheckIn,
        Self::Congratulation,
        Self::Thanks,
        Self::Offer,
        Self::FollowUp,
        Self::IntroductionAsk,
        Self::IntroductionWayIn,
        Self::IntroductionForward,
        Self::IntroductionMake,
        Self::IntroductionAskAgain,
        Self::IntroductionWayInAgain,
        Self::IntroductionNo,
        Self::FirstMeeting,
        Self::FirstOffer,
        Self::FirstQuestion,
        Self::FirstFinding,
        Self::FirstSitIn,
    ];

    /// The most characters that its readers' programs take; `None` for no such limit.
    pub const fn most_characters(self) -> Option<u32> {
        match self {
            Self::Connection => Some(300),
            _ => None,
        }
    }

    /// The first step that it takes.
    const fn first_step(self) -> Option<FirstStep> {
        match self {
            Self::FirstMeeting => Some(FirstStep::Meeting),
            Self::FirstOffer => Some(FirstStep::Offer),
            Self::FirstQuestion => Some(FirstStep::Question),
            Self::FirstFinding => Some(FirstStep::Finding),
            Self::FirstSitIn => Some(FirstStep::SitIn),
            _ => None,
        }
    }

    /// The subject where nothing is known for the one of the template.
    const fn plain_subject(self) -> &'static str {
        match self {
            Self::Connection => "Shall we stay in touch?",
            Self::CheckIn => "Thinking of you",
            Self::Congratulation => "Congratulations",
            Self::Thanks => "Thank you",
            Self::Offer => "Something that may help",
            Self::FollowUp => "After our talk",
            Self::IntroductionAsk | Self::IntroductionForward | Self::IntroductionMake => {
                "An introduction"
            }
            Self::IntroductionAskAgain | Self::IntroductionNo => "The introduction",
            Self::IntroductionWayIn | Self::IntroductionWayInAgain => "A question",
            Self::FirstMeeting => "Twenty minutes",
            Self::FirstOffer => "Something that may help",
            Self::FirstQuestion => "A question",
            Self::FirstFinding => "Something for you",
            Self::FirstSitIn => "Listening in",
        }
    }
}
