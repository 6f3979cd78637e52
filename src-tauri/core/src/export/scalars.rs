//! Name, nickname and photo: what a person has at most one of, and each of their cards may say.

use super::edits::Edits;
use super::properties;
use crate::cards::{CardPerson, Taken, TakenValue};
use crate::error::Result;
use crate::people::Name;
use crate::people::person_rows::PersonRecord;
use crate::store::{Tx, blobs};
use crate::vcard::NewValue;

/// What one card said when it was imported.
struct Said {
    name: Name,
    name_ordinals: Vec<usize>,
    nickname: Option<(String, Vec<usize>)>,
    /// The stored photo; `None` inside where it could not be read.
    photo: Option<(Option<i64>, Vec<usize>)>,
}

/// What the cards of a person said, in the order of the cards.
#[derive(Default)]
pub(super) struct Scalars {
    said: Vec<Said>,
}

impl Scalars {
    /// Adds what was taken from the next card. `read` is the card as it is read today.
    pub(super) fn add(&mut self, taken: &[Taken], read: &CardPerson) {
        let mut said = Said {
            name: read.name.clone(),
            name_ordinals: read.name_ordinals.clone(),
            nickname: None,
            photo: None,
        };
        for taken in taken {
            let ordinals = taken.ordinals.clone();
            match &taken.value {
                TakenValue::Name(name) => {
                    (said.name, said.name_ordinals) = (name.clone(), ordinals)
                }
                TakenValue::Nickname(nickname) => {
                    said.nickname = Some((nickname.clone(), ordinals))
                }
                TakenValue::Photo { blob } => said.photo = Some((*blob, ordinals)),
                TakenValue::Item { .. } => {}
            }
        }
        self.said.push(said);
    }

    /// Whether some card said the name of today. If not, the person was renamed in Kith.
    fn say_name(&self, name: &Name) -> bool {
        self.said.iter().any(|said| said.name == *name)
    }

    fn say_nickname(&self, nickname: &str) -> bool {
        let said = self.said.iter().filter_map(|said| said.nickname.as_ref());
        said.map(|(nickname, _)| nickname.as_str())
            .any(|said| said == nickname)
    }

    fn say_photo(&self, photo: Option<i64>) -> bool {
        let said = self.said.iter().filter_map(|said| said.photo.as_ref());
        said.map(|(photo, _)| *photo).any(|said| said == photo)
    }
}

