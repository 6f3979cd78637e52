use std::fmt::Write;

use chrono::{NaiveDate, NaiveTime};

use super::*;
use crate::days::Roughly;
use crate::hours::WorkingHours;

/// Wednesday 25 November 2026, 10:00 in Oslo.
fn now() -> Moment {
    Moment {
        utc: "2026-11-25T09:00:00Z".parse().unwrap(),
        zone: chrono_tz::Europe::Oslo,
    }
}

/// The system's order has the day first; working hours are 8:30 to 16:30.
fn forms() -> DayForms {
    DayForms {
        written: DateTimeForms::default(),
        rules: Rules::new(WorkingHours::default(), &[], chrono_tz::Europe::Oslo),
    }
}

/// The day as the corpus writes it: "2026-11-20 15:00", "2026-11-24 evening", "~2026-11-22", "October 2026 counts
/// 2026-10-16", or what is said instead.
fn shown(text: &str, purpose: WhenPurpose) -> String {
    match read_day("when", text, purpose, &forms(), &now()) {
        Err(error) if error.message.starts_with("Write a day") => "-".to_owned(),
        Err(error) => format!(
            "! {}",
            error
                .message
                .split(". ")
                .next()
                .unwrap()
                .trim_end_matches('.')
        ),
        Ok(TypedDay { day, time, roughly }) => {
            let time = time.map_or(String::new(), |time: NaiveTime| {
                time.format(" %H:%M").to_string()
            });
            match roughly {
                Some(Roughly::Within(span)) => format!("{} counts {day}", span.words()),
                Some(Roughly::About) => format!("~{day}{time}"),
                Some(Roughly::Part(part)) => format!("{day} {}{time}", part.word()),
                None => format!("{day}{time}"),
            }
        }
    }
}

#[test]
fn each_day_of_the_corpus_is_read_or_refused_as_written_beside_it() {
    let (mut count, mut wrong) = (0, String::new());
    let lines = include_str!("days.tsv").lines();
    for (number, line) in lines
        .enumerate()
        .filter(|(_, line)| !line.starts_with('#') && !line.is_empty())
    {
        let [typed, past, future] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("line {}: {line}", number + 1);
        };
        count += 1;
        for (purpose, meant) in [(WhenPurpose::Talk, past), (WhenPurpose::CheckIn, future)] {
            let read = shown(typed, purpose);
            if read != meant {
                writeln!(
                    wrong,
                    "{}: {typed}, {purpose:?}\n   meant {meant}\n   read  {read}",
                    number + 1
                )
                .unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(count >= 300, "{count}");
}

#[test]
fn the_other_day_that_next_may_mean_is_offered() {
    let offered = |text: &str, purpose| -> Vec<String> {
        let choices = choices_of(text, purpose, &forms(), &now());
        choices
            .iter()
            .map(|choice| choice.day.to_string())
            .collect()
    };
    assert_eq!(offered("next friday", WhenPurpose::CheckIn), ["2026-12-04"]);
    assert_eq!(
        offered("next friday at 10", WhenPurpose::CheckIn),
        ["2026-12-04"]
    );
    assert_eq!(
        offered("next weekend", WhenPurpose::CheckIn),
        ["2026-11-28"]
    );
    assert_eq!(
        offered("next monday", WhenPurpose::CheckIn),
        [] as [&str; 0]
    );
    assert_eq!(offered("friday", WhenPurpose::CheckIn), [] as [&str; 0]);
    assert_eq!(
        offered("3/12", WhenPurpose::Talk),
        ["2025-12-03", "2026-03-12"]
    );
}

#[test]
fn hours_without_a_half_of_the_day_are_those_of_the_working_day() {
    let mut early = forms();
    let work = crate::hours::WorkDay {
        from: 5 * 60,
        to: 13 * 60,
    };
    early.rules.hours.days = [Some(work); 7];
    let read = |text: &str, forms: &DayForms| {
        let read = read_day("when", text, WhenPurpose::CheckIn, forms, &now()).unwrap();
        (read.day, read.time)
    };
    let on = |hour| {
        (
            NaiveDate::from_ymd_opt(2026, 11, 27),
            NaiveTime::from_hms_opt(hour, 0, 0),
        )
    };
    for (text, early_hour, usual_hour) in [
        ("fri at 6", 6, 18),
        ("fri at 3", 15, 15),
        ("fri at 12", 12, 12),
        ("fri at 9", 9, 9),
    ] {
        let (day, time) = read(text, &early);
        assert_eq!((Some(day), time), on(early_hour), "{text}");
        let (day, time) = read(text, &forms());
        assert_eq!((Some(day), time), on(usual_hour), "{text}");
    }
}
