//! `cargo xtask vcards [--write DIR] FILE…`: prints what Kith reads from vCard files, one line of JSON per
//! file.

use std::collections::BTreeMap;
use std::error::Error;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use kith_core::vcard::contents::{DateKind, Name};
use kith_core::vcard::{
    Card, CardKind, CardOrUnreadable, Contents, Limits, Text, Unreadable, cards, rewrite,
};
use serde_json::{Value, json};

/// Whether the command succeeded.
pub type Outcome = Result<(), Box<dyn Error>>;

/// Reads each file. With `--write DIR` also writes to that folder what export would write.
pub fn run(words: &[OsString]) -> Outcome {
    let (mut write, mut files, mut words) = (None, Vec::new(), words.iter());
    while let Some(word) = words.next() {
        if word == "--write" {
            write = Some(PathBuf::from(words.next().ok_or("--write wants a folder")?));
        } else {
            files.push(PathBuf::from(word));
        }
    }
    if files.is_empty() {
        return Err("usage: cargo xtask vcards [--write DIR] FILE…".into());
    }
    let mut out = BufWriter::new(std::io::stdout().lock());
    for file in &files {
        one_file(file, write.as_deref(), &mut out)?;
    }
    out.flush()?;
    Ok(())
}

/// Prints the line of one file. It is written card by card, because a file may hold 200,000 cards. "ms"
/// is the time of reading only, from bytes to contents.
fn one_file(file: &Path, write: Option<&Path>, out: &mut impl Write) -> Outcome {
    let name = json!(file.display().to_string());
    let bytes = match fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            writeln!(
                out,
                "{}",
                json!({ "file": name, "cards": [], "unreadable": [], "error": error.to_string() })
            )?;
            return Ok(());
        }
    };
    let copy = write
        .zip(file.file_name())
        .map(|(folder, base)| File::create(folder.join(base)))
        .transpose()?;
    let mut copy = copy.map(BufWriter::new);
    let mut clock = Instant::now();
    let text = Text::decode(&bytes);
    let mut reading = clock.elapsed();
    let mut unreadable: Vec<Value> = Vec::new();
    let mut comma = "";
    write!(out, "{{\"file\":{name},\"cards\":[")?;
    let mut walk = cards(&text, &Limits::default());
    loop {
        clock = Instant::now();
        let Some(found) = walk.next() else { break };
        match found {
            CardOrUnreadable::Card(card) => {
                let contents = card.contents();
                reading += clock.elapsed();
                write!(out, "{comma}{}", describe(&card, &contents))?;
                comma = ",";
                if let Some(copy) = &mut copy {
                    copy.write_all(&rewrite(card.raw, &BTreeMap::new(), &[]))?;
                }
            }
            CardOrUnreadable::Unreadable(Unreadable { line, reason, .. }) => {
                reading += clock.elapsed();
                unreadable.push(json!({ "line": line, "reason": reason.to_string() }));
            }
        }
    }
    let ms = reading.as_secs_f64() * 1000.0;
    writeln!(
        out,
        "],\"unreadable\":{},\"ms\":{ms:.3}}}",
        Value::from(unreadable)
    )?;
    copy.map(|mut copy| copy.flush()).transpose()?;
    Ok(())
}

fn describe(card: &Card<'_>, contents: &Contents) -> Value {
    let values = |fields: &[kith_core::vcard::contents::Field<String>]| -> Vec<String> {
        fields.iter().map(|f| f.value.clone()).collect()
    };
    let birthdays = contents
        .dates
        .iter()
        .filter(|d| d.value.kind == DateKind::Birthday);
    let kind = match card.kind {
        CardKind::Individual => "individual",
        CardKind::Group => "group",
        CardKind::Organisation => "org",
        CardKind::Location => "location",
        CardKind::Other => "other",
    };
    json!({
        "kind": kind,
        "fn": contents.formatted_name.iter().map(|f| &f.value).collect::<Vec<_>>(),
        "n": contents.name.iter().map(|f| in_bars(&f.value)).collect::<Vec<_>>(),
        "email": values(&contents.emails),
        "tel": values(&contents.phones),
        "org": contents.organisations.iter().map(|f| f.value.join(";")).collect::<Vec<_>>(),
        "bday": birthdays.map(|d| &d.value.raw).collect::<Vec<_>>(),
        "properties": card.properties.iter().filter(|p| !p.is("VERSION")).count(),
    })
}

/// A name as `Family|Given`, without empty parts at the end.
fn in_bars(name: &Name) -> String {
    let parts = [
        &name.family,
        &name.given,
        &name.additional,
        &name.prefix,
        &name.suffix,
    ];
    parts
        .map(String::as_str)
        .join("|")
        .trim_end_matches('|')
        .to_owned()
}
