//! The network as GraphML and as CSV, for other programs.
//!
//! Both hold everybody outside the trash and the archive, the user as `me`, the ties that were noted (no proposed
//! ones), and a tie from `me` to everybody the user knows. Nothing private goes with them: no notes, facts, contact
//! points, statuses or boundaries.
//!
//! - **GraphML** is the format of <http://graphml.graphdrawing.org>. The graph is undirected, since that is what its
//!   measures are defined on; where a kind has a direction (`reports_to`), `from` names the node that it starts at.
//!   Two people with ties of several kinds have several edges. Characters that XML 1.0 cannot hold are left out.
//! - **CSV** is RFC 4180 in UTF-8 without a mark: one file of people, one of ties. Their `id`s, `source`s and `target`s
//!   are those of GraphML. A field that a spreadsheet would take for a formula begins with an apostrophe.
//!
//! The user's own attributes go with them only when asked to: one more field each, named like the attribute, with
//! " (own)" behind a name that is a field's already.
//!
//! A person has `id` (a UUID), `name`, `organisation`, `role`, `kind`, `side` (internal, external), `tags` (joined by
//! "; "), `kept_close`, and `last_talk` (2026-03-10); what is not known is left out of GraphML and empty in CSV. A tie
//! has `source`, `target`, `tie` (its kind; `mine` for those of `me`), `closeness`, `weight` (0–1; for mine, the warmth) and
//! `from`.

use std::collections::HashMap;
use std::io::{BufWriter, Write};

use super::network_rows::ids_and_roles;
use crate::attributes::attribute_rows;
use crate::book::Book;
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::map::{Network, NetworkPerson, NetworkTie};
use crate::relationships::Category;
use crate::store::Tx;
use crate::ties::{Closeness, TieKind};

/// The id of the user's node.
const ME: &str = "me";
/// What is said of a node beside its id, and its type in GraphML.
const OF_NODES: [(&str, &str); 8] = [
    ("name", "string"),
    ("organisation", "string"),
    ("role", "string"),
    ("kind", "string"),
    ("side", "string"),
    ("tags", "string"),
    ("kept_close", "boolean"),
    ("last_talk", "string"),
];
/// What is said of an edge beside its ends.
const OF_EDGES: [(&str, &str); 4] = [
    ("tie", "string"),
    ("closeness", "string"),
    ("weight", "double"),
    ("from", "string"),
];

impl Book {
    /// Writes the network as GraphML, with the user's own attributes if asked to. `go_on` is asked before each line, with
    /// how many lines are written of how many. Returns the number of people, the user not counted.
    ///
    /// # Errors
    /// `Stopped`; those of storage, and I/O errors of `out`.
    pub fn write_graphml(
        &self,
        network: &Network,
        with_attributes: bool,
        out: &mut dyn Write,
        go_on: &dyn Fn(u64, u64) -> bool,
    ) -> Result<u32> {
        let known = self.read_long(|tx| known_of(tx, with_attributes))?;
        let mut pace = Pace::of(network, go_on);
        let mut out = BufWriter::new(out);
        writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
        writeln!(
            out,
            "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">"
        )?;
        for (number, heading) in (1..).zip(&known.own) {
            writeln!(
                out,
                "<key id=\"own{number}\" for=\"node\" attr.name=\"{}\" attr.type=\"string\"/>",
                escaped(heading)
            )?;
        }
        for (whose, fields) in [("node", &OF_NODES[..]), ("edge", &OF_EDGES[..])] {
            for (name, type_) in fields {
                writeln!(
                    out,
                    "<key id=\"{name}\" for=\"{whose}\" attr.name=\"{name}\" attr.type=\"{type_}\"/>"
                )?;
            }
        }
        writeln!(out, "<graph id=\"kith\" edgedefault=\"undirected\">")?;
        write!(out, "<node id=\"{ME}\">")?;
        data(&mut out, "name", "Me")?;
        writeln!(out, "</node>")?;
        let people = each_person(network, &known, &mut pace, |id, fields| {
            write!(out, "<node id=\"{}\">", escaped(id))?;
            for ((name, _), value) in OF_NODES.iter().zip(fields) {
                data(&mut out, name, value)?;
            }
            let own = fields.iter().skip(OF_NODES.len());
            for (number, value) in (1..).zip(own) {
                data(&mut out, &format!("own{number}"), value)?;
            }
            Ok(writeln!(out, "</node>")?)
        })?;
        let mut number = 0;
        each_tie(network, &known, &mut pace, |source, target, fields| {
            number += 1;
            let (source, target) = (escaped(source), escaped(target));
            write!(
                out,
                "<edge id=\"e{number}\" source=\"{source}\" target=\"{target}\">"
            )?;
            for ((name, _), value) in OF_EDGES.iter().zip(fields) {
                data(&mut out, name, value)?;
            }
            Ok(writeln!(out, "</edge>")?)
        })?;
        writeln!(out, "</graph>\n</graphml>")?;
        out.flush()?;
        Ok(people)
    }

