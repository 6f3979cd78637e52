//! When Kith may ring, what a notification says, and whether Kith stays in the background for it.

use crate::error::{Error, Result};
use crate::field_limits::check_length;
use crate::hours::{DaysOff, WorkingHours};
use crate::settings::setting;

setting! {
    /// When Kith may remind, by weekday.
    HoursOfWork: WorkingHours = WorkingHours::default(), "workingHours", Undoable, check_hours;
    /// Days on which it does not.
    DaysWithout: Vec<DaysOff> = Vec::new(), "daysOff", Undoable, check_days_off;
    /// Notifications are shown when a check-in is due.
    Remind: bool = true, "remind", Undoable;
    /// They do not say who.
    HideNames: bool = false, "hideNames", Undoable;
    /// Closing the window leaves Kith in the tray, where there is one.
    Background: bool = false, "background", Undoable;
}

/// More ranges than this are no holidays.
const MOST_DAYS_OFF: usize = 200;

fn check_hours(hours: &WorkingHours) -> Result<()> {
    match hours.problem() {
        Some(problem) => Err(Error::invalid("workingHours", problem)),
        None => Ok(()),
    }
}

fn check_days_off(all: &Vec<DaysOff>) -> Result<()> {
    if all.len() > MOST_DAYS_OFF {
        return Err(Error::invalid(
            "daysOff",
            "That is too much to keep: 200 entries at most.",
        ));
    }
    for off in all {
        if let Some(problem) = off.problem() {
            return Err(Error::invalid("daysOff", problem));
        }
        check_length("daysOff", &off.label)?;
    }
    Ok(())
}
