//! The words of dates and times in English, as data: another language is another table.

use chrono::Weekday;

use crate::days::{DayPart, Season, Third};
use crate::months::month_named;

/// What a word means in a date or time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word<'t> {
    /// A word of no table: "9:00", "3.3.", "samir".
    Other(&'t str),
    /// "10": its value and its number of digits.
    Figure(u32, usize),
    /// "three". "a" and "an" are `One`.
    Number(u32),
    One,
    /// "3rd", "third".
    Ordinal(u32),
    Weekday(Weekday),
    Month(u32),
    Season(Season),
    Third(Third),
    Part(DayPart),
    Feast(Feast),
    Unit(Unit),
    Today,
    Tomorrow,
    Yesterday,
    Tonight,
    Now,
    Just,
    Noon,
    Midnight,
    /// "end of day".
    EndOfDay,
    EndOfWeek,
    Last,
    /// "past": last, or after the hour.
    Past,
    Next,
    This,
    Ago,
    In,
    /// "on", "by".
    On,
    At,
    The,
    Of,
    And,
    From,
    After,
    Before,
    To,
    About,
    Couple,
    /// "few", "several".
    Few,
    Half,
    Quarter,
    Business,
    Another,
    Earlier,
    Later,
    First,
    Thing,
    /// "in two weeks' time".
    Time,
    OClock,
    /// "am" (false) or "pm" (true).
    Pm(bool),
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Weekend,
    Month,
    Year,
}

/// A day with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feast {
    /// Month and day.
    Fixed(u32, u32),
    Easter,
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
];

const NUMBERS: [&str; 31] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "twenty-one",
    "twenty-two",
    "twenty-three",
    "twenty-four",
    "twenty-five",
    "twenty-six",
    "twenty-seven",
    "twenty-eight",
    "twenty-nine",
    "thirty",
    "thirty-one",
];

const ORDINALS: [&str; 31] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
    "twenty-second",
    "twenty-third",
    "twenty-fourth",
    "twenty-fifth",
    "twenty-sixth",
    "twenty-seventh",
    "twenty-eighth",
    "twenty-ninth",
    "thirtieth",
    "thirty-first",
];

