//! Understanding a sentence with the names of the book.

use std::ops::Range;

use super::act::what_is_usual;
use super::commands::command;
use super::grammar::{Around, Grammar};
use super::known::{similar, trashed};
use super::lines::{Line, Lines, in_capitals, lines_of};
use super::meeting_at::{Met, event_line, with_event};
use super::names::Known;
use super::phrasing;
use super::promising::is_question;
use super::reading::{Deed, PartKind, Reading};
use super::several::{clauses, together};
use super::talk::talk;
use super::tokens::MOST_WORDS;
use super::whom::is_article;
use super::words::Command;
use super::{Intent, Sentence, SentenceLine, SentencePart};
use crate::book::Book;
use crate::check_ins::DayForms;
use crate::details::NewPerson;
use crate::error::Result;
use crate::ids::PersonId;
use crate::letters::listed;
use crate::moment::Moment;
use crate::people_list::rows_of;
use crate::relationships::{KindId, kind_rows};
use crate::store::Tx;
use crate::topics::topic_rows;

/// Longer texts are not read, in bytes.
const MAX_BYTES: usize = 100_000;
/// Longer texts are no names to add, in bytes.
const LONGEST_NEW_NAME: usize = 100;
/// Most lines of an answer.
pub(super) const MOST_LINES: usize = 6;
/// Why "will gareth send me comments?" saves nothing.
const ASKS: &str = "That is a question, so there is nothing to save.";

impl Book {
    /// What a sentence may mean; `None` if it is none. Nothing is saved.
    ///
    /// # Errors
    /// Storage errors.
    pub fn sentence(&self, text: &str, now: &Moment) -> Result<Option<Sentence>> {
        if text.trim().is_empty() || text.len() > MAX_BYTES {
            return Ok(None);
        }
        self.read(|tx| {
            let known = Known::of_text(tx, text, now)?;
            let kinds = kind_rows::all(tx)?;
            let names: Vec<String> = kinds.iter().map(|kind| kind.name.clone()).collect();
            let ids: Vec<KindId> = kinds.iter().map(|kind| kind.id).collect();
            let forms = DayForms::of(tx, now)?;
            let joined_topics = topic_rows::joined(tx)?;
            let reader = Reader {
                text,
                kinds: (&names, &ids),
                joined_topics: &joined_topics,
                forms: &forms,
                now,
            };
            let lines = match reader.lines(&known, &[]) {
                Understood::Lines(lines) => match reader.of_another(tx, &known, &lines)? {
                    Some(asked) => Some(asked),
                    None => Some(with_event(tx, text, lines, now)?),
                },
                Understood::Unknown(places) => reader.offered(tx, known, &places)?,
                Understood::Nothing => reader.similar_alone(tx, known)?,
            };
            lines.map(|lines| shown(tx, text, lines, now)).transpose()
        })
    }
}

/// What is needed to read a text, besides the people.
pub(super) struct Reader<'a> {
    pub text: &'a str,
    /// The names of the kinds of relationship, and their ids.
    pub kinds: (&'a [String], &'a [KindId]),
    /// The keys of topics that look like a list.
    pub joined_topics: &'a [String],
    pub forms: &'a DayForms,
    pub now: &'a Moment,
}

/// What came of a text.
#[derive(Debug)]
pub(super) enum Understood {
    Lines(Lines),
    /// A sentence, but names that nobody has stand at these words.
    Unknown(Vec<Range<usize>>),
    Nothing,
}

