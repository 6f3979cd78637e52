//! What figures say, in sentences. Pure.

use super::counted::{CIRCLES, Group, Met, OfPerson, Talked, Value, talks_each};
use super::{BalanceFigure, BalanceGroup, BalanceShown, ENOUGH, ENOUGH_MET};
use crate::attributes::{Attribute, AttributeId};
use crate::channel::Channel;
use crate::letters::capital;
use crate::number_words::{capital_number, listed_at_most, number, number_alone};
use crate::relationships::{Category, Workplace};

/// Above this share of people whom one met alone, a sentence says what that costs. Uzzi & Dunlap 2005, HBR 83(12).
const MOSTLY_ALONE: f64 = 0.65;
/// Remote people hear less or more often below or above this part of what those in-house hear.
const AS_OFTEN: std::ops::RangeInclusive<f64> = 0.75..=1.33;
/// At most so many values are listed: all the kinds that a new book has.
const MOST_LISTED: usize = 12;

/// What a figure is counted from.
pub(crate) struct CountedFrom<'a> {
    pub(crate) people: &'a [OfPerson],
    pub(crate) talks: &'a [Talked],
    /// The names of all kinds.
    pub(crate) kinds: &'a [String],
    /// The attributes of the user's own choosing.
    pub(crate) attributes: &'a [Attribute],
}

impl<'a> CountedFrom<'a> {
    /// What can be chosen for a figure, in its order; `None` where that is not laid down.
    pub(crate) fn values(&self, figure: BalanceFigure) -> Option<Vec<&'a str>> {
        match figure {
            BalanceFigure::Kinds => Some(self.kinds.iter().map(String::as_str).collect()),
            BalanceFigure::Attribute(id) => {
                let choices = self.attribute(id)?.choices.iter();
                Some(choices.map(|choice| choice.name.as_str()).collect())
            }
            _ => None,
        }
    }

    fn attribute(&self, id: AttributeId) -> Option<&'a Attribute> {
        self.attributes.iter().find(|one| one.id == id)
    }
}

/// A figure as the page shows it.
pub(crate) fn shown(
    figure: BalanceFigure,
    groups: &[Group],
    from: &CountedFrom<'_>,
) -> BalanceShown {
    let counted = match figure {
        BalanceFigure::Circles => groups.last().map_or(0, |group| group.count),
        _ => groups.iter().map(|group| group.count).sum(),
    };
    let needs = match figure {
        BalanceFigure::Met => ENOUGH_MET,
        _ => ENOUGH,
    };
    let enough = counted >= needs;
    BalanceShown {
        figure,
        title: title(figure, from),
        words: match enough {
            true => words(figure, groups, counted, from),
            false => not_enough(figure, needs, counted),
        },
        enough,
        known: known(figure, counted, from.people.len()),
        groups: match enough {
            true => groups
                .iter()
                .take(MOST_LISTED)
                .map(|group| in_figure(figure, group, groups, counted))
                .collect(),
            false => Vec::new(),
        },
        how: how(figure).to_owned(),
    }
}

fn title(figure: BalanceFigure, from: &CountedFrom<'_>) -> String {
    let words = match figure {
        BalanceFigure::Kinds => "Kinds of relationship",
        BalanceFigure::Channels => "How you talk",
        BalanceFigure::Sides => "Inside and outside",
        BalanceFigure::Workplaces => "In-house and remote",
        BalanceFigure::Circles => "Close circles against rhythm",
        BalanceFigure::Met => "How you met",
        BalanceFigure::Organisations => "Organisation",
        BalanceFigure::Countries => "Country",
        BalanceFigure::Roles => "Role",
        BalanceFigure::Tags => "Tag",
        BalanceFigure::Attribute(id) => {
            return from
                .attribute(id)
                .map_or(String::new(), |one| one.name.clone());
        }
    };
    words.to_owned()
}

/// "62 of 214", "31 talks in 12 months", "8 kept close".
fn known(figure: BalanceFigure, counted: usize, people: usize) -> String {
    match (figure, counted) {
        (BalanceFigure::Channels, 1) => "1 talk in 12 months".to_owned(),
        (BalanceFigure::Channels, _) => format!("{counted} talks in 12 months"),
        (BalanceFigure::Circles, _) => format!("{counted} kept close"),
        (BalanceFigure::Tags, _) => format!("{counted} times"),
        _ => format!("{counted} of {people}"),
    }
}

fn not_enough(figure: BalanceFigure, needs: usize, counted: usize) -> String {
    let of = match figure {
        BalanceFigure::Kinds => "people with a kind",
        BalanceFigure::Channels => "talks that say how, within 12 months",
        BalanceFigure::Sides => "people of whom you said whether they are inside",
        BalanceFigure::Workplaces => "people of whom you said whether they work remotely",
        BalanceFigure::Circles => "people kept close with a rhythm",
        BalanceFigure::Met => "people of whom you said at which event or through whom you met",
        BalanceFigure::Organisations => "people with an organisation",
        BalanceFigure::Countries => "people with a country in their address",
        BalanceFigure::Roles => "people with a role",
        BalanceFigure::Tags => "tags on people",
        BalanceFigure::Attribute(_) => "people with a choice",
    };
    let so_far = format!("{} so far", number_alone(counted));
    format!("Not enough yet: it needs {} {of}, {so_far}.", number(needs))
}

