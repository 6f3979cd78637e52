//! What leaves the book, and a whole book that comes back.

use std::io::Write;
use std::path::Path;

use kith_core::people::PeopleFilter;
use kith_core::{Changes, Done, Result, export};
use tauri::{AppHandle, Runtime};

use super::{aside, read};
use crate::state::{self, Which};
use crate::wire::Exported;
use crate::{clock, dialogs, opening, place};

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
            people: book.people_outline(&PeopleFilter::default())?.everyone,
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
            export::replace_from_json(&opening::own(folder), &json, &clock::now()).map(drop)
        })?;
        Ok(Some(Done {
            value: (),
            changes: Changes::whole_book(),
            operation: None,
        }))
    })
    .await
}

/// Writes a file that is there whole or not at all, and only for its owner to read.
fn write_whole(path: &Path, write: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let folder = path.parent().unwrap_or(path);
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    let mut out = std::io::BufWriter::new(&mut file);
    write(&mut out)?;
    out.flush()?;
    drop(out);
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}
