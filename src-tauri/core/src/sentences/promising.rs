//! Reads promises: "promise samir the one-pager by friday", "gareth will send me comments by 12 march". Pure.

use std::ops::Range;

use super::commands::{Names, names};
use super::grammar::Grammar;
use super::reading::{Deed, PartKind, Reading, When};
use super::whom::{Whom, is_article, phrase_of, pronoun_at, whom};
use super::words::{
    AGREED, DOES_FOR, DUE_BY, FEASTS, I_WILL, NO_DOING, OBJECTS, OF_WHAT, Phrase, SAID, SUBJECTS,
    SUBJECTS_WILL, WILL,
};
use crate::commitments::OwedBy;

const SAY_WHAT: &str = "Say what is promised.";
const SAY_BOTH: &str = "Say whom it is promised to, and what.";
const SAY_TO_WHOM: &str = "Say whom it is promised to.";

/// A promise from a word on; `None` if it is none.
pub(super) fn promising(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    if is_question(grammar, from) {
        return None;
    }
    by_me(grammar, from)
        .or_else(|| told(grammar, from))
        .or_else(|| i_will(grammar, from))
        .or_else(|| by_them(grammar, from))
}

/// "promise ana the slides", "i promised to send ana the slides", "i owe ana comments".
fn by_me(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    let verb = match grammar.phrase_at(from) {
        Some((end, Phrase::I)) => end,
        _ => from,
    };
    let total = grammar.tokens.len();
    let after = match phrase_of(grammar, verb, &["agreed to", "agreed with"]) {
        Some(to) if verb > from || grammar.is_word(to - 1, "to") => to - 1,
        _ if ["promise", "promised"]
            .iter()
            .any(|word| grammar.is_word(verb, word)) =>
        {
            verb + 1
        }
        _ if verb > from && grammar.is_word(verb, "owe") => verb + 1,
        _ => return None,
    };
    if after >= total {
        return None;
    }
    if grammar.is_word(after, "to") && grammar.name_at(after + 1).is_none() {
        return in_what(grammar, from..after + 1, after + 1);
    }
    let at = after
        + usize::from(
            ["with", "to"]
                .iter()
                .any(|word| grammar.is_word(after, word)),
        );
    let (whom, what) = whom(grammar, at);
    let deed = from..at;
    // "i agreed with ben about the plan" promises nothing.
    if grammar.is_word(verb, "agreed") && !grammar.is_word(what, "to") {
        return None;
    }
    if matches!(whom, Whom::NotSaid) {
        // "promised that i would send ana the slides", "promise the slides to ana".
        let will = phrase_of(grammar, at, &["that"]).unwrap_or(at);
        if let Some(doing) = phrase_of(grammar, will, I_WILL) {
            return in_what(grammar, from..doing, doing);
        }
        let to = (at + 1..total).find(|to| {
            grammar.is_word(*to, "to")
                && names(grammar, to + 1).is_some_and(|found| !found.who.is_empty())
        });
        if let Some(to) = to {
            let found = names(grammar, to + 1)?;
            let tail = found.to..total;
            return apart(grammar, found, deed, at..to, (to, tail));
        }
        // "promise samir", where nobody has that name: it may be whom, or what.
        let why = match is_article(grammar, at) {
            true => SAY_TO_WHOM,
            false => SAY_BOTH,
        };
        return Some(refused(grammar, deed, why));
    }
    // "i promised ana that i'd send the slides".
    let that = phrase_of(grammar, what, &["that"]).unwrap_or(what);
    let (deed, what) = match phrase_of(grammar, that, I_WILL) {
        Some(doing) => (vec![deed, what..doing], doing),
        None => (vec![deed], what),
    };
    Some(read(grammar, OwedBy::Me, whom, deed, what..total))
}

