//! Dates with times in the basic format of 4.0 (RFC 6350, 4.3).

use chrono::NaiveDate;

/// A date with a time, `19870927T083000-0600`, from the basic or the extended format of ISO 8601. `None`
/// where the text is not both.
pub(super) fn basic_date_time(text: &str) -> Option<String> {
    let (date, time) = text.split_once(['T', 't'])?;
    let date = date_with_day(date)?;
    let (clock, zone) = clock_and_zone(time)?;
    let whole = matches!(clock.len(), 2 | 4 | 6);
    whole.then(|| format!("{date}T{clock}{zone}"))
}

/// A moment to the second, `19951031T222710Z`. Parts of a second cannot be written and are left out.
pub(super) fn timestamp(text: &str) -> Option<String> {
    let (date, time) = text.split_once(['T', 't'])?;
    let date = complete_date(date)?;
    let (clock, zone) = clock_and_zone(&without_fraction(time))?;
    (clock.len() == 6).then(|| format!("{date}T{clock}{zone}"))
}

/// An offset from UTC: `-0500` of `-05:00`.
pub(super) fn utc_offset(text: &str) -> Option<String> {
    let sign = text.chars().next().filter(|c| matches!(c, '+' | '-'))?;
    let digits = text.get(1..)?.replace(':', "");
    let hours: u8 = digits.get(..2)?.parse().ok()?;
    let minutes: u8 = digits
        .get(2..)
        .filter(|m| !m.is_empty())
        .map_or(Some(0), |m| m.parse().ok())?;
    let plain = digits.bytes().all(|b| b.is_ascii_digit()) && matches!(digits.len(), 2 | 4);
    (plain && hours < 24 && minutes < 60).then(|| format!("{sign}{digits}"))
}

fn complete_date(text: &str) -> Option<String> {
    let format = if text.contains('-') {
        "%Y-%m-%d"
    } else {
        "%Y%m%d"
    };
    let digits = text.replace('-', "");
    let date = NaiveDate::parse_from_str(text, format).ok()?;
    (digits.len() == 8).then(|| date.format("%Y%m%d").to_string())
}

/// A date that has a day: `19850412`, `--0412`, `---12`.
fn date_with_day(text: &str) -> Option<String> {
    if let Some(day) = text.strip_prefix("---") {
        let known = day.len() == 2 && day.parse::<u8>().is_ok_and(|d| (1..=31).contains(&d));
        return known.then(|| text.to_owned());
    }
    if let Some(rest) = text.strip_prefix("--") {
        let digits = rest.replace('-', "");
        return complete_date(&format!("2000{digits}")).map(|_| format!("--{digits}"));
    }
    complete_date(text)
}

/// The digits of the time, and the zone: `Z`, an offset, or ''.
fn clock_and_zone(time: &str) -> Option<(String, String)> {
    let at = time.find(['Z', 'z', '+', '-']).unwrap_or(time.len());
    let (clock, zone) = time.split_at_checked(at)?;
    let zone = match zone {
        "" => String::new(),
        "Z" | "z" => "Z".to_owned(),
        offset => utc_offset(offset)?,
    };
    let clock = clock.replace(':', "");
    let number = |range: std::ops::Range<usize>| clock.get(range)?.parse::<u8>().ok();
    let real = clock.bytes().all(|b| b.is_ascii_digit())
        && number(0..2)? < 24
        && number(2..4).is_none_or(|minutes| minutes < 60)
        && number(4..6).is_none_or(|seconds| seconds < 61);
    real.then_some((clock, zone))
}

fn without_fraction(time: &str) -> String {
    let Some((clock, rest)) = time.split_once(['.', ',']) else {
        return time.to_owned();
    };
    format!(
        "{clock}{}",
        rest.trim_start_matches(|c: char| c.is_ascii_digit())
    )
}
