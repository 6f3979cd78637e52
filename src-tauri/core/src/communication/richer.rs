//! After several lean talks in a row, a richer channel: one hears and sees more in it.
//!
//! Media richness: Daft and Lengel 1986, *Management Science* 32(5).

use serde::Serialize;

use super::communication_rows;
use crate::book::Book;
use crate::channel::Channel;
use crate::error::Result;
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::moment::Moment;
use crate::relationships::{Status, relationship_rows, status_on};

/// So many lean talks in a row are enough.
const LEAN_TALKS: usize = 3;

/// A richer channel than that of the last talks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RicherChannel {
    /// The one to take next.
    pub channel: Channel,
    /// Whether they like it.
    pub liked: bool,
}

impl Book {
    /// A richer channel for the next talk with somebody with whom one is in touch, after three lean ones in a row;
    /// the one they like best, if any of theirs is richer.
    ///
    /// # Errors
    /// Storage errors.
    pub fn richer_channel(&self, person: PersonId, now: &Moment) -> Result<Option<RicherChannel>> {
        self.read(|tx| {
            let relationship = relationship_rows::of_person(tx, person)?;
            let in_touch = relationship
                .is_some_and(|relationship| status_on(&relationship, now) == Status::Active);
            if !in_touch {
                return Ok(None);
            }
            let last = interaction_rows::last_channels(tx, person, LEAN_TALKS)?;
            let liked = communication_rows::of_person(tx, person)?.unwrap_or_default();
            Ok(richer(&last, &liked.channels))
        })
    }
}

/// Email, chats, texts and social media carry words alone.
fn is_lean(channel: Channel) -> bool {
    matches!(
        channel,
        Channel::Email | Channel::Chat | Channel::Text | Channel::Social
    )
}

/// `last`: the channels of the last talks. Without one that they like, a call: it needs no appointment far ahead.
fn richer(last: &[Channel], liked: &[Channel]) -> Option<RicherChannel> {
    if last.len() < LEAN_TALKS || !last.iter().all(|channel| is_lean(*channel)) {
        return None;
    }
    let rich = |channel: &&Channel| !is_lean(**channel) && **channel != Channel::NotSaid;
    let channel = liked.iter().find(rich);
    Some(RicherChannel {
        channel: channel.copied().unwrap_or(Channel::Phone),
        liked: channel.is_some(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Channel::{Chat, Email, InPerson, NotSaid, Phone, Text, Video};

    #[test]
    fn three_lean_talks_in_a_row_suggest_a_richer_one_theirs_first() {
        let lean = [Email, Chat, Text];
        let said = |last: &[Channel], liked: &[Channel]| {
            richer(last, liked).map(|richer| (richer.channel, richer.liked))
        };
        assert_eq!(said(&lean, &[]), Some((Phone, false)));
        assert_eq!(said(&lean, &[Email, Video, InPerson]), Some((Video, true)));
        assert_eq!(said(&lean, &[Chat, Text]), Some((Phone, false)));
        assert_eq!(said(&[Email, Chat], &[]), None);
        assert_eq!(said(&[Email, Phone, Chat], &[]), None);
        // How it was held is not known of all three.
        assert_eq!(said(&[Email, NotSaid, Chat], &[]), None);
    }
}
