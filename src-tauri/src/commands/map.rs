//! The map, its list, and ways in. All read the book through one network (`maps`).

use kith_core::map::{
    MapDrawn, MapFilter, MapPanel, MapRows, MapSort, MapView, Network, OrganisationPanel, WaysIn,
};
use kith_core::{Book, Done, OrganisationId, PersonId, Result};
use tauri::ipc::Response;
use tauri::{AppHandle, Runtime};

use super::{aside, change, read};
use crate::clock::now;
use crate::{maps, state};

/// Begins a drawing; the one before it stops.
#[tauri::command]
pub async fn map_draw<R: Runtime>(app: AppHandle<R>, view: MapView) -> Result<MapDrawn> {
    aside(move || maps::draw(&app, view)).await
}

/// Waits for a picture of the drawing that is newer than `after`: see `Drawing::places`.
#[tauri::command]
pub async fn map_places<R: Runtime>(
    app: AppHandle<R>,
    drawing: u32,
    after: u32,
) -> Result<Response> {
    aside(move || {
        let drawing = state::of(&app).maps.drawing(drawing)?;
        drawing.places(after).map(Response::new)
    })
    .await
}

/// Numbers of the people whom the filter lets through.
#[tauri::command]
pub async fn map_matching<R: Runtime>(
    app: AppHandle<R>,
    drawing: u32,
    filter: MapFilter,
) -> Result<Vec<u32>> {
    aside(move || {
        let drawing = state::of(&app).maps.drawing(drawing)?;
        drawing.network.matching(&drawing.view, &filter)
    })
    .await
}

/// A window of the list.
#[tauri::command]
pub async fn map_rows<R: Runtime>(
    app: AppHandle<R>,
    drawing: u32,
    filter: MapFilter,
    sort: MapSort,
    offset: u32,
    limit: u32,
) -> Result<MapRows> {
    drawn(app, drawing, move |book, network, view| {
        book.map_rows(network, view, &filter, sort, offset, limit, &now())
    })
    .await
}

/// The side panel of a person.
#[tauri::command]
pub async fn map_panel<R: Runtime>(
    app: AppHandle<R>,
    drawing: u32,
    person: PersonId,
) -> Result<MapPanel> {
    drawn(app, drawing, move |book, network, view| {
        book.map_panel(network, view, person, &now())
    })
    .await
}

/// The side panel of an organisation.
#[tauri::command]
pub async fn map_organisation<R: Runtime>(
    app: AppHandle<R>,
    id: OrganisationId,
) -> Result<OrganisationPanel> {
    known(app, move |book, network| {
        book.map_organisation(network, id, &now())
    })
    .await
}

/// Puts somebody where they stay, in pixels at scale 1.
#[tauri::command]
pub async fn map_pin<R: Runtime>(
    app: AppHandle<R>,
    person: PersonId,
    x: f32,
    y: f32,
) -> Result<Done<()>> {
    change(app, move |book, now| book.map_pin(person, x, y, now)).await
}

/// Lets people find their own places again: these, or everybody.
#[tauri::command]
pub async fn map_unpin<R: Runtime>(
    app: AppHandle<R>,
    people: Option<Vec<PersonId>>,
) -> Result<Done<u32>> {
    change(app, move |book, now| book.map_unpin(people.as_deref(), now)).await
}

/// Forgets where everybody stood, but for the pins.
#[tauri::command]
pub async fn map_forget<R: Runtime>(app: AppHandle<R>) -> Result<()> {
    read(app, Book::map_forget).await
}

/// Ways in to somebody.
#[tauri::command]
pub async fn ways_in<R: Runtime>(app: AppHandle<R>, to: PersonId) -> Result<WaysIn> {
    known(app, move |book, network| book.ways_in(network, to, &now())).await
}

/// Asks of the book as a network.
async fn known<R: Runtime, T: Send + 'static>(
    app: AppHandle<R>,
    job: impl FnOnce(&Book, &Network) -> Result<T> + Send + 'static,
) -> Result<T> {
    aside(move || {
        let state = state::of(&app);
        state.with(|book| job(book, &*state.maps.network(book)?))
    })
    .await
}

/// Asks of what the drawing shows.
async fn drawn<R: Runtime, T: Send + 'static>(
    app: AppHandle<R>,
    drawing: u32,
    job: impl FnOnce(&Book, &Network, &MapView) -> Result<T> + Send + 'static,
) -> Result<T> {
    let view = state::of(&app).maps.drawing(drawing)?.view;
    known(app, move |book, network| job(book, network, &view)).await
}
