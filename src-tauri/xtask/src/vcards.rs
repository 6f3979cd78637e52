//! `cargo xtask vcards [--write DIR] [--write-4 DIR] FILE…`: prints what Kith reads from vCard files, one
//! line of JSON per file. Of a folder it reads every .vcf file, also in folders inside. The flags write to a
//! folder what a book would export after it imported the file: as it came, or in version 4.0.

use std::error::Error;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use kith_core::export::CardStyle;
use kith_core::import::{Plan, Source, Unwatched};
use kith_core::vcard::contents::{DateKind, Name};
use kith_core::vcard::{
    Card, CardKind, CardOrUnreadable, Contents, Limits, Text, Unreadable, cards,
};
use kith_core::{Book, Moment};
use serde_json::{Value, json};

/// Whether the command succeeded.
pub type Outcome = Result<(), Box<dyn Error>>;

/// Where to write what a book exports.
#[derive(Default)]
struct Folders {
    as_it_came: Option<PathBuf>,
    version_4: Option<PathBuf>,
}

/// A file to read, and where in the flag's folder it is written.
struct Input {
    file: PathBuf,
    written_as: PathBuf,
}

/// Reads each file. With a flag it also goes through a book of its own, and is written to the flag's folder.
pub fn run(words: &[OsString]) -> Outcome {
    let (mut folders, mut files, mut words) = (Folders::default(), Vec::new(), words.iter());
    while let Some(word) = words.next() {
        let folder = match word.to_str() {
            Some("--write") => &mut folders.as_it_came,
            Some("--write-4") => &mut folders.version_4,
            _ => {
                files.extend(inputs(Path::new(word))?);
                continue;
            }
        };
        *folder = Some(PathBuf::from(
            words.next().ok_or("the flag wants a folder")?,
        ));
    }
    for folder in [&folders.as_it_came, &folders.version_4]
        .into_iter()
        .flatten()
    {
        fs::create_dir_all(folder).map_err(|error| said(folder, &error))?;
    }
    if files.is_empty() {
        return Err("usage: cargo xtask vcards [--write DIR] [--write-4 DIR] FILE…".into());
    }
    let mut out = BufWriter::new(std::io::stdout().lock());
    for input in &files {
        one_file(&input.file, &mut out)?;
        if let Err(error) = through_a_book(input, &folders) {
            eprintln!("{}: {error}", input.file.display());
        }
    }
    out.flush()?;
    Ok(())
}

/// The file, or the .vcf files of the folder.
fn inputs(path: &Path) -> Result<Vec<Input>, Box<dyn Error>> {
    if !path.is_dir() {
        let name = path.file_name().unwrap_or_default();
        return Ok(vec![Input {
            file: path.into(),
            written_as: name.into(),
        }]);
    }
    let mut found = Vec::new();
    let mut folders = vec![path.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(|error| said(&folder, &error))? {
            let file = entry?.path();
            let is_card = file
                .extension()
                .is_some_and(|end| end.eq_ignore_ascii_case("vcf"));
            if file.is_dir() {
                folders.push(file);
            } else if is_card {
                let written_as = file.strip_prefix(path)?.into();
                found.push(Input { file, written_as });
            }
        }
    }
    if found.is_empty() {
        return Err(format!("{}: there is no .vcf file in this folder", path.display()).into());
    }
    found.sort_by(|one, other| one.file.cmp(&other.file));
    Ok(found)
}

fn said(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}

/// Imports the file into a new book with the default choices, and exports everything.
fn through_a_book(input: &Input, folders: &Folders) -> Outcome {
    let wanted = [
        (&folders.as_it_came, CardStyle::AsItCame),
        (&folders.version_4, CardStyle::Version4),
    ];
    if wanted.iter().all(|(folder, _)| folder.is_none()) {
        return Ok(());
    }
    let place = tempfile::tempdir()?;
    let now = Moment {
        utc: "2026-03-10T09:00:00Z".parse()?,
        zone: "Europe/Oslo".parse()?,
    };
    let book = Book::open(&place.path().join("book.kith"), &now)?;
    Plan::make(
        &book,
        "vcards",
        &[Source::Path(input.file.clone())],
        &Unwatched,
    )?
    .apply(&book, &Unwatched, &now)?;
    for (folder, style) in wanted {
        let Some(folder) = folder else {
            continue;
        };
        let to = folder.join(&input.written_as);
        fs::create_dir_all(to.parent().unwrap_or(folder))?;
        let mut copy = BufWriter::new(File::create(to)?);
        book.write_cards(None, style, &mut copy, &|| false)?;
        copy.flush()?;
    }
    Ok(())
}

/// Prints the line of one file. It is written card by card, because a file may hold 200,000 cards. "ms"
/// is the time of reading only, from bytes to contents.
fn one_file(file: &Path, out: &mut impl Write) -> Outcome {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_stands_for_its_card_files() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("phones")).unwrap();
        for name in ["b.vcf", "phones/a.VCF", "notes.txt"] {
            fs::write(at(name), "").unwrap();
        }
        let found = inputs(folder.path()).unwrap();
        let names: Vec<_> = found.iter().map(|input| input.written_as.clone()).collect();
        assert_eq!(names, [PathBuf::from("b.vcf"), "phones/a.VCF".into()]);
        assert_eq!(inputs(&at("b.vcf")).unwrap()[0].file, at("b.vcf"));
        let empty = tempfile::tempdir().unwrap();
        assert!(
            inputs(empty.path())
                .err()
                .unwrap()
                .to_string()
                .contains("no .vcf file")
        );
    }
}
