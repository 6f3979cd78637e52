//! Names: how they are shown, sorted and shortened. Pure.

use serde::{Deserialize, Serialize};

use super::{NameParts, TitledName};
use crate::fold::fold_words;
use crate::ids::PersonId;

/// What is shown where a card has neither a name nor anything else to be called by.
pub(crate) const NO_NAME: &str = "No name";

/// A person's name: what is shown, and the parts where they are known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "vCard's own words")]
pub struct Name {
    /// As it is shown; never empty.
    pub display: String,
    pub prefix: String,
    pub given: String,
    pub additional: String,
    pub family: String,
    pub suffix: String,
    /// Whether the parts are no more than a guess from the name as it is said, which is wrong for "Nagy
    /// Péter". A guess does not leave Kith: it goes out as FN alone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "typescript", ts(skip))]
    pub guessed: bool,
}

impl Name {
    /// A name as it is said. Its parts are a guess: titles and suffixes by the list of [`TitledName`], of the
    /// rest the last word for the family name, or the first one if a comma follows it ("Berg, Ana").
    pub fn said(display: &str) -> Self {
        let display = display.split_whitespace().collect::<Vec<_>>().join(" ");
        let titled = TitledName::of(&display);
        let words = titled.name.join(" ");
        let words = words.trim_end_matches(',');
        let (given, family) = match words.split_once(", ") {
            Some((family, given)) => (given, family),
            None => words.rsplit_once(' ').unwrap_or((words, "")),
        };
        Self {
            prefix: titled.before.join(" "),
            given: given.to_owned(),
            additional: String::new(),
            family: family.to_owned(),
            suffix: titled.after.join(" "),
            guessed: true,
            display,
        }
    }

    /// The name shown, with parts of its own.
    pub fn with_parts(display: &str, parts: NameParts) -> Self {
        Self {
            display: display.trim().to_owned(),
            prefix: parts.prefix,
            given: parts.given,
            additional: parts.additional,
            family: parts.family,
            suffix: parts.suffix,
            guessed: false,
        }
    }

    /// The parts alone.
    pub fn parts(&self) -> NameParts {
        NameParts {
            prefix: self.prefix.clone(),
            given: self.given.clone(),
            additional: self.additional.clone(),
            family: self.family.clone(),
            suffix: self.suffix.clone(),
        }
    }

    /// The given name where it stands in the shown one, else the whole shown one.
    pub fn first(&self) -> &str {
        let given = self.given.trim();
        let mut words = given.split_whitespace();
        let is_shown = |word| self.display.split_whitespace().any(|shown| shown == word);
        match !given.is_empty() && words.all(is_shown) {
            true => given,
            false => &self.display,
        }
    }

    /// Whether this is a name, and not the words that stand for one.
    pub fn is_given(&self) -> bool {
        self.display != NO_NAME
    }

    /// The same person under another shown name: parts stay where they still make it up.
    pub fn renamed(&self, display: &str) -> Self {
        let said = Self::said(display);
        if self.guessed {
            return said;
        }
        let words = fold_words(display);
        let words: Vec<&str> = words.split(' ').collect();
        let fits = |part: &str| {
            let part = fold_words(part);
            part.is_empty() || part.split(' ').all(|word| words.contains(&word))
        };
        let made_up = fits(&self.given)
            && fits(&self.family)
            && !(self.given.is_empty() && self.family.is_empty());
        if !made_up {
            return said;
        }
        Self {
            display: said.display,
            ..self.clone()
        }
    }

    /// What the list is sorted and sectioned by: the folded name as it is shown.
    pub fn sort_key(&self) -> String {
        match fold_words(&self.display) {
            words if words.is_empty() => "~".to_owned(),
            words => words,
        }
    }
}

/// One or two letters for an avatar: of the first and the last word that begins with a letter. Titles before
/// the name and suffixes after it do not count.
pub fn initials(name: &str) -> String {
    let letters: Vec<char> = TitledName::of(name)
        .name
        .into_iter()
        .filter_map(|word| word.chars().find(|c| c.is_alphanumeric()))
        .filter(|c| c.is_alphabetic())
        .collect();
    let picked = match letters.as_slice() {
        [] => {
            return name
                .chars()
                .find(|c| c.is_alphanumeric())
                .map_or("?".to_owned(), String::from);
        }
        [one] => vec![*one],
        [first, .., last] => vec![*first, *last],
    };
    picked.into_iter().flat_map(char::to_uppercase).collect()
}

