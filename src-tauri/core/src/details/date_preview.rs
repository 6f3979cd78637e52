//! What Kith understands of a date while it is typed: a birthday, since when, until when.

use serde::Serialize;

use crate::book::Book;
use crate::customs::{self, DateTimeForms};
use crate::days::PartialDate;
use crate::error::Result;

/// What Kith understood of a typed date of which a part may be unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DatePreview {
    /// The date in words as it would be kept, such as "3 April 1985"; `None` if the text is no date.
    pub understood: Option<String>,
    /// The other date that numbers such as "3/4/1985" may mean, where the user never chose an order of dates; in
    /// words that can be typed for it.
    pub other: Option<String>,
}

impl Book {
    /// What Kith understands of a typed date. A text that is no date is no error.
    ///
    /// # Errors
    /// Storage errors.
    pub fn date_preview(&self, text: &str) -> Result<DatePreview> {
        let forms = self.read(customs::date_time_forms)?;
        Ok(preview(text, forms))
    }
}

fn preview(text: &str, forms: DateTimeForms) -> DatePreview {
    let read = PartialDate::typed(text, forms.order);
    let other = PartialDate::typed(text, forms.order.other());
    let other = other.filter(|_| !forms.is_order_chosen && other != read);
    DatePreview {
        understood: read.map(|date| date.words()),
        other: other.map(|date| date.words()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::days::DateOrder;

    fn says(text: &str, order: DateOrder, is_order_chosen: bool) -> [Option<String>; 2] {
        let forms = DateTimeForms {
            order,
            is_order_chosen,
            ..DateTimeForms::default()
        };
        let DatePreview { understood, other } = preview(text, forms);
        [understood, other]
    }

    #[test]
    fn numbers_in_an_order_that_nobody_chose_are_said_in_words_with_the_other_date() {
        let words = |texts: [&str; 2]| texts.map(|text| Some(text.to_owned()));
        assert_eq!(
            says("3/4/1985", DateOrder::DayFirst, false),
            words(["3 April 1985", "4 March 1985"])
        );
        assert_eq!(
            says("3/4", DateOrder::MonthFirst, false),
            words(["4 March", "3 April"])
        );
    }

    #[test]
    fn what_is_sure_has_no_other_date() {
        for (text, order, is_order_chosen, words) in [
            ("3/4/1985", DateOrder::MonthFirst, true, "4 March 1985"),
            ("3/4/1985", DateOrder::DayFirst, true, "3 April 1985"),
            ("14/8/1985", DateOrder::MonthFirst, false, "14 August 1985"),
            ("4/4/1985", DateOrder::DayFirst, false, "4 April 1985"),
            ("3.4.1985", DateOrder::MonthFirst, false, "3 April 1985"),
            ("1985-04-03", DateOrder::MonthFirst, false, "3 April 1985"),
            ("august 1985", DateOrder::DayFirst, false, "August 1985"),
        ] {
            let understood = Some(words.to_owned());
            assert_eq!(
                says(text, order, is_order_chosen),
                [understood, None],
                "{text}"
            );
        }
        assert_eq!(says("soon", DateOrder::DayFirst, false), [None, None]);
    }
}
