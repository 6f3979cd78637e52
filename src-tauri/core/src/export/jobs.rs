//! What an edit does to a job: its ORG and its TITLE or ROLE.

use super::edits::{Edits, same_organisation};
use super::properties;
use crate::cards::Item;
use crate::vcard::NewValue;

impl Edits<'_> {
    /// Writes the change of a job, which is an ORG and a TITLE or ROLE. Only the changed ones are written.
    pub(super) fn job(&mut self, ordinals: &[usize], was: &Item, current: &Item) {
        let (
            Item::Affiliation {
                organisation: old,
                department: old_part,
                role: old_role,
            },
            Item::Affiliation {
                organisation,
                department,
                role,
            },
        ) = (was, current)
        else {
            return;
        };
        let moved = !same_organisation(old, organisation) || old_part != department;
        let at = ordinals.iter().copied().find(|at| self.is(*at, "ORG"));
        let units: Vec<String> = at
            .and_then(|at| self.card.properties.get(at))
            .map(|org| org.components().into_iter().skip(1))
            .into_iter()
            .flatten()
            .map(|unit| unit.trim().to_owned())
            .collect();
        match at.filter(|_| moved) {
            Some(ordinal) if organisation.is_empty() => self.drop_all(&[ordinal]),
            Some(ordinal) => {
                self.replace(
                    ordinal,
                    properties::organisation(organisation, department, &units),
                );
            }
            None if moved && at.is_none() && !organisation.is_empty() => {
                self.add(vec![
                    properties::organisation_property(organisation, department).into(),
                ]);
            }
            None => {}
        }
        if moved {
            let spoken = |at: &usize| self.is(*at, "X-PHONETIC-ORG");
            let spoken: Vec<usize> = (0..self.card.properties.len()).filter(spoken).collect();
            self.drop_all(&spoken);
        }
        let retitled = old_role != role;
        let titled = ordinals.iter().copied().find(|at| !self.is(*at, "ORG"));
        match titled.filter(|_| retitled) {
            Some(ordinal) if role.is_empty() => self.drop_all(&[ordinal]),
            Some(ordinal) => self.replace(ordinal, NewValue::Text(role.clone())),
            None if retitled && titled.is_none() && !role.is_empty() => {
                self.add(vec![properties::title(role).into()]);
            }
            None => {}
        }
    }
}
