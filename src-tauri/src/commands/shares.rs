//! Commands for things kept to share: opening their links.

use kith_core::{Result, ShareId};
use tauri::{AppHandle, Runtime};

use super::people::open_link;
use crate::state;

pub fn share_open<R: Runtime>(app: &AppHandle<R>, id: ShareId) -> Result<()> {
    let link = state::of(app).with(|book| book.share_link(id))?;
    open_link(app, &link)
}
