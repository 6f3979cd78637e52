//! Lines that write down what was given or received.

use super::{Lines, Maker};
use crate::check_ins::{WhenPurpose, read_day};
use crate::days::Roughly;
use crate::exchanges::{Direction, NewExchange};
use crate::ids::PersonId;
use crate::letters::capital;
use crate::sentences::Intent;
use crate::sentences::reading::Giving;
use crate::typed_day::{TypedDay, long, typed_text, understood};

impl Maker<'_> {
    pub(super) fn give(&self, giving: Giving, people: &[PersonId]) -> Lines {
        let reading = self.reading;
        let back_by = match (&reading.back_by, giving.is_lent) {
            (Some(when), true) => {
                match read_day("when", &when.text, WhenPurpose::Day, self.forms, self.now) {
                    Ok(read) => Some(TypedDay::exact(read.day, None)),
                    Err(error) => return Lines::refused(error.message),
                }
            }
            (None, true) => {
                return Lines::refused("Say until when, such as “until 3 march”.");
            }
            (_, false) => None,
        };
        let (days, is_asked) = match self.days(reading.when.as_ref(), WhenPurpose::Exchange) {
            Ok(days) => days,
            Err(why) => return Lines::refused(why),
        };
        let lines = days.into_iter().map(|day| {
            let day = TypedDay {
                time: None,
                roughly: day
                    .roughly
                    .filter(|roughly| !matches!(roughly, Roughly::Part(_))),
                ..day
            };
            let exchange = NewExchange {
                direction: giving.direction,
                what: capital(&reading.name),
                sort: giving.sort,
                size: None,
                when: typed_text(day),
                back_by: back_by.map_or(String::new(), typed_text),
            };
            let whom = match (giving.direction, giving.is_lent) {
                (Direction::Given, false) => "given to",
                (Direction::Received, false) => "received from",
                (Direction::Given, true) => "lent to",
                (Direction::Received, true) => "borrowed from",
            };
            let names = self.names(people);
            let today = self.now.today();
            let clock = self.forms.written.clock;
            let mut details = capital(&understood(day, today, clock));
            if let Some(by) = back_by {
                details = format!("{details}. Back by {}", long(by.day, today));
            }
            let words = [
                format!("Write down “{}” as {whom} {names}", exchange.what),
                details,
                capital(&format!("{whom} {names}: {}", exchange.what)),
            ];
            let intent = Intent::Give {
                people: people.to_vec(),
                exchange,
            };
            self.line(people, intent, words)
        });
        Lines {
            lines: lines.collect(),
            question: is_asked.then(|| "Which day?".to_owned()),
            ..Lines::default()
        }
    }
}