fn words(
    figure: BalanceFigure,
    groups: &[Group],
    counted: usize,
    from: &CountedFrom<'_>,
) -> String {
    match figure {
        BalanceFigure::Kinds => {
            let all: Vec<&str> = from.kinds.iter().map(String::as_str).collect();
            kinds(groups, counted, &all)
        }
        BalanceFigure::Channels => channels(groups, counted),
        BalanceFigure::Sides => sides(groups, counted),
        BalanceFigure::Workplaces => workplaces(from),
        BalanceFigure::Circles => "Most people hold about 5, 15, 50 and 150 others, each circle counting those inside it. \
                                   A guide, not a target."
            .to_owned(),
        BalanceFigure::Met => met(groups, counted),
        BalanceFigure::Organisations
        | BalanceFigure::Countries
        | BalanceFigure::Roles
        | BalanceFigure::Tags
        | BalanceFigure::Attribute(_) => String::new(),
    }
}

/// "Client and Peer are more than half. Nobody yet: Mentor and Recruiter."
fn kinds(groups: &[Group], counted: usize, all: &[&str]) -> String {
    let first = match groups {
        [one, ..] if 2 * one.count > counted => format!("{} is more than half.", one.label),
        [one, two, ..] if 2 * (one.count + two.count) > counted => {
            format!("{} and {} are more than half.", one.label, two.label)
        }
        _ => "No two kinds are more than half.".to_owned(),
    };
    match without(groups, all).as_slice() {
        [] => first,
        missing => format!("{first} Nobody yet: {}.", listed_at_most(missing, 5)),
    }
}

/// The values that nobody has.
pub(crate) fn without<'a>(groups: &[Group], all: &[&'a str]) -> Vec<&'a str> {
    let has = |name: &str| groups.iter().any(|group| group.label == name);
    all.iter().copied().filter(|name| !has(name)).collect()
}

fn channels(groups: &[Group], counted: usize) -> String {
    match groups {
        [one, ..] if 2 * one.count > counted => format!("Mostly {}.", in_sentence(one)),
        [one, two, ..] => format!(
            "Most often {}, then {}.",
            in_sentence(one),
            in_sentence(two)
        ),
        _ => String::new(),
    }
}

/// How one talks, of a group of talks by their channel.
fn in_sentence(group: &Group) -> String {
    let Value::Channel(channel) = group.value else {
        return group.label.clone();
    };
    match channel {
        Channel::InPerson => "in person",
        Channel::Video => "by video",
        Channel::Phone => "by phone",
        Channel::Email => "by email",
        Channel::Chat => "by chat",
        Channel::Text => "by text",
        Channel::Social => "on social networks",
        Channel::NotSaid => "without saying how",
    }
    .to_owned()
}

fn sides(groups: &[Group], counted: usize) -> String {
    let outside = count_of(groups, Value::Side(Category::External));
    match outside {
        0 => "Nobody is outside your organisation.".to_owned(),
        all if all == counted => "Nobody is inside your organisation.".to_owned(),
        _ => format!(
            "{} in ten are outside your organisation.",
            tenths(outside, counted)
        ),
    }
}

/// "About seven": of ten, rounded.
fn tenths(part: usize, whole: usize) -> String {
    let tenths = (10 * part + whole / 2).checked_div(whole).unwrap_or(0);
    match tenths {
        0 => "Fewer than one".to_owned(),
        10 => "More than nine".to_owned(),
        some => format!("About {}", number(some)),
    }
}

/// How often remote people hear from the user beside those in-house.
fn workplaces(from: &CountedFrom<'_>) -> String {
    let each = |workplace| talks_each(workplace, from.people, from.talks);
    let (remote, in_house) = match (each(Workplace::Remote), each(Workplace::InHouse)) {
        (None, _) => return "Nobody works remotely.".to_owned(),
        (_, None) => return "Nobody works in-house.".to_owned(),
        (Some(remote), Some(in_house)) => (remote, in_house),
    };
    if in_house == 0.0 {
        return match remote > 0.0 {
            true => "In 12 months you talked with remote people only.".to_owned(),
            false => "In 12 months you talked with none of them.".to_owned(),
        };
    }
    let ratio = remote / in_house;
    let often = match ratio {
        some if (0.45..=0.55).contains(&some) => "half as often as",
        some if some < *AS_OFTEN.start() => "less often than",
        some if some > *AS_OFTEN.end() => "more often than",
        _ => "about as often as",
    };
    format!(
        "Remote people talk with you {often} those in-house: {remote:.1} talks each in 12 months, against {in_house:.1}."
    )
}

