//! Attributes of the user's own choosing, and what some people of the sample have of them.

use super::history::{Cast, ago};
use crate::error::Result;

/// How many days ago it was entered.
const ENTERED_DAYS_AGO: i64 = 33;

/// A choice, and who has it.
type Chosen = (&'static str, &'static [&'static str]);

/// Attributes with their choices. Of the second too few are known for a figure.
const ATTRIBUTES: &[(&str, &[Chosen])] = &[
    (
        "Seniority",
        &[
            ("First five years", &["Meenal Dasrath", "Yuki Taniwaki"]),
            (
                "Experienced",
                &[
                    "Hannah Iwobi",
                    "Elif Sarıkan",
                    "Tomasz Wilczyn",
                    "Sofia Lindqvern",
                    "Amara Nwokedi",
                    "Kofi Amenuvor",
                ],
            ),
            (
                "Lead or director",
                &[
                    "Samir Haddoun",
                    "Leonie Marchwald",
                    "Ilse Varnholt",
                    "Daniel Osterby",
                    "Gareth Pennlow",
                    "Nadia Ferreux",
                    "Rosalind Aydelott",
                ],
            ),
            ("Retired", &[]),
        ],
    ),
    (
        "Way of seeing",
        &[
            ("In numbers", &["Samir Haddoun", "Tomasz Wilczyn"]),
            ("In stories", &["Yuki Taniwaki"]),
            ("In how it is built", &["Daniel Osterby"]),
        ],
    ),
];

impl Cast<'_> {
    /// Adds them.
    pub(super) fn have_attributes(&self) -> Result<()> {
        let then = ago(&self.now, ENTERED_DAYS_AGO);
        for (name, choices) in ATTRIBUTES {
            let names: Vec<String> = choices.iter().map(|(name, _)| (*name).to_owned()).collect();
            let id = self.book.attribute_add(name, &names, &then)?.value;
            let all = self.book.attributes_list()?;
            let made = all.iter().find(|one| one.id == id);
            let made = made.into_iter().flat_map(|one| &one.choices);
            for (choice, (_, people)) in made.zip(*choices) {
                let people: Result<Vec<_>> = people.iter().map(|name| self.id(name)).collect();
                let people = people?;
                if !people.is_empty() {
                    self.book
                        .attribute_set(&people, id, Some(choice.id), &then)?;
                }
            }
        }
        Ok(())
    }
}
