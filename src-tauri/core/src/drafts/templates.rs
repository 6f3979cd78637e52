//! The templates of drafts: Kith's own, or what the user made of them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::DraftSort;
use super::parts::{NoTemplate, Stretch, WORDS, stretches};
use super::usual::usual;
use crate::book::Book;
use crate::error::{Error, Result};
use crate::settings::{self, setting};
use crate::store::Tx;

/// Longest subject and text, in characters.
const LONGEST: (usize, usize) = (200, 5000);

/// Subject and text of a template, in which parts stand in braces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TemplateTexts {
    /// The subject of a mail; may be empty.
    pub subject: String,
    /// The text.
    pub body: String,
}

/// The templates that the user changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(transparent)]
pub struct DraftTemplates(
    #[cfg_attr(
        feature = "typescript",
        ts(type = "Partial<Record<DraftSort, TemplateTexts>>")
    )]
    pub BTreeMap<DraftSort, TemplateTexts>,
);

setting! {
    /// The templates that the user changed.
    OwnTemplates: DraftTemplates = DraftTemplates::default(), "draftTemplates", Undoable, check;
}

/// A template as the settings show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DraftTemplate {
    /// What it is for.
    pub sort: DraftSort,
    /// Its texts.
    pub texts: TemplateTexts,
    /// Whether they are Kith's own.
    pub is_usual: bool,
    /// The words of the parts that can stand in it.
    pub parts: Vec<String>,
}

impl Book {
    /// All templates, in the order of their sorts.
    ///
    /// # Errors
    /// Storage errors.
    pub fn draft_templates(&self) -> Result<Vec<DraftTemplate>> {
        self.read(|tx| {
            let own = settings::get::<OwnTemplates>(tx)?;
            let parts: Vec<String> = WORDS.iter().map(|(_, words)| (*words).to_owned()).collect();
            let all = DraftSort::ALL.into_iter().map(|sort| DraftTemplate {
                sort,
                texts: texts_of(&own, sort),
                is_usual: !own.0.contains_key(&sort),
                parts: parts.clone(),
            });
            Ok(all.collect())
        })
    }
}

fn texts_of(own: &DraftTemplates, sort: DraftSort) -> TemplateTexts {
    own.0.get(&sort).cloned().unwrap_or_else(|| {
        let (subject, body) = usual(sort);
        TemplateTexts {
            subject: subject.to_owned(),
            body: body.to_owned(),
        }
    })
}

/// The stretches of a template's subject and text.
pub(super) fn template_of(tx: &Tx<'_>, sort: DraftSort) -> Result<[Vec<Stretch>; 2]> {
    let texts = texts_of(&settings::get::<OwnTemplates>(tx)?, sort);
    Ok([read(&texts.subject)?, read(&texts.body)?])
}

fn read(text: &str) -> Result<Vec<Stretch>> {
    stretches(text).map_err(|wrong| {
        let message = match wrong {
            NoTemplate::Unknown(name) => format!(
                "Kith knows no part “{}”. The parts are below the text.",
                name.chars().take(40).collect::<String>()
            ),
            NoTemplate::Brace => "A part stands in braces, such as {first name}.".to_owned(),
        };
        Error::invalid("draftTemplates", message)
    })
}

fn check(own: &DraftTemplates) -> Result<()> {
    let (subject_most, body_most) = LONGEST;
    for texts in own.0.values() {
        let lengths = [
            (&texts.subject, subject_most, "A subject"),
            (&texts.body, body_most, "A draft"),
        ];
        for (text, most, what) in lengths {
            if text.chars().count() > most {
                let message = format!("{what} holds {most} characters at most.");
                return Err(Error::invalid("draftTemplates", message));
            }
            read(text)?;
        }
        if texts.body.trim().is_empty() {
            return Err(Error::invalid(
                "draftTemplates",
                "A draft needs some words.",
            ));
        }
        if texts.subject.contains(['\n', '\r']) {
            return Err(Error::invalid("draftTemplates", "A subject is one line."));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_templates_pass_the_check() {
        let own = DraftSort::ALL
            .into_iter()
            .map(|sort| (sort, texts_of(&DraftTemplates::default(), sort)));
        assert!(check(&DraftTemplates(own.collect())).is_ok());
    }
}
