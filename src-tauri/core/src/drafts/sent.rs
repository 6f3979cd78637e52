//! A draft that was sent: it is a talk, and the step that it was written for.

use serde::Deserialize;

use super::DraftSort;
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::channel::Channel;
use crate::error::{Error, Result};
use crate::first_steps;
use crate::ids::PersonId;
use crate::interactions::{InteractionId, StartedBy};
use crate::introducing::{IntroductionStep, take_step};
use crate::introductions::IntroductionId;
use crate::logging::{NewInteraction, log};
use crate::moment::Moment;

/// A draft that the user sent.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SentDraft {
    /// To whom.
    pub people: Vec<PersonId>,
    /// What it was for.
    pub sort: DraftSort,
    /// It in a word or two, as the timeline heads the talk: "Follow-up".
    pub title: String,
    /// The introduction that it is part of.
    pub introduction: Option<SentOfIntroduction>,
}

/// The step of an introduction that sending a draft takes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SentOfIntroduction {
    /// The introduction.
    pub id: IntroductionId,
    /// The step.
    pub step: IntroductionStep,
}

impl Book {
    /// Logs that a draft was sent: a talk of today that the user began, and with it the step of the introduction or the
    /// first step that it was written for. One step of Undo.
    ///
    /// # Errors
    /// Those of `interaction_log` and `introduction_step`. After an error nothing is saved.
    pub fn draft_sent(&self, sent: &SentDraft, now: &Moment) -> Result<Done<InteractionId>> {
        let kind = match sent.introduction {
            Some(_) => OperationKind::StepIntroduction,
            None => OperationKind::LogInteraction,
        };
        self.change(kind, now, |change| {
            if sent.people.is_empty() {
                return Err(Error::invalid("people", "Say with whom."));
            }
            match &sent.introduction {
                Some(of) => take_step(change, of.id, &of.step, now)?,
                None => change.about_people(&sent.people)?,
            }
            let talk = log(change, &talk_of(sent))?;
            if let Some(step) = sent.sort.first_step() {
                for person in &sent.people {
                    first_steps::note_taken(&change.tx, *person, step, now)?;
                }
            }
            Ok(talk.id)
        })
    }
}

/// As what it counts as a talk: a connection request goes out on a network, the rest by mail.
fn talk_of(sent: &SentDraft) -> NewInteraction {
    NewInteraction {
        people: sent.people.clone(),
        when: "today".to_owned(),
        channel: match sent.sort {
            DraftSort::Connection => Channel::Social,
            _ => Channel::Email,
        },
        title: sent.title.clone(),
        minutes: None,
        started_by: StartedBy::Me,
        note: String::new(),
        attempt: false,
        closes: Vec::new(),
    }
}
