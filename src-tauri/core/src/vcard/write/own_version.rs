//! Writes a card in its own version: its own bytes, with changes.

use std::collections::{BTreeMap, BTreeSet};

use super::encode::property;
use super::{Edit, NewProperty, heads, write_new};
use crate::vcard::head::Wrapping;
use crate::vcard::lines::{Breaks, Mark, cut, line_at, lines, mark};
use crate::vcard::{Card, one};

/// The card with these changes, in its own version. Properties without a change keep their bytes.
/// `edits` is keyed by ordinal. A missing END or last line break is added, so that another card can
/// follow. Bytes without a readable card are returned as they are, or replaced by a new card if
/// properties are added.
pub fn rewrite(raw: &[u8], edits: &BTreeMap<usize, Edit>, added: &[NewProperty]) -> Vec<u8> {
    let Some(card) = one(raw) else {
        return if added.is_empty() {
            raw.to_vec()
        } else {
            write_new(added)
        };
    };
    let end = line_end(card.raw);
    let lost = lost_labels(&card, edits);
    let mut out = Vec::with_capacity(card.raw.len() + 64);
    let mut at = card.span.start;
    for (ordinal, old) in card.properties.iter().enumerate() {
        let span = old.span();
        out.extend_from_slice(cut(raw, at..span.start));
        at = span.end;
        match edits.get(&ordinal) {
            Some(Edit::Drop) => {}
            None if lost.contains(&ordinal) => {}
            None => out.extend_from_slice(old.raw()),
            Some(Edit::Replace(value)) => {
                property(&mut out, &heads::kept(old, value), value, card.version, end)
            }
        }
    }
    close(&mut out, cut(raw, at..card.span.end), &card, added, end);
    out
}

/// Writes what follows the last property, with the new properties before END.
fn close(out: &mut Vec<u8>, tail: &[u8], card: &Card<'_>, added: &[NewProperty], end: &[u8]) {
    let found = lines(tail, breaks(card.raw))
        .filter(|l| matches!(mark(l.of(tail)), Some((Mark::End, _))))
        .last();
    let last = found.map_or(tail.len(), |line| line.start);
    out.extend_from_slice(cut(tail, 0..last));
    if !out.ends_with(b"\n") && !out.ends_with(b"\r") {
        out.extend_from_slice(end);
    }
    if found.is_none() || !added.is_empty() {
        close_soft_break(out, card, end);
    }
    if found.is_none() {
        close_nested(out, card, end);
    }
    for new in added {
        property(
            out,
            &heads::new(new, card.version),
            &new.value,
            card.version,
            end,
        );
    }
    match found {
        Some(line) => {
            out.extend_from_slice(cut(tail, last..tail.len()));
            if line.next == line.end {
                out.extend_from_slice(end);
            }
        }
        None => {
            out.extend_from_slice(b"END:VCARD");
            out.extend_from_slice(end);
        }
    }
}

/// Adds the missing END of a nested AGENT card, in a file that was cut off inside it.
fn close_nested(out: &mut Vec<u8>, card: &Card<'_>, end: &[u8]) {
    let Some(last) = card.properties.last().filter(|p| p.is("AGENT")) else {
        return;
    };
    let mut open = 0_usize;
    for line in lines(last.raw_value(), last.breaks) {
        match mark(line.of(last.raw_value())) {
            Some((Mark::Begin, _)) => open += 1,
            Some((Mark::End, _)) => open = open.saturating_sub(1),
            None => {}
        }
    }
    for _ in 0..open {
        out.extend_from_slice(b"END:VCARD");
        out.extend_from_slice(end);
    }
}

/// Removes a soft break at the end of a file that was cut off there. Otherwise the END written after
/// it would be read as part of the last value.
fn close_soft_break(out: &mut Vec<u8>, card: &Card<'_>, end: &[u8]) {
    let text = out.trim_ascii_end();
    let open = card
        .properties
        .last()
        .is_some_and(|p| p.wrapping == Wrapping::Quoted);
    if open && text.ends_with(b"=") {
        out.truncate(text.len() - 1);
        out.extend_from_slice(end);
    }
}

fn breaks(raw: &[u8]) -> Breaks {
    line_at(raw, 0, Breaks::Usual).breaks(raw)
}

/// The line break of the card, from its BEGIN line; CRLF if it has none.
fn line_end(raw: &[u8]) -> &[u8] {
    let begin = line_at(raw, 0, Breaks::Usual);
    match cut(raw, begin.end..begin.next) {
        [] => b"\r\n",
        _ if begin.breaks(raw) == Breaks::EveryCr => b"\r",
        end => end,
    }
}

/// Ordinals of the labels (X-ABLabel, X-ABADR) that are removed, because no property of their group
/// remains.
pub(super) fn lost_labels(card: &Card<'_>, edits: &BTreeMap<usize, Edit>) -> BTreeSet<usize> {
    let gone = |ordinal: &usize| matches!(edits.get(ordinal), Some(Edit::Drop));
    let group = |ordinal: usize| Some(card.properties.get(ordinal)?.group()?.to_ascii_lowercase());
    let is_label = |ordinal: usize| {
        card.properties
            .get(ordinal)
            .is_some_and(|p| p.is("X-ABLABEL") || p.is("X-ABADR"))
    };
    let all = 0..card.properties.len();
    let orphaned: BTreeSet<String> = edits
        .keys()
        .filter(|o| gone(o))
        .filter_map(|o| group(*o))
        .collect();
    if orphaned.is_empty() {
        return BTreeSet::new();
    }
    let used: BTreeSet<String> = all
        .clone()
        .filter(|o| !gone(o) && !is_label(*o))
        .filter_map(group)
        .collect();
    all.filter(|o| is_label(*o))
        .filter(|o| group(*o).is_some_and(|g| orphaned.contains(&g) && !used.contains(&g)))
        .collect()
}
