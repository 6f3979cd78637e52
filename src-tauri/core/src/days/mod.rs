//! Days, instants and times of day as the book keeps them: typed values with one text form each. Pure.

mod clock_time;
mod date_order;
mod day;
mod hour_clock;
mod partial_date;
mod roughly;
mod stamp;
mod text;
mod when;

pub use clock_time::ClockTime;
pub use date_order::DateOrder;
pub use day::Day;
pub use hour_clock::HourClock;
pub use partial_date::PartialDate;
pub(crate) use partial_date::since_and_until;
pub use roughly::{DayPart, Roughly, Season, Span, Third};
pub use stamp::Stamp;
pub use text::NotAsKept;
pub(crate) use when::When;
