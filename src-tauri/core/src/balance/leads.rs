//! Who leads to a value that few or nobody of the network has.

use super::{BalanceFigure, BalanceLead, BalanceLeads, shown};
use crate::book::Book;
use crate::error::{Code, Result};
use crate::ids::PersonId;
use crate::knowing::{WhoAsked, WhoRow};
use crate::map::Network;
use crate::moment::Moment;
use crate::people_list::row_of;

/// So many are named.
const MOST: usize = 5;

const HOW: &str = "First those who have it and whom you know, then those who know somebody who has it, then those of \
    whom your book has the word: in what they offer and know, tags, roles, organisations and notes. Nobody is named who \
    is left alone or not to be asked.";

impl Book {
    /// At most five people who lead to a value of a figure, each with why.
    ///
    /// # Errors
    /// Storage errors.
    pub fn balance_leads(
        &self,
        network: &Network,
        figure: BalanceFigure,
        label: &str,
        now: &Moment,
    ) -> Result<BalanceLeads> {
        let has = self.read_long(|tx| shown::people_of(tx, figure, label, now))?;
        let leading = network.leading_to(&has, MOST);
        let mut named: Vec<(PersonId, String)> = leading
            .into_iter()
            .map(|one| {
                let why = match one.knows.as_str() {
                    "" => "One of those few.".to_owned(),
                    knows => format!("Knows {knows}."),
                };
                (one.id, why)
            })
            .collect();
        if named.len() < MOST {
            let by_word = self.who_knows(network, WhoAsked::Knows, label, now)?;
            for row in by_word.rows {
                let is_new = named.iter().all(|(person, _)| *person != row.row.id);
                if is_new && !has.contains(&row.row.id) && named.len() < MOST {
                    named.push((row.row.id, by_word_words(&row)));
                }
            }
        }
        let leads = self.read(|tx| {
            let mut leads = Vec::new();
            for (person, why) in named {
                match row_of(tx, person, now) {
                    // Whoever went for good since the network was read is left out.
                    Err(error) if error.code == Code::NotFound => {}
                    row => leads.push(BalanceLead { row: row?, why }),
                }
            }
            Ok(leads)
        })?;
        Ok(BalanceLeads {
            words: match leads.is_empty() {
                true => "Nobody in your book leads there yet.".to_owned(),
                false => String::new(),
            },
            leads,
            how: HOW.to_owned(),
        })
    }
}

/// "Tag “optics”.", "Role. Daniel knows Kirsi closely."
fn by_word_words(row: &WhoRow) -> String {
    match &row.through {
        Some(through) => format!("{}. {}", row.words, through.words),
        None => format!("{}.", row.words),
    }
}
