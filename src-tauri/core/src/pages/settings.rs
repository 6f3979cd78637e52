//! Every setting as the page sees it: what the nouns declare, and how the page itself looks.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::details::Country;
use crate::error::{Error, Result};
use crate::hours::{DaysOff, WorkingHours};
use crate::import::{Me, WhoIAm};
use crate::map::{AsList, LastFilter, LastSteps, MapDepth, MapFilter};
use crate::moment::Moment;
use crate::people_list::{ListFilter, PeopleFilter, WarmthWeights};
use crate::reminders::{Background, DaysWithout, HideNames, HoursOfWork, Remind};
use crate::settings::{self, Kept, Setting, setting};
use crate::store::Tx;
use crate::ties::{ClosenessWeights, TieWeights};
use crate::warmth::Weights;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// How the sidebar stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Sidebar {
    /// As the window's width has it.
    #[default]
    Auto,
    /// Icons only.
    Rail,
    /// Icons and words.
    Full,
}

setting! {
    /// Light or dark.
    LightOrDark: Theme = Theme::default(), "theme", Undoable;
    /// Size of text.
    TextScale: f64 = 1.0, "textScale", Undoable, check_text_scale;
    /// How the sidebar stands.
    SidebarStands: Sidebar = Sidebar::default(), "sidebar", Remembered;
    /// The first steps have been taken.
    Onboarded: bool = false, "onboarded", Remembered;
}

fn check_text_scale(scale: &f64) -> Result<()> {
    match (0.8..=2.0).contains(scale) {
        true => Ok(()),
        false => Err(Error::invalid(
            "textScale",
            "Text can be 80 to 200 % of its size.",
        )),
    }
}

/// Everything that can be set.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// Size of text, 0.8–2.
    pub text_scale: f64,
    /// How the sidebar stands.
    pub sidebar: Sidebar,
    /// ISO 3166 of phone numbers written without a country, '' for not known.
    pub country: String,
    /// Who I am.
    pub me: Me,
    /// The people list's filter.
    pub list_filter: PeopleFilter,
    /// The first steps have been taken.
    pub onboarded: bool,
    /// When Kith may remind, by weekday.
    pub working_hours: WorkingHours,
    /// Days on which it does not.
    pub days_off: Vec<DaysOff>,
    /// Notifications are shown when a check-in is due.
    pub remind: bool,
    /// They do not say who.
    pub hide_names: bool,
    /// Closing the window leaves Kith in the tray, where there is one.
    pub background: bool,
    /// What warmth is weighed by.
    pub warmth: Weights,
    /// What ties among others weigh.
    pub ties: TieWeights,
    /// What the map last showed, around me.
    pub map_steps: MapDepth,
    /// The map stands as a list.
    pub map_list: bool,
    /// The map's filter.
    pub map_filter: MapFilter,
}

/// Which setting each field is.
macro_rules! composed {
    ($($field:ident: $setting:ty),+ $(,)?) => {
        impl Default for Settings {
            fn default() -> Self {
                Self { $($field: <$setting>::usual()),+ }
            }
        }

        fn read(tx: &Tx<'_>) -> Result<Settings> {
            Ok(Settings { $($field: settings::get::<$setting>(tx)?),+ })
        }

        /// Where a setting is kept; `None` where there is none of this key.
        fn kept(key: &str) -> Option<Kept> {
            $(if key == <$setting>::KEY {
                return Some(<$setting>::KEPT);
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

composed! {
    theme: LightOrDark,
    text_scale: TextScale,
    sidebar: SidebarStands,
    country: Country,
    me: WhoIAm,
    list_filter: ListFilter,
    onboarded: Onboarded,
    working_hours: HoursOfWork,
    days_off: DaysWithout,
    remind: Remind,
    hide_names: HideNames,
    background: Background,
    warmth: WarmthWeights,
    ties: ClosenessWeights,
    map_steps: LastSteps,
    map_list: AsList,
    map_filter: LastFilter,
}

impl Book {
    /// Every setting, defaults where nothing was set.
    ///
    /// # Errors
    /// Those of storage.
    pub fn settings(&self) -> Result<Settings> {
        self.read(read)
    }

    /// Sets some settings, all or none: a JSON object of `Settings`' fields.
    ///
    /// # Errors
    /// `Invalid` with the field; those of storage.
    pub fn settings_set(&self, some: &Map<String, Value>, now: &Moment) -> Result<Done<Settings>> {
        let mut undoable = some.keys().filter(|key| kept(key) == Some(Kept::Undoable));
        let subject = undoable.next().cloned().unwrap_or_default();
        self.change(OperationKind::Settings, now, |change| {
            change.about(subject, 1);
            for (key, value) in some {
                set(&change.tx, key, value)?;
            }
            read(&change.tx)
        })
    }
}
