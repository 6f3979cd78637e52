//! Commands for photos, and for opening contact points.

use kith_core::{Code, ContactPointId, Error, Result};
use tauri::{AppHandle, Runtime};
use tauri_plugin_opener::OpenerExt;

use super::plain_bytes::Bytes;
use crate::state;

pub fn photo<R: Runtime>(app: &AppHandle<R>, hash: String) -> Result<Bytes> {
    state::of(app).with(|book| book.photo(&hash).map(Bytes))
}

pub fn contact_open<R: Runtime>(app: &AppHandle<R>, id: ContactPointId) -> Result<()> {
    let link = state::of(app).with(|book| book.contact_link(id))?;
    open_link(app, &link)
}

/// Links of other schemes are not opened, whatever a card contains.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Opens an address with the system's program for it.
pub(super) fn open_link<R: Runtime>(app: &AppHandle<R>, link: &str) -> Result<()> {
    let no_app = || {
        Error::new(
            Code::NoAppForLink,
            "No program on this computer opens this.",
        )
    };
    let url: tauri::Url = link.parse().map_err(|_| no_app())?;
    if !SCHEMES.contains(&url.scheme()) {
        return Err(no_app());
    }
    app.opener()
        .open_url(url.as_str(), None::<&str>)
        .map_err(|_| no_app())
}
