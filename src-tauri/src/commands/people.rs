//! People: the list, find, the page, and every edit.

use kith_core::details::{NewPerson, OrganisationFound, PersonEdit, TagCount};
use kith_core::pages::PersonPage;
use kith_core::people_list::{Found, PeopleFilter, PeopleOutline, PersonRow};
use kith_core::relationships::Kind;
use kith_core::{
    Code, ContactPointId, Done, Error, OrganisationId, PersonId, Result, SourceCardId,
};
use tauri::ipc::Response;
use tauri::{AppHandle, Runtime};
use tauri_plugin_opener::OpenerExt;

use super::{aside, change, read};
use crate::clock::now;

/// The shape of the list.
#[tauri::command]
pub async fn people_outline<R: Runtime>(
    app: AppHandle<R>,
    filter: PeopleFilter,
) -> Result<PeopleOutline> {
    read(app, move |book| book.people_outline(&filter, &now())).await
}

/// Some rows of the list.
#[tauri::command]
pub async fn people_window<R: Runtime>(
    app: AppHandle<R>,
    filter: PeopleFilter,
    offset: u32,
    limit: u32,
) -> Result<Vec<PersonRow>> {
    read(app, move |book| {
        book.people_window(&filter, offset, limit, &now())
    })
    .await
}

/// Who matches what was typed.
#[tauri::command]
pub async fn people_find<R: Runtime>(
    app: AppHandle<R>,
    text: String,
    filter: PeopleFilter,
    limit: u32,
) -> Result<Found> {
    read(app, move |book| {
        book.people_find(&text, &filter, limit, &now())
    })
    .await
}

/// Where a person stands in the list.
#[tauri::command]
pub async fn person_position<R: Runtime>(
    app: AppHandle<R>,
    id: PersonId,
    filter: PeopleFilter,
) -> Result<Option<u32>> {
    read(app, move |book| book.person_position(id, &filter, &now())).await
}

/// The kinds of relationship.
#[tauri::command]
pub async fn kinds_list<R: Runtime>(app: AppHandle<R>) -> Result<Vec<Kind>> {
    read(app, |book| book.kinds_list()).await
}

/// The tags in use.
#[tauri::command]
pub async fn tags_list<R: Runtime>(app: AppHandle<R>) -> Result<Vec<TagCount>> {
    read(app, |book| book.tags_list()).await
}

/// Organisations that begin like this.
#[tauri::command]
pub async fn organisations_complete<R: Runtime>(
    app: AppHandle<R>,
    text: String,
) -> Result<Vec<String>> {
    read(app, move |book| book.organisations_complete(&text)).await
}

/// Organisations found by their name.
#[tauri::command]
pub async fn organisations_find<R: Runtime>(
    app: AppHandle<R>,
    text: String,
    limit: u32,
) -> Result<Vec<OrganisationFound>> {
    read(app, move |book| book.organisations_find(&text, limit)).await
}

/// An organisation by its id.
#[tauri::command]
pub async fn organisation<R: Runtime>(
    app: AppHandle<R>,
    id: OrganisationId,
) -> Result<OrganisationFound> {
    read(app, move |book| book.organisation(id)).await
}

/// A photo's bytes.
#[tauri::command]
pub async fn photo<R: Runtime>(app: AppHandle<R>, hash: String) -> Result<Response> {
    read(app, move |book| book.photo(&hash).map(Response::new)).await
}

/// All that is known of a person.
#[tauri::command]
pub async fn person_page<R: Runtime>(app: AppHandle<R>, id: PersonId) -> Result<PersonPage> {
    read(app, move |book| book.person_page(id, &now())).await
}

/// Adds a person by hand.
#[tauri::command]
pub async fn person_add<R: Runtime>(
    app: AppHandle<R>,
    person: NewPerson,
) -> Result<Done<PersonId>> {
    change(app, move |book, now| book.person_add(&person, now)).await
}

/// Edits one person; answers the id of a new row.
#[tauri::command]
pub async fn person_edit<R: Runtime>(
    app: AppHandle<R>,
    id: PersonId,
    edit: PersonEdit,
) -> Result<Done<Option<i64>>> {
    change(app, move |book, now| book.person_edit(id, &edit, now)).await
}

/// Edits several people at once.
#[tauri::command]
pub async fn people_edit<R: Runtime>(
    app: AppHandle<R>,
    ids: Vec<PersonId>,
    edit: PersonEdit,
) -> Result<Done<()>> {
    change(app, move |book, now| book.people_edit(&ids, &edit, now)).await
}

/// Opens a contact point with the system's program for it.
#[tauri::command]
pub async fn contact_open<R: Runtime>(app: AppHandle<R>, id: ContactPointId) -> Result<()> {
    aside(move || {
        let link = crate::state::of(&app).with(|book| book.contact_link(id))?;
        open_link(&app, &link)
    })
    .await
}

/// A source card as it came.
#[tauri::command]
pub async fn card_text<R: Runtime>(app: AppHandle<R>, card: SourceCardId) -> Result<String> {
    read(app, move |book| book.card_text(card)).await
}

/// Only these are ever opened, whatever a card holds.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

fn open_link<R: Runtime>(app: &AppHandle<R>, link: &str) -> Result<()> {
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