    /// Writes the network as two CSV files, one of its people, with the user's own attributes if asked to, and one of
    /// its ties. `go_on` is asked as for GraphML. Returns the number of people, the user not counted.
    ///
    /// # Errors
    /// `Stopped`; those of storage, and I/O errors of either.
    pub fn write_network_csv(
        &self,
        network: &Network,
        with_attributes: bool,
        people: &mut dyn Write,
        ties: &mut dyn Write,
        go_on: &dyn Fn(u64, u64) -> bool,
    ) -> Result<u32> {
        let known = self.read_long(|tx| known_of(tx, with_attributes))?;
        let mut pace = Pace::of(network, go_on);
        let mut out = BufWriter::new(people);
        let own = || known.own.iter().map(String::as_str);
        let usual = OF_NODES.iter().map(|(name, _)| *name);
        line(&mut out, ["id"].into_iter().chain(usual).chain(own()))?;
        let empty = OF_NODES.iter().skip(1).map(|_| "").chain(own().map(|_| ""));
        line(&mut out, [ME, "Me"].into_iter().chain(empty))?;
        let count = each_person(network, &known, &mut pace, |id, fields| {
            line(
                &mut out,
                [id].into_iter().chain(fields.iter().map(String::as_str)),
            )
        })?;
        out.flush()?;
        let mut out = BufWriter::new(ties);
        line(
            &mut out,
            ["source", "target"]
                .into_iter()
                .chain(OF_EDGES.iter().map(|(name, _)| *name)),
        )?;
        each_tie(network, &known, &mut pace, |source, target, fields| {
            line(
                &mut out,
                [source, target]
                    .into_iter()
                    .chain(fields.iter().map(String::as_str)),
            )
        })?;
        out.flush()?;
        Ok(count)
    }
}

/// What the files say beside the network.
struct Known {
    /// For each person, the id for files and the role.
    people: HashMap<PersonId, (String, String)>,
    /// The headings of the user's own attributes that go with them.
    own: Vec<String>,
    /// Per person, the choice of each of those attributes by its place; of some only.
    choices: HashMap<PersonId, Vec<(usize, String)>>,
}

fn known_of(tx: &Tx<'_>, with_attributes: bool) -> Result<Known> {
    let mut known = Known {
        people: ids_and_roles(tx)?,
        own: Vec::new(),
        choices: HashMap::new(),
    };
    if with_attributes {
        let attributes = attribute_rows::all(tx)?;
        known.own = attributes.iter().map(|one| heading(&one.name)).collect();
        for (person, attribute, choice) in attribute_rows::names(tx)? {
            if let Some(at) = attributes.iter().position(|one| one.id == attribute) {
                known.choices.entry(person).or_default().push((at, choice));
            }
        }
    }
    Ok(known)
}

/// The name of an attribute as a field that no other has.
fn heading(name: &str) -> String {
    let is_taken = name == "id" || OF_NODES.iter().any(|(field, _)| *field == name);
    match is_taken {
        true => format!("{name} (own)"),
        false => name.to_owned(),
    }
}

fn each_person(
    network: &Network,
    known: &Known,
    pace: &mut Pace<'_>,
    mut take: impl FnMut(&str, &[String]) -> Result<()>,
) -> Result<u32> {
    let mut count = 0;
    for person in network.everybody() {
        pace.step()?;
        // Whoever went to the trash since the network was read is left out.
        if let Some((id, role)) = known.people.get(&person.id) {
            let mut fields = of_node(&person, role);
            let own = fields.len();
            fields.resize(own + known.own.len(), String::new());
            for (at, choice) in known.choices.get(&person.id).into_iter().flatten() {
                if let Some(field) = fields.get_mut(own + at) {
                    field.clone_from(choice);
                }
            }
            take(id, &fields)?;
            count += 1;
        }
    }
    Ok(count)
}

/// The fields of `OF_NODES`, in their order.
fn of_node(person: &NetworkPerson<'_>, role: &str) -> Vec<String> {
    vec![
        person.name.to_owned(),
        person.organisation.to_owned(),
        role.to_owned(),
        person.kind.to_owned(),
        person.side.map_or("", side_word).to_owned(),
        person.tags.join("; "),
        person.kept_close.to_string(),
        person.talked.map_or(String::new(), |day| day.to_string()),
    ]
}

