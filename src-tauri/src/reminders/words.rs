//! What a notification says. Pure.

use std::collections::HashSet;

use kith_core::PersonId;
use kith_core::reminders::{Reminder, ReminderKey, SUMMARY_ABOVE};

/// Longest texts, in letters; servers cut where they like.
const TITLE: usize = 100;
const BODY: usize = 300;
/// Longest of several names.
const NAME: usize = 40;
const WHOM: &str = "Open Kith to see with whom.";

/// A notification, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// One line, which no server reads as markup.
    pub title: String,
    /// Escaped where the server reads markup.
    pub body: String,
    /// What it reminds of.
    pub keys: Vec<ReminderKey>,
    /// With whom; `None` where there are several.
    pub person: Option<PersonId>,
}

/// How the person and the server want it said.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    /// Nobody's name on the screen.
    pub hide_names: bool,
    /// The server reads `<b>` in a body.
    pub markup: bool,
}

/// One notification each, or one for all where they are more than three.
pub fn notices(due: &[Reminder], manner: Manner) -> Vec<Notice> {
    if due.len() > SUMMARY_ABOVE {
        return vec![summary(due, manner)];
    }
    due.iter()
        .map(|reminder| single(reminder, manner))
        .collect()
}

/// Shown on being asked for, to see that notifications come.
pub fn trial() -> Notice {
    Notice {
        title: "Notifications reach you".into(),
        body: "This is how Kith will remind you.".into(),
        keys: Vec::new(),
        person: None,
    }
}

fn single(reminder: &Reminder, manner: Manner) -> Notice {
    let name = plain(&reminder.name, TITLE);
    let (title, body) = if manner.hide_names || name.is_empty() {
        ("A check-in is due".to_owned(), WHOM.to_owned())
    } else {
        (name, plain(&reminder.reason, BODY))
    };
    Notice {
        title,
        body: manner.written(body),
        keys: vec![reminder.key.clone()],
        person: Some(reminder.person),
    }
}

fn summary(due: &[Reminder], manner: Manner) -> Notice {
    // Several check-ins may be with one person.
    let mut seen = HashSet::new();
    let people = due.iter().filter(|reminder| seen.insert(reminder.person));
    let names: Vec<String> = people.map(|reminder| plain(&reminder.name, NAME)).collect();
    let count = names.len();
    let named: Vec<String> = names
        .into_iter()
        .filter(|name| !name.is_empty())
        .take(SUMMARY_ABOVE)
        .collect();
    let body = if manner.hide_names || named.is_empty() {
        WHOM.to_owned()
    } else {
        match count - named.len() {
            0 => named.join(", "),
            others => format!("{} and {others} more", named.join(", ")),
        }
    };
    Notice {
        title: format!("{} check-ins are due", due.len()),
        body: manner.written(body),
        keys: due.iter().map(|reminder| reminder.key.clone()).collect(),
        person: None,
    }
}

impl Manner {
    fn written(self, text: String) -> String {
        if self.markup { escaped(&text) } else { text }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// On one line, without what is no letter but turns others around or rings a bell, and not too long.
fn plain(text: &str, longest: usize) -> String {
    let kept: String = text
        .chars()
        .filter(|letter| !is_bidi(*letter))
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    let line = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= longest {
        return line;
    }
    let cut: String = line.chars().take(longest - 1).collect();
    format!("{}\u{2026}", cut.trim_end())
}

/// Marks that steer the direction of writing.
fn is_bidi(letter: char) -> bool {
    matches!(
        letter,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use kith_core::CheckInId;

    const OPEN: Manner = Manner {
        hide_names: false,
        markup: true,
    };
    const HIDDEN: Manner = Manner {
        hide_names: true,
        ..OPEN
    };

    fn due(id: i64, name: &str, reason: &str) -> Reminder {
        Reminder {
            key: ReminderKey {
                check_in: CheckInId(id),
                due: "2026-03-10T08:30:00Z".into(),
            },
            person: PersonId(id),
            name: name.into(),
            reason: reason.into(),
        }
    }

    fn only(due: &[Reminder], manner: Manner) -> Notice {
        let mut all = notices(due, manner);
        assert_eq!(all.len(), 1);
        all.remove(0)
    }

    #[test]
    fn one_names_the_person_and_says_why() {
        let notice = only(
            &[due(7, "Ilse Varnholt", "42 days since the last call")],
            OPEN,
        );
        assert_eq!(notice.title, "Ilse Varnholt");
        assert_eq!(notice.body, "42 days since the last call");
        assert_eq!(notice.person, Some(PersonId(7)));
    }

    #[test]
    fn markup_is_escaped_where_it_is_read_and_only_there() {
        let reminder = [due(1, "<b>Bo & Co</b>", "ask about <i>R&D</i>")];
        let notice = only(&reminder, OPEN);
        assert_eq!(notice.title, "<b>Bo & Co</b>");
        assert_eq!(notice.body, "ask about &lt;i&gt;R&amp;D&lt;/i&gt;");
        let unread = Manner {
            markup: false,
            ..OPEN
        };
        assert_eq!(only(&reminder, unread).body, "ask about <i>R&D</i>");
    }

    #[test]
    fn no_letter_turns_the_line_around_or_breaks_it() {
        let reminder = due(
            1,
            "An\u{202e}na\u{7}\nM\u{2067}\u{200f}öller\u{1b}[1m",
            "a\r\n\tb",
        );
        let notice = only(&[reminder], OPEN);
        assert_eq!(notice.title, "Anna Möller [1m");
        assert_eq!(notice.body, "a b");
    }

    #[test]
    fn long_texts_are_cut_before_they_are_escaped() {
        let notice = only(&[due(1, &"ø".repeat(5_000), &"&".repeat(5_000))], OPEN);
        assert_eq!(notice.title.chars().count(), 100);
        assert!(notice.title.ends_with("ø…"));
        assert!(notice.body.ends_with("&amp;…"));
    }

    #[test]
    fn four_come_as_one() {
        let three: Vec<_> = (1..=3).map(|id| due(id, "Ann", "")).collect();
        assert_eq!(notices(&three, OPEN).len(), 3);
        let five: Vec<_> = ["Ann", "Bo <x>", "Cy", "Di", "Ed"]
            .iter()
            .zip(1..)
            .map(|(name, id)| due(id, name, ""))
            .collect();
        let notice = only(&five, OPEN);
        assert_eq!(notice.title, "5 check-ins are due");
        assert_eq!(notice.body, "Ann, Bo &lt;x&gt;, Cy and 2 more");
        assert_eq!((notice.person, notice.keys.len()), (None, 5));
        assert_eq!(only(&five, HIDDEN).body, "Open Kith to see with whom.");
    }

    #[test]
    fn whoever_is_due_twice_is_named_once() {
        let mut four: Vec<_> = (1..=4).map(|id| due(id, "Ann", "")).collect();
        four[1].person = PersonId(1);
        four[2].name = "Bo".into();
        four[3].person = PersonId(3);
        let notice = only(&four, OPEN);
        assert_eq!(notice.title, "4 check-ins are due");
        assert_eq!(notice.body, "Ann, Bo");
    }

    #[test]
    fn hidden_names_are_nowhere() {
        let notice = only(&[due(1, "Ilse", "Ilse wanted the book")], HIDDEN);
        assert_eq!(notice.title, "A check-in is due");
        assert_eq!(notice.body, "Open Kith to see with whom.");
        assert!(notices(&[], HIDDEN).is_empty());
    }
}