impl Reader<'_> {
    fn grammar<'g>(
        &'g self,
        people: &'g [Known],
        meant: &'g [(Range<usize>, PersonId)],
    ) -> Grammar<'g> {
        let around = Around {
            people,
            kinds: self.kinds.0,
            joined_topics: self.joined_topics,
            forms: self.forms,
            now: self.now,
            meant,
        };
        Grammar::of(self.text, around)
    }

    /// Reads the text, and says what can be done about it. Pure.
    pub(super) fn lines(&self, people: &[Known], meant: &[(Range<usize>, PersonId)]) -> Understood {
        let mut grammar = self.grammar(people, meant);
        if grammar.tokens.len() == MOST_WORDS {
            let why = "That is too long for a sentence. Log it, and write the rest as a note.";
            let is_one = read(&grammar).is_some();
            return match is_one {
                true => Understood::Lines(Lines {
                    refusal: Some(why.to_owned()),
                    ..Lines::default()
                }),
                false => Understood::Nothing,
            };
        }
        if let Some(all) = self.several(&grammar) {
            return all;
        }
        let plain = read(&grammar);
        grammar.prefers_names_to_days = true;
        let named = read(&grammar).filter(|reading| reading.unknown.is_empty());
        // "will" may be somebody too, where the sentence makes no sense otherwise.
        let makes_sense = |reading: &Reading| reading.unknown.is_empty() && !reading.who.is_empty();
        let named = match &plain {
            Some(plain)
                if makes_sense(plain) || plain.refusal.is_some() || !plain.name.is_empty() =>
            {
                named
            }
            _ => {
                grammar.prefers_names = true;
                named
                    .filter(makes_sense)
                    .or_else(|| read(&grammar).filter(makes_sense))
            }
        };
        let Some(first) = plain.or(named.clone()) else {
            return Understood::Nothing;
        };
        if !first.unknown.is_empty() {
            return match named {
                Some(named) => Understood::Lines(lines_of(&grammar, &named, self.kinds.1)),
                None => Understood::Unknown(first.unknown),
            };
        }
        let mut all = lines_of(&grammar, &first, self.kinds.1);
        let has_other = |reading: &Reading| *reading != first;
        if let Some(other) = named.filter(has_other) {
            let more = lines_of(&grammar, &other, self.kinds.1);
            // "ana april": who, or when.
            if other.who.len() > first.who.len() && more.refusal.is_none() {
                all.question
                    .get_or_insert_with(|| "What is meant?".to_owned());
                if first.who.is_empty() || all.refusal.is_some() {
                    all = more;
                } else {
                    add_new(&mut all.lines, more.lines);
                }
            }
        }
        if first.took_from_note && all.question.is_none() {
            grammar.prefers_names = false;
            grammar.prefers_names_to_days = false;
            grammar.takes_from_note = false;
            let kept = read(&grammar).map(|reading| lines_of(&grammar, &reading, self.kinds.1));
            let kept = kept.filter(|kept| kept.refusal.is_none());
            add_new(
                &mut all.lines,
                kept.map_or_else(Vec::new, |kept| kept.lines)
                    .into_iter()
                    .take(1)
                    .collect(),
            );
        }
        all.lines.truncate(MOST_LINES);
        Understood::Lines(all)
    }

    /// What a text means that says several things; `None` where it says one.
    fn several(&self, grammar: &Grammar<'_>) -> Option<Understood> {
        let clauses = clauses(grammar);
        (clauses.len() > 1)
            .then(|| together(&clauses, self.kinds.1))
            .flatten()
    }

    /// Adds whoever stands at these words, and does with them what the text says, in one step; `None` where it does
    /// not say for sure what.
    fn with_new(&self, known: &[Known], places: &[Range<usize>]) -> Option<Line> {
        let grammar = self.grammar(known, &[]);
        let names = places.iter();
        let names = names.map(|place| in_capitals(grammar.written(place.start, place.end)));
        let names: Vec<String> = names.collect();
        let ids = (1_i64..).map(|at| PersonId(-at));
        let mut everybody = known.to_vec();
        let mut meant = Vec::new();
        for ((name, place), id) in names.iter().zip(places).zip(ids) {
            everybody.push(Known::new(id, name, "", false));
            meant.push((place.clone(), id));
        }
        let Understood::Lines(lines) = self.lines(&everybody, &meant) else {
            return None;
        };
        let line = lines
            .lines
            .into_iter()
            .next()
            .filter(|_| lines.refusal.is_none())?;
        let all = match line.intent {
            Intent::Several { all, .. } => all,
            said @ (Intent::Promise { .. }
            | Intent::Give { .. }
            | Intent::Topic { .. }
            | Intent::NextTime { .. }) => vec![said],
            _ => return None,
        };
        let together = listed(&names);
        let adds = format!("Add {together}");
        let new = names.into_iter().map(|name| NewPerson {
            name,
            ..NewPerson::default()
        });
        Some(Line {
            intent: Intent::Several {
                new: new.collect(),
                all,
            },
            words: phrasing::one_after_another(&[adds, line.words]),
            done: format!("Added {together}. {}", line.done),
            people: line.people.into_iter().filter(|id| id.0 > 0).collect(),
            ..line
        })
    }

    /// For a name that nobody has: those with a similar one, else the ways on.
    fn offered(
        &self,
        tx: &Tx<'_>,
        mut known: Vec<Known>,
        places: &[Range<usize>],
    ) -> Result<Option<Lines>> {
        let Some(place) = places.first() else {
            return Ok(None);
        };
        let written = {
            let grammar = self.grammar(&known, &[]);
            grammar.written(place.start, place.end).to_owned()
        };
        let similar = similar(tx, &written, self.now)?;
        let mut lines = Lines {
            refusal: Some(format!("Nobody is called “{written}”.")),
            ..Lines::default()
        };
        let met = self.met_at_event(tx, &known)?;
        let with_new = self.with_new(&known, places);
        let gone = trashed(tx, &written)?;
        if let Some(gone) = gone.first() {
            let others = match with_new {
                Some(line) => vec![line],
                None => self.ways_on(&self.grammar(&known, &[]), places),
            };
            return Ok(Some(Lines {
                refusal: Some(format!("{} is in the trash.", gone.name)),
                lines: [restore_line(gone)].into_iter().chain(others).collect(),
                ..Lines::default()
            }));
        }
        let ids: Vec<PersonId> = similar.iter().map(|known| known.id).collect();
        known.extend(similar);
        for id in ids {
            let meant = [(place.clone(), id)];
            if let Understood::Lines(meant) = self.lines(&known, &meant) {
                lines.lines.extend(meant.lines.into_iter().take(1));
            }
        }
        if lines.lines.is_empty() {
            lines.lines = met.into_iter().collect();
            match with_new {
                Some(line) => lines.lines.push(line),
                None => lines
                    .lines
                    .extend(self.ways_on(&self.grammar(&known, &[]), places)),
            }
            if let Some(who) = self.written_all(&known, places) {
                lines.refusal = Some(format!("Nobody is called {who}."));
            }
            return Ok(Some(lines));
        }
        lines.lines.extend(met);
        lines.lines.extend(with_new);
        Ok(Some(Lines {
            question: Some(format!(
                "Nobody is called “{written}”. Is one of them meant?"
            )),
            refusal: None,
            ..lines
        }))
    }

    /// "“Rosalind” or “Solveig”": several names that nobody has.
    fn written_all(&self, known: &[Known], places: &[Range<usize>]) -> Option<String> {
        let grammar = self.grammar(known, &[]);
        let quoted =
            |place: &Range<usize>| format!("“{}”", grammar.written(place.start, place.end));
        let (last, before) = places
            .split_last()
            .filter(|(_, before)| !before.is_empty())?;
        let before: Vec<String> = before.iter().map(quoted).collect();
        Some(format!("{} or {}", before.join(", "), quoted(last)))
    }

    /// The reading as if those whom nobody is called were named as somebody new, who is no part of it.
    fn without_unknown(&self, reading: Reading, new: &str) -> Reading {
        match reading.who.is_empty() {
            // "had lunch with jonas": he is added, and the lunch with him.
            true => Reading {
                deed: Deed::Command(Command::Add),
                name: new.to_owned(),
                unknown: Vec::new(),
                ..reading
            },
            false => Reading {
                unknown: Vec::new(),
                ..reading
            },
        }
    }

    /// For names that nobody has: with those who are known, or with somebody new.
    fn ways_on(&self, grammar: &Grammar<'_>, places: &[Range<usize>]) -> Vec<Line> {
        let written = |place: &Range<usize>| grammar.written(place.start, place.end);
        let Some((first, others)) = places.split_first() else {
            return Vec::new();
        };
        let Some(reading) = read(grammar).filter(is_talk) else {
            return vec![add_line(written(first))];
        };
        // "dinner with ben and colleagues": with Ben, and the rest as note.
        let to_note = match reading.who.is_empty() {
            true => others,
            false => places,
        };
        let mut changed = self.without_unknown(reading, written(first));
        for place in to_note.iter().rev() {
            let note = [written(place), changed.note.as_str()].map(str::trim);
            changed.note = note.join(" ").trim().to_owned();
            changed.parts = as_note(&changed.parts, &grammar.bytes(place.start, place.end));
        }
        let has_others = !changed.who.is_empty();
        let mut lines = lines_of(grammar, &changed, self.kinds.1).lines;
        lines.truncate(1);
        if has_others || lines.is_empty() {
            lines.push(add_line(written(first)));
        }
        lines.extend(others.iter().map(|place| add_line(written(place))));
        lines
    }

    /// "met rosalind and solveig at nordic lab days", of whom the book does not know all: the line that adds those who
    /// are new and writes the event down with all of them, in one step; `None` where it tells of no event.
    fn met_at_event(&self, tx: &Tx<'_>, known: &[Known]) -> Result<Option<Line>> {
        let grammar = self.grammar(known, &[]).with_whole_names();
        let Some(reading) =
            read(&grammar).filter(|reading| is_talk(reading) && !reading.unknown.is_empty())
        else {
            return Ok(None);
        };
        let places = reading.unknown.clone();
        let written = |place: &Range<usize>| in_capitals(grammar.written(place.start, place.end));
        let new = places
            .iter()
            .map(|place| (place.start, Met::New(written(place))));
        let named = reading.who.iter().filter_map(|named| {
            let person = known.get(*named.people.first()?)?;
            Some((named.from, Met::Known(person.id, person.name.clone())))
        });
        let mut people: Vec<(usize, Met)> = new.chain(named).collect();
        people.sort_by_key(|(at, _)| *at);
        let people: Vec<Met> = people.into_iter().map(|(_, met)| met).collect();
        let changed = self.without_unknown(reading, "");
        let changed = match changed.who.is_empty() {
            true => Reading {
                name: "somebody".to_owned(),
                ..changed
            },
            false => changed,
        };
        let Some(line) = lines_of(&grammar, &changed, self.kinds.1)
            .lines
            .into_iter()
            .next()
        else {
            return Ok(None);
        };
        event_line(tx, self.text, &line, &people, self.now).map(|found| found.map(|(line, _)| line))
    }

    /// "met rosalind kerr", where the book has a Rosalind with another surname: whom it means is asked, and somebody
    /// new
    /// comes first. `None` where no such name stands in it. `plain`: what it means if "kerr" is only part of a note.
    fn of_another(&self, tx: &Tx<'_>, known: &[Known], plain: &Lines) -> Result<Option<Lines>> {
        let grammar = self.grammar(known, &[]);
        let whole = self.grammar(known, &[]).with_whole_names();
        let others = grammar.other_names();
        let Some(reading) = read(&grammar) else {
            return Ok(None);
        };
        let is_several = clauses(&grammar).len() > 1;
        let tells = !is_several && (is_talk(&reading) || reading.deed == Deed::Plan);
        // "promise rosalind kerr the draft": what goes on like this is no part of what was promised.
        let is_whole = |other: &&Range<usize>| {
            let says_what = matches!(reading.deed, Deed::Promise(_) | Deed::Give(_));
            // "samir borrowed my handbook": a verb is no surname.
            let last = grammar.bytes(other.end - 1, other.end);
            let is_verb = |(place, kind): &(Range<usize>, PartKind)| {
                *kind == PartKind::Deed && place.start <= last.start && last.end <= place.end
            };
            let goes_on = is_article(&grammar, other.end) && !reading.parts.iter().any(is_verb);
            goes_on && says_what && reading.who.iter().any(|named| named.from == other.start)
        };
        let places = match (is_several, tells) {
            (true, _) => match self.several(&whole) {
                Some(Understood::Unknown(places)) => places,
                _ => Vec::new(),
            },
            (_, true) => read(&whole).map_or_else(Vec::new, |reading| reading.unknown),
            _ => others.iter().filter(is_whole).cloned().collect(),
        };
        let is_other =
            |place: &&Range<usize>| others.iter().any(|other| other.start == place.start);
        let Some(first) = places.iter().find(is_other) else {
            return Ok(None);
        };
        let met = self.met_at_event(tx, known)?;
        let is_event = met.is_some();
        let mut new: Vec<Line> = met.into_iter().collect();
        match tells {
            true => new.extend(self.ways_on(&whole, &places)),
            false => match self.with_new(known, &places) {
                Some(line) => new.push(line),
                None => new.extend(
                    places
                        .iter()
                        .map(|place| add_line(grammar.written(place.start, place.end))),
                ),
            },
        }
        // Those who have the first name, as if the surname were another one of theirs.
        let people = grammar.name_at(first.start);
        let people = people.map_or(&[][..], |named| &named.people).iter();
        let people: Vec<&Known> = people.filter_map(|at| known.get(*at)).take(3).collect();
        let mut same = Vec::new();
        for person in &people {
            let meant = [(first.clone(), person.id)];
            if let Understood::Lines(lines) = self.lines(known, &meant) {
                same.extend(lines.lines.into_iter().take(1));
            }
        }
        // The words behind a second other name would be left in the note.
        if others.len() > 1 && tells {
            same.clear();
        }
        let written = grammar.written(first.start, first.end);
        let words: Vec<String> = written.split_whitespace().map(str::to_lowercase).collect();
        let is_slip = people.iter().any(|person| person.is_near(&words));
        let mut lines = match is_slip || reading.deed == Deed::Plan || reading.is_order {
            true => same.into_iter().chain(new).collect::<Vec<Line>>(),
            false => new.into_iter().chain(same).collect(),
        };
        // "call ana budget": a note may be meant, where nothing stands behind it.
        if tells && !is_event && others.len() == 1 && first.end == grammar.tokens.len() {
            add_new(&mut lines, plain.lines.iter().take(1).cloned().collect());
        }
        lines.truncate(MOST_LINES);
        let is_one = match people.as_slice() {
            [one] => format!("Is {} meant?", one.name),
            _ => "Is one of them meant?".to_owned(),
        };
        let nobody = match self.written_all(known, &places) {
            Some(all) => format!("Nobody is called {all}."),
            None => format!("Nobody is called “{written}”."),
        };
        let offers_them = people.iter().any(|person| {
            let is_about = |line: &Line| line.people.contains(&person.id);
            lines.iter().any(is_about)
        });
        Ok(Some(Lines {
            question: offers_them.then(|| format!("{nobody} {is_one}")),
            refusal: (!offers_them).then_some(nobody),
            lines,
            ..Lines::default()
        }))
    }

    /// A text that is only a name which nobody has: those with a similar one, and to add it.
    fn similar_alone(&self, tx: &Tx<'_>, known: Vec<Known>) -> Result<Option<Lines>> {
        let grammar = self.grammar(&known, &[]);
        let count = grammar.tokens.len();
        let is_name = grammar.unknown_at(0) == Some(count);
        let is_known = grammar.names.iter().any(Option::is_some);
        let is_short = self.text.trim().len() <= LONGEST_NEW_NAME;
        if !is_name || is_known || !is_short || !(1..=3).contains(&count) {
            return Ok(None);
        }
        let written = self.text.trim();
        if let Some(gone) = trashed(tx, written)?.first() {
            return Ok(Some(Lines {
                refusal: Some(format!("{} is in the trash.", gone.name)),
                lines: vec![restore_line(gone), add_line(written)],
                ..Lines::default()
            }));
        }
        let similar = similar(tx, written, self.now)?;
        if similar.is_empty() {
            return Ok(Some(Lines {
                lines: vec![add_line(written)],
                is_new_name: true,
                ..Lines::default()
            }));
        }
        let lines = similar.into_iter().map(|known| Line {
            intent: Intent::Open { person: known.id },
            words: format!("Open {}", known.name),
            details: String::new(),
            done: String::new(),
            people: vec![known.id],
            parts: Vec::new(),
        });
        Ok(Some(Lines {
            question: Some(format!(
                "Nobody is called “{written}”. Is one of them meant?"
            )),
            lines: lines.chain([add_line(written)]).collect(),
            ..Lines::default()
        }))
    }
}

