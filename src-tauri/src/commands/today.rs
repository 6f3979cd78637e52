//! Today, and the calendar around it.

use kith_core::Result;
use kith_core::today::{Day, Today};
use tauri::{AppHandle, Runtime};

use super::read;
use crate::clock::now;

/// What is due and what comes.
#[tauri::command]
pub async fn today<R: Runtime>(app: AppHandle<R>, limit: u32) -> Result<Today> {
    read(app, move |book| book.today(limit, &now())).await
}

/// How many check-ins are due.
#[tauri::command]
pub async fn today_count<R: Runtime>(app: AppHandle<R>) -> Result<u32> {
    read(app, |book| book.today_count(&now())).await
}

/// The days of a calendar.
#[tauri::command]
pub async fn days<R: Runtime>(app: AppHandle<R>, from: String, to: String) -> Result<Vec<Day>> {
    read(app, move |book| book.days(&from, &to, &now())).await
}
