//! All settings together, as the page reads and writes them; and the settings of the page's appearance.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::check_ins::{ComfortablePerDay, LevelDays, WeekdayShares, leave_days_off};
use crate::customs::{
    Customs, DateOrderChosen, HourClockChosen, SystemCustoms, WeekStart, WeekStartChosen,
};
use crate::days::{DateOrder, HourClock};
use crate::details::{self, Country, DateNotice, UsualDateNotice};
use crate::drafts::{DraftTemplates, OwnTemplates};
use crate::error::{Error, Result};
use crate::hours::{DaysOff, WorkingHours};
use crate::import::{Me, WhoIAm};
use crate::load::DayShare;
use crate::map::{AsList, LastFilter, LastSteps, MapDepth, MapFilter};
use crate::moment::Moment;
use crate::people_list::{ListFilter, PeopleFilter, WarmthWeights};
use crate::pitches::WordsAMinute;
use crate::reminders::{Background, DaysWithout, HideNames, HoursOfWork, Remind};
use crate::revive::RevivePerWeek;
use crate::settings::{self, Setting, StoredIn, setting};
use crate::store::Tx;
use crate::ties::{ClosenessWeights, TieWeights};
use crate::warmth::Weights;

/// What decides which days are working days.
const WORKING_DAYS: [&str; 2] = [HoursOfWork::KEY, DaysWithout::KEY];

/// The colour scheme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// That of the operating system.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The width of the sidebar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Sidebar {
    /// Depends on the width of the window.
    #[default]
    Auto,
    /// Icons only.
    Rail,
    /// Icons and labels.
    Full,
}

setting! {
    /// The colour scheme.
    LightOrDark: Theme = Theme::default(), "theme", Remembered;
    /// Size of text, as a factor.
    TextScale: f64 = 1.0, "textScale", Remembered, check_text_scale;
    /// The width of the sidebar.
    SidebarWidth: Sidebar = Sidebar::default(), "sidebar", Remembered;
    /// Whether Reflect stands in the sidebar; quick search leads there in any case.
    ShowReflect: bool = true, "showReflect", Undoable;
    /// Whether the user has finished or skipped the introduction.
    Onboarded: bool = false, "onboarded", Remembered;
}

/// How the window looks. Every book has these settings, and they are copied when another book is opened.
const LOOK: [&str; 3] = [LightOrDark::KEY, TextScale::KEY, SidebarWidth::KEY];

fn check_text_scale(scale: &f64) -> Result<()> {
    match (0.8..=2.0).contains(scale) {
        true => Ok(()),
        false => Err(Error::invalid(
            "textScale",
            "Text can be 80 to 200 % of its size.",
        )),
    }
}

/// All settings. The keys on the wire are the field names in camel case.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// The colour scheme.
    pub theme: Theme,
    /// Size of text, as a factor, 0.8–2.
    pub text_scale: f64,
    /// The width of the sidebar.
    pub sidebar: Sidebar,
    /// ISO 3166 code of the country of phone numbers without a country code; '' for that of the system.
    pub country: String,
    /// Which number of "3/4" is the day; absent for as the system has it.
    pub date_order: Option<DateOrder>,
    /// The day with which a week begins; absent for as the system has it.
    pub week_start: Option<WeekStart>,
    /// Whether times of day have 24 hours or 12; absent for as the system has it.
    pub hour_clock: Option<HourClock>,
    /// What the system's locale says.
    pub system_customs: Customs,
    /// The user's own names, mail addresses and phone numbers. An import skips cards with them by default.
    pub me: Me,
    /// The filter of the people list.
    pub list_filter: PeopleFilter,
    /// Whether the user has finished or skipped the introduction.
    pub onboarded: bool,
    /// Hours of each weekday in which Kith may remind.
    pub working_hours: WorkingHours,
    /// Days on which Kith does not remind.
    pub days_off: Vec<DaysOff>,
    /// How many check-ins a full working day comfortably holds, 1–50.
    pub comfortable_per_day: u32,
    /// How much of that each weekday takes, Monday first.
    #[cfg_attr(feature = "typescript", ts(as = "Vec<DayShare>"))]
    pub weekday_shares: [DayShare; 7],
    /// Whether Kith places check-ins of rhythms where there is room.
    pub level_days: bool,
    /// How many people a week are worth taking up again, 0–5.
    pub revive_per_week: u32,
    /// Whether Kith shows a notification when a check-in is due.
    pub remind: bool,
    /// How long before the dates of people kept close the user is told of them.
    pub date_notice: DateNotice,
    /// Whether notifications hide names.
    pub hide_names: bool,
    /// Whether closing the window leaves Kith running in the tray, if the system has one.
    pub background: bool,
    /// The templates of drafts that the user changed.
    pub draft_templates: DraftTemplates,
    /// How many words the user says in a minute, 60–300.
    pub words_a_minute: u32,
    /// Whether Reflect stands in the sidebar.
    pub show_reflect: bool,
    /// The weights from which warmth is computed.
    pub warmth: Weights,
    /// The weights of ties between other people.
    pub ties: TieWeights,
    /// How many steps from the user the map shows.
    pub map_steps: MapDepth,
    /// Whether the map is shown as a list.
    pub map_list: bool,
    /// The filter of the map.
    pub map_filter: MapFilter,
}

