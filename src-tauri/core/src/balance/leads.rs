//! Who leads to a value that few or nobody of the network has.

use std::collections::HashMap;

use super::{BalanceFigure, BalanceLead, BalanceLeads, shown};
use crate::book::Book;
use crate::error::Result;
use crate::ids::PersonId;
use crate::knowing::{WhoAsked, WhoRow, who_knows_in};
use crate::map::{Leading, Network};
use crate::moment::Moment;
use crate::people_list::rows_there;
use crate::store::Tx;

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
        let leads = self.read_long(|tx| leads(tx, network, figure, label, now))?;
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

fn leads(
    tx: &Tx<'_>,
    network: &Network,
    figure: BalanceFigure,
    label: &str,
    now: &Moment,
) -> Result<Vec<BalanceLead>> {
    let has = shown::people_of(tx, figure, label, now)?;
    let why_leads = |one: Leading| match one.knows.as_str() {
        "" => (one.id, "One of those few.".to_owned()),
        knows => (one.id, format!("Knows {knows}.")),
    };
    let leading = network.leading_to(&has, MOST).into_iter();
    let mut named: Vec<(PersonId, String)> = leading.map(why_leads).collect();
    if named.len() < MOST {
        for row in who_knows_in(tx, network, WhoAsked::Knows, label, now)?.rows {
            let is_new = named.iter().all(|(person, _)| *person != row.row.id);
            if is_new && !has.contains(&row.row.id) && named.len() < MOST {
                named.push((row.row.id, by_word_words(&row)));
            }
        }
    }
    let ids: Vec<PersonId> = named.iter().map(|(person, _)| *person).collect();
    let mut why: HashMap<PersonId, String> = named.into_iter().collect();
    let rows = rows_there(tx, &ids, now)?.into_iter();
    let leads = rows.map(|row| BalanceLead {
        why: why.remove(&row.id).unwrap_or_default(),
        row,
    });
    Ok(leads.collect())
}

/// "Tag “optics”.", "Role. Daniel knows Kirsi closely."
fn by_word_words(row: &WhoRow) -> String {
    match &row.through {
        Some(through) => format!("{}. {}", row.words, through.words),
        None => format!("{}.", row.words),
    }
}
