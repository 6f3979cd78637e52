//! The rhythm in which one talks with somebody.

use chrono::NaiveDate;

use crate::cadence::CADENCE;

/// So many gaps between talks are needed …
const LEAST_GAPS: usize = 4;
/// … and so many of the last ones count.
const MOST_GAPS: usize = 5;

/// The median of the last gaps between talks, and these gaps, oldest first. `days` are the days of talks, in any
/// order; several on one day count once. `None` where there are too few gaps, or the median differs from the cadence
/// by less than a quarter of it.
pub(crate) fn learned_rhythm(days: &[NaiveDate], cadence: u32) -> Option<(u32, Vec<u32>)> {
    let mut days = days.to_vec();
    days.sort_unstable();
    days.dedup();
    let gaps = days.windows(2).filter_map(|two| match two {
        [one, next] => u32::try_from((*next - *one).num_days()).ok(),
        _ => None,
    });
    let gaps: Vec<u32> = gaps.collect();
    if gaps.len() < LEAST_GAPS {
        return None;
    }
    let last = gaps.get(gaps.len().saturating_sub(MOST_GAPS)..)?.to_vec();
    let median = median(&last)?.clamp(*CADENCE.start(), *CADENCE.end());
    let differs = u64::from(median.abs_diff(cadence)) * 4 >= u64::from(cadence);
    differs.then_some((median, last))
}

/// The middle one; between two the half, rounded up.
fn median(values: &[u32]) -> Option<u32> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let upper = *sorted.get(sorted.len() / 2)?;
    match sorted.len() % 2 {
        1 => Some(upper),
        _ => {
            let lower = *sorted.get((sorted.len() / 2).checked_sub(1)?)?;
            Some((lower + upper).div_ceil(2))
        }
    }
}
