//! What leaves the book, and a whole book that comes back.

use std::io::Write;
use std::path::Path;

use kith_core::export::CardStyle;
use kith_core::people_list::PeopleFilter;
use kith_core::{Changes, Code, Done, Error, PersonId, Result, export};
use tauri::ipc::{InvokeBody, Request};
use tauri::{AppHandle, Runtime};

use super::{aside, read};
use crate::state::{self, Which};
use crate::wire::{Exported, PictureSaved};
use crate::{clock, dialogs, home, place};

/// Writes people as vCards, where the person says; nothing where they do not.
#[tauri::command]
pub async fn export_cards<R: Runtime>(
    app: AppHandle<R>,
    people: Option<Vec<PersonId>>,
    style: CardStyle,
) -> Result<Option<Exported>> {
    aside(move || {
        let name = format!("{}.vcf", subject(&app, people.as_deref())?);
        let chosen = dialogs::new_file(&app, "Export cards", dialogs::CARDS, &name);
        let Some(path) = chosen else { return Ok(None) };
        let written = state::of(&app).with(|book| {
            write_whole(&path, |out| {
                book.write_cards(people.as_deref(), style, out, &|| false)
            })
        })?;
        Ok(Some(Exported {
            people: written,
            file: place::name(&path),
        }))
    })
    .await
}

/// What a file of these people is called: one person's name, or the day.
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

/// Writes the whole book as JSON, where the person says; nothing where they do not.
#[tauri::command]
pub async fn export_book<R: Runtime>(app: AppHandle<R>) -> Result<Option<Exported>> {
    let dialog = app.clone();
    let name = format!("Kith {}.json", clock::now().today());
    let chosen = aside(move || {
        Ok(dialogs::new_file(
            &dialog,
            "Export the book",
            dialogs::BOOK,
            &name,
        ))
    });
    let Some(path) = chosen.await? else {
        return Ok(None);
    };
    read(app, move |book| {
        write_whole(&path, |out| book.write_json(out))?;
        Ok(Some(Exported {
            people: book
                .people_outline(&PeopleFilter::default(), &crate::clock::now())?
                .everyone,
            file: place::name(&path),
        }))
    })
    .await
}

/// Puts a book read from JSON in the place of this one, which becomes a backup first.
#[tauri::command]
pub async fn read_book<R: Runtime>(app: AppHandle<R>) -> Result<Option<Done<()>>> {
    aside(move || {
        let Some(json) = dialogs::file(&app, "Read a book from its export", dialogs::BOOK) else {
            return Ok(None);
        };
        state::reopen(&app, Which::Own, |folder| {
            export::replace_from_json(&home::book(folder), &json, &clock::now()).map(drop)
        })?;
        Ok(Some(Done {
            value: (),
            changes: Changes::whole_book(),
            operation: None,
        }))
    })
    .await
}

/// Larger than any picture that the map draws, in bytes.
const LARGEST_PICTURE: usize = 64 << 20;

/// Saves the map's picture as PNG, where the person says; nothing where they do not.
#[tauri::command]
pub async fn picture_save_png<R: Runtime>(
    app: AppHandle<R>,
    request: Request<'_>,
) -> Result<Option<PictureSaved>> {
    picture_save(app, picture(&request, b"\x89PNG\r\n\x1a\n")?, dialogs::PNG).await
}

/// Saves the map's picture as SVG, where the person says; nothing where they do not.
#[tauri::command]
pub async fn picture_save_svg<R: Runtime>(
    app: AppHandle<R>,
    request: Request<'_>,
) -> Result<Option<PictureSaved>> {
    picture_save(app, picture(&request, b"<svg")?, dialogs::SVG).await
}

/// The picture that the page sent as plain bytes. What does not begin as one is refused.
fn picture(request: &Request<'_>, head: &[u8]) -> Result<Vec<u8>> {
    match request.body() {
        InvokeBody::Raw(bytes) if bytes.len() > LARGEST_PICTURE => Err(Error::new(
            Code::FileTooLarge,
            "This picture is larger than 64 MB. Nothing was saved.",
        )),
        InvokeBody::Raw(bytes) if bytes.starts_with(head) => Ok(bytes.clone()),
        _ => Err(Error::new(
            Code::Invalid,
            "This is not a picture that Kith saves. Nothing was saved.",
        )),
    }
}

async fn picture_save<R: Runtime>(
    app: AppHandle<R>,
    bytes: Vec<u8>,
    kind: dialogs::Kind,
) -> Result<Option<PictureSaved>> {
    aside(move || {
        let ending = kind.endings.first().copied().unwrap_or_default();
        let name = format!("Kith map {}.{ending}", clock::now().today());
        let chosen = dialogs::new_file(&app, "Save the map", kind, &name);
        let Some(path) = chosen else { return Ok(None) };
        write_whole(&path, |out| Ok(out.write_all(&bytes)?))?;
        Ok(Some(PictureSaved {
            file: place::name(&path),
        }))
    })
    .await
}

/// Writes a file that is there whole or not at all, and only for its owner to read.
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
