//! What a notification says. Pure.

use kith_core::PersonId;
use kith_core::reminders::{Buttons, Reminder, ReminderKey, SUMMARY_ABOVE};

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
    /// About whom; `None` where there are several people, or nobody.
    pub person: Option<PersonId>,
    /// The buttons besides Open; none where one press would answer what is not alike.
    pub buttons: Option<Buttons>,
}

/// How the person and the server want it said.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    /// Nobody's name on the screen.
    pub hide_names: bool,
    /// The server reads `<b>` in a body.
    pub markup: bool,
}

/// One notification a person, or one for all where they are more than three. Without names, several would look the
/// same, and Done would be said of nobody knows whom: there one stands for all too.
pub fn notices(due: &[Reminder], manner: Manner) -> Vec<Notice> {
    if due.len() > SUMMARY_ABOVE || (manner.hide_names && due.len() > 1) {
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
        buttons: None,
    }
}

/// The book is damaged: Kith cannot know any more who is due.
pub fn damaged() -> Notice {
    Notice {
        title: "Kith cannot read your book".into(),
        body: "Reminders have stopped. Open Kith to see how to go on.".into(),
        keys: Vec::new(),
        person: None,
        buttons: None,
    }
}

fn single(reminder: &Reminder, manner: Manner) -> Notice {
    let name = plain(&reminder.name, TITLE);
    let (title, body) = if manner.hide_names || name.is_empty() {
        (what_is_due(std::slice::from_ref(reminder)), WHOM.to_owned())
    } else {
        (name, plain(&reminder.reason, BODY))
    };
    Notice {
        title,
        body: manner.written(body),
        keys: reminder.keys.clone(),
        person: reminder.person,
        buttons: reminder.buttons,
    }
}

/// "A check-in is due", "5 check-ins are due"; of several sorts "5 reminders are due".
fn what_is_due(due: &[Reminder]) -> String {
    let count: usize = due.iter().map(|reminder| reminder.keys.len()).sum();
    let first = due.first().and_then(|reminder| reminder.called);
    let called = first.filter(|_| due.iter().all(|reminder| reminder.called == first));
    match (count, called) {
        (1, Some(called)) => format!("{} is due", called.one),
        (1, None) => "A reminder is due".to_owned(),
        (_, Some(called)) => format!("{count} {} are due", called.several),
        (_, None) => format!("{count} reminders are due"),
    }
}

fn summary(due: &[Reminder], manner: Manner) -> Notice {
    let names: Vec<String> = due
        .iter()
        .map(|reminder| plain(&reminder.name, NAME))
        .collect();
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
        title: what_is_due(due),
        body: manner.written(body),
        keys: due
            .iter()
            .flat_map(|reminder| reminder.keys.clone())
            .collect(),
        person: None,
        buttons: None,
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
    use kith_core::reminders::Called;

    const OPEN: Manner = Manner {
        hide_names: false,
        markup: true,
    };
    const HIDDEN: Manner = Manner {
        hide_names: true,
        ..OPEN
    };

    const CHECK_INS: Called = Called {
        one: "A check-in",
        several: "check-ins",
    };

    fn due(id: i64, name: &str, reason: &str) -> Reminder {
        Reminder {
            keys: vec![ReminderKey {
                sort: "check_in".into(),
                item: id,
                due: "2026-03-10T08:30:00Z".parse().unwrap(),
            }],
            person: Some(PersonId(id)),
            name: name.into(),
            reason: reason.into(),
            called: Some(CHECK_INS),
            buttons: Some(Buttons::DoneSnooze),
        }
    }

    /// Something of another sort rings with it.
    fn with_another(mut reminder: Reminder) -> Reminder {
        let other = ReminderKey {
            sort: "promise".into(),
            ..reminder.keys[0].clone()
        };
        reminder.keys.push(other);
        reminder.called = None;
        reminder.buttons = None;
        reminder
    }

    fn only(due: &[Reminder], manner: Manner) -> Notice {
        let mut all = notices(due, manner);
        assert_eq!(all.len(), 1);
        all.remove(0)
    }

    #[test]
    fn what_is_about_nobody_names_what_it_belongs_to_and_keeps_its_buttons() {
        let reminder = Reminder {
            person: None,
            buttons: Some(Buttons::DoneAnotherDay),
            ..due(7, "Run a pilot", "Write the outline")
        };
        let notice = only(std::slice::from_ref(&reminder), OPEN);
        assert_eq!(
            (notice.title.as_str(), notice.person),
            ("Run a pilot", None)
        );
        assert_eq!((notice.keys.len(), notice.buttons), (1, reminder.buttons));
        assert!(!format!("{:?}", only(&[reminder], HIDDEN)).contains("pilot"));
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
    fn what_rings_of_one_person_at_once_is_one_notification() {
        let mut twice = due(7, "Ilse", "Planned for today. 42 days, due today");
        twice.keys.push(ReminderKey {
            item: 8,
            ..twice.keys[0].clone()
        });
        let notice = only(std::slice::from_ref(&twice), OPEN);
        assert_eq!(
            (notice.title.as_str(), notice.person),
            ("Ilse", Some(PersonId(7)))
        );
        assert_eq!(notice.keys, twice.keys);
        let hidden = only(std::slice::from_ref(&twice), HIDDEN);
        assert_eq!(hidden.title, "2 check-ins are due");
        // Three people are three notifications, however much is due with each.
        let three = [twice.clone(), due(1, "Ann", ""), due(2, "Bo", "")];
        assert_eq!(notices(&three, OPEN).len(), 3);
        let four = [&three[..], &[due(3, "Cy", "")]].concat();
        let all = only(&four, OPEN);
        assert_eq!(all.title, "5 check-ins are due");
        assert_eq!(all.body, "Ilse, Ann, Bo and 1 more");
        assert_eq!((all.person, all.keys.len()), (None, 5));
    }

    #[test]
    fn several_sorts_at_once_have_a_word_for_all() {
        let both = with_another(due(7, "Ilse", ""));
        let title = |due: &[Reminder]| only(due, HIDDEN).title;
        assert_eq!(title(std::slice::from_ref(&both)), "2 reminders are due");
        // One press would answer both.
        assert_eq!(only(std::slice::from_ref(&both), OPEN).buttons, None);
        let four = [vec![both], (1..=3).map(|id| due(id, "Ann", "")).collect()].concat();
        assert_eq!(title(&four), "5 reminders are due");
    }

    #[test]
    fn hidden_names_are_nowhere() {
        let notice = only(&[due(1, "Ilse", "Ilse wanted the book")], HIDDEN);
        assert_eq!(notice.title, "A check-in is due");
        assert_eq!(notice.body, "Open Kith to see with whom.");
        assert!(notices(&[], HIDDEN).is_empty());
        // Two of them would look the same: one stands for both, about nobody who could be done with.
        let both = only(&[due(1, "Ilse", ""), due(2, "Bo", "")], HIDDEN);
        assert_eq!(both.title, "2 check-ins are due");
        assert_eq!((both.person, both.keys.len()), (None, 2));
    }
}
