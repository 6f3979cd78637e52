//! What a person has set. Settings are rows of the book and can be undone; the window's memory
//! (filters, the sidebar) is kept beside them and cannot.

pub(crate) mod setting_rows;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::details::contact_point_rows;
use crate::details::{ContactKind, contact_normal};
use crate::error::{Error, Result};
use crate::field_limits::check_length;
use crate::hours::{DaysOff, WorkingHours};
use crate::map::{MapDepth, MapFilter};
use crate::moment::Moment;
use crate::people_list::PeopleFilter;
use crate::store::Tx;
use crate::store::noun::{Noun, Table};
use crate::ties::TieWeights;
use crate::warmth::Weights;

/// Settings, and what the window remembers.
pub(crate) const NOUN: Noun = Noun {
    tables: &[Table::undoable("settings"), Table::aside("remembered")],
    ..Noun::BARE
};

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

/// Who I am: cards that match are not imported by default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Me {
    /// My names.
    pub names: Vec<String>,
    /// My mail addresses.
    pub emails: Vec<String>,
    /// My phone numbers.
    pub phones: Vec<String>,
}

/// Everything that can be set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default)]
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

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            text_scale: 1.0,
            sidebar: Sidebar::default(),
            country: String::new(),
            me: Me::default(),
            list_filter: PeopleFilter::default(),
            onboarded: false,
            working_hours: WorkingHours::default(),
            days_off: Vec::new(),
            remind: true,
            hide_names: false,
            background: false,
            warmth: Weights::default(),
            ties: TieWeights::default(),
            map_steps: MapDepth::default(),
            map_list: false,
            map_filter: MapFilter::default(),
        }
    }
}

/// Kept, but no step of Undo: where the window stands.
const REMEMBERED: [&str; 6] = [
    "sidebar",
    "listFilter",
    "onboarded",
    "mapSteps",
    "mapList",
    "mapFilter",
];

impl Book {
    /// Every setting, defaults where nothing was set.
    ///
    /// # Errors
    /// Those of storage.
    pub fn settings(&self) -> Result<Settings> {
        self.read(read)
    }

    /// Sets some settings: a JSON object of `Settings`' fields.
    ///
    /// # Errors
    /// `Invalid` with the field; those of storage.
    pub fn settings_set(&self, some: &Map<String, Value>, now: &Moment) -> Result<Done<Settings>> {
        let before = self.settings()?;
        let mut all = serde_json::to_value(&before)?;
        for (key, value) in some {
            let known = all.as_object_mut().and_then(|all| all.get_mut(key));
            *known.ok_or_else(|| Error::invalid(key, "Kith has no such setting."))? = value.clone();
        }
        let after: Settings = serde_json::from_value(all).map_err(|_| {
            Error::invalid(
                some.keys().next().map_or("", String::as_str),
                "This cannot be set so.",
            )
        })?;
        if !(0.8..=2.0).contains(&after.text_scale) {
            return Err(Error::invalid(
                "textScale",
                "Text can be 80 to 200 % of its size.",
            ));
        }
        check(&after)?;
        let (remembered, kept): (Vec<_>, Vec<_>) = some
            .iter()
            .partition(|(key, _)| REMEMBERED.contains(&key.as_str()));
        if !remembered.is_empty() {
            self.change_for_good(|tx| {
                remembered.iter().try_for_each(|(key, value)| {
                    setting_rows::remember(tx, key, &value.to_string())
                })
            })?;
        }
        let subject = kept
            .first()
            .map(|(key, _)| (*key).clone())
            .unwrap_or_default();
        self.change(OperationKind::Settings, now, |change| {
            change.about(subject, 1);
            for (key, value) in &kept {
                setting_rows::put(&change.tx, key, &value.to_string())?;
            }
            Ok(after)
        })
    }
}

/// More ranges than this are no holidays.
const MOST_DAYS_OFF: usize = 200;

/// # Errors
/// `Invalid` with the field, in plain words.
fn check(settings: &Settings) -> Result<()> {
    if let Some(problem) = settings.working_hours.problem() {
        return Err(Error::invalid("workingHours", problem));
    }
    if settings.days_off.len() > MOST_DAYS_OFF {
        return Err(Error::invalid(
            "daysOff",
            "That is too much to keep: 200 entries at most.",
        ));
    }
    for off in &settings.days_off {
        if let Some(problem) = off.problem() {
            return Err(Error::invalid("daysOff", problem));
        }
        check_length("daysOff", &off.label)?;
    }
    if let Some((field, problem)) = settings.ties.problem() {
        return Err(Error::invalid(&format!("ties.{field}"), problem));
    }
    match settings.warmth.problem() {
        Some((field, problem)) => Err(Error::invalid(&format!("warmth.{field}"), problem)),
        None => Ok(()),
    }
}

/// What is kept beside the settings, as JSON text.
pub(crate) fn remembered(tx: &Tx<'_>, key: &str) -> Result<Option<String>> {
    setting_rows::remembered(tx, key)
}

/// Keeps something beside the settings, as JSON text: no setting, and no step of Undo.
pub(crate) fn remember(tx: &Tx<'_>, key: &str, value: &str) -> Result<()> {
    setting_rows::remember(tx, key, value)
}

/// For which country `contact_points.normal` was computed.
const PHONES_OF: &str = "phonesOf";

/// A country gives numbers written without one their full form. Derived, hence no step of Undo: it
/// follows the setting, forwards and back.
pub(crate) fn normalise_phones(tx: &Tx<'_>) -> Result<()> {
    let country = Value::from(country(tx)?);
    let known = setting_rows::all(tx)?
        .into_iter()
        .find(|(key, _)| key == PHONES_OF);
    let known = known.map_or(Value::from(""), |(_, value)| {
        serde_json::from_str(&value).unwrap_or_default()
    });
    if known == country {
        return Ok(());
    }
    let code = country.as_str().unwrap_or_default();
    for (id, value) in contact_point_rows::all_phones(tx)? {
        contact_point_rows::set_normal(tx, id, &contact_normal(ContactKind::Phone, &value, code))?;
    }
    setting_rows::remember(tx, PHONES_OF, &country.to_string())
}

pub(crate) fn read(tx: &Tx<'_>) -> Result<Settings> {
    let mut set = Map::new();
    for (key, value) in setting_rows::all(tx)? {
        set.insert(key, serde_json::from_str(&value)?);
    }
    // A value that this Kith cannot read falls back to the defaults rather than keeping the book shut.
    Ok(serde_json::from_value(Value::Object(set)).unwrap_or_default())
}

/// ISO 3166 of phone numbers without one, '' for not known.
pub(crate) fn country(tx: &Tx<'_>) -> Result<String> {
    Ok(read(tx)?.country)
}
