//! Reads sentences that say several things: "met ana for coffee, promised her the notes by friday", "i promised samir
//! the budget by thursday and hannah the protocol". Pure.

use std::ops::Range;

use super::Intent;
use super::commands::asking_next_time;
use super::giving::giving;
use super::grammar::Grammar;
use super::lines::{Line, Lines, lines_of, lines_with};
use super::phrasing;
use super::promising::{due_at, promising, read as promise};
use super::reading::{Deed, PartKind, Pronoun, Reading};
use super::tokens::After;
use super::topics::more_topics;
use super::understand::{MOST_LINES, Understood, read};
use super::whom::{Whom, is_article, whom};
use super::words::Phrase;
use crate::commitments::OwedBy;
use crate::ids::PersonId;
use crate::letters::capital;
use crate::relationships::KindId;

/// Most things that one sentence says.
const MOST_CLAUSES: usize = 6;

/// A part of a sentence that says one thing.
pub(super) struct Clause<'a> {
    grammar: Grammar<'a>,
    reading: Reading,
    /// The position of its first word in the sentence.
    from: usize,
}

/// The clauses of a sentence that says several things; fewer than two where it says one.
pub(super) fn clauses<'a>(grammar: &Grammar<'a>) -> Vec<Clause<'a>> {
    let total = grammar.tokens.len();
    let mut all: Vec<Clause<'a>> = Vec::new();
    let mut from = grammar.polite();
    for at in from + 1..total {
        let Some(next) = begins_after(grammar, at).filter(|_| all.len() < MOST_CLAUSES) else {
            continue;
        };
        let part = grammar.part(from, at);
        let Some(reading) = of_clause(&part, all.last()) else {
            continue;
        };
        let this = Clause {
            grammar: part,
            reading,
            from,
        };
        let goes_on = further(&grammar.part(next, total), &this).is_some();
        if can_be_joined(&this.reading) && goes_on {
            all.push(this);
            from = next;
        }
    }
    if all.is_empty() {
        return all;
    }
    let part = grammar.part(from, total);
    match of_clause(&part, all.last()) {
        Some(reading) => {
            all.push(Clause {
                grammar: part,
                reading,
                from,
            });
            all
        }
        None => Vec::new(),
    }
}

/// Where a clause may begin whose joint stands at a word: behind "and", a comma or a stop.
fn begins_after(grammar: &Grammar<'_>, at: usize) -> Option<usize> {
    let mut next = at;
    while matches!(grammar.phrase_at(next), Some((_, Phrase::And)))
        || ["then", "also", "but", "so"]
            .iter()
            .any(|word| grammar.is_word(next, word))
    {
        next += 1;
    }
    let is_joined = next > at || grammar.before(at) != After::Nothing;
    (is_joined && next < grammar.tokens.len()).then_some(next)
}

fn of_clause(part: &Grammar<'_>, before: Option<&Clause<'_>>) -> Option<Reading> {
    match before {
        None => read(part),
        Some(before) => further(part, before),
    }
}

/// What a clause says behind another one.
fn further(part: &Grammar<'_>, before: &Clause<'_>) -> Option<Reading> {
    let said = promising(part, 0)
        .or_else(|| giving(part, 0))
        .or_else(|| asking_next_time(part, 0))
        .or_else(|| match before.reading.deed {
            Deed::Topic(_) => more_topics(part),
            _ => None,
        });
    said.filter(|reading| reading.refusal.is_none() || reading.they.is_some())
        .or_else(|| same_again(part, before))
}

/// "and hannah the protocol next monday" behind a promise; "and the protocol next monday", for the same people.
fn same_again(part: &Grammar<'_>, before: &Clause<'_>) -> Option<Reading> {
    let reading = &before.reading;
    if reading.refusal.is_some() {
        return None;
    }
    let total = part.tokens.len();
    if let Some(named) = part.name_at(0).filter(|named| !named.is_beginning) {
        let (found, to) = whom(part, 0);
        let is_thing = to < total
            && named.to <= to
            && (is_article(part, to) || due_at(part, &(to..total)).is_some());
        return match reading.deed {
            Deed::Promise(OwedBy::Me) if is_thing => {
                Some(promise(part, OwedBy::Me, found, Vec::new(), to..total))
            }
            Deed::Give(giving) if is_thing && !giving.is_lent => {
                super::giving::same(part, giving, found, to)
            }
            _ => None,
        };
    }
    let has_own_day = due_at(part, &(0..total)).is_some();
    if let (Deed::Promise(owed_by), Some(_)) = (reading.deed, &reading.when)
        && is_article(part, 0)
        && has_own_day
    {
        let mut same = promise(part, owed_by, Whom::NotSaid, Vec::new(), 0..total);
        same.they = Some(Pronoun::All);
        return Some(same);
    }
    None
}

/// Whether more can be said in one step with what was read.
fn can_be_joined(reading: &Reading) -> bool {
    let is_known = matches!(
        reading.deed,
        Deed::Log | Deed::Either { .. } | Deed::Promise(_) | Deed::Give(_) | Deed::Topic(_)
    );
    is_known && (!reading.who.is_empty() || !reading.unknown.is_empty())
}

/// Whether an intent can be one of several.
fn is_joinable(intent: &Intent) -> bool {
    matches!(
        intent,
        Intent::Log { .. }
            | Intent::Promise { .. }
            | Intent::Give { .. }
            | Intent::Topic { .. }
            | Intent::NextTime { .. }
            | Intent::Several { .. }
    )
}

