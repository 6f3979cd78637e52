//! What speaks for and against two people being one. Pure.

use super::SignAgainst;
use crate::days::PartialDate;
use crate::fold::{fold, fold_words, is_latin};
use crate::people::{Name, TitledName};

/// What a card or a person in the book says of who it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Identity {
    pub(super) name: Name,
    pub(super) birthdays: Vec<PartialDate>,
    /// Whether the name was given as one; a card without a name is shown by another of its values.
    pub(super) named: bool,
}

/// The first sign that two people of similar names are different.
pub(super) fn sign_against(one: &Identity, other: &Identity) -> Option<SignAgainst> {
    if !one.named || !other.named {
        return None;
    }
    let (titled, other_titled) = (
        TitledName::of(&one.name.display),
        TitledName::of(&other.name.display),
    );
    if birthdays_differ(&one.birthdays, &other.birthdays) {
        return Some(SignAgainst::Birthday);
    }
    if generation(&one.name, &titled) != generation(&other.name, &other_titled) {
        return Some(SignAgainst::Generation);
    }
    if let (Some(woman), Some(other_woman)) = (titled.is_woman(), other_titled.is_woman())
        && woman != other_woman
    {
        return Some(SignAgainst::Title);
    }
    if given_names_differ(&one.name, &other.name) {
        return Some(SignAgainst::GivenName);
    }
    written_differently(&one.name.display, &other.name.display).then_some(SignAgainst::Writing)
}

/// Whether both have the same words as their name, apart from order, titles and accents.
pub(super) fn same_name(one: &Identity, other: &Identity) -> bool {
    let words = sorted_words(&one.name.display);
    one.named
        && other.named
        && !words.is_empty()
        && words == sorted_words(&other.name.display)
        && !written_differently(&one.name.display, &other.name.display)
}

/// The folded words of a name without its titles, sorted.
pub(super) fn sorted_words(name: &str) -> Vec<String> {
    let core = TitledName::of(name).name.join(" ");
    let mut words = words(&core);
    words.sort_unstable();
    words
}

fn words(text: &str) -> Vec<String> {
    let folded = fold_words(text);
    let words = folded.split(' ').filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

fn birthdays_differ(one: &[PartialDate], other: &[PartialDate]) -> bool {
    let both = !one.is_empty() && !other.is_empty();
    both && one
        .iter()
        .all(|a| other.iter().all(|b| dates_differ(*a, *b)))
}

/// Whether a part that both dates have differs.
fn dates_differ(one: PartialDate, other: PartialDate) -> bool {
    fn differ<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
        one.is_some() && other.is_some() && one != other
    }
    differ(one.year, other.year) || differ(one.month, other.month) || differ(one.day, other.day)
}

fn generation(name: &Name, titled: &TitledName<'_>) -> Option<&'static str> {
    titled
        .generation()
        .or_else(|| TitledName::of(&format!("x {}", name.suffix)).generation())
}

/// Whether the given name of each is nowhere in the other's name, neither whole, shortened nor as an
/// initial. The order of a name's parts need not be known for this.
fn given_names_differ(one: &Name, other: &Name) -> bool {
    let missing = |name: &Name, from: &Name| {
        let given = words(&TitledName::of(&name.given).name.join(" "));
        let all = words(&format!(
            "{} {} {} {}",
            from.display, from.given, from.additional, from.family
        ));
        given
            .first()
            .is_some_and(|given| !all.iter().any(|word| begin_alike(word, given)))
    };
    missing(one, other) && missing(other, one)
}

fn begin_alike(one: &str, other: &str) -> bool {
    one.starts_with(other) || other.starts_with(one)
}

/// Whether two names of the same sound are written with other letters, such as 王伟 and 汪伟. A name in
/// Latin letters has none to compare.
fn written_differently(one: &str, other: &str) -> bool {
    let letters = |name: &str| -> Vec<String> {
        let beyond_latin = |c: &char| c.is_alphabetic() && !is_latin(*c);
        let mut letters: Vec<String> = name
            .split(|c| !beyond_latin(&c))
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        letters.sort_unstable();
        letters
    };
    let (ours, theirs) = (letters(one), letters(other));
    !ours.is_empty() && !theirs.is_empty() && ours != theirs && fold(one) == fold(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::days::DateOrder;

    fn person(name: &str) -> Identity {
        Identity {
            name: Name::said(name),
            birthdays: Vec::new(),
            named: true,
        }
    }

    fn born(name: &str, text: &str) -> Identity {
        Identity {
            birthdays: vec![PartialDate::typed(text, DateOrder::DayFirst).unwrap()],
            ..person(name)
        }
    }

    #[test]
    fn other_given_names_writings_generations_and_titles_speak_against() {
        for (one, other, sign) in [
            ("Maria Rossi", "Mario Rossi", SignAgainst::GivenName),
            ("Dr. Maria Rossi", "Mario Rossi", SignAgainst::GivenName),
            ("John Smith", "Joan Smith", SignAgainst::GivenName),
            ("王伟", "汪伟", SignAgainst::Writing),
            (
                "Martin King Jr.",
                "Martin King Sr.",
                SignAgainst::Generation,
            ),
            ("Martin King Jr.", "Martin King", SignAgainst::Generation),
            ("Mr. A. Rossi", "Mrs. A. Rossi", SignAgainst::Title),
        ] {
            assert_eq!(
                sign_against(&person(one), &person(other)),
                Some(sign),
                "{one}, {other}"
            );
        }
    }

    #[test]
    fn order_accents_initials_and_a_new_family_name_do_not() {
        for (one, other) in [
            ("Samir Haddoun", "Haddoun, Samir"),
            ("Jürgen Köhler", "Jurgen Kohler"),
            ("L. Marchwald", "Leonie Marchwald"),
            ("Ana Berg", "Ana Dahl"),
            ("Sam Haddoun", "Samir Haddoun"),
            ("Dr. Ilse Varnholt", "Ilse Varnholt"),
            ("王伟", "Wang Wei"),
            ("王伟", "王伟"),
            ("Martin King Jr.", "Martin King, Junior"),
        ] {
            assert_eq!(
                sign_against(&person(one), &person(other)),
                None,
                "{one}, {other}"
            );
        }
    }

    #[test]
    fn birthdays_speak_against_where_both_are_known_and_differ() {
        let against = |one: &str, other: &str| {
            sign_against(&born("Ana Berg", one), &born("Ana Berg", other)).is_some()
        };
        assert!(against("14 August 1985", "15 August 1985"));
        assert!(against("14 August 1985", "14 August 1986"));
        assert!(against("14 August", "3 May 1985"));
        assert!(!against("14 August", "14 August 1985"));
        assert!(!against("1985", "14 August 1985"));
        assert_eq!(
            sign_against(&born("Ana Berg", "1985"), &person("Ana Berg")),
            None
        );
    }

    #[test]
    fn the_same_name_is_the_same_words() {
        assert!(same_name(
            &person("Haddoun, Samir"),
            &person("Samir Haddoun")
        ));
        assert!(same_name(
            &person("Dr. Ilse Varnholt"),
            &person("Ilse Varnholt")
        ));
        assert!(!same_name(&person("王伟"), &person("汪伟")));
        assert!(!same_name(
            &person("L. Marchwald"),
            &person("Leonie Marchwald")
        ));
        let nameless = Identity {
            named: false,
            ..person("No name")
        };
        assert!(!same_name(&nameless, &nameless));
    }
}
