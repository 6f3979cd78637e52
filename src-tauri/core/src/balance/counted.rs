//! People by the values of a figure. Pure.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::BalanceFigure;
use crate::attributes::AttributeId;
use crate::channel::Channel;
use crate::ids::PersonId;
use crate::interactions::InteractionId;
use crate::relationships::{Category, Workplace};

/// How somebody was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Met {
    /// The user met them alone.
    Alone,
    /// Somebody introduced them.
    Through,
}

/// What is known of a person.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct OfPerson {
    pub(crate) id: PersonId,
    pub(crate) kind: Option<String>,
    pub(crate) side: Option<Category>,
    pub(crate) workplace: Option<Workplace>,
    pub(crate) kept_close: bool,
    /// Days between check-ins.
    pub(crate) rhythm: Option<u32>,
    pub(crate) organisation: Option<String>,
    pub(crate) role: Option<String>,
    pub(crate) country: Option<String>,
    pub(crate) tags: Vec<String>,
    /// By attribute of the user's own choosing, the name of the choice.
    pub(crate) own: Vec<(AttributeId, String)>,
    pub(crate) met: Option<Met>,
}

impl Default for OfPerson {
    fn default() -> Self {
        Self {
            id: PersonId(0),
            kind: None,
            side: None,
            workplace: None,
            kept_close: false,
            rhythm: None,
            organisation: None,
            role: None,
            country: None,
            tags: Vec::new(),
            own: Vec::new(),
            met: None,
        }
    }
}

/// That a person took part in a conversation of the last 12 months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Talked {
    pub(crate) talk: InteractionId,
    pub(crate) person: PersonId,
    pub(crate) channel: Channel,
}

/// A value of which sentences know more than its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Channel(Channel),
    Side(Category),
    Workplace(Workplace),
    Met(Met),
    /// The position of the circle in `CIRCLES`.
    Circle(usize),
    /// One that has nothing but its name.
    Named,
}

/// A value of a figure and who has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) value: Value,
    /// Its name, by which the page asks for its people.
    pub(crate) label: String,
    /// How many people, or conversations, have it.
    pub(crate) count: usize,
    /// By name.
    pub(crate) people: Vec<PersonId>,
}

/// The close circles: the most days between check-ins with somebody in it, and how many people it usually holds with
/// those inside it. Dunbar 2018, TiCS 22(1); 2020, doi 10.1098/rspa.2020.0446.
pub(crate) const CIRCLES: [Circle; 4] = [
    Circle {
        label: "Closest",
        rhythm: 14,
        rhythm_words: "a rhythm of two weeks or less",
        usual: 5,
        usually: "about weekly",
    },
    Circle {
        label: "Close",
        rhythm: 31,
        rhythm_words: "a month or less",
        usual: 15,
        usually: "about monthly",
    },
    Circle {
        label: "Good to know",
        rhythm: 183,
        rhythm_words: "half a year or less",
        usual: 50,
        usually: "twice a year",
    },
    Circle {
        label: "Familiar",
        rhythm: u32::MAX,
        rhythm_words: "any length",
        usual: 150,
        usually: "once a year",
    },
];

/// A close circle.
pub(crate) struct Circle {
    pub(crate) label: &'static str,
    /// The longest rhythm in it, in days.
    pub(crate) rhythm: u32,
    /// It in words: "a rhythm of two weeks or less".
    pub(crate) rhythm_words: &'static str,
    /// How many people most have in it and inside it.
    pub(crate) usual: usize,
    /// How often one usually talks there.
    pub(crate) usually: &'static str,
}

/// The values of a figure: the most frequent first, then by name; circles from the closest, each with those inside it.
/// People of whom it is not known are in none.
pub(crate) fn groups(figure: BalanceFigure, people: &[OfPerson], talks: &[Talked]) -> Vec<Group> {
    let named = |name: String| (Value::Named, name);
    let known = |value: &dyn Fn(&OfPerson) -> Option<(Value, String)>| {
        by_value(people, |person| value(person).into_iter().collect())
    };
    let one = |name: &dyn Fn(&OfPerson) -> Option<String>| known(&|person| name(person).map(named));
    match figure {
        BalanceFigure::Kinds => one(&|person| person.kind.clone()),
        BalanceFigure::Sides => known(&|person| {
            let side = person.side?;
            Some((Value::Side(side), side_words(side)))
        }),
        BalanceFigure::Workplaces => known(&|person| {
            let workplace = person.workplace?;
            Some((Value::Workplace(workplace), workplace_words(workplace)))
        }),
        BalanceFigure::Met => known(&|person| {
            let met = person.met?;
            Some((Value::Met(met), met_words(met)))
        }),
        BalanceFigure::Organisations => one(&|person| person.organisation.clone()),
        BalanceFigure::Countries => one(&|person| person.country.clone()),
        BalanceFigure::Roles => one(&|person| person.role.clone()),
        BalanceFigure::Attribute(id) => one(&|person| {
            let own = person.own.iter().find(|(attribute, _)| *attribute == id);
            own.map(|(_, choice)| choice.clone())
        }),
        BalanceFigure::Tags => by_value(people, |person| {
            person.tags.iter().cloned().map(named).collect()
        }),
        BalanceFigure::Channels => by_channel(people, talks),
        BalanceFigure::Circles => circles(people),
    }
}

