//! Writes a card in its own version: its own bytes, with changes.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::encode::property;
use super::{Edit, NewProperty, heads, write_new};
use crate::vcard::head::{Wrapping, has_open_quote};
use crate::vcard::lines::{Boundary, Breaks, boundary, cut, line_at, lines};
use crate::vcard::{Card, Property, Version, one};

/// The card with these changes, in its own version. Properties without a change keep their bytes, except
/// that 2.1 gets the CHARSET that it needs. `edits` is keyed by ordinal. A missing BEGIN, END or last line
/// break is added, so that another card can follow. Bytes without a readable card are returned as they
/// are, or replaced by a new card if properties are added.
pub fn rewrite(raw: &[u8], edits: &BTreeMap<usize, Edit>, added: &[NewProperty]) -> Vec<u8> {
    let Some(card) = one(raw) else {
        return match added {
            [] => raw.to_vec(),
            added => write_new(added),
        };
    };
    let end = line_end(raw);
    let mut lines = Vec::new();
    for new in added {
        let head = heads::new(new, card.version);
        property(&mut lines, &head, &new.value, card.version, end);
    }
    rewritten(&card, edits, &lines, Nested::Kept)
}

/// The card with these lines, whole properties with their line breaks, after its own. Bytes without a readable
/// card get none.
pub(super) fn with_lines(raw: &[u8], more: &[u8]) -> Vec<u8> {
    match one(raw) {
        Some(card) => rewritten(&card, &BTreeMap::new(), more, Nested::Kept),
        None => raw.to_vec(),
    }
}

/// The card as it is kept: mended as [`rewrite`] does, without the cards inside it, which are kept on their
/// own, and with the version that it has from the card it stands in.
pub fn standalone<'a>(card: &Card<'a>) -> Cow<'a, [u8]> {
    let kept = rewritten(card, &BTreeMap::new(), &[], Nested::LeftOut);
    if kept == card.raw {
        Cow::Borrowed(card.raw)
    } else {
        Cow::Owned(kept)
    }
}

/// Whether the cards inside a card are written with it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Nested {
    Kept,
    LeftOut,
}

fn rewritten(
    card: &Card<'_>,
    edits: &BTreeMap<usize, Edit>,
    added: &[u8],
    nested: Nested,
) -> Vec<u8> {
    let end = line_end(card.raw);
    let lost = lost_labels(card, edits);
    let mut out = Vec::with_capacity(card.raw.len() + 64);
    if !begins(card.raw) {
        out.extend_from_slice(b"BEGIN:VCARD");
        out.extend_from_slice(end);
    }
    let mut at = card.span.start;
    for (ordinal, old) in card.properties.iter().enumerate() {
        let span = old.span();
        gap(&mut out, card, at, span.start, nested);
        if ordinal == 0 {
            inherited_version(&mut out, card, end);
        }
        at = span.end;
        match edits.get(&ordinal) {
            Some(Edit::Drop) => {}
            None if lost.contains(&ordinal) => {}
            None => unchanged(&mut out, card.version, old),
            Some(Edit::Replace(value)) => {
                property(&mut out, &heads::kept(old, value), value, card.version, end)
            }
            Some(Edit::Change { head, value }) => {
                changed(&mut out, card.version, old, head, value.as_ref(), end);
            }
        }
    }
    let mut tail = Vec::new();
    gap(&mut tail, card, at, card.span.end, nested);
    close(&mut out, &tail, card, added, end);
    out
}

/// Copies what stands between two properties: blank lines and cards inside the card.
fn gap(out: &mut Vec<u8>, card: &Card<'_>, from: usize, to: usize, nested: Nested) {
    let start = card.span.start;
    let mut at = from;
    if nested == Nested::LeftOut {
        for inner in card
            .nested
            .iter()
            .filter(|n| n.start >= from && n.end <= to)
        {
            out.extend_from_slice(cut(card.raw, at - start..inner.start - start));
            at = inner.end;
        }
    }
    out.extend_from_slice(cut(card.raw, at - start..to - start));
}

/// Writes the VERSION of a card that has it from the card it stands in.
fn inherited_version(out: &mut Vec<u8>, card: &Card<'_>, end: &[u8]) {
    if card.inside.is_none() || !card.inherits_version {
        return;
    }
    let version: &[u8] = match card.version {
        Version::V21 => b"VERSION:2.1",
        Version::V30 => b"VERSION:3.0",
        Version::V40 => b"VERSION:4.0",
    };
    out.extend_from_slice(version);
    out.extend_from_slice(end);
}

/// Writes a property as it came, in 2.1 with the CHARSET that it needs.
fn unchanged(out: &mut Vec<u8>, version: Version, old: &Property<'_>) {
    let raw = old.raw();
    if !needs_charset(version, old) {
        return out.extend_from_slice(raw);
    }
    match old.param("CHARSET") {
        None => out.extend_from_slice(cut(raw, 0..old.colon)),
        Some(_) => out.extend_from_slice(&heads::without_charset(&old.head())),
    }
    out.extend_from_slice(CHARSET);
    out.extend_from_slice(cut(raw, old.colon..raw.len()));
}

const CHARSET: &[u8] = b";CHARSET=UTF-8";

/// Whether the head does not tell the truth about the bytes of the value: in 2.1 a value is ASCII unless its
/// head says otherwise.
fn needs_charset(version: Version, old: &Property<'_>) -> bool {
    let raw = old.raw();
    let has_colon = raw.get(old.colon) == Some(&b':');
    let plain = old.wrapping == Wrapping::Plain && has_colon && !old.is("AGENT");
    version == Version::V21
        && plain
        && !cut(raw, old.colon..raw.len()).is_ascii()
        && !has_open_quote(cut(raw, 0..old.colon))
        && !old.is_labelled_utf8()
}

/// Writes a property with another head, and its value as it came unless there is a new one.
fn changed(
    out: &mut Vec<u8>,
    version: Version,
    old: &Property<'_>,
    head: &super::HeadChange,
    value: Option<&super::NewValue>,
    end: &[u8],
) {
    let mut head = heads::changed(old, value, head, version);
    if let Some(value) = value {
        return property(out, &head, value, version, end);
    }
    if needs_charset(version, old) {
        head = heads::without_charset(&head);
        head.extend_from_slice(CHARSET);
    }
    let kept = cut(old.raw(), old.colon..old.raw().len());
    if old.folded || old.wrapping != Wrapping::Plain || version == Version::V21 {
        out.extend_from_slice(&head);
        return out.extend_from_slice(kept);
    }
    let mut line = head;
    line.extend_from_slice(cut(old.raw(), old.colon..old.end));
    super::fold::fold(out, &line, end);
}

fn begins(raw: &[u8]) -> bool {
    let first = line_at(raw, 0, Breaks::Usual);
    matches!(boundary(first.of(raw)), Some((Boundary::Begin, _)))
}

/// Writes what follows the last property, with the lines of new properties before END.
fn close(out: &mut Vec<u8>, tail: &[u8], card: &Card<'_>, added: &[u8], end: &[u8]) {
    let found = lines(tail, breaks(card.raw))
        .filter(|l| matches!(boundary(l.of(tail)), Some((Boundary::End, _))))
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
    out.extend_from_slice(added);
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
        match boundary(line.of(last.raw_value())) {
            Some((Boundary::Begin, _)) => open += 1,
            Some((Boundary::End, _)) => open = open.saturating_sub(1),
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
pub(super) fn line_end(raw: &[u8]) -> &[u8] {
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
