use chrono::{DateTime, Datelike, Duration, NaiveDate, Timelike, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use proptest::prelude::*;

use super::instant::local;
use super::instant::tests::changes;
use super::*;

fn only_monday(from: u16, to: u16) -> WorkingHours {
    let mut days = [None; 7];
    days[0] = Some(WorkDay { from, to });
    WorkingHours { days }
}

#[test]
fn hours_that_cannot_be_are_named() {
    assert_eq!(WorkingHours::default().problem(), None);
    assert_eq!(WorkingHours { days: [None; 7] }.problem(), None);
    assert_eq!(only_monday(0, 1440).problem(), None);
    for (from, to, word) in [
        (600, 599, "before"),
        (600, 600, "when"),
        (600, 1441, "24:00"),
        (1440, 1440, "when"),
        (u16::MAX, 3, "24:00"),
    ] {
        let problem = only_monday(from, to).problem();
        assert!(
            problem.is_some_and(|p| p.contains(word)),
            "{from} {problem:?}"
        );
    }
}

#[test]
fn days_off_that_cannot_be_are_named() {
    for (from, to, word) in [
        ("2026-07-20", "2026-07-20", None),
        ("2026-07-20", "2026-08-02", None),
        ("1900-01-01", "2200-12-31", None),
        ("2026-07-20", "2026-07-19", Some("before")),
        ("", "2026-07-19", Some("not a date")),
        ("2026-02-30", "2026-07-19", Some("not a date")),
        ("2026-7-3", "2026-07-19", Some("not a date")),
        ("2026-07-19", "+2026-07-20", Some("not a date")),
        ("0000-01-01", "2026-07-19", Some("1900")),
        ("2026-07-19", "9999-12-31", Some("1900")),
    ] {
        let label = String::new();
        let off = DaysOff {
            from: from.into(),
            to: to.into(),
            label,
        };
        let problem = off.problem();
        match word {
            None => assert_eq!(problem, None, "{from} {to}"),
            Some(word) => assert!(
                problem.is_some_and(|p| p.contains(word)),
                "{from} {to} {problem:?}"
            ),
        }
        assert_eq!(off.range().is_some(), word.is_none());
    }
}

#[test]
fn settings_keep_the_week_under_its_own_key() {
    let written = r#"{"days":[{"from":510,"to":990},{"from":510,"to":990},{"from":510,"to":990},{"from":510,"to":990},{"from":510,"to":990},null,null]}"#;
    assert_eq!(
        serde_json::to_string(&WorkingHours::default()).unwrap(),
        written
    );
    assert_eq!(
        serde_json::from_str::<WorkingHours>(written).unwrap(),
        WorkingHours::default()
    );
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn rules(zone: Tz, off: &[(&str, &str)]) -> Rules {
    Rules {
        hours: WorkingHours::default(),
        off: off.iter().map(|(from, to)| (day(from), day(to))).collect(),
        zone,
    }
}

/// Rules with the same working hours on all seven days, in minutes since midnight.
fn daily(zone: Tz, from: u16, to: u16) -> Rules {
    let hours = WorkingHours {
        days: [Some(WorkDay { from, to }); 7],
    };
    let off = Vec::new();
    Rules { hours, off, zone }
}

#[test]
fn an_ordinary_week() {
    let rules = rules(Tz::Europe__Berlin, &[]);
    for (asked, opens) in [
        ("2026-03-10T06:00:00Z", "2026-03-10T07:30:00Z"), // Tuesday morning
        ("2026-03-10T07:30:00Z", "2026-03-10T07:30:00Z"),
        ("2026-03-10T15:29:59Z", "2026-03-10T15:29:59Z"),
        ("2026-03-10T15:30:00Z", "2026-03-11T07:30:00Z"), // the end is not inside the period
        ("2026-03-13T16:00:00Z", "2026-03-16T07:30:00Z"), // over the weekend
        ("2026-03-28T12:00:00Z", "2026-03-30T06:30:00Z"), // and into summer time
    ] {
        assert_eq!(rules.next_open(at(asked)), Some(at(opens)), "{asked}");
        assert_eq!(rules.is_open(at(asked)), asked == opens, "{asked}");
    }
    assert_eq!(
        rules.next_working_day(day("2026-03-14")),
        Some(day("2026-03-16"))
    );
    assert_eq!(
        rules.day_opens(day("2026-03-14")),
        Some(at("2026-03-16T07:30:00Z"))
    );
    assert!(rules.is_working_day(day("2026-03-13")));
    assert!(!rules.is_working_day(day("2026-03-14")));
}

#[test]
fn days_off_may_overlap_and_be_long() {
    let off = [
        ("2026-07-20", "2026-07-24"),
        ("2026-08-10", "2026-08-14"),
        ("2026-07-22", "2026-08-09"),
    ];
    let summer = rules(Tz::Europe__Berlin, &off);
    assert_eq!(
        summer.next_working_day(day("2026-07-20")),
        Some(day("2026-08-17"))
    );
    assert!(!summer.is_open(at("2026-08-01T10:00:00Z")));
    assert!(!summer.is_working_day(day("2026-08-14")));
    let long = rules(Tz::UTC, &[("1900-01-01", "2030-06-30")]);
    assert_eq!(
        long.next_open(at("2026-03-10T12:00:00Z")),
        Some(at("2030-07-01T08:30:00Z"))
    );
    let ever = rules(Tz::UTC, &[("1900-01-01", "2200-12-31")]);
    assert_eq!(ever.next_open(at("2026-03-10T12:00:00Z")), None);
    assert_eq!(ever.day_opens(day("2026-03-10")), None);
}

#[test]
fn no_working_day_at_all() {
    let mut none = rules(Tz::Asia__Tokyo, &[]);
    none.hours.days = [None; 7];
    assert_eq!(none.next_open(at("2026-03-10T12:00:00Z")), None);
    assert_eq!(none.next_working_day(day("2026-03-10")), None);
    assert_eq!(none.next_working_day(NaiveDate::MAX), None);
    assert!(!none.is_open(at("2026-03-10T12:00:00Z")));
    let last = daily(Tz::Asia__Tokyo, 0, 1440);
    let _no_panic = (
        last.next_open(DateTime::<Utc>::MAX_UTC),
        last.is_open(DateTime::<Utc>::MIN_UTC),
    );
}

#[test]
fn a_day_that_a_zone_left_out_is_no_working_day() {
    let apia = rules(Tz::Pacific__Apia, &[]);
    let friday = day("2011-12-30");
    assert!(!apia.is_working_day(friday));
    assert_eq!(apia.next_working_day(friday), Some(day("2012-01-02")));
    let always = daily(Tz::Pacific__Apia, 0, 1440);
    assert!(!always.is_working_day(friday));
    assert_eq!(
        always.day_opens(friday),
        always.day_opens(day("2011-12-31"))
    );
}

#[test]
fn periods_where_the_clock_is_moved() {
    // Berlin skips 02:00–03:00 on 29 March 2026 and has it twice on 25 October.
    let berlin = |from, to| daily(Tz::Europe__Berlin, from, to);
    let (spring, autumn) = (day("2026-03-29"), day("2026-10-25"));
    assert_eq!(
        berlin(150, 300).day_opens(spring),
        Some(at("2026-03-29T01:00:00Z"))
    );
    assert!(!berlin(130, 170).is_working_day(spring));
    assert_eq!(
        berlin(150, 300).day_opens(autumn),
        Some(at("2026-10-25T00:30:00Z"))
    );
    let night = berlin(60, 150);
    assert!(night.is_open(at("2026-10-25T00:45:00Z")));
    assert!(night.is_open(at("2026-10-25T01:29:00Z")));
    assert!(!night.is_open(at("2026-10-25T01:30:00Z")));
    // Lord Howe moves by half an hour: 02:00–02:30 is left out on 4 October 2026.
    let howe = daily(Tz::Australia__Lord_Howe, 125, 180);
    assert_eq!(
        howe.day_opens(day("2026-10-04")),
        Some(at("2026-10-03T15:30:00Z"))
    );
}

#[test]
fn a_clock_put_back_over_midnight() {
    // St. John's, 2005: Sunday 30 October at 00:01 became Saturday 23:01 again.
    let zone = Tz::America__St_Johns;
    let [mut saturday, mut sunday] = [daily(zone, 0, 1440), daily(zone, 0, 1440)];
    saturday.hours.days = std::array::from_fn(|day| saturday.hours.days[day].filter(|_| day == 5));
    sunday.hours.days = std::array::from_fn(|day| sunday.hours.days[day].filter(|_| day == 6));
    for (text, on_saturday, on_sunday) in [
        ("2005-10-30T02:29:59Z", true, false), // Saturday 23:59
        ("2005-10-30T02:30:30Z", true, true),  // Sunday 00:00
        ("2005-10-30T02:45:00Z", true, true),  // Saturday 23:15 again
        ("2005-10-30T03:30:00Z", false, true), // Sunday 00:00 again
    ] {
        for (rules, open) in [(&saturday, on_saturday), (&sunday, on_sunday)] {
            assert_eq!(rules.is_open(at(text)), open, "{text}");
            assert_eq!(rules.next_open(at(text)) == Some(at(text)), open, "{text}");
        }
    }
}

/// Whether the local time lies within the working hours. A simple oracle: it cannot tell the two
/// passes of a repeated hour apart.
fn by_the_clock(rules: &Rules, at: DateTime<Utc>) -> bool {
    let local = local(rules.zone, at);
    let day = local.date();
    let off = rules
        .off
        .iter()
        .any(|(from, to)| *from <= day && day <= *to);
    let hours = rules.hours.days[day.weekday().num_days_from_monday() as usize];
    let minute = (local.hour() * 60 + local.minute()) as u16;
    !off && hours.is_some_and(|hours| (hours.from..hours.to).contains(&minute))
}

fn shown_twice(zone: Tz, at: DateTime<Utc>) -> bool {
    let local = local(zone, at);
    matches!(
        instant(zone, local.date(), local.time()),
        Instant::Twice { .. }
    )
}

fn work_day() -> impl Strategy<Value = Option<WorkDay>> {
    let hours = (0..1440_u16, 1..=1440_u16).prop_map(|(from, long)| {
        Some(WorkDay {
            from,
            to: (from + long).min(DAY_MINUTES),
        })
    });
    prop_oneof![1 => Just(None), 3 => hours]
}

prop_compose! {
    /// Any week in any zone, and an instant within three days of one of the zone's clock changes, with
    /// days off around it.
    fn situation()(
        zone in prop::sample::select(TZ_VARIANTS.as_slice()),
        days in prop::array::uniform7(work_day()),
        off in prop::collection::vec((-4..9_i64, 0..6_i64), 0..3),
        change in any::<prop::sample::Index>(),
        seconds in -3 * 86_400..3 * 86_400_i64,
    ) -> (Rules, DateTime<Utc>) {
        let changes = changes(zone);
        let change = match changes.as_slice() {
            [] => at("2026-03-10T00:00:00Z"),
            some => change.get(some).at,
        };
        let first = |ago| change.date_naive() + Duration::days(ago);
        let off = off.into_iter().map(|(ago, long)| (first(ago), first(ago + long))).collect();
        let hours = WorkingHours { days };
        (Rules { hours, off, zone }, change + Duration::seconds(seconds))
    }
}

proptest! {
    #[test]
    fn open_is_what_the_clock_says((rules, at) in situation()) {
        let clock = by_the_clock(&rules, at);
        if shown_twice(rules.zone, at) {
            prop_assert!(rules.is_open(at) || !clock);
        } else {
            prop_assert_eq!(rules.is_open(at), clock);
        }
    }

    #[test]
    fn next_open_is_open_and_nothing_before_it_is((rules, at) in situation()) {
        let Some(opens) = rules.next_open(at) else {
            prop_assert!((0..4000).all(|hours| !by_the_clock(&rules, at + Duration::hours(hours))));
            return Ok(());
        };
        prop_assert!(opens >= at);
        prop_assert!(rules.is_open(opens));
        prop_assert_eq!(opens == at, rules.is_open(at));
        let closed = |from: DateTime<Utc>, step: i64, count: i64| {
            (0..count)
                .map(|n| from + Duration::minutes(n * step))
                .take_while(|between| *between < opens)
                .all(|between| !rules.is_open(between))
        };
        prop_assert!(closed(at, 1, 3000));
        prop_assert!(closed(at, 17, 2000));
        prop_assert!(closed(at.max(opens - Duration::minutes(300)), 1, 300));
        prop_assert!(opens == at || !rules.is_open(opens - Duration::seconds(1)));
    }

    #[test]
    fn a_day_opens_on_its_first_working_day((rules, at) in situation()) {
        let day = at.date_naive();
        prop_assert_eq!(rules.day_opens(day).is_some(), rules.next_working_day(day).is_some());
        if let (Some(opens), Some(working)) = (rules.day_opens(day), rules.next_working_day(day)) {
            prop_assert!(rules.is_working_day(working) && working >= day);
            prop_assert!(day.iter_days().take_while(|d| *d < working).all(|d| !rules.is_working_day(d)));
            prop_assert!(rules.is_open(opens));
            prop_assert!(local(rules.zone, opens).date() >= working);
            prop_assert_eq!(rules.is_working_day(day), working == day);
        }
    }
}
