//! Commands for promises: the draft about another day, in the mail program.

use kith_core::{CommitmentId, Result};
use tauri::{AppHandle, Runtime};

use super::people::open_link;
use crate::{clock, state};

pub fn commitment_mail<R: Runtime>(
    app: &AppHandle<R>,
    id: CommitmentId,
    when: String,
) -> Result<()> {
    let link = state::of(app).with(|book| book.commitment_mail(id, &when, &clock::now()))?;
    open_link(app, &link)
}