/// The avatar's colour, 1 to 6: the same person has the same on every screen and day.
pub fn avatar_colour(id: PersonId) -> u8 {
    // Fibonacci hashing: neighbours in the book differ.
    let mixed = id.0.cast_unsigned().wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
    u8::try_from(mixed % 6).unwrap_or(0) + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_as_it_is_said_gives_its_parts() {
        let name = Name::said("  Samir  Haddoun ");
        assert_eq!(
            (
                name.display.as_str(),
                name.given.as_str(),
                name.family.as_str()
            ),
            ("Samir Haddoun", "Samir", "Haddoun")
        );
        assert_eq!(Name::said("Madonna").family, "");
    }

    #[test]
    fn titles_and_suffixes_are_guessed_as_such() {
        for (said, parts) in [
            ("Dr. Ilse Varnholt", ["Dr.", "Ilse", "Varnholt", ""]),
            ("Martin King Jr.", ["", "Martin", "King", "Jr."]),
            ("Ana Berg, PhD", ["", "Ana", "Berg", "PhD"]),
            ("Berg, Ana", ["", "Ana", "Berg", ""]),
            ("Prof. Dr. Kos", ["Prof. Dr.", "Kos", "", ""]),
            ("Nagy Péter", ["", "Nagy", "Péter", ""]),
        ] {
            let name = Name::said(said);
            assert_eq!(
                [&name.prefix, &name.given, &name.family, &name.suffix],
                parts,
                "{said}"
            );
            assert!(name.guessed, "{said}");
        }
    }

    #[test]
    fn a_guess_stays_one_and_what_was_told_stays_told() {
        let renamed = Name::said("Dr. Ilse Varnholt").renamed("Ilse Varnholt");
        assert!(renamed.guessed && renamed.prefix.is_empty());
        let told = Name {
            guessed: false,
            ..Name::said("Ada Holm")
        };
        let renamed = told.renamed("Ada Marie Holm");
        assert!(!renamed.guessed && renamed.given == "Ada");
        assert!(told.renamed("Ada Berg").guessed);
    }

    #[test]
    fn parts_stay_where_they_still_make_up_the_name() {
        let name = Name {
            prefix: "Dr.".into(),
            guessed: false,
            ..Name::said("Ilse Varnholt")
        };
        let longer = name.renamed("Ilse Marie Varnholt");
        assert_eq!(
            (longer.prefix.as_str(), longer.family.as_str()),
            ("Dr.", "Varnholt")
        );
        let married = name.renamed("Ilse Aakre");
        // "Jon" is not a word of "Jonathan".
        assert_eq!(
            Name::said("Jon Smith").renamed("Jonathan Smith").given,
            "Jonathan"
        );
        assert_eq!(
            (married.prefix.as_str(), married.family.as_str()),
            ("", "Aakre")
        );
    }

    #[test]
    fn initials_are_of_the_first_and_the_last_word() {
        for (name, letters) in [
            ("Samir Haddoun", "SH"),
            ("Ana Maria de Souza", "AS"),
            ("madonna", "M"),
            ("Łukasz Żak", "ŁŻ"),
            ("(IT) Helpdesk", "IH"),
            ("Mr. John Richter, James Doe Sr.", "JD"),
            ("Dr. Ilse Varnholt", "IV"),
            ("Martin Luther King Jr.", "MK"),
            ("Ana Berg, PhD", "AB"),
            ("Dr.", "D"),
            ("+1 202 555 0148", "1"),
            ("…", "?"),
        ] {
            assert_eq!(initials(name), letters, "{name}");
        }
    }

    proptest! {
        #[test]
        fn colours_are_one_to_six(id in any::<i64>()) {
            prop_assert!((1..=6).contains(&avatar_colour(PersonId(id))));
        }
    }
}
