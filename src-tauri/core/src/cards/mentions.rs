//! Whom a card names: RELATED, its forerunners and its children. Pure.

use crate::fold::fold_words;
use crate::vcard::Contents;

/// More people than this are a list, not ties.
const MOST: usize = 100;
/// In bytes; whatever is longer is no name.
const LONGEST: usize = 200;

/// Somebody that a card names, by name or by the UID of their card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    /// As `fold_words` has it; '' where only a UID was given.
    pub(crate) folded_name: String,
    /// Without "urn:uuid:".
    pub(crate) uid: Option<String>,
    /// The card's word for what is between them, in lower case, '' for none.
    pub(crate) relation: String,
}

impl Mention {
    /// Everybody that a card names, each once.
    pub(crate) fn all_of(contents: &Contents) -> Vec<Self> {
        let mut all = Vec::new();
        Self::add_to(&mut all, contents);
        all
    }

    /// Adds those that are not there yet: somebody may have several cards.
    pub(crate) fn add_to(all: &mut Vec<Self>, contents: &Contents) {
        for field in &contents.related {
            let related = &field.value;
            let kind = related.kind.as_deref().unwrap_or_default().trim();
            let mention = Self {
                folded_name: fold_words(related.text.as_deref().unwrap_or_default()),
                uid: related.uid.as_deref().map(bare).map(str::to_owned),
                relation: kind.to_lowercase(),
            };
            let says = mention.uid.as_deref().unwrap_or(&mention.folded_name);
            let fits =
                !says.is_empty() && says.len() <= LONGEST && mention.relation.len() <= LONGEST;
            if fits && !all.contains(&mention) && all.len() < MOST {
                all.push(mention);
            }
        }
    }
}

fn bare(uid: &str) -> &str {
    const URN: &str = "urn:uuid:";
    match uid.get(..URN.len()) {
        Some(head) if head.eq_ignore_ascii_case(URN) => uid.get(URN.len()..).unwrap_or_default(),
        _ => uid,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vcard;

    #[test]
    fn names_and_uids_are_read_from_what_cards_write() {
        let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Theo Marsh\r\n\
            RELATED;TYPE=co-worker;VALUE=text:Łukasz  Wilczyn\r\n\
            RELATED;TYPE=friend:urn:uuid:03a0e51f-d1aa-4385-8a53-e29025acd8af\r\n\
            item1.X-ABRELATEDNAMES:Ana Brook\r\nitem1.X-ABLabel:_$!<Manager>!$_\r\n\
            X-EVOLUTION-ASSISTANT:Dana Fox\r\n\
            RELATED;TYPE=co-worker;VALUE=text:Łukasz Wilczyn\r\nRELATED;VALUE=text:---\r\n\
            END:VCARD\r\n";
        let mentions = Mention::all_of(&vcard::one(card.as_bytes()).unwrap().contents());
        let read: Vec<(&str, Option<&str>, &str)> = mentions
            .iter()
            .map(|m| {
                (
                    m.folded_name.as_str(),
                    m.uid.as_deref(),
                    m.relation.as_str(),
                )
            })
            .collect();
        assert_eq!(
            read,
            [
                ("lukasz wilczyn", None, "co-worker"),
                ("", Some("03a0e51f-d1aa-4385-8a53-e29025acd8af"), "friend"),
                ("ana brook", None, "manager"),
                ("dana fox", None, "assistant"),
            ]
        );
    }
}