fn is_talk(reading: &Reading) -> bool {
    matches!(reading.deed, Deed::Log | Deed::Either { .. })
}

/// The parts of a text in which one becomes part of the note.
fn as_note(
    parts: &[(Range<usize>, PartKind)],
    place: &Range<usize>,
) -> Vec<(Range<usize>, PartKind)> {
    let kind = |(part, kind): &(Range<usize>, PartKind)| match part == place {
        true => (part.clone(), PartKind::Note),
        false => (part.clone(), *kind),
    };
    parts.iter().map(kind).collect()
}

fn restore_line(gone: &Known) -> Line {
    Line {
        words: format!("Bring {} back from the trash", gone.name),
        details: String::new(),
        done: format!("{} is back", gone.name),
        intent: Intent::Restore {
            people: vec![gone.id],
        },
        people: vec![gone.id],
        parts: Vec::new(),
    }
}

fn add_line(name: &str) -> Line {
    let name = in_capitals(name);
    Line {
        words: format!("Add {name} as a person"),
        details: String::new(),
        done: format!("{name} is in your book"),
        intent: Intent::Add {
            person: NewPerson {
                name,
                ..NewPerson::default()
            },
            talk: None,
        },
        people: Vec::new(),
        parts: Vec::new(),
    }
}

fn add_new(lines: &mut Vec<Line>, more: Vec<Line>) {
    for line in more {
        if lines.iter().all(|known| known.intent != line.intent) {
            lines.push(line);
        }
    }
}

