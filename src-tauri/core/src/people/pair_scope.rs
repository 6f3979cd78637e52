//! Which pairs of people a question is about.

use crate::ids::PersonId;

/// Of which pairs of people something is asked: mentions in cards, proposed ties. The answer for a pair does
/// not depend on the scope that it was asked in.
#[derive(Clone, Copy, Debug)]
pub(crate) enum PairScope<'p> {
    /// Of all pairs.
    Everybody,
    /// Of pairs with one of these people.
    Of(&'p [PersonId]),
    /// Of pairs of these people.
    Among(&'p [PersonId]),
}

impl<'p> PairScope<'p> {
    /// The people that the scope names.
    pub(crate) fn people(self) -> Option<&'p [PersonId]> {
        match self {
            Self::Everybody => None,
            Self::Of(people) | Self::Among(people) => Some(people),
        }
    }
}