/// The user's ties first, then those among others.
fn each_tie(
    network: &Network,
    known: &Known,
    pace: &mut Pace<'_>,
    mut take: impl FnMut(&str, &str, &[String; OF_EDGES.len()]) -> Result<()>,
) -> Result<()> {
    for person in network.everybody() {
        pace.step()?;
        if let (Some((id, _)), Some(weight)) = (known.people.get(&person.id), person.my_weight) {
            take(
                ME,
                id,
                &[
                    "mine".to_owned(),
                    String::new(),
                    weight.to_string(),
                    String::new(),
                ],
            )?;
        }
    }
    for tie in network.noted_ties() {
        pace.step()?;
        if let (Some((source, _)), Some((target, _))) =
            (known.people.get(&tie.person), known.people.get(&tie.other))
        {
            take(source, target, &of_edge(tie, source))?;
        }
    }
    Ok(())
}

fn of_edge(tie: NetworkTie, source: &str) -> [String; OF_EDGES.len()] {
    let (kind, is_directed) = kind_word(tie.kind);
    [
        kind.to_owned(),
        closeness_word(tie.closeness).to_owned(),
        tie.weight.to_string(),
        if is_directed {
            source.to_owned()
        } else {
            String::new()
        },
    ]
}

/// Asks before each line whether to go on.
struct Pace<'a> {
    done: u64,
    total: u64,
    go_on: &'a dyn Fn(u64, u64) -> bool,
}

impl<'a> Pace<'a> {
    /// Of files with the network's people, the user's ties to them, and the ties among them.
    fn of(network: &Network, go_on: &'a dyn Fn(u64, u64) -> bool) -> Self {
        Self {
            done: 0,
            total: 2 * network.len() as u64 + network.noted_ties().count() as u64,
            go_on,
        }
    }

    fn step(&mut self) -> Result<()> {
        match (self.go_on)(self.done, self.total) {
            true => {
                self.done += 1;
                Ok(())
            }
            false => Err(Error::new(Code::Stopped, "Stopped. No file was written.")),
        }
    }
}

/// The word of a kind of tie, and whether it has a direction.
fn kind_word(kind: TieKind) -> (&'static str, bool) {
    match kind {
        TieKind::Knows => ("knows", false),
        TieKind::WorksWith => ("works_with", false),
        TieKind::ReportsTo => ("reports_to", true),
        TieKind::Introduced => ("introduced", true),
        TieKind::Mentors => ("mentors", true),
        TieKind::ClientOf => ("client_of", true),
        TieKind::Influences => ("influences", true),
    }
}

fn closeness_word(closeness: Closeness) -> &'static str {
    match closeness {
        Closeness::Little => "little",
        Closeness::Colleague => "colleague",
        Closeness::Close => "close",
        Closeness::NotSure => "",
    }
}

fn side_word(side: Category) -> &'static str {
    match side {
        Category::Internal => "internal",
        Category::External => "external",
    }
}

/// A value in GraphML; nothing where it is empty.
fn data(out: &mut impl Write, key: &str, value: &str) -> Result<()> {
    match value {
        "" => Ok(()),
        value => Ok(write!(
            out,
            "<data key=\"{key}\">{}</data>",
            escaped(value)
        )?),
    }
}

/// A text for XML 1.0, without the characters that it cannot hold.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\t' | '\n' => safe.push(letter),
            '\r' => safe.push_str("&#13;"),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter < ' ' => {}
            letter => safe.push(letter),
        }
    }
    safe
}

/// A line of CSV.
fn line<'a>(out: &mut impl Write, fields: impl Iterator<Item = &'a str>) -> Result<()> {
    for (at, field) in fields.enumerate() {
        if at > 0 {
            out.write_all(b",")?;
        }
        out.write_all(quoted(field).as_bytes())?;
    }
    Ok(out.write_all(b"\r\n")?)
}

fn quoted(field: &str) -> String {
    let is_formula = field.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let field = match is_formula {
        true => format!("'{field}"),
        false => field.to_owned(),
    };
    match field.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", field.replace('"', "\"\"")),
        false => field,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xml_holds_what_it_can() {
        assert_eq!(escaped("R&D <\"x\">"), "R&amp;D &lt;&quot;x&quot;&gt;");
        assert_eq!(escaped("a\u{0}b\u{1b}c\td\r\u{ffff}é🙂"), "abc\td&#13;é🙂");
    }

    #[test]
    fn csv_is_quoted_and_is_no_formula() {
        for (field, written) in [
            ("plain", "plain"),
            ("Orrin, Ltd", "\"Orrin, Ltd\""),
            ("a \"b\"", "\"a \"\"b\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("=1+1", "'=1+1"),
            ("@ana, x", "\"'@ana, x\""),
        ] {
            assert_eq!(quoted(field), written);
        }
    }
}