/// "promise the slides to ana by friday": the day stands behind the names.
fn apart(
    grammar: &Grammar<'_>,
    found: Names,
    deed: Range<usize>,
    what: Range<usize>,
    (to, tail): (usize, Range<usize>),
) -> Option<Reading> {
    let mut parts = vec![
        (deed, PartKind::Deed),
        (to..to + 1, PartKind::Deed),
        (found.from..found.to, PartKind::Who),
        (what.clone(), PartKind::Note),
    ];
    let mut reading = Reading::new(Deed::Promise(OwedBy::Me));
    if !tail.is_empty() {
        let (at, when) = due_at(grammar, &(tail.start.checked_sub(1)?..tail.end))?;
        if at != tail.start {
            return None;
        }
        parts.push((tail, PartKind::When));
        reading.when = Some(when);
    }
    reading.name = grammar.written(what.start, what.end).to_owned();
    Whom::Named(found).put_into(&mut reading);
    reading.parts = grammar.parts(parts);
    Some(reading)
}

/// "i told ana that i'd get her the list".
fn told(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    let verb = match grammar.phrase_at(from) {
        Some((end, Phrase::I)) => end,
        _ => from,
    };
    let after = phrase_of(grammar, verb, &["told", "said to", "assured"])?;
    let (whom, to) = whom(grammar, after);
    let to = phrase_of(grammar, to, &["that"]).unwrap_or(to);
    let what = phrase_of(grammar, to, I_WILL)?;
    if matches!(whom, Whom::NotSaid) || is_no_doing(grammar, what) {
        return None;
    }
    let place = whom.place();
    let deed = vec![from..after, place.end..what];
    let total = grammar.tokens.len();
    Some(read(grammar, OwedBy::Me, whom, deed, what..total))
}

/// "i'll send ana the notes": what one does for somebody. Contact that is to come is planned.
fn i_will(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    let said = phrase_of(grammar, from, &["i said", "i said that", "said"]).unwrap_or(from);
    let what = phrase_of(grammar, said, I_WILL)?;
    if grammar.name_at(said).is_some() {
        return None;
    }
    let doing = phrase_of(grammar, what, DOES_FOR)?;
    // "i'll check in with ben", "i'll get back to ben" plan a check-in.
    let contact = match grammar.phrase_at(what) {
        Some((end, Phrase::Plan | Phrase::Verb(_))) if !grammar.is_word(what, "help") => end,
        _ => what,
    };
    if contact >= doing {
        return None;
    }
    // "i'll give ben a call" is contact.
    let (to_whom, thing) = whom(grammar, doing);
    let tells_of_contact = matches!(
        grammar.phrase_at(grammar.skip_fillers(thing)),
        Some((_, Phrase::Noun(..) | Phrase::Way(..) | Phrase::Verb(..)))
    );
    if tells_of_contact || (matches!(to_whom, Whom::NotSaid) && person_in(grammar, doing).is_none())
    {
        return None;
    }
    in_what(grammar, from..what, what)
}

/// What is promised names whom it is for: "send ana the slides".
fn in_what(grammar: &Grammar<'_>, deed: Range<usize>, from: usize) -> Option<Reading> {
    let total = grammar.tokens.len();
    if from >= total {
        return Some(refused(grammar, deed, SAY_WHAT));
    }
    let found = match phrase_of(grammar, from, DOES_FOR) {
        Some(doing) => match whom(grammar, doing).0 {
            Whom::NotSaid => person_in(grammar, from),
            whom => Some(whom),
        },
        None => person_in(grammar, from),
    };
    let Some(whom) = found else {
        return Some(refused(grammar, deed, SAY_TO_WHOM));
    };
    let mut reading = read(grammar, OwedBy::Me, Whom::NotSaid, vec![deed], from..total);
    whom.put_into(&mut reading);
    Some(reading)
}

/// Who is named first behind a word, or meant by "her".
fn person_in(grammar: &Grammar<'_>, from: usize) -> Option<Whom> {
    let total = grammar.tokens.len();
    let named = (from..total).find_map(|at| {
        grammar.name_at(at).filter(|named| !named.is_beginning)?;
        names(grammar, at).map(Whom::Named)
    });
    named.or_else(|| {
        (from..total).find_map(|at| Some(Whom::They(pronoun_at(grammar, at, OBJECTS)?, at..at + 1)))
    })
}

