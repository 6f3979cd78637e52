//! Commands for drafts: a text in the mail program, to one or to both of an introduction.

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

pub fn introduction_mail<R: Runtime>(
    app: &AppHandle<R>,
    people: Vec<PersonId>,
    subject: String,
    text: String,
) -> Result<bool> {
    let mail = state::of(app).with(|book| book.draft_mail_to(&people, &subject, &text))?;
    open_link(app, &mail.link)?;
    Ok(mail.cut)
}
