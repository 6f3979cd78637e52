//! What happened in introductions, for the timelines of all who are part of them. Pure.

use serde::Serialize;

use super::Introduction;
use super::words::Names;
use crate::days::Day;
use crate::introductions::{Introducer, IntroductionAnswer, IntroductionId, IntroductionRecord};

/// An introduction in a timeline: one row that says where it stands, with its steps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct IntroductionEvent {
    /// The introduction.
    pub id: IntroductionId,
    /// Local date of its last step.
    pub on: Day,
    /// Which it is: "You introduced Samir to Daniel Osterby", "A way in to Nadia Ferreux".
    pub title: String,
    /// Where it stands: "Waiting for Daniel", or how it went; may be empty.
    pub text: String,
    /// What happened, the first first.
    pub steps: Vec<IntroductionEventStep>,
}

/// Something that happened in an introduction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct IntroductionEventStep {
    /// Local date.
    pub on: Day,
    /// What happened: "You introduced Samir Haddoun and Daniel Osterby".
    pub title: String,
    /// In the user's words or those of who answered; may be empty.
    pub text: String,
}

/// The row of an introduction in a timeline; `None` while nothing has happened. `shown`: it as the page of the same
/// person shows it.
pub(super) fn event(
    record: &IntroductionRecord,
    names: &Names,
    shown: &Introduction,
) -> Option<IntroductionEvent> {
    let steps = steps(record, names);
    let on = steps.iter().map(|step| step.on).max()?;
    let text = match (shown.outcome.as_str(), shown.next.as_str()) {
        ("", next) => next,
        (outcome, _) => outcome,
    };
    Some(IntroductionEvent {
        id: record.id,
        on,
        title: match (record.by, record.made_on) {
            (Introducer::Me, None) => format!("Introducing {}", names.whole.join(" and ")),
            _ => shown.title.clone(),
        },
        text: text.to_owned(),
        steps,
    })
}

/// Who asked the person at a position, and for what.
fn asked(record: &IntroductionRecord, names: &Names, at: usize) -> String {
    let last = record.people.len().saturating_sub(1);
    let who = names.whole(at);
    match (record.by, at) {
        (Introducer::Me, at) => {
            let other = names.whole(usize::from(at == 0));
            format!("You asked {who} about meeting {other}")
        }
        (Introducer::Them, 0) => format!("You asked {who} for a way in to {}", names.whole(last)),
        (Introducer::Them, at) => {
            let before = names.whole(at - 1);
            match at == last {
                true => format!("{before} asked {who} about meeting you"),
                false => format!("{before} asked {who} for you"),
            }
        }
    }
}

/// What happened in one introduction, the first first.
fn steps(record: &IntroductionRecord, names: &Names) -> Vec<IntroductionEventStep> {
    let last = record.people.len().saturating_sub(1);
    let mut all: Vec<(Day, String, String)> = Vec::new();
    for ask in &record.asks {
        all.push((ask.on, asked(record, names, ask.at), record.why.clone()));
        if let (Some(answer), Some(on)) = (ask.answer, ask.answered_on) {
            let said = match answer {
                IntroductionAnswer::Yes => "yes",
                IntroductionAnswer::No => "no",
                IntroductionAnswer::NotNow => "not now",
            };
            let title = format!("{} said {said} to the introduction", names.whole(ask.at));
            all.push((on, title, ask.words.clone()));
        }
    }
    if let Some(on) = record.made_on {
        let title = match record.by {
            Introducer::Me => format!("You introduced {}", names.whole.join(" and ")),
            Introducer::Them => {
                format!("{} introduced you to {}", names.whole(0), names.whole(last))
            }
        };
        all.push((on, title, record.why.clone()));
    }
    if let Some(on) = record.outcome_on {
        let title = "How the introduction went".to_owned();
        all.push((on, title, record.outcome.clone()));
    }
    if let Some(on) = record.thanked_on {
        let title = "You said thanks for the introduction".to_owned();
        all.push((on, title, String::new()));
    }
    // An answer that was noted late stands where it happened.
    all.sort_by_key(|(on, ..)| *on);
    let steps = all.into_iter();
    steps
        .map(|(on, title, text)| IntroductionEventStep { on, title, text })
        .collect()
}
