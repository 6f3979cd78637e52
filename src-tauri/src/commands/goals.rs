//! Commands for needs that read the network which `maps` keeps.

use kith_core::needing::{CouldHelpWith, Goal, Goals};
use kith_core::{GoalId, GoalPartId, Result};
use tauri::{AppHandle, Runtime};

use super::map::of_network;
use crate::clock::now;

pub fn goals<R: Runtime>(app: &AppHandle<R>) -> Result<Goals> {
    of_network(app, |book, network| book.goals(network, &now()))
}

pub fn goal<R: Runtime>(app: &AppHandle<R>, id: GoalId) -> Result<Goal> {
    of_network(app, |book, network| book.goal(network, id, &now()))
}

pub fn goal_part_could_help<R: Runtime>(
    app: &AppHandle<R>,
    part: GoalPartId,
) -> Result<CouldHelpWith> {
    of_network(app, |book, network| {
        book.goal_part_could_help(network, part, &now())
    })
}

pub fn who_could_help<R: Runtime>(app: &AppHandle<R>, what: String) -> Result<CouldHelpWith> {
    of_network(app, |book, network| {
        book.who_could_help(network, &what, &now())
    })
}
