//! Commands for what of the balance is computed from the network that `maps` keeps.

use kith_core::balance::{BalanceFigure, BalanceLeads, BalanceStructure, structure_of};
use kith_core::{Code, Error, Result};
use tauri::{AppHandle, Runtime};

use super::map::of_network;
use crate::clock::now;
use crate::wire::Slow;
use crate::{maps, slow, state};

pub fn balance_structure<R: Runtime>(app: &AppHandle<R>) -> Result<BalanceStructure> {
    let state = state::of(app);
    let (opening, network) =
        state.with_number(|book, number| Ok((number, maps::of(app).network(book)?)))?;
    // The book is not held meanwhile: this may take a second.
    let work = slow::begin(app, Slow::Structure);
    let structure = structure_of(&network, &|done, total| work.goes_on(done, total))?;
    // Another book may have been opened meanwhile: its people have the same ids as others of this one.
    state.with_number(|book, number| match number == opening {
        true => book.balance_structure(&structure, &now()),
        false => Err(Error::new(Code::Stopped, "Another book was opened.")),
    })
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
