//! Watches the pixels of a screen, to tell when a window was drawn as it stays.

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::desk::Desk;
use crate::wait::until;

/// Every so many pixels one is looked at: a sample of 1,600 × 1,000 pixels takes less than a millisecond.
const STEP: usize = 8;
/// How often the screen is looked at.
const EVERY: Duration = Duration::from_millis(4);
/// A screen that has not changed for so long stays as it is.
const STILL: Duration = Duration::from_millis(1_500);
/// The part of the samples that may still differ: a caret that blinks, a clock.
const MAY_DIFFER: f64 = 0.002;
const BYTES: usize = 4;

/// The screen of a watched desk.
pub struct Screen {
    file: PathBuf,
    before: Vec<u32>,
}

/// What was seen on a screen.
#[derive(Clone, Copy, Debug)]
pub struct Drawn {
    /// When the first pixel changed.
    pub first: Duration,
    /// When the screen looked for the first time as it stayed.
    pub whole: Duration,
    /// The number of different pictures until then.
    pub pictures: usize,
    /// The largest part of the screen that was light in any of them, from 0 to 1.
    pub light: f64,
}

impl Screen {
    /// The screen of `desk`, which must be a watched one, as it is now.
    pub fn of(desk: &Desk) -> Self {
        let file = desk.pixels();
        let before = sample(&file);
        assert!(!before.is_empty(), "the desk's screen is not a watched one");
        Self { file, before }
    }

    /// Waits until the screen looks again as it did at first.
    pub fn wait_blank(&self, limit: Duration) {
        until("the screen is empty", limit, || {
            (sample(&self.file) == self.before).then_some(())
        });
    }

    /// Watches until something was drawn and stays. Times are counted from `begun`. `None` if nothing was drawn, or
    /// nothing stayed, within `limit`.
    pub fn wait(&self, begun: Instant, limit: Duration) -> Option<Drawn> {
        let mut seen: Vec<(Duration, Vec<u32>)> = Vec::new();
        loop {
            let at = begun.elapsed();
            let now = sample(&self.file);
            let last = seen.last().map_or(&self.before, |(_, picture)| picture);
            if now != *last {
                seen.push((at, now));
            } else if let Some((changed, _)) = seen.last()
                && at.saturating_sub(*changed) > STILL
            {
                return drawn(&seen);
            }
            if at > limit {
                return None;
            }
            std::thread::sleep(EVERY);
        }
    }
}

fn drawn(seen: &[(Duration, Vec<u32>)]) -> Option<Drawn> {
    let (first, _) = seen.first()?;
    let (_, last) = seen.last()?;
    let differs = |picture: &[u32]| {
        let different = picture.iter().zip(last).filter(|(a, b)| a != b).count();
        different as f64 > MAY_DIFFER * last.len() as f64
    };
    let whole = seen
        .iter()
        .rposition(|(_, picture)| differs(picture))
        .map_or(0, |other| other + 1);
    let (at, _) = seen.get(whole)?;
    Some(Drawn {
        first: *first,
        whole: *at,
        pictures: whole + 1,
        light: seen
            .iter()
            .map(|(_, picture)| light(picture))
            .fold(0.0, f64::max),
    })
}

/// The part of a picture whose pixels are nearly white.
fn light(picture: &[u32]) -> f64 {
    let is_light = |pixel: &&u32| pixel.to_be_bytes().iter().take(3).all(|part| *part > 0xC0);
    picture.iter().filter(is_light).count() as f64 / picture.len().max(1) as f64
}

/// Some pixels of the screen. The file begins with a header that says its own length, in bytes, as a big-endian
/// number, and the number of colours, of 12 bytes each, that stand before the pixels.
fn sample(file: &PathBuf) -> Vec<u32> {
    let bytes = fs::read(file).unwrap_or_default();
    let number = |index: usize| {
        let part = bytes.get(index * 4..index * 4 + 4)?;
        Some(u32::from_be_bytes(part.try_into().ok()?) as usize)
    };
    // In X11/XWDFile.h the 13th number is the length of a line in bytes, the 20th the number of colours.
    let (Some(header), Some(line), Some(colours)) = (number(0), number(12), number(19)) else {
        return Vec::new();
    };
    let pixels = bytes.get(header + colours * 12..).unwrap_or_default();
    let lines = pixels.chunks_exact(line.max(1)).step_by(STEP);
    let some = lines.flat_map(|line| line.chunks_exact(BYTES).step_by(STEP));
    some.map(|pixel| {
        pixel
            .iter()
            .fold(0, |all, byte| all << 8 | u32::from(*byte))
    })
    .collect()
}
