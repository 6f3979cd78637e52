//! Commands for the map, its list, and ways in. All use the one network that `maps` keeps.

use kith_core::knowing::{WhoAsked, WhoKnows};
use kith_core::map::{
    MapDrawn, MapFilter, MapPanel, MapRows, MapSort, MapView, Network, OrganisationPanel, WaysIn,
};
use kith_core::{Book, OrganisationId, PersonId, Result};
use tauri::{AppHandle, Runtime};

use super::plain_bytes::Bytes;
use crate::clock::now;
use crate::{maps, state};

pub fn map_draw<R: Runtime>(app: &AppHandle<R>, view: MapView) -> Result<MapDrawn> {
    maps::draw(app, view)
}

/// `Drawing::places` says which floats the answer has.
pub fn map_places<R: Runtime>(app: &AppHandle<R>, drawing: u32, after: u32) -> Result<Bytes> {
    let drawing = maps::of(app).drawing(drawing)?;
    drawing.places(after).map(Bytes)
}

pub fn map_matching<R: Runtime>(
    app: &AppHandle<R>,
    drawing: u32,
    filter: MapFilter,
) -> Result<Vec<u32>> {
    let drawing = maps::of(app).drawing(drawing)?;
    drawing.network.matching(&drawing.view, &filter)
}

pub fn map_rows<R: Runtime>(
    app: &AppHandle<R>,
    drawing: u32,
    filter: MapFilter,
    sort: MapSort,
    offset: u32,
    limit: u32,
) -> Result<MapRows> {
    of_drawing(app, drawing, |book, network, view| {
        book.map_rows(network, view, &filter, sort, offset, limit, &now())
    })
}

pub fn map_panel<R: Runtime>(
    app: &AppHandle<R>,
    drawing: u32,
    person: PersonId,
) -> Result<MapPanel> {
    of_drawing(app, drawing, |book, network, view| {
        book.map_panel(network, view, person, &now())
    })
}

pub fn map_organisation<R: Runtime>(
    app: &AppHandle<R>,
    id: OrganisationId,
) -> Result<OrganisationPanel> {
    of_network(app, |book, network| {
        book.map_organisation(network, id, &now())
    })
}

pub fn who_knows<R: Runtime>(
    app: &AppHandle<R>,
    asked: WhoAsked,
    topic: String,
) -> Result<WhoKnows> {
    of_network(app, |book, network| {
        book.who_knows(network, asked, &topic, &now())
    })
}

pub fn ways_in<R: Runtime>(app: &AppHandle<R>, to: PersonId) -> Result<WaysIn> {
    of_network(app, |book, network| book.ways_in(network, to, &now()))
}

/// Calls `job` with the open book and its network.
pub(super) fn of_network<R: Runtime, T>(
    app: &AppHandle<R>,
    job: impl FnOnce(&Book, &Network) -> Result<T>,
) -> Result<T> {
    state::of(app).with(|book| job(book, &*maps::of(app).network(book)?))
}

/// Like `of_network`, with the view of a drawing.
fn of_drawing<R: Runtime, T>(
    app: &AppHandle<R>,
    drawing: u32,
    job: impl FnOnce(&Book, &Network, &MapView) -> Result<T>,
) -> Result<T> {
    let view = maps::of(app).drawing(drawing)?.view;
    of_network(app, |book, network| job(book, network, &view))
}