/// "gareth owes me comments", "gareth promised to send the slides", "gareth will send me comments", "gareth said he
/// would look at the protocol".
fn by_them(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    let total = grammar.tokens.len();
    if grammar.name_at(from).is_none()
        && let Some(pronoun) = pronoun_at(grammar, from, SUBJECTS_WILL)
    {
        let whom = Whom::They(pronoun, from..from + 1);
        return is_doing_for_me(grammar, from + 1)
            .then(|| read(grammar, OwedBy::Them, whom, Vec::new(), from + 1..total));
    }
    let (whom, verb) = match pronoun_at(grammar, from, SUBJECTS) {
        Some(pronoun) if grammar.name_at(from).is_none() => {
            (Whom::They(pronoun, from..from + 1), from + 1)
        }
        _ => {
            let found = names(grammar, from).filter(|found| found.from == from)?;
            let to = found.to;
            (Whom::Named(found), to)
        }
    };
    // What somebody whom nobody is called will do is told of something else: "the weather will be fine".
    let is_known = !matches!(&whom, Whom::Named(names) if !names.unknown.is_empty());
    let me = |at: usize| {
        let me = grammar.is_word(at, "me") || grammar.is_word(at, "us");
        me.then_some(at + 1)
    };
    let is = |words: &[&str]| words.iter().any(|word| grammar.is_word(verb, word));
    let what = if let Some(said) = phrase_of(grammar, verb, SAID)
        && let Some(doing) = they_would(grammar, said)
    {
        (!is_no_doing(grammar, doing)).then_some(doing)
    } else if let Some(to) = phrase_of(grammar, verb, AGREED) {
        (!is_no_doing(grammar, to)).then_some(to)
    } else if is(&["promise", "promised", "promises", "owe", "owes"]) {
        me(verb + 1)
    } else if let Some(doing) = phrase_of(grammar, verb, WILL).filter(|_| is_known) {
        is_doing_for_me(grammar, doing).then_some(doing)
    } else {
        None
    }?;
    let is_said = grammar.is_word(verb, "owes") || is(&["promised", "promises"]);
    if !is_known && !is_said {
        return None;
    }
    Some(read(
        grammar,
        OwedBy::Them,
        whom,
        std::iter::once(verb..what).collect(),
        what..total,
    ))
}

/// "he would", "she'll": where what they will do begins.
fn they_would(grammar: &Grammar<'_>, at: usize) -> Option<usize> {
    if pronoun_at(grammar, at, SUBJECTS_WILL).is_some() {
        return Some(at + 1);
    }
    pronoun_at(grammar, at, SUBJECTS)?;
    phrase_of(
        grammar,
        at + 1,
        &["will", "would", "was going to", "were going to"],
    )
}

fn is_no_doing(grammar: &Grammar<'_>, at: usize) -> bool {
    at >= grammar.tokens.len() || NO_DOING.iter().any(|word| grammar.is_word(at, word))
}

/// Whether what somebody will do is for the user: "send me comments", "look at my draft". "call me tomorrow" is
/// contact.
fn is_doing_for_me(grammar: &Grammar<'_>, at: usize) -> bool {
    let total = grammar.tokens.len();
    if is_no_doing(grammar, at) {
        return false;
    }
    let is_one_of = |at: usize, words: &[&str]| words.iter().any(|word| grammar.is_word(at, word));
    let Some(me) = (at + 1..total).find(|at| is_one_of(*at, &["me", "us", "my", "our"])) else {
        return false;
    };
    let is_contact = matches!(grammar.phrase_at(at), Some((_, Phrase::Verb(_))))
        || is_one_of(at, &["join", "meet", "see", "visit"]);
    let is_mine = is_one_of(me, &["my", "our"]);
    let after = me + 1;
    let says_what = is_mine
        || (after < total
            && (is_article(grammar, after)
                || is_one_of(after, &["with", "to"])
                || (grammar.time_at(after).is_none()
                    && grammar.phrase_at(after).is_none()
                    && !DUE_BY.iter().any(|word| grammar.is_word(after, word)))));
    !is_contact || says_what
}

/// "will gareth send me comments?"
pub(super) fn is_question(grammar: &Grammar<'_>, from: usize) -> bool {
    let asks = [
        "will", "would", "could", "can", "did", "does", "do", "has", "is", "should", "shall",
    ];
    let begins = asks.iter().any(|word| grammar.is_word(from, word));
    // Somebody may be called Will: "will ben" are two, unless a verb follows.
    let next = grammar.name_at(from + 1).map_or(from + 2, |named| named.to);
    let does = phrase_of(grammar, next, DOES_FOR).is_some();
    let last = grammar.tokens.last();
    let ends = last.is_some_and(|last| {
        grammar
            .text
            .get(last.place.end..)
            .is_some_and(|tail| tail.contains('?'))
    });
    let somebody =
        grammar.name_at(from + 1).is_some() || pronoun_at(grammar, from + 1, SUBJECTS).is_some();
    begins && somebody && (ends || does || grammar.name_at(from).is_none())
}

