//! The words of introductions. Pure.

use chrono::NaiveDate;

use crate::introductions::{
    Ask, Introducer, IntroductionAnswer, IntroductionRecord, IntroductionStage,
};
use crate::number_words::number;
use crate::typed_day::short_date;

/// The people of an introduction by name, in their order: first names and whole names.
pub(super) struct Names {
    pub(super) first: Vec<String>,
    pub(super) whole: Vec<String>,
}

impl Names {
    pub(super) fn first(&self, at: usize) -> &str {
        self.first.get(at).map_or("", String::as_str)
    }

    pub(super) fn whole(&self, at: usize) -> &str {
        self.whole.get(at).map_or("", String::as_str)
    }

    fn last(&self) -> usize {
        self.whole.len().saturating_sub(1)
    }

    /// "Samir", "Samir and Gareth": through whom the user meets the last.
    fn between(&self) -> String {
        let between = self.first.get(..self.last()).unwrap_or_default();
        between.join(" and ")
    }
}

/// As the page of the person at position `seen` heads it.
pub(super) fn title(record: &IntroductionRecord, names: &Names, seen: usize) -> String {
    let (one, other) = match seen {
        1 => (1, 0),
        _ => (0, 1),
    };
    let last = names.whole(names.last());
    match (record.by, record.stage()) {
        (Introducer::Me, IntroductionStage::Made) => {
            let (first, whole) = (names.first(one), names.whole(other));
            format!("You introduced {first} to {whole}")
        }
        (Introducer::Me, _) => format!("{} and {}", names.first(one), names.whole(other)),
        (Introducer::Them, IntroductionStage::Made) => {
            format!("{} introduced you to {last}", names.between())
        }
        (Introducer::Them, _) => format!("A way in to {last}"),
    }
}

pub(super) fn about(record: &IntroductionRecord, names: &Names, today: NaiveDate) -> String {
    let since = short_date(record.began_on.date(), today);
    match record.by {
        Introducer::Me => format!("You introduce them, since {since}"),
        Introducer::Them => format!("Through {}, since {since}", names.between()),
    }
}

/// What comes next, without a full stop.
pub(super) fn next(record: &IntroductionRecord, names: &Names, today: NaiveDate) -> String {
    let answered = |answer| {
        let said = |at: &usize| record.ask_of(*at).and_then(|ask| ask.answer) == Some(answer);
        (0..record.people.len()).find(said)
    };
    let last = names.first(names.last());
    match (record.stage(), record.by) {
        (IntroductionStage::Agreed, Introducer::Me) => {
            "Both said yes. Introduce them next".to_owned()
        }
        (IntroductionStage::Agreed, Introducer::Them) => {
            format!("All said yes. You meet {last} next")
        }
        (IntroductionStage::Declined, _) => {
            let who = answered(IntroductionAnswer::No).map_or("", |at| names.first(at));
            format!("{who} said no")
        }
        (IntroductionStage::Made, _)
            if record.outcome_on.is_none() && record.rested_on.is_none() =>
        {
            "How did it go?".to_owned()
        }
        (IntroductionStage::Made, _) if record.thanked_on.is_none() => {
            "A word of thanks".to_owned()
        }
        (IntroductionStage::Made, _) => String::new(),
        (IntroductionStage::Rested, _) => record.rested_on.map_or(String::new(), |on| {
            format!("Resting since {}", short_date(on.date(), today))
        }),
        (IntroductionStage::Asking, _) => asking(record, names, today),
    }
}

fn asking(record: &IntroductionRecord, names: &Names, today: NaiveDate) -> String {
    let all = 0..record.people.len();
    let waiting: Vec<&str> = all
        .clone()
        .filter(|at| record.waits_for(*at))
        .map(|at| names.first(at))
        .collect();
    let fresh = all
        .clone()
        .find(|at| record.is_turn_of(*at) && record.ask_of(*at).is_none());
    if let Some(at) = fresh.filter(|_| waiting.is_empty()) {
        return ask_title(record, names, at);
    }
    if !waiting.is_empty() {
        return format!("Waiting for {}", waiting.join(" and "));
    }
    let later = all.clone().find_map(|at| {
        let ask = record.ask_of(at)?;
        Some((at, ask.again_on?))
    });
    later.map_or(String::new(), |(at, on)| {
        format!(
            "{}: not now, until {}",
            names.first(at),
            short_date(on.date(), today)
        )
    })
}

/// The step that asks somebody: "Ask Samir", "Samir asks Gareth".
fn ask_title(record: &IntroductionRecord, names: &Names, at: usize) -> String {
    match record.is_mine_to_ask(at) {
        true => format!("Ask {}", names.first(at)),
        false => format!("{} asks {}", names.first(at - 1), names.first(at)),
    }
}

/// The step of one of the people.
pub(super) fn side_title(record: &IntroductionRecord, names: &Names, at: usize) -> String {
    let name = names.first(at);
    match record.ask_of(at).map(|ask| ask.answer) {
        None => ask_title(record, names, at),
        Some(Some(IntroductionAnswer::No)) => format!("{name} said no"),
        Some(Some(IntroductionAnswer::NotNow)) => format!("{name} said not now"),
        Some(_) => format!("{name} asked"),
    }
}

/// The days of one person's step.
pub(super) fn side_words(record: &IntroductionRecord, at: usize, today: NaiveDate) -> String {
    let Some(ask) = record.ask_of(at) else {
        return String::new();
    };
    let on = short_date(ask.on.date(), today);
    let answered = ask.answered_on.map(|on| short_date(on.date(), today));
    match (ask.answer, answered) {
        (Some(IntroductionAnswer::Yes), Some(day)) => format!("{on}. Yes on {day}"),
        (Some(IntroductionAnswer::No), Some(day)) => format!("Asked on {on}, no on {day}"),
        (Some(IntroductionAnswer::NotNow), _) => match ask.again_on {
            Some(again) => format!("{on}. Again from {}", short_date(again.date(), today)),
            None => on,
        },
        _ => match (today - ask.on.date()).num_days() {
            ..=0 => format!("{on}. Just asked"),
            1 => format!("{on}. No answer for a day"),
            days => format!("{on}. No answer for {} days", days_words(days)),
        },
    }
}

fn days_words(days: i64) -> String {
    usize::try_from(days).map_or_else(|_| days.to_string(), number)
}

/// An earlier question and its answer.
pub(super) fn earlier(ask: &Ask, today: NaiveDate) -> String {
    let on = short_date(ask.on.date(), today);
    let day = ask.answered_on.map(|on| short_date(on.date(), today));
    let answered = match (ask.answer, day) {
        (Some(IntroductionAnswer::Yes), Some(day)) => format!(", yes on {day}"),
        (Some(IntroductionAnswer::No), Some(day)) => format!(", no on {day}"),
        (Some(IntroductionAnswer::NotNow), Some(day)) => format!(", not now on {day}"),
        _ => ", no answer".to_owned(),
    };
    let words = match ask.words.as_str() {
        "" => String::new(),
        words => format!(": {words}"),
    };
    format!("Asked on {on}{answered}{words}")
}