/// The lines of a sentence of several clauses; `None` where they cannot be one step.
pub(super) fn together(clauses: &[Clause<'_>], kinds: &[KindId]) -> Option<Understood> {
    let unknown: Vec<Range<usize>> = clauses
        .iter()
        .flat_map(|clause| {
            let places = clause.reading.unknown.iter();
            places.map(|place| place.start + clause.from..place.end + clause.from)
        })
        .collect();
    if !unknown.is_empty() {
        return Some(Understood::Unknown(unknown));
    }
    let (first, rest) = clauses.split_first()?;
    let mut lines = lines_of(&first.grammar, &first.reading, kinds);
    if lines.refusal.is_some() {
        return Some(Understood::Lines(only_why(lines)));
    }
    let is_asked = lines.question.is_some();
    lines.lines.retain(|line| is_joinable(&line.intent));
    lines.lines.truncate(if is_asked { MOST_LINES } else { 1 });
    let mut question = lines.question.take();
    let mut all: Vec<Vec<Line>> = lines.lines.into_iter().map(|line| vec![line]).collect();
    for clause in rest {
        // What was given in a talk was given on its day.
        let mut reading = clause.reading.clone();
        let is_given = matches!(reading.deed, Deed::Give(_));
        if is_given
            && reading.when.is_none()
            && matches!(first.reading.deed, Deed::Log | Deed::Either { .. })
        {
            reading.when.clone_from(&first.reading.when);
        }
        let mut longer = Vec::new();
        for said in &all {
            let (more, asks) = match of_next(&clause.grammar, &reading, said, kinds) {
                Ok(more) => more,
                Err(refused) => return Some(Understood::Lines(refused)),
            };
            question = question.or(asks);
            longer.extend(more.into_iter().map(|line| {
                let mut said = said.clone();
                said.push(line);
                said
            }));
        }
        all = longer;
    }
    all.truncate(MOST_LINES);
    let lines: Vec<Line> = all.into_iter().map(joined).collect();
    (!lines.is_empty()).then(|| {
        Understood::Lines(Lines {
            question,
            lines,
            ..Lines::default()
        })
    })
}

/// The lines that a further clause may mean behind what was said, and what is asked about it.
fn of_next(
    grammar: &Grammar<'_>,
    reading: &Reading,
    said: &[Line],
    kinds: &[KindId],
) -> Result<(Vec<Line>, Option<String>), Lines> {
    let known: &[PersonId] = said.last().map_or(&[], |line| &line.people);
    let of = |people: &[PersonId]| match reading.they {
        Some(_) => lines_with(grammar, reading, people, kinds),
        None => lines_of(grammar, reading, kinds),
    };
    let found: Vec<Lines> = match reading.they {
        Some(Pronoun::One) if known.len() > 1 => {
            let each = known.iter().map(|person| of(&[*person]));
            let mut each: Vec<Lines> = each.collect();
            if let Some(first) = each.first_mut() {
                first
                    .question
                    .get_or_insert("Who of them is meant?".to_owned());
            }
            each
        }
        _ => vec![of(known)],
    };
    let (mut lines, mut question) = (Vec::new(), None);
    for one in found {
        if one.refusal.is_some() {
            return Err(only_why(one));
        }
        let most = if one.question.is_some() {
            MOST_LINES
        } else {
            1
        };
        question = question.or(one.question);
        let joinable = one
            .lines
            .into_iter()
            .filter(|line| is_joinable(&line.intent));
        lines.extend(joinable.take(most));
    }
    Ok((lines, question))
}

/// A refusal, without ways on that would leave the other clauses out.
fn only_why(lines: Lines) -> Lines {
    Lines {
        lines: Vec::new(),
        question: None,
        ..lines
    }
}

/// One line that does all of these.
pub(super) fn joined(lines: Vec<Line>) -> Line {
    let mut people: Vec<PersonId> = Vec::new();
    for person in lines.iter().flat_map(|line| &line.people) {
        if !people.contains(person) {
            people.push(*person);
        }
    }
    let mut parts: Vec<(Range<usize>, PartKind)> =
        lines.iter().flat_map(|line| line.parts.clone()).collect();
    parts.sort_by_key(|(place, _)| place.start);
    parts.dedup();
    let words: Vec<String> = lines.iter().map(|line| line.words.clone()).collect();
    let details: Vec<String> = lines.iter().filter_map(details_of).collect();
    let done: Vec<String> = lines.iter().map(|line| line.done.clone()).collect();
    let all = lines.into_iter().flat_map(|line| match line.intent {
        Intent::Several { all, .. } => all,
        intent => vec![intent],
    });
    Line {
        intent: Intent::Several {
            new: Vec::new(),
            all: all.collect(),
        },
        words: phrasing::one_after_another(&words),
        details: details.join(". "),
        done: done.join(". "),
        people,
        parts,
    }
}

/// The details of one of several lines; those of a promise say of which.
fn details_of(line: &Line) -> Option<String> {
    if line.details.is_empty() {
        return None;
    }
    let of_what = match &line.intent {
        Intent::Promise { promise } => &promise.what,
        Intent::Give { exchange, .. } => &exchange.what,
        _ => return Some(line.details.clone()),
    };
    let mut details = line.details.chars();
    let first = details.next().map(|first| first.to_lowercase().to_string());
    let details = format!("{}{}", first.unwrap_or_default(), details.as_str());
    Some(format!("{}: {details}", capital(of_what)))
}