/// `what`: where what was promised stands, with its day.
pub(super) fn read(
    grammar: &Grammar<'_>,
    owed_by: OwedBy,
    whom: Whom,
    deeds: Vec<Range<usize>>,
    mut what: Range<usize>,
) -> Reading {
    let mut parts: Vec<(Range<usize>, PartKind)> = deeds
        .into_iter()
        .map(|deed| (deed, PartKind::Deed))
        .collect();
    parts.push((whom.place(), PartKind::Who));
    let mut reading = Reading::new(Deed::Promise(owed_by));
    // "promise ana by friday": a day, and nothing that is promised.
    let begins = what.start.saturating_sub(1);
    if let Some((at, day)) = due_at(grammar, &(begins..what.end)) {
        parts.push((at..what.end, PartKind::When));
        what.end = at;
        reading.when = Some(day);
    }
    // "to send the slides": the slides are sent.
    if grammar.is_word(what.start, "to") {
        parts.push((what.start..what.start + 1, PartKind::Deed));
        what.start += 1;
    }
    if what.start >= what.end {
        reading.refusal = Some(SAY_WHAT.to_owned());
    } else {
        reading.name = grammar.written(what.start, what.end).to_owned();
        parts.push((what, PartKind::Note));
    }
    whom.put_into(&mut reading);
    reading.parts = grammar.parts(parts);
    reading
}

fn refused(grammar: &Grammar<'_>, deed: Range<usize>, why: &str) -> Reading {
    let mut reading = Reading::new(Deed::Promise(OwedBy::Me));
    reading.refusal = Some(why.to_owned());
    reading.parts = grammar.parts(vec![(deed, PartKind::Deed)]);
    reading
}

/// The day of a promise at the end of some words, and where it begins: "by friday", "tomorrow". A day that cannot be,
/// such as "by 31 february", is one that cannot be read.
pub(super) fn due_at(grammar: &Grammar<'_>, within: &Range<usize>) -> Option<(usize, When)> {
    (within.start + 1..within.end).find_map(|at| {
        let has_word = DUE_BY.iter().any(|word| grammar.is_word(at, word));
        let next = at + usize::from(has_word);
        if let Some(when) = no_day(grammar, at, next..within.end) {
            return Some((at, when));
        }
        let (end, when) = grammar.time_at(next)?;
        let is_of_what = !has_word && OF_WHAT.iter().any(|word| grammar.is_word(at - 1, word));
        let is_day = end == within.end && !is_of_what;
        (is_day && grammar.name_at(at).is_none()).then_some((at, when))
    })
}

/// Words at the end that can only have meant a day, and are none: "31 february", "by 9999", "until easter". `at`: where
/// the word before them stands, or they themselves do.
pub(super) fn no_day(grammar: &Grammar<'_>, at: usize, place: Range<usize>) -> Option<When> {
    if place.is_empty() || place.len() > 4 {
        return None;
    }
    let when = || When {
        text: grammar.written(place.start, place.end).to_owned(),
        past: None,
        future: None,
    };
    let is_impossible = grammar
        .impossible_at(place.start)
        .is_some_and(|(end, _)| end == place.end);
    if is_impossible {
        return Some(when());
    }
    let is_until = ["until", "till", "til", "by", "before"]
        .iter()
        .any(|word| grammar.is_word(at, word));
    let (end, _) = grammar.time_at(place.start).unzip();
    if at == place.start || !is_until || end == Some(place.end) {
        return None;
    }
    let is_like_a_day = |at: usize| {
        grammar.tokens.get(at).is_some_and(|token| {
            let text = token.text.as_str();
            FEASTS.contains(&text) || text.starts_with(|c: char| c.is_ascii_digit())
        })
    };
    place.clone().any(is_like_a_day).then(when)
}
