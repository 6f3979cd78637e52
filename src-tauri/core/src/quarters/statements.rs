//! The eleven statements about a quarter: five about traits, six about skills. The words are Kith's own.

use serde::{Deserialize, Serialize};

use super::evidence::EvidenceOf;

/// A statement about what one did in a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Statement {
    /// Noticing what one feels.
    SelfAwareness,
    /// Choosing the response.
    SelfRegulation,
    /// Working for more than the result.
    Motivation,
    /// Sensing what others need.
    Empathy,
    /// Finding common ground.
    SocialSkill,
    /// Saying it plainly and in time.
    Communication,
    /// Hearing people out.
    Listening,
    /// Saying what is good.
    Positivity,
    /// Doing one's part.
    Collaboration,
    /// Keeping in touch without needing something.
    Networking,
    /// Doing what one said.
    FollowThrough,
}

impl Statement {
    /// All of them, in the order in which they are asked: the traits, then the skills.
    pub const ALL: [Self; 11] = [
        Self::SelfAwareness,
        Self::SelfRegulation,
        Self::Motivation,
        Self::Empathy,
        Self::SocialSkill,
        Self::Communication,
        Self::Listening,
        Self::Positivity,
        Self::Collaboration,
        Self::Networking,
        Self::FollowThrough,
    ];

    /// Whether it is about a trait; otherwise about a skill.
    pub(super) const fn is_trait(self) -> bool {
        matches!(
            self,
            Self::SelfAwareness
                | Self::SelfRegulation
                | Self::Motivation
                | Self::Empathy
                | Self::SocialSkill
        )
    }

    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::SelfAwareness => "Self-awareness",
            Self::SelfRegulation => "Self-regulation",
            Self::Motivation => "Motivation",
            Self::Empathy => "Empathy",
            Self::SocialSkill => "Social skill",
            Self::Communication => "Communication",
            Self::Listening => "Mindful listening",
            Self::Positivity => "Positivity",
            Self::Collaboration => "Collaboration",
            Self::Networking => "Networking",
            Self::FollowThrough => "Follow-through",
        }
    }

    pub(super) const fn text(self) -> &'static str {
        match self {
            Self::SelfAwareness => "I noticed what I felt while it happened.",
            Self::SelfRegulation => "When I was upset, I waited before I answered.",
            Self::Motivation => "I did something well that nobody had asked me for.",
            Self::Empathy => "I asked how it was for them before I said how it was for me.",
            Self::SocialSkill => "I found common ground with somebody who sees it otherwise.",
            Self::Communication => "I said plainly what I needed, and in time.",
            Self::Listening => "I let people finish, and said back what I had heard.",
            Self::Positivity => "I told people what they do well.",
            Self::Collaboration => "I did my part of what we did together.",
            Self::Networking => "I was in touch with people when I needed nothing.",
            Self::FollowThrough => "I did what I had said, by the day I had said.",
        }
    }

    /// What the book knows that may help to answer it.
    pub(super) const fn evidence(self) -> EvidenceOf {
        match self {
            Self::SelfAwareness => EvidenceOf::Reflections,
            Self::SelfRegulation => EvidenceOf::Waits,
            Self::Motivation => EvidenceOf::PromisesKept,
            Self::Empathy => EvidenceOf::Heard,
            Self::SocialSkill => EvidenceOf::IntroductionsMade,
            Self::Communication => EvidenceOf::PromisesMoved,
            Self::Listening => EvidenceOf::Listened,
            Self::Positivity => EvidenceOf::IntroductionsThanked,
            Self::Collaboration => EvidenceOf::PromisesKept,
            Self::Networking => EvidenceOf::IntroductionsMade,
            Self::FollowThrough => EvidenceOf::PromisesOnTime,
        }
    }
}
