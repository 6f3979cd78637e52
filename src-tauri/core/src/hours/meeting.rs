//! Where the hours of two people meet. Pure.

use std::ops::Range;

use chrono::{DateTime, Duration, Utc};

use super::Rules;

/// Less shared time than this counts as none.
const LEAST_SHARED_MINUTES: i64 = 30;
/// So many of one's working days are looked at.
const DAYS_LOOKED_AT: usize = 2;
/// A working period of one zone touches at most so many days of another, one before it included.
const DAYS_TOUCHED: usize = 4;

impl Rules {
    /// The first instant from `from` on at which both work for 30 minutes more; `None` if there is none within the
    /// first two working days that have not ended by then.
    pub(crate) fn next_meeting(&self, from: DateTime<Utc>, theirs: &Self) -> Option<DateTime<Utc>> {
        let mut day = self.day_of(from).pred_opt()?;
        let mut looked = 0;
        while looked < DAYS_LOOKED_AT {
            let (working, period) = self.next_period(day)?;
            day = working.succ_opt()?;
            if period.end <= from {
                continue;
            }
            looked += 1;
            let shared = theirs.first_shared(&(period.start.max(from)..period.end));
            if shared.is_some() {
                return shared;
            }
        }
        None
    }

    /// The first instant of a span from which on it shares 30 minutes with a working period.
    fn first_shared(&self, span: &Range<DateTime<Utc>>) -> Option<DateTime<Utc>> {
        let first = self.day_of(span.start).pred_opt()?;
        let periods = first.iter_days().take(DAYS_TOUCHED);
        periods
            .filter_map(|day| self.period(day))
            .find_map(|period| {
                let start = period.start.max(span.start);
                let shared = period.end.min(span.end) - start;
                (shared >= Duration::minutes(LEAST_SHARED_MINUTES)).then_some(start)
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hours::{WorkDay, WorkingHours};
    use chrono::NaiveDate;
    use chrono_tz::Tz;
    use proptest::prelude::*;

    fn rules(days: [Option<(u16, u16)>; 7], zone: Tz) -> Rules {
        let days = days.map(|day| day.map(|(from, to)| WorkDay { from, to }));
        Rules::new(WorkingHours { days }, &[], zone)
    }

    fn week(from: u16, to: u16, zone: Tz) -> Rules {
        let day = Some((from, to));
        rules([day, day, day, day, day, None, None], zone)
    }

    fn met(on: &str, mine: &Rules, theirs: &Rules) -> Option<String> {
        let opens = mine.day_opens(on.parse().unwrap()).unwrap();
        let met = mine.next_meeting(opens, theirs)?;
        Some(met.format("%F %H:%M").to_string())
    }

    #[test]
    fn it_rings_where_both_work() {
        let mine = week(510, 990, Tz::Europe__Oslo);
        let met = |from, to, zone| met("2026-03-10", &mine, &week(from, to, zone));
        // 9:30 in Kolkata is 5:00 in Oslo: mine begin later.
        assert_eq!(
            met(570, 1080, Tz::Asia__Kolkata).unwrap(),
            "2026-03-10 07:30"
        );
        // 9:00 in New York is 14:00 in Oslo that week.
        assert_eq!(
            met(540, 1020, Tz::America__New_York).unwrap(),
            "2026-03-10 13:00"
        );
        // Half an hour is enough, less is not.
        assert_eq!(
            met(600, 1020, Tz::America__New_York).unwrap(),
            "2026-03-10 14:00"
        );
        // Mine end at 16:30, which is 11:30 there that week.
        assert_eq!(
            met(660, 1020, Tz::America__New_York).unwrap(),
            "2026-03-10 15:00"
        );
        assert_eq!(met(661, 1020, Tz::America__New_York), None);
        assert_eq!(met(540, 1020, Tz::Pacific__Auckland), None);
    }

    fn hours() -> impl Strategy<Value = [Option<(u16, u16)>; 7]> {
        let day =
            (0_u16..1400, 1_u16..900).prop_map(|(from, long)| (from, (from + long).min(1440)));
        prop::array::uniform7(prop::option::weighted(0.7, day))
    }

    fn zone() -> impl Strategy<Value = Tz> {
        prop::sample::select(vec![
            Tz::Europe__Oslo,
            Tz::America__New_York,
            Tz::Asia__Kolkata,
            Tz::Australia__Lord_Howe,
            Tz::America__St_Johns,
            Tz::Pacific__Apia,
            Tz::Africa__Casablanca,
            Tz::UTC,
        ])
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

        /// Through the days on which clocks change on either side: both work at that instant and for 29 minutes after
        /// it, nothing earlier would do, and where there is none, none is on two of my working days.
        #[test]
        fn it_is_the_first_instant_that_both_share(mine in hours(), theirs in hours(), here in zone(), there in zone(),
            day in 0_u64..400) {
            let (mine, theirs) = (rules(mine, here), rules(theirs, there));
            let day = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Days::new(day);
            let Some(opens) = mine.day_opens(day) else { return Ok(()) };
            let met = mine.next_meeting(opens, &theirs);
            let both = |at: DateTime<Utc>| mine.is_open(at) && theirs.is_open(at);
            let lasts = |at: DateTime<Utc>| (0..30).all(|minute| both(at + Duration::minutes(minute)));
            if let Some(met) = met {
                prop_assert!(met >= opens && lasts(met));
            }
            // The second of my working days ends before this.
            let next = mine.next_working_day(mine.day_of(opens).succ_opt().unwrap()).unwrap();
            let end = mine.day_opens(next).unwrap() + Duration::days(1);
            let last = met.unwrap_or_else(|| {
                let minutes = (0..).map(|minute| end - Duration::minutes(minute));
                let mut open = minutes.skip_while(|at| !mine.is_open(*at));
                open.next().unwrap()
            });
            let minutes = (last - opens).num_minutes();
            for minute in 0..minutes.min(3 * 1440) {
                let at = opens + Duration::minutes(minute);
                // A period that goes on into the next one counts by its own end.
                let is_shared = lasts(at) && mine.period_of(at) == mine.period_of(at + Duration::minutes(29))
                    && theirs.period_of(at) == theirs.period_of(at + Duration::minutes(29));
                let touches_third = mine.day_of(at) > next;
                prop_assert!(!is_shared || touches_third, "{at} before {met:?}");
            }
        }
    }

    impl Rules {
        /// The start of the working period that an instant is in.
        fn period_of(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
            let day = self.day_of(at);
            [day.pred_opt(), Some(day), day.succ_opt()]
                .into_iter()
                .flatten()
                .filter_map(|day| self.period(day))
                .find(|period| period.contains(&at))
                .map(|period| period.start)
        }
    }
}
