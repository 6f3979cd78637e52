//! LABEL of 2.1 and 3.0: an address as it is written on a letter.

use super::contents::is_label_type;
use super::{Card, Property};

/// Which LABEL says which ADR, as the ordinals (ADR, LABEL). Each LABEL says one address and each address has one:
/// a LABEL in a group that of its group, any other the first with the same types. An address that has the
/// parameter LABEL needs none.
pub(crate) fn labels_of_addresses(card: &Card<'_>) -> Vec<(usize, usize)> {
    let mut addresses: Vec<(usize, &Property<'_>)> = named(card, "ADR").collect();
    addresses.retain(|(_, address)| address.param("LABEL").is_none());
    let mut pairs = Vec::new();
    for (ordinal, label) in named(card, "LABEL") {
        let group = group(label);
        let types = types(label);
        let says = |(_, address): &(usize, &Property<'_>)| match &group {
            Some(_) => self::group(address) == group,
            None => self::types(address) == types,
        };
        if let Some(at) = addresses.iter().position(says) {
            pairs.push((addresses.remove(at).0, ordinal));
        }
    }
    pairs
}

fn named<'c, 'a>(
    card: &'c Card<'a>,
    name: &'static str,
) -> impl Iterator<Item = (usize, &'c Property<'a>)> {
    let all = card.properties.iter().enumerate();
    all.filter(move |(_, property)| property.is(name))
}

fn group(property: &Property<'_>) -> Option<String> {
    property.group().map(|group| group.to_ascii_lowercase())
}

/// The words of TYPE that make a label, such as "home", sorted.
fn types(property: &Property<'_>) -> Vec<String> {
    let mut types = property.types();
    types.retain(|word| is_label_type(word));
    types.sort_unstable();
    types.dedup();
    types
}
