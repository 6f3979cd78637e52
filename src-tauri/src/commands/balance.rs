//! The command for the network's structure, computed from the network that `maps` keeps.

use kith_core::Result;
use kith_core::balance::{BalanceStructure, structure_of};
use tauri::{AppHandle, Runtime};

use crate::clock::now;
use crate::{maps, state};

pub fn balance_structure<R: Runtime>(app: &AppHandle<R>) -> Result<BalanceStructure> {
    let network = state::of(app).with(|book| maps::of(app).network(book))?;
    // The book is not held meanwhile: this may take a second.
    let structure = structure_of(&network);
    state::of(app).with(|book| book.balance_structure(&structure, &now()))
}
