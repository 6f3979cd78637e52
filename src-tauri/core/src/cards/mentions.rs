//! The people whom a card names: RELATED, AGENT and extensions such as X-SPOUSE. Pure.

use crate::fold::fold_words;
use crate::vcard::Contents;

/// The most mentions that are kept of a person's cards.
const MAX_MENTIONS: usize = 100;
/// A mention with a longer name, UID or relation is ignored. In bytes.
const MAX_BYTES: usize = 200;

/// Somebody whom a card names, by name or by the UID of their card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    /// The name, folded with `fold_words`; '' if only a UID is given.
    pub(crate) folded_name: String,
    /// The UID without "urn:uuid:".
    pub(crate) uid: Option<String>,
    /// The card's word for the relation in lower case; '' for none.
    pub(crate) relation: String,
}

impl Mention {
    /// All people whom a card names, each once.
    pub(crate) fn all_of(contents: &Contents) -> Vec<Self> {
        let mut all = Vec::new();
        Self::add_to(&mut all, contents);
        all
    }

    /// Adds the mentions of one card that `all` does not have yet. A person may have several cards.
    pub(crate) fn add_to(all: &mut Vec<Self>, contents: &Contents) {
        for field in &contents.related {
            let related = &field.value;
            let kind = related.kind.as_deref().unwrap_or_default().trim();
            let mention = Self {
                folded_name: fold_words(related.text.as_deref().unwrap_or_default()),
                uid: related.uid.as_deref().map(bare).map(str::to_owned),
                relation: kind.to_lowercase(),
            };
            let who = mention.uid.as_deref().unwrap_or(&mention.folded_name);
            let fits =
                !who.is_empty() && who.len() <= MAX_BYTES && mention.relation.len() <= MAX_BYTES;
            if fits && !all.contains(&mention) && all.len() < MAX_MENTIONS {
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
