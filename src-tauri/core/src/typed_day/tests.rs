use chrono::{Duration, NaiveDate, NaiveTime};
use proptest::prelude::*;

use super::*;
use crate::days::HourClock;
use crate::hours::WorkingHours;

/// Monday to Friday from 8:30 to 16:30.
fn rules() -> Rules {
    Rules::new(WorkingHours::default(), &[], chrono_tz::Europe::Oslo)
}

fn in_order(text: &str, now: NaiveDateTime, lean: Lean, order: DateOrder) -> Option<TypedDay> {
    let rules = rules();
    let rules = &rules;
    super::typed_day(
        text,
        Context {
            now,
            lean,
            order,
            rules,
        },
    )
}

fn typed_day(text: &str, today: NaiveDate, lean: Lean) -> Option<TypedDay> {
    in_order(text, at_ten(today), lean, DateOrder::DayFirst)
}

fn at_ten(day: NaiveDate) -> NaiveDateTime {
    day.and_hms_opt(10, 0, 0).unwrap()
}

fn spot(text: &str, today: NaiveDate, lean: Lean) -> Option<(std::ops::Range<usize>, TypedDay)> {
    let (now, order, rules) = (at_ten(today), DateOrder::DayFirst, rules());
    let rules = &rules;
    super::spot(
        text,
        Context {
            now,
            lean,
            order,
            rules,
        },
    )
}