/// Pairs each field of `Settings` with its setting, and makes the functions that read
/// and write all of them from that.
macro_rules! all_settings {
    ($($field:ident: $setting:ty),+ $(,)?) => {
        impl Default for Settings {
            fn default() -> Self {
                Self { $($field: <$setting>::default_value()),+ }
            }
        }

        fn read_all(tx: &Tx<'_>) -> Result<Settings> {
            Ok(Settings { $($field: settings::get::<$setting>(tx)?),+ })
        }

        /// Where the setting with this key is stored; `None` if there is no such setting.
        fn stored_in(key: &str) -> Option<StoredIn> {
            $(if key == <$setting>::KEY {
                return Some(<$setting>::STORED_IN);
            })+
            None
        }

        fn set(tx: &Tx<'_>, key: &str, value: &Value) -> Result<()> {
            $(if key == <$setting>::KEY {
                return settings::set::<$setting>(tx, value);
            })+
            Err(Error::invalid(key, "Kith has no such setting."))
        }
    };
}

all_settings! {
    theme: LightOrDark,
    text_scale: TextScale,
    sidebar: SidebarWidth,
    country: Country,
    date_order: DateOrderChosen,
    week_start: WeekStartChosen,
    hour_clock: HourClockChosen,
    system_customs: SystemCustoms,
    me: WhoIAm,
    list_filter: ListFilter,
    onboarded: Onboarded,
    working_hours: HoursOfWork,
    days_off: DaysWithout,
    comfortable_per_day: ComfortablePerDay,
    weekday_shares: WeekdayShares,
    level_days: LevelDays,
    revive_per_week: RevivePerWeek,
    remind: Remind,
    date_notice: UsualDateNotice,
    hide_names: HideNames,
    background: Background,
    draft_templates: OwnTemplates,
    words_a_minute: WordsAMinute,
    show_reflect: ShowReflect,
    warmth: WarmthWeights,
    ties: ClosenessWeights,
    map_steps: LastSteps,
    map_list: AsList,
    map_filter: LastFilter,
}

impl Book {
    /// All settings. Those that were never set have their default.
    ///
    /// # Errors
    /// Storage errors.
    pub fn settings(&self) -> Result<Settings> {
        self.read(read_all)
    }

    /// Remembers what the system's locale says, and brings up to date what follows from it.
    ///
    /// # Errors
    /// Those of storage.
    pub fn system_customs_are(&self, customs: &Customs) -> Result<()> {
        if self.read(settings::get::<SystemCustoms>)? == *customs {
            return Ok(());
        }
        self.change_for_good(|tx| {
            settings::set::<SystemCustoms>(tx, &serde_json::to_value(customs)?)?;
            details::normalise_phones(tx)
        })
    }

    /// Sets some settings, all or none. `some` has keys and values of `Settings` as JSON.
    ///
    /// # Errors
    /// `Invalid` with the key; storage errors.
    pub fn settings_set(&self, some: &Map<String, Value>, now: &Moment) -> Result<Done<Settings>> {
        let mut undoable = some
            .keys()
            .filter(|key| stored_in(key) == Some(StoredIn::Undoable));
        let subject = undoable.next().cloned().unwrap_or_default();
        let mut done = self.change(OperationKind::Settings, now, |change| {
            change.about(subject, 1);
            for (key, value) in some {
                set(&change.tx, key, value)?;
            }
            if WORKING_DAYS.iter().any(|key| some.contains_key(*key)) {
                leave_days_off(&change.tx, now)?;
            }
            read_all(&change.tx)
        })?;
        // They are not in the undo log, but the window must be told.
        let settings = "settings".to_owned();
        if some.keys().any(|key| LOOK.contains(&key.as_str()))
            && !done.changes.tables.contains(&settings)
        {
            done.changes.tables.push(settings);
        }
        Ok(done)
    }

    /// The settings of the window's looks, for `settings_set` of the book that is opened next.
    ///
    /// # Errors
    /// Storage errors.
    pub fn look(&self) -> Result<Map<String, Value>> {
        let Value::Object(mut all) = serde_json::to_value(self.settings()?)? else {
            return Err(Error::internal("settings"));
        };
        all.retain(|key, _| LOOK.contains(&key.as_str()));
        Ok(all)
    }
}