fn by_value(people: &[OfPerson], values: impl Fn(&OfPerson) -> Vec<(Value, String)>) -> Vec<Group> {
    let mut by_value: BTreeMap<String, (Value, Vec<PersonId>)> = BTreeMap::new();
    for person in people {
        for (value, label) in values(person) {
            let (_, with) = by_value.entry(label).or_insert((value, Vec::new()));
            with.push(person.id);
        }
    }
    let mut groups: Vec<Group> = by_value
        .into_iter()
        .map(|(label, (value, people))| Group {
            value,
            label,
            count: people.len(),
            people,
        })
        .collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.count));
    groups
}

/// Conversations by channel, each once, whoever took part. Those of which the channel is not said are left out, and
/// those in which nobody of these people took part.
fn by_channel(people: &[OfPerson], talks: &[Talked]) -> Vec<Group> {
    let mut by_channel: HashMap<Channel, (HashSet<InteractionId>, HashSet<PersonId>)> =
        HashMap::new();
    let ours: HashSet<PersonId> = people.iter().map(|person| person.id).collect();
    for talked in talks.iter().filter(|talked| ours.contains(&talked.person)) {
        let (talks, with) = by_channel.entry(talked.channel).or_default();
        talks.insert(talked.talk);
        with.insert(talked.person);
    }
    let mut groups: Vec<Group> = Vec::new();
    for channel in Channel::ALL {
        if let (Some(label), Some((talks, with))) =
            (channel_words(channel), by_channel.get(&channel))
        {
            let people = people
                .iter()
                .map(|person| person.id)
                .filter(|id| with.contains(id));
            groups.push(Group {
                value: Value::Channel(channel),
                label: label.to_owned(),
                count: talks.len(),
                people: people.collect(),
            });
        }
    }
    groups.sort_by_key(|group| std::cmp::Reverse(group.count));
    groups
}

fn circles(people: &[OfPerson]) -> Vec<Group> {
    CIRCLES
        .iter()
        .enumerate()
        .map(|(at, circle)| {
            let inside = people.iter().filter(|person| {
                person.kept_close && person.rhythm.is_some_and(|rhythm| rhythm <= circle.rhythm)
            });
            let people: Vec<PersonId> = inside.map(|person| person.id).collect();
            Group {
                value: Value::Circle(at),
                label: circle.label.to_owned(),
                count: people.len(),
                people,
            }
        })
        .collect()
}

/// How often the people of a workplace were talked with in 12 months, each on average; `None` without anybody.
pub(crate) fn talks_each(
    workplace: Workplace,
    people: &[OfPerson],
    talks: &[Talked],
) -> Option<f64> {
    let there: HashSet<PersonId> = people
        .iter()
        .filter(|person| person.workplace == Some(workplace))
        .map(|person| person.id)
        .collect();
    let talked = talks
        .iter()
        .filter(|talked| there.contains(&talked.person))
        .count();
    (!there.is_empty()).then(|| talked as f64 / there.len() as f64)
}

fn side_words(side: Category) -> String {
    match side {
        Category::Internal => "Inside".to_owned(),
        Category::External => "Outside".to_owned(),
    }
}

fn workplace_words(workplace: Workplace) -> String {
    match workplace {
        Workplace::InHouse => "In-house".to_owned(),
        Workplace::Remote => "Remote".to_owned(),
    }
}

fn met_words(met: Met) -> String {
    match met {
        Met::Alone => "By yourself".to_owned(),
        Met::Through => "Through somebody".to_owned(),
    }
}

/// `None` where it is not said.
fn channel_words(channel: Channel) -> Option<&'static str> {
    match channel {
        Channel::InPerson => Some("In person"),
        Channel::Video => Some("Video"),
        Channel::Phone => Some("Phone"),
        Channel::Email => Some("Email"),
        Channel::Chat => Some("Chat"),
        Channel::Text => Some("Text"),
        Channel::Social => Some("Social"),
        Channel::NotSaid => None,
    }
}