#[test]
fn numbers_are_read_in_the_order_of_the_country() {
    let read = |text: &str| {
        let read = in_order(text, at_ten(today()), Lean::Future, DateOrder::MonthFirst);
        read.map(|read| read.day)
    };
    for (typed, meant) in [
        ("4/3", "2026-04-03"),
        ("4/3/2026", "2026-04-03"),
        ("4-3-2026", "2026-04-03"),
        ("12/3", "2026-12-03"),
        ("13/3", "2026-03-13"),
        ("3.4.", "2026-04-03"),
        ("2026-03-04", "2026-03-04"),
    ] {
        assert_eq!(read(typed), Some(day(meant)), "{typed}");
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn time(text: &str) -> Option<NaiveTime> {
    (!text.is_empty()).then(|| text.parse().unwrap())
}

/// A Tuesday.
fn today() -> NaiveDate {
    day("2026-03-10")
}

/// Checks lines of three columns: the text, its day when logging, its day when planning ("=" for the
/// same day, "-" for none).
fn check(lines: &str) {
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let [typed, past, future] = line.split('|').map(str::trim).collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let future = if future == "=" { past } else { future };
        for (lean, expected) in [(Lean::Past, past), (Lean::Future, future)] {
            let read = typed_day(typed, today(), lean).map(|read| {
                assert_eq!(read.time, None, "{typed}");
                read.day
            });
            let expected = (expected != "-").then(|| day(expected));
            assert_eq!(read, expected, "{typed}, {lean:?}");
        }
    }
}

#[test]
fn days_told_from_today() {
    check(
        "today | 2026-03-10 | =
        Yesterday | 2026-03-09 | =
        TOMORROW. | 2026-03-11 | =
        day before yesterday | 2026-03-08 | =
        the  day after   tomorrow | 2026-03-12 | =
        5 days ago | 2026-03-05 | =
        one day ago | 2026-03-09 | =
        two weeks ago | 2026-02-24 | =
        a month ago | 2026-02-10 | =
        a year ago | 2025-03-10 | =
        in 3 days | 2026-03-13 | =
        in a week | 2026-03-17 | =
        a week from today | 2026-03-17 | =
        in two months | 2026-05-10 | =
        in twelve months | 2027-03-10 | =",
    );
}

#[test]
fn weekdays_and_weeks() {
    check(
        "tuesday | 2026-03-03 | 2026-03-17
        tue | 2026-03-03 | 2026-03-17
        on Thurs. | 2026-03-05 | 2026-03-12
        mon | 2026-03-09 | 2026-03-16
        wednesday | 2026-03-04 | 2026-03-11
        last tuesday | 2026-03-03 | =
        last wed | 2026-03-04 | =
        next tuesday | 2026-03-17 | =
        next friday | 2026-03-13 | =
        this friday | 2026-03-13 | =
        this tuesday | 2026-03-10 | =
        this monday | 2026-03-09 | 2026-03-16
        tuesday last week | 2026-03-03 | =
        sunday last week | 2026-03-08 | =
        last week, on friday | 2026-03-06 | =
        friday next week | 2026-03-20 | =
        next week | 2026-03-16 | =
        last week | 2026-03-05 | 2026-03-02
        next month | 2026-04-01 | =
        last month | 2026-02-14 | 2026-02-01
        end of month | 2026-03-21 | 2026-03-31
        end of the month | 2026-03-21 | 2026-03-31
        end of next month | 2026-04-21 | 2026-04-30",
    );
}

#[test]
fn dates_of_the_calendar() {
    check(
        "3 march | 2026-03-03 | 2027-03-03
        march 3 | 2026-03-03 | 2027-03-03
        10 march | 2026-03-10 | =
        the 3rd of march 2025 | 2025-03-03 | =
        March 3rd, 2025 | 2025-03-03 | =
        3 mar | 2026-03-03 | 2027-03-03
        3. Sept. | 2025-09-03 | 2026-09-03
        24 dec | 2025-12-24 | 2026-12-24
        29 february | 2024-02-29 | 2028-02-29
        2026-03-03 | 2026-03-03 | =
        3.3. | 2026-03-03 | 2027-03-03
        3.3 | 2026-03-03 | 2027-03-03
        03.03.2026 | 2026-03-03 | =
        4.3.26 | 2026-03-04 | =
        3/4 | 2025-04-03 | 2026-04-03
        3/14 | 2025-03-14 | 2026-03-14
        14/3 | 2025-03-14 | 2026-03-14
        3/14/2026 | 2026-03-14 | =
        3-4-2026 | 2026-04-03 | =
        tuesday 3 march | 2026-03-03 | =
        sat, 14 march | 2026-03-14 | =
        Tuesday 3 March, a week ago | 2026-03-03 | =
        2 june, in 12 weeks | 2026-06-02 | =
        3 march, 7 days ago | 2026-03-03 | =",
    );
}

#[test]
fn what_is_no_date_is_not_guessed() {
    check(
        " | - | =
        10 | - | =
        10 10 | - | =
        monkey | - | =
        mo | - | =
        saturn | - | =
        friday banana | - | =
        tomorrow tuesday | - | =
        monday 3 march | - | =
        3 march, 5 days ago | - | =
        30 february | - | =
        29 february 2026 | - | =
        2026-02-30 | - | =
        32 march | - | =
        0 march | - | =
        3.13. | - | =
        13/13 | - | =
        0000-01-01 | - | =
        3 march 9999 | - | =
        1.1.0 | - | =
        1899-12-31 | - | =
        2200-12-31 | 2200-12-31 | =
        in 999 years | - | =
        in 99999 weeks | - | =
        in 99999999999999999999 days | - | =
        -5 days ago | - | =
        in a banana | - | =
        3 thursdays ago | - | =
        25:00 | - | =
        tomorrow 25:00 | - | =
        13 pm | - | =
        0am | - | =
        9:5 | - | =
        1:1 | - | =
        9:00 9:00 | - | =
        ½ | - | =
        ３ march | - | =",
    );
}

#[test]
fn times_before_and_behind_the_day() {
    for (typed, on, at) in [
        ("saturday 9:00", "2026-03-14", "09:00"),
        ("9:00 saturday", "2026-03-14", "09:00"),
        ("9:00 on saturday", "2026-03-14", "09:00"),
        ("tomorrow at 14:30", "2026-03-11", "14:30"),
        ("at 14:30 tomorrow", "2026-03-11", "14:30"),
        ("tomorrow, 9am", "2026-03-11", "09:00"),
        ("9 PM tomorrow", "2026-03-11", "21:00"),
        ("tomorrow at 9.30 p.m.", "2026-03-11", "21:30"),
        ("tomorrow 12am", "2026-03-11", "00:00"),
        ("tomorrow 12:15 pm", "2026-03-11", "12:15"),
        ("tomorrow at noon", "2026-03-11", "12:00"),
        ("tomorrow at 9", "2026-03-11", "09:00"),
        ("tomorrow 0:00", "2026-03-11", "00:00"),
        ("3.4. 9:00", "2026-04-03", "09:00"),
        ("14 march 2026 23:59", "2026-03-14", "23:59"),
        ("in 2 weeks at 9:00", "2026-03-24", "09:00"),
        ("9:00", "2026-03-10", "09:00"),
        ("noon", "2026-03-10", "12:00"),
        ("at 2 pm", "2026-03-10", "14:00"),
        ("tomorrow 3pm", "2026-03-11", "15:00"),
        ("tomorrow 3:00 pm", "2026-03-11", "15:00"),
        ("tomorrow 3:00 PM", "2026-03-11", "15:00"),
        ("tomorrow 15:00", "2026-03-11", "15:00"),
        ("Saturday 14 March, in 4 days, 09:00", "2026-03-14", "09:00"),
    ] {
        let read = typed_day(typed, today(), Lean::Future);
        let expected = TypedDay::exact(day(on), time(&format!("{at}:00")));
        assert_eq!(read, Some(expected), "{typed}");
    }
}

#[test]
fn kiths_own_words() {
    for (on, at, words) in [
        ("2026-03-03", "", "Tuesday 3 March, a week ago"),
        ("2026-03-14", "", "Saturday 14 March, in 4 days"),
        (
            "2026-03-14",
            "09:00:00",
            "Saturday 14 March, in 4 days, 09:00",
        ),
        ("2026-03-10", "", "Tuesday 10 March, today"),
        ("2025-12-31", "", "Wednesday 31 December 2025, 2 months ago"),
    ] {
        let said = understood(
            TypedDay::exact(day(on), time(at)),
            today(),
            HourClock::TwentyFour,
        );
        assert_eq!(said, words);
    }
    assert_eq!(
        understood(
            TypedDay::exact(day("2026-03-14"), time("15:00:00")),
            today(),
            HourClock::Twelve
        ),
        "Saturday 14 March, in 4 days, 3:00 pm"
    );
}

#[test]
fn how_long_ago_and_how_far() {
    for (days, past, future) in [
        (1, "yesterday", "tomorrow"),
        (2, "2 days ago", "in 2 days"),
        (7, "a week ago", "in a week"),
        (8, "8 days ago", "in 8 days"),
        (14, "2 weeks ago", "in 2 weeks"),
        (17, "2 weeks ago", "in 2 weeks"),
        (18, "3 weeks ago", "in 3 weeks"),
        (28, "a month ago", "in 4 weeks"),
        (31, "4 weeks ago", "in a month"),
        (55, "8 weeks ago", "in 8 weeks"),
        (56, "2 months ago", "in 2 months"),
        (183, "6 months ago", "in 6 months"),
        (365, "a year ago", "in a year"),
        (548, "18 months ago", "in 18 months"),
        (1096, "3 years ago", "in 3 years"),
    ] {
        assert_eq!(from_today(today() - Duration::days(days), today()), past);
        assert_eq!(from_today(today() + Duration::days(days), today()), future);
    }
    assert_eq!(from_today(today(), today()), "today");
    let _no_panic = (
        understood_day(NaiveDate::MIN, NaiveDate::MAX),
        understood_day(NaiveDate::MAX, NaiveDate::MIN),
    );
}

#[test]
fn a_date_is_spotted_in_a_sentence() {
    for (text, run, on, at) in [
        (
            "log call with samir yesterday",
            "yesterday",
            "2026-03-09",
            "",
        ),
        ("Yesterday: call with Samir", "Yesterday", "2026-03-09", ""),
        (
            "met ana (last tuesday), coffee",
            "last tuesday",
            "2026-03-03",
            "",
        ),
        (
            "coffee with ana on tuesday at 9:00.",
            "on tuesday at 9:00",
            "2026-03-03",
            "09:00:00",
        ),
        ("call März 3.3. Müller", "3.3.", "2026-03-03", ""),
        ("sat with ana yesterday", "yesterday", "2026-03-09", ""),
        ("sat with ana", "sat", "2026-03-07", ""),
        ("monday, no, tuesday", "tuesday", "2026-03-03", ""),
        (
            "yesterday, I mean 2 days ago",
            "2 days ago",
            "2026-03-08",
            "",
        ),
        (
            "spoke for 10 min, 9 March 2026, 9 am",
            "9 March 2026, 9 am",
            "2026-03-09",
            "09:00:00",
        ),
        ("Ünal, 3 march", "3 march", "2026-03-03", ""),
    ] {
        let (place, read) = spot(text, today(), Lean::Past).unwrap();
        let expected = TypedDay::exact(day(on), time(at));
        assert_eq!((&text[place], read), (run, expected), "{text}");
    }
    for text in [
        "",
        "log call with samir",
        "version 2.4 is out",
        "my 1:1 with ana",
        "10 people",
    ] {
        assert_eq!(spot(text, today(), Lean::Past), None, "{text}");
    }
}

/// Random texts of words that occur in dates.
fn dateish() -> impl Strategy<Value = String> {
    let words = "today yesterday tomorrow last next this the of on at in a ago week weeks month \
                 months day days year end before after from now tuesday fri sat march may feb \
                 29 30 31 3rd 2025 2024 10 99999 0 9:00 25:00 9am 12 pm am noon two 3.3. 3/14 \
                 2026-03-03 1.1.0 , . é ３ ½ — half quarter past to about few couple morning night weekend \
                 fortnight spring winter mid early late q3 first business now";
    let words: Vec<&str> = words.split(' ').collect();
    prop::collection::vec(prop::sample::select(words), 0..6).prop_map(|words| words.join(" "))
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    let first = day("1900-01-01");
    let days = (day("2200-12-31") - first).num_days();
    (0..=days).prop_map(move |days| first + Duration::days(days))
}

fn clock() -> impl Strategy<Value = HourClock> {
    prop_oneof![Just(HourClock::TwentyFour), Just(HourClock::Twelve)]
}

fn lean() -> impl Strategy<Value = Lean> {
    prop_oneof![Just(Lean::Past), Just(Lean::Future)]
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in prop_oneof![".{0,40}", dateish()], lean in lean(), on in any_day()) {
        for on in [on, NaiveDate::MIN, NaiveDate::MAX] {
            let _read = typed_day(&text, on, lean);
            if let Some((place, found)) = spot(&text, on, lean) {
                prop_assert_eq!(typed_day(&text[place], on, lean), Some(found));
            }
        }
    }

    #[test]
    fn what_was_read_reads_the_same_in_kiths_words(text in dateish(), lean in lean(), other in lean(), on in any_day(), clock in clock()) {
        if let Some(read) = typed_day(&text, on, lean) {
            if read.roughly.is_none() {
                let said = understood(read, on, clock);
                prop_assert_eq!(typed_day(&said, on, other), Some(read), "{}", said);
            }
            if lean == Lean::Past && read.day <= on {
                let kept = typed_text(read);
                prop_assert_eq!(typed_day(&kept, on, lean), Some(read), "{}", kept);
            }
        }
    }

    #[test]
    fn every_day_reads_back(on in any_day(), today in any_day(), near in -800..800_i64, minute in prop::option::of(0..1440_u32), lean in lean(), clock in clock()) {
        let time = minute.and_then(|minute| NaiveTime::from_hms_opt(minute / 60, minute % 60, 0));
        for (day, today) in [(on, today), (on, on + Duration::days(near))] {
            let said = understood(TypedDay::exact(day, time), today, clock);
            let read = typed_day(&said, today, lean);
            prop_assert_eq!(read, Some(TypedDay::exact(day, time)), "{} on {}", said, today);
        }
    }

    #[test]
    fn the_lean_is_kept(on in any_day(), weekday in "(mon|tue|wed|thu|fri|sat|sun)", date in 1..=28_u32, month in 1..=12_u32) {
        for text in [weekday, format!("{date}.{month}.")] {
            let past = typed_day(&text, on, Lean::Past);
            let future = typed_day(&text, on, Lean::Future);
            prop_assert!(past.is_none_or(|read| read.day <= on));
            prop_assert!(future.is_none_or(|read| read.day >= on));
            prop_assert!(past.is_some() || future.is_some());
        }
    }
}
