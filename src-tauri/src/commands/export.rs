//! Commands that export cards, the book or a picture, and the one that reads a book from its export.

use std::io::Write;
use std::path::Path;

use kith_core::export::CardStyle;
use kith_core::people_list::PeopleFilter;
use kith_core::{Code, Error, PersonId, Result, export};
use tauri::{AppHandle, Runtime};

use super::map::of_network;
use super::plain_bytes::PlainBytes;
use crate::state::{self, Which};
use crate::wire::{BookState, Exported, PictureSaved, Slow};
use crate::{clock, dialogs, home, place, reopening, slow};

pub fn export_cards<R: Runtime>(
    app: &AppHandle<R>,
    people: Option<Vec<PersonId>>,
    style: CardStyle,
) -> Result<Option<Exported>> {
    let name = format!("{}.vcf", subject(app, people.as_deref())?);
    let Some(path) = dialogs::new_file(app, "Export cards", dialogs::CARDS, &name) else {
        return Ok(None);
    };
    let written = state::of(app).with(|book| {
        write_whole(&path, |out| {
            book.write_cards(people.as_deref(), style, out, &|| false)
        })
    })?;
    Ok(Some(Exported {
        people: written,
        file: place::name(&path),
    }))
}

/// The suggested name of a file with these people: the name of one person, or the date.
fn subject<R: Runtime>(app: &AppHandle<R>, people: Option<&[PersonId]>) -> Result<String> {
    let now = clock::now();
    let Some([one]) = people else {
        return Ok(format!("Kith contacts {}", now.today()));
    };
    let page = state::of(app).with(|book| book.person_page(*one, &now))?;
    let letters = page
        .name
        .display
        .chars()
        .filter(|letter| !letter.is_control());
    let name = letters.map(|letter| {
        if "/\\:*?\"<>|".contains(letter) {
            '-'
        } else {
            letter
        }
    });
    Ok(name
        .take(80)
        .collect::<String>()
        .trim_matches(['.', ' '])
        .to_owned())
}

pub fn export_book<R: Runtime>(app: &AppHandle<R>) -> Result<Option<Exported>> {
    let name = format!("Kith {}.json", clock::now().today());
    let Some(path) = dialogs::new_file(app, "Export the book", dialogs::BOOK, &name) else {
        return Ok(None);
    };
    state::of(app).with(|book| {
        write_whole(&path, |out| book.write_json(out))?;
        Ok(Some(Exported {
            people: book
                .people_outline(&PeopleFilter::default(), &clock::now())?
                .everyone,
            file: place::name(&path),
        }))
    })
}

pub fn export_graphml<R: Runtime>(
    app: &AppHandle<R>,
    with_attributes: bool,
) -> Result<Option<Exported>> {
    let name = format!("Kith network {}.graphml", clock::now().today());
    let Some(path) = dialogs::new_file(app, "Export the network", dialogs::GRAPHML, &name) else {
        return Ok(None);
    };
    let work = slow::begin(app, Slow::NetworkExport);
    let goes_on = |done, total| work.goes_on(done, total);
    let people = of_network(app, |book, network| {
        write_whole(&path, |out| {
            book.write_graphml(network, with_attributes, out, &goes_on)
        })
    })?;
    Ok(Some(Exported {
        people,
        file: place::name(&path),
    }))
}

pub fn export_network_csv<R: Runtime>(
    app: &AppHandle<R>,
    with_attributes: bool,
) -> Result<Option<Exported>> {
    let Some(folder) = dialogs::folder(app, "Export the network to a folder") else {
        return Ok(None);
    };
    let today = clock::now().today();
    let people = folder.join(format!("Kith people {today}.csv"));
    let ties = folder.join(format!("Kith ties {today}.csv"));
    // A folder was chosen and no file, so nothing that is there may be replaced.
    if people.exists() || ties.exists() {
        return Err(Error::new(
            Code::NotWritable,
            "Today’s files are in that folder already. They were left as they are.",
        ));
    }
    let work = slow::begin(app, Slow::NetworkExport);
    let goes_on = |done, total| work.goes_on(done, total);
    let written = of_network(app, |book, network| {
        write_whole(&people, |people| {
            write_whole(&ties, |ties| {
                book.write_network_csv(network, with_attributes, people, ties, &goes_on)
            })
        })
    })?;
    Ok(Some(Exported {
        people: written,
        file: place::name(&people),
    }))
}

pub fn read_book<R: Runtime>(app: &AppHandle<R>) -> Result<Option<BookState>> {
    let Some(json) = dialogs::file(app, "Read a book from its export", dialogs::BOOK) else {
        return Ok(None);
    };
    reopening::reopen(app, Which::Own, |folder| {
        export::replace_from_json(&home::book(folder), &json, &clock::now()).map(drop)
    })
    .map(Some)
}

pub fn picture_save_png<R: Runtime>(
    app: &AppHandle<R>,
    picture: PlainBytes,
) -> Result<Option<PictureSaved>> {
    picture_save(app, &picture, b"\x89PNG\r\n\x1a\n", dialogs::PNG)
}

pub fn picture_save_svg<R: Runtime>(
    app: &AppHandle<R>,
    picture: PlainBytes,
) -> Result<Option<PictureSaved>> {
    picture_save(app, &picture, b"<svg", dialogs::SVG)
}

/// Saves a picture. Bytes that do not begin with `head` (the signature of the format) are
/// refused before the dialog opens.
fn picture_save<R: Runtime>(
    app: &AppHandle<R>,
    PlainBytes(bytes): &PlainBytes,
    head: &[u8],
    kind: dialogs::Kind,
) -> Result<Option<PictureSaved>> {
    if !bytes.starts_with(head) {
        return Err(Error::new(
            Code::Invalid,
            "This is not a picture that Kith saves. Nothing was saved.",
        ));
    }
    let ending = kind.endings.first().copied().unwrap_or_default();
    let name = format!("Kith map {}.{ending}", clock::now().today());
    let Some(path) = dialogs::new_file(app, "Save the map", kind, &name) else {
        return Ok(None);
    };
    write_whole(&path, |out| Ok(out.write_all(bytes)?))?;
    Ok(Some(PictureSaved {
        file: place::name(&path),
    }))
}

/// Writes a file that only its owner can read. It is complete or not written at all.
fn write_whole<T>(path: &Path, write: impl FnOnce(&mut dyn Write) -> Result<T>) -> Result<T> {
    let folder = path.parent().unwrap_or(path);
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    let mut out = std::io::BufWriter::new(&mut file);
    let written = write(&mut out)?;
    out.flush()?;
    drop(out);
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(written)
}
