//! Commands for what of the balance is computed from the network that `maps` keeps.

use kith_core::Result;
use kith_core::balance::{BalanceFigure, BalanceLeads, BalanceStructure, structure_of};
use tauri::{AppHandle, Runtime};

use super::map::of_network;
use crate::clock::now;
use crate::wire::Slow;
use crate::{maps, slow, state};

pub fn balance_structure<R: Runtime>(app: &AppHandle<R>) -> Result<BalanceStructure> {
    let network = state::of(app).with(|book| maps::of(app).network(book))?;
    // The book is not held meanwhile: this may take a second.
    let work = slow::begin(app, Slow::Structure);
    let structure = structure_of(&network, &|done, total| work.goes_on(done, total))?;
    state::of(app).with(|book| book.balance_structure(&structure, &now()))
}

pub fn balance_leads<R: Runtime>(
    app: &AppHandle<R>,
    figure: BalanceFigure,
    label: String,
) -> Result<BalanceLeads> {
    of_network(app, |book, network| {
        book.balance_leads(network, figure, &label, &now())
    })
}

pub fn slow_stop<R: Runtime>(app: &AppHandle<R>, what: Slow) -> Result<()> {
    slow::stop(app, what);
    Ok(())
}