const TABLE: &[(&str, Word<'static>)] = &[
    ("weds", Word::Weekday(Weekday::Wed)),
    ("today", Word::Today),
    ("2day", Word::Today),
    ("tomorrow", Word::Tomorrow),
    ("tmrw", Word::Tomorrow),
    ("tmr", Word::Tomorrow),
    ("tomorow", Word::Tomorrow),
    ("tommorow", Word::Tomorrow),
    ("tommorrow", Word::Tomorrow),
    ("yesterday", Word::Yesterday),
    ("yday", Word::Yesterday),
    ("yesterdy", Word::Yesterday),
    ("tonight", Word::Tonight),
    ("tonite", Word::Tonight),
    ("now", Word::Now),
    ("just", Word::Just),
    ("right", Word::Just),
    ("noon", Word::Noon),
    ("midday", Word::Noon),
    ("noontime", Word::Noon),
    ("lunchtime", Word::Noon),
    ("midnight", Word::Midnight),
    ("eod", Word::EndOfDay),
    ("eow", Word::EndOfWeek),
    ("last", Word::Last),
    ("previous", Word::Last),
    ("past", Word::Past),
    ("next", Word::Next),
    ("coming", Word::Next),
    ("following", Word::Next),
    ("upcoming", Word::Next),
    ("this", Word::This),
    ("current", Word::This),
    ("ago", Word::Ago),
    ("in", Word::In),
    ("within", Word::In),
    ("during", Word::In),
    ("over", Word::In),
    ("on", Word::On),
    ("by", Word::On),
    ("at", Word::At),
    ("the", Word::The),
    ("of", Word::Of),
    ("and", Word::And),
    ("from", Word::From),
    ("after", Word::After),
    ("before", Word::Before),
    ("to", Word::To),
    ("til", Word::To),
    ("about", Word::About),
    ("around", Word::About),
    ("roughly", Word::About),
    ("approximately", Word::About),
    ("approx", Word::About),
    ("circa", Word::About),
    ("ca", Word::About),
    ("~", Word::About),
    ("couple", Word::Couple),
    ("few", Word::Few),
    ("several", Word::Few),
    ("half", Word::Half),
    ("quarter", Word::Quarter),
    ("business", Word::Business),
    ("working", Word::Business),
    ("work", Word::Business),
    ("other", Word::Another),
    ("earlier", Word::Earlier),
    ("later", Word::Later),
    ("first", Word::First),
    ("thing", Word::Thing),
    ("time", Word::Time),
    ("o'clock", Word::OClock),
    ("o’clock", Word::OClock),
    ("oclock", Word::OClock),
    ("am", Word::Pm(false)),
    ("a.m", Word::Pm(false)),
    ("a.m.", Word::Pm(false)),
    ("pm", Word::Pm(true)),
    ("p.m", Word::Pm(true)),
    ("p.m.", Word::Pm(true)),
    ("a", Word::One),
    ("an", Word::One),
    ("spring", Word::Season(Season::Spring)),
    ("springtime", Word::Season(Season::Spring)),
    ("summer", Word::Season(Season::Summer)),
    ("summertime", Word::Season(Season::Summer)),
    ("autumn", Word::Season(Season::Autumn)),
    ("fall", Word::Season(Season::Autumn)),
    ("winter", Word::Season(Season::Winter)),
    ("wintertime", Word::Season(Season::Winter)),
    ("early", Word::Third(Third::Early)),
    ("beginning", Word::Third(Third::Early)),
    ("start", Word::Third(Third::Early)),
    ("mid", Word::Third(Third::Mid)),
    ("middle", Word::Third(Third::Mid)),
    ("late", Word::Third(Third::Late)),
    ("end", Word::Third(Third::Late)),
    ("morning", Word::Part(DayPart::Morning)),
    ("afternoon", Word::Part(DayPart::Afternoon)),
    ("evening", Word::Part(DayPart::Evening)),
    ("night", Word::Part(DayPart::Night)),
    ("christmas", Word::Feast(Feast::Fixed(12, 25))),
    ("xmas", Word::Feast(Feast::Fixed(12, 25))),
    ("halloween", Word::Feast(Feast::Fixed(10, 31))),
    ("easter", Word::Feast(Feast::Easter)),
    ("minute", Word::Unit(Unit::Minute)),
    ("minutes", Word::Unit(Unit::Minute)),
    ("min", Word::Unit(Unit::Minute)),
    ("mins", Word::Unit(Unit::Minute)),
    ("hour", Word::Unit(Unit::Hour)),
    ("hours", Word::Unit(Unit::Hour)),
    ("hr", Word::Unit(Unit::Hour)),
    ("hrs", Word::Unit(Unit::Hour)),
    ("day", Word::Unit(Unit::Day)),
    ("days", Word::Unit(Unit::Day)),
    ("week", Word::Unit(Unit::Week)),
    ("weeks", Word::Unit(Unit::Week)),
    ("wk", Word::Unit(Unit::Week)),
    ("wks", Word::Unit(Unit::Week)),
    ("fortnight", Word::Unit(Unit::Fortnight)),
    ("fortnights", Word::Unit(Unit::Fortnight)),
    ("weekend", Word::Unit(Unit::Weekend)),
    ("weekends", Word::Unit(Unit::Weekend)),
    ("month", Word::Unit(Unit::Month)),
    ("months", Word::Unit(Unit::Month)),
    ("year", Word::Unit(Unit::Year)),
    ("years", Word::Unit(Unit::Year)),
];

/// Days with a name of several words.
pub(super) const FEASTS: &[(&[&str], Feast)] = &[
    (&["christmas", "eve"], Feast::Fixed(12, 24)),
    (&["christmas", "day"], Feast::Fixed(12, 25)),
    (&["boxing", "day"], Feast::Fixed(12, 26)),
    (&["new", "year's", "eve"], Feast::Fixed(12, 31)),
    (&["new", "years", "eve"], Feast::Fixed(12, 31)),
    (&["new", "year's", "day"], Feast::Fixed(1, 1)),
    (&["new", "years", "day"], Feast::Fixed(1, 1)),
    (&["new", "year"], Feast::Fixed(1, 1)),
    (&["valentine's", "day"], Feast::Fixed(2, 14)),
    (&["valentines", "day"], Feast::Fixed(2, 14)),
];

/// The meaning of a word in lower case.
pub(super) fn word(text: &str) -> Word<'_> {
    if let Some((_, found)) = TABLE.iter().find(|(known, _)| *known == text) {
        return *found;
    }
    let number = |at: usize| u32::try_from(at + 1).unwrap_or(u32::MAX);
    if let Some(at) = NUMBERS.iter().position(|known| *known == text) {
        return Word::Number(number(at));
    }
    if let Some(at) = ORDINALS.iter().position(|known| *known == text) {
        return Word::Ordinal(number(at));
    }
    if let Some(weekday) = weekday(text) {
        return Word::Weekday(weekday);
    }
    if let Some(month) = month_named(text) {
        return Word::Month(month.into());
    }
    if text.len() <= 5
        && let Some(value) = figure(text)
    {
        return Word::Figure(value, text.len());
    }
    ordinal(text).map_or(Word::Other(text), Word::Ordinal)
}

/// The weekday of "tue", "tues" or "tuesday": at least three letters, in lower case.
fn weekday(word: &str) -> Option<Weekday> {
    let named = |(name, _): &&(&str, Weekday)| word.len() >= 3 && name.starts_with(word);
    WEEKDAYS.iter().find(named).map(|(_, weekday)| *weekday)
}

/// The number of "3rd".
fn ordinal(word: &str) -> Option<u32> {
    let endings = ["st", "nd", "rd", "th"].iter();
    let digits = endings
        .filter_map(|ending| word.strip_suffix(ending))
        .next()?;
    figure(digits).filter(|_| digits.len() <= 2)
}

/// The number that ASCII digits write.
pub(super) fn figure(word: &str) -> Option<u32> {
    let all = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    all.then(|| word.parse().ok())?
}

impl Word<'_> {
    /// The number that a count may be: "a", "two", "10".
    pub(super) fn count(self) -> Option<u32> {
        match self {
            Self::One => Some(1),
            Self::Number(number) | Self::Figure(number, _) => Some(number),
            _ => None,
        }
    }

    /// The day of a month: "3", "3rd", "first".
    pub(super) fn day_of_month(self) -> Option<u32> {
        match self {
            Self::Figure(number, 1..=2) | Self::Ordinal(number) => Some(number),
            Self::First => Some(1),
            _ => None,
        }
    }

    /// A year of four digits.
    pub(super) fn year(self) -> Option<u32> {
        match self {
            Self::Figure(number, 4) => Some(number),
            _ => None,
        }
    }
}