fn met(groups: &[Group], counted: usize) -> String {
    let alone = count_of(groups, Value::Met(Met::Alone));
    let share = alone as f64 / counted.max(1) as f64;
    match share > MOSTLY_ALONE {
        true => format!(
            "You met {} of them by yourself; people whom others introduce tend to come from circles that are not yet \
             yours.",
            percent(alone, counted)
        ),
        false => format!(
            "Others introduced you to {} of them.",
            percent(counted - alone, counted)
        ),
    }
}

fn count_of(groups: &[Group], value: Value) -> usize {
    groups
        .iter()
        .find(|group| group.value == value)
        .map_or(0, |group| group.count)
}

/// "38 %", "under 1 %".
pub(crate) fn percent(part: usize, whole: usize) -> String {
    if part > 0 && 200 * part < whole {
        return "under 1 %".to_owned();
    }
    format!("{:.0} %", 100.0 * part as f64 / whole.max(1) as f64)
}

fn in_figure(
    figure: BalanceFigure,
    group: &Group,
    groups: &[Group],
    counted: usize,
) -> BalanceGroup {
    let circle = match group.value {
        Value::Circle(at) => CIRCLES.get(at),
        _ => None,
    };
    let most = groups.iter().map(|group| group.count).max().unwrap_or(0);
    let whole = circle.map_or(most, |circle| circle.usual).max(1);
    BalanceGroup {
        label: group.label.clone(),
        value: match (figure, circle) {
            (_, Some(circle)) => format!("{} of {}", group.count, circle.usual),
            (BalanceFigure::Channels, _) => percent(group.count, counted),
            _ => group.count.to_string(),
        },
        bar: (group.count as f64 / whole as f64).min(1.0),
        note: circle.map_or(String::new(), |circle| {
            let beyond = match group.count.checked_sub(circle.usual) {
                Some(more) if more > 0 => format!(", {} more than most", number(more)),
                _ => String::new(),
            };
            format!(
                "Usually {}. Counted here: {}{beyond}.",
                circle.usually, circle.rhythm_words
            )
        }),
    }
}

fn how(figure: BalanceFigure) -> &'static str {
    match figure {
        BalanceFigure::Kinds => {
            "Everybody for whom you chose a kind. Those without one are left out, not guessed."
        }
        BalanceFigure::Channels => {
            "Talks of the last 12 months, each once, whoever took part. Attempts do not count, nor talks that do not say how."
        }
        BalanceFigure::Sides => "Everybody kept close or with a kind, by what you said of them.",
        BalanceFigure::Workplaces => {
            "Everybody of whom you said where they work. Talks are those of the last 12 months, divided by how many \
             people there are, also those you did not talk with."
        }
        BalanceFigure::Circles => {
            "Counted by the rhythm you planned, of everybody kept close. The sizes are what Robin Dunbar found in many \
             groups of people (Dunbar 2018, 2020)."
        }
        BalanceFigure::Met => {
            "Of those with an event where you met or somebody through whom you met, and of introductions that were made. \
             From 15 people on. After Uzzi and Dunlap 2005, who saw narrow networks above 65 % by oneself."
        }
        BalanceFigure::Organisations => "By the first present job.",
        BalanceFigure::Countries => "By the country of the first address that has one.",
        BalanceFigure::Roles => "By the role of the first present job.",
        BalanceFigure::Attribute(_) => "By the choice you made for each.",
        BalanceFigure::Tags => "By your tags; somebody with two counts for both.",
    }
}

/// What variety says: "Varied by kind, alike by country. Alike is not wrong; …".
pub(crate) fn variety_words(varied: &[(&str, f64)]) -> String {
    let of = |is: &dyn Fn(f64) -> bool| -> Vec<String> {
        varied
            .iter()
            .filter(|(_, iqv)| is(*iqv))
            .map(|(title, _)| title.to_lowercase())
            .collect()
    };
    let (different, alike) = (of(&|iqv| iqv >= 0.75), of(&|iqv| iqv < 0.5));
    let by = |words: &str, titles: &[String]| {
        let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
        (!titles.is_empty()).then(|| format!("{words} by {}", listed_at_most(&titles, 5)))
    };
    let parts: Vec<String> = [by("varied", &different), by("alike", &alike)]
        .into_iter()
        .flatten()
        .collect();
    if parts.is_empty() {
        return String::new();
    }
    let alike = match alike.is_empty() {
        true => "",
        false => " Alike is not wrong; it only says where few of your people look from.",
    };
    format!("{}.{alike}", capital(&parts.join(", ")))
}

/// How open the network is: the share of contacts that do not overlap, and how many hold what is reached no other way.
pub(crate) fn headline(efficiency: f64, holders: usize) -> String {
    let open = match efficiency {
        some if some >= 0.8 => "Your people come from many circles.",
        some if some >= 0.5 => "Your people come from several circles that overlap.",
        _ => "Most of your people know one another.",
    };
    match holders {
        0 => open.to_owned(),
        1 => format!("{open} One of them holds people you reach no other way."),
        many => format!(
            "{open} {} of them hold people you reach no other way.",
            capital_number(many)
        ),
    }
}