/// The reading of a text as a command or as contact.
pub(super) fn read(grammar: &Grammar<'_>) -> Option<Reading> {
    let from = grammar.polite();
    let reading = told(grammar, from)?;
    // "will gareth send me comments?"
    match is_question(grammar, 0) && from == 0 {
        true => Some(Reading {
            refusal: Some(ASKS.to_owned()),
            unknown: Vec::new(),
            ..reading
        }),
        false => Some(reading),
    }
}

fn told(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    let as_command = command(grammar, from);
    // What these verbs say of somebody new is sure.
    let is_sure = |reading: &Reading| {
        matches!(
            reading.deed,
            Deed::Promise(_) | Deed::Give(_) | Deed::Command(Command::NextTime)
        )
    };
    if as_command
        .as_ref()
        .is_some_and(|reading| reading.unknown.is_empty() || is_sure(reading))
    {
        return as_command;
    }
    let as_talk =
        talk(grammar, from).filter(|reading| reading.unknown.is_empty() || as_command.is_none());
    as_talk.or(as_command)
}

/// The answer with the rows of its people, and its parts in characters.
fn shown(tx: &Tx<'_>, text: &str, lines: Lines, now: &Moment) -> Result<Sentence> {
    let characters = |byte: usize| text.get(..byte).map_or(0, |before| before.chars().count());
    let rows = lines.lines.into_iter().map(|line| {
        let parts = line.parts.iter().map(|(place, kind)| SentencePart {
            from: characters(place.start),
            to: characters(place.end),
            kind: *kind,
        });
        let details = [what_is_usual(tx, &line.people, &line.intent)?, line.details];
        let details = details.iter().filter(|said| !said.is_empty()).cloned();
        Ok(SentenceLine {
            parts: parts.collect(),
            people: rows_of(tx, &line.people, now)?,
            intent: line.intent,
            words: line.words,
            details: details.collect::<Vec<_>>().join(". "),
            done: line.done,
        })
    });
    Ok(Sentence {
        question: lines.question,
        refusal: lines.refusal,
        is_new_name: lines.is_new_name,
        lines: rows.collect::<Result<_>>()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_surname_is_another_person() {
        let now = Moment {
            utc: "2026-03-10T09:00:00Z".parse().unwrap(),
            zone: chrono_tz::Europe::Oslo,
        };
        let folder = tempfile::tempdir().unwrap();
        let book = Book::open(&folder.path().join("book.kith"), &now).unwrap();
        let person = NewPerson {
            name: "Rosalind Aydelott".to_owned(),
            ..NewPerson::default()
        };
        book.person_add(&person, &now).unwrap();
        for (text, first, last) in [
            (
                "met rosalind kerr and solveig lund at nordic lab days yesterday",
                "Met Rosalind Kerr and Solveig Lund at Nordic Lab Days",
                None,
            ),
            (
                "met rosalind kerr at nordic lab days",
                "Met Rosalind Kerr at Nordic Lab Days",
                Some("Log a meeting with Rosalind Aydelott"),
            ),
            (
                "had lunch with rosalind kerr",
                "Add Rosalind Kerr",
                Some("Log lunch with Rosalind Aydelott"),
            ),
            (
                "had lunch with rosalind kerr yesterday about the grant",
                "Add Rosalind Kerr",
                Some("Log lunch with Rosalind Aydelott"),
            ),
            (
                "promise rosalind kerr the draft",
                "Add Rosalind Kerr, and promise Rosalind Kerr: “The draft”",
                Some("Promise Rosalind Aydelott: “The draft”"),
            ),
            // A slip is likelier than somebody new.
            (
                "had lunch with rosalind aydelot",
                "Log lunch with Rosalind Aydelott",
                None,
            ),
        ] {
            let sentence = book.sentence(text, &now).unwrap().unwrap();
            let words: Vec<&str> = sentence.lines.iter().map(|line| &*line.words).collect();
            assert!(words[0].starts_with(first), "{text}: {sentence:#?}");
            assert!(
                last.is_none_or(|last| words.contains(&last)),
                "{text}: {words:?}"
            );
            let asked = sentence.question.or(sentence.refusal).unwrap_or_default();
            assert!(
                asked.starts_with("Nobody is called “rosalind"),
                "{text}: {asked}"
            );
            let left_over = sentence.lines.iter().find(|line| match &line.intent {
                Intent::Log { talk } => talk.note.starts_with("kerr "),
                _ => false,
            });
            assert_eq!(left_over, None, "{text}");
        }
        for plain in [
            "met rosalind at the office",
            "keep rosalind close every 2 weeks",
            "tag rosalind colleague",
        ] {
            let sentence = book.sentence(plain, &now).unwrap().unwrap();
            assert_eq!(
                (sentence.question, sentence.refusal),
                (None, None),
                "{plain}"
            );
        }
    }
}
