//! Commands for drafts: a text in the mail program.

use kith_core::{PersonId, Result};
use tauri::{AppHandle, Runtime};

use super::people::open_link;
use crate::state;

pub fn draft_mail<R: Runtime>(
    app: &AppHandle<R>,
    person: PersonId,
    subject: String,
    text: String,
) -> Result<bool> {
    let mail = state::of(app).with(|book| book.draft_mail(person, &subject, &text))?;
    open_link(app, &mail.link)?;
    Ok(mail.cut)
}