impl Edits<'_> {
    /// Compares name, nickname and photo of the card at this index with those of today. The first card says
    /// those of today; what the others say stays as long as nothing was changed in Kith.
    pub(super) fn scalars(
        &mut self,
        tx: &Tx<'_>,
        person: &PersonRecord,
        scalars: &Scalars,
        index: usize,
    ) -> Result<()> {
        let Some(said) = scalars.said.get(index) else {
            return Ok(());
        };
        let is_first = index == 0;
        if said.name != person.name {
            if is_first {
                self.rename(&said.name, &person.name, &said.name_ordinals);
            } else if !scalars.say_name(&person.name) {
                self.drop_all(&said.name_ordinals);
            }
        }
        if let Some((nickname, ordinals)) = &said.nickname
            && *nickname != person.nickname
        {
            if is_first {
                self.nickname(person, ordinals);
            } else if !scalars.say_nickname(&person.nickname) {
                self.drop_all(ordinals);
            }
        }
        let photo = person.photo.map(|photo| photo.0);
        let Some((was, ordinals)) = said.photo.as_ref().filter(|(was, _)| *was != photo) else {
            return Ok(());
        };
        // A picture that could not be read, or one of the other card, is kept beside the other.
        if scalars.say_photo(photo) && !(is_first && was.is_some()) {
            return Ok(());
        }
        match (person.photo, ordinals.first()) {
            (Some(photo), Some(ordinal)) if is_first => {
                self.replace(*ordinal, properties::picture(blobs::bytes(tx, photo)?));
            }
            _ => self.drop_all(ordinals),
        }
        Ok(())
    }

    /// Adds nickname and photo of today if no card said one.
    pub(super) fn new_scalars(
        &mut self,
        tx: &Tx<'_>,
        person: &PersonRecord,
        scalars: &Scalars,
    ) -> Result<()> {
        let first = scalars.said.first();
        let has_nickname = first.is_some_and(|said| said.nickname.is_some());
        if !person.nickname.is_empty() && !has_nickname && !scalars.say_nickname(&person.nickname) {
            self.add(properties::nickname(&person.nickname));
        }
        let has_photo = first.is_some_and(|said| said.photo.is_some());
        if let Some(photo) = person.photo
            && !has_photo
            && !scalars.say_photo(Some(photo.0))
        {
            self.add(vec![properties::photo(blobs::bytes(tx, photo)?).into()]);
        }
        Ok(())
    }

    /// Writes another name.
    fn rename(&mut self, was: &Name, name: &Name, ordinals: &[usize]) {
        let display_changed = was.display != name.display;
        let parts_changed = (&was.family, &was.given) != (&name.family, &name.given);
        for ordinal in ordinals {
            if self.is(*ordinal, "N") && name.guessed {
                // N belongs to the display name. A guess does not change it as long as that is the same.
                if display_changed {
                    self.drop_all(&[*ordinal]);
                }
            } else if self.is(*ordinal, "N") {
                let old = self.card.properties.get(*ordinal);
                let old = old.map(|n| n.components()).unwrap_or_default();
                self.replace(*ordinal, properties::name_parts_over(name, &old));
            } else if display_changed {
                self.replace(*ordinal, NewValue::Text(name.display.clone()));
            }
        }
        if display_changed && !ordinals.iter().any(|ordinal| self.is(*ordinal, "FN")) {
            self.add(vec![properties::display_name(name).into()]);
        }
        let has_parts = ordinals.iter().any(|ordinal| self.is(*ordinal, "N"));
        if was.guessed && !name.guessed && !has_parts && was.parts() != name.parts() {
            self.add(vec![properties::parts_of_name(name).into()]);
        }
        if parts_changed {
            self.drop_spellings();
        }
    }

    /// Removes what says the old name once more: how it sounds, and how it sorts.
    fn drop_spellings(&mut self) {
        const SAME: [&str; 6] = [
            "SORT-STRING",
            "X-EVOLUTION-FILE-AS",
            "X-PHONETIC-FIRST-NAME",
            "X-PHONETIC-MIDDLE-NAME",
            "X-PHONETIC-LAST-NAME",
            "X-SORT-STRING",
        ];
        let says_name =
            |at: &usize| {
                SAME.iter().any(|name| self.is(*at, name))
                    || (self.is(*at, "SOUND")
                        && self.card.properties.get(*at).is_some_and(|sound| {
                            sound.types().iter().any(|word| word == "x-irmc-n")
                        }))
            };
        let spellings: Vec<usize> = (0..self.card.properties.len()).filter(says_name).collect();
        self.drop_all(&spellings);
    }

    fn nickname(&mut self, person: &PersonRecord, ordinals: &[usize]) {
        self.drop_all(ordinals);
        if let (false, Some(first)) = (person.nickname.is_empty(), ordinals.first()) {
            self.replace(*first, properties::nickname_list(&person.nickname));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vcard;

    /// Books from before guesses were marked have a guess as if it had been told, and so has what was taken from
    /// the card.
    #[test]
    fn no_parts_are_invented_for_a_name_that_was_not_marked_as_guessed() {
        let raw = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Nagy Kati\r\nEND:VCARD\r\n";
        let card = vcard::one(raw).unwrap();
        let unmarked = |display: &str| Name {
            guessed: false,
            ..Name::said(display)
        };
        let mut edits = Edits::of(&card);
        edits.rename(&unmarked("Nagy Kati"), &unmarked("Nagy Katalin"), &[1]);
        let out = vcard::rewrite(raw, &edits.edits, &edits.added);
        let out = String::from_utf8(out).unwrap();
        assert!(out.contains("\r\nFN:Nagy Katalin\r\nEND"), "{out}");
    }
}
