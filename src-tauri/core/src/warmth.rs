//! The warmth of a relationship, computed from its logged conversations.
//!
//! The strength `S` is the sum over the conversations of the channel's weight, halved once per
//! half-life since the day. Warmth is `1 − exp(−S / κ)`. Recency and frequency follow Marsden &
//! Campbell 1984, the half-life follows Burt 2000. All parameters are settings of the user.

use serde::{Deserialize, Serialize};

use crate::channel::Channel;

/// The parameters of warmth; a setting.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default)]
pub struct Weights {
    /// The weight of a conversation in person, 0–1, as for all channels.
    pub in_person: f64,
    /// A video call.
    pub video: f64,
    /// A phone call.
    pub phone: f64,
    /// An e-mail.
    pub email: f64,
    /// A chat.
    pub chat: f64,
    /// A text message.
    pub text: f64,
    /// A social network.
    pub social: f64,
    /// A conversation without channel.
    pub not_said: f64,
    /// The half-life as a multiple of the cadence, 0.5–5.
    pub half_life_per_cadence: f64,
    /// The half-life of a relationship without cadence, in days, 7–3650.
    pub half_life_without: f64,
    /// The shortest half-life of a relationship with cadence, in days, 1–3650.
    pub half_life_least: f64,
    /// The longest half-life of a relationship with cadence, in days, 1–3650; not below `half_life_least`.
    pub half_life_most: f64,
    /// `κ`: the strength at which warmth is 63 %, 0.1–10.
    pub saturation: f64,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            in_person: 1.0,
            video: 0.8,
            phone: 0.6,
            email: 0.35,
            chat: 0.35,
            text: 0.35,
            social: 0.35,
            not_said: 0.35,
            half_life_per_cadence: 1.5,
            half_life_without: 90.0,
            half_life_least: 30.0,
            half_life_most: 365.0,
            saturation: 1.5,
        }
    }
}

/// The contribution of one conversation, for the explanation of the number.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Part {
    /// Days since the conversation; 0 if it is dated in the future.
    pub days_ago: u32,
    /// The channel.
    pub channel: Channel,
    /// The channel's weight, 0–1.
    pub weight: f64,
    /// The factor by which time has reduced it, 0–1.
    pub fading: f64,
    /// Weight times fading: what it adds to the strength.
    pub counts: f64,
}

impl Weights {
    /// The weight of a channel, 0–1.
    pub fn of(&self, channel: Channel) -> f64 {
        match channel {
            Channel::InPerson => self.in_person,
            Channel::Video => self.video,
            Channel::Phone => self.phone,
            Channel::Email => self.email,
            Channel::Chat => self.chat,
            Channel::Text => self.text,
            Channel::Social => self.social,
            Channel::NotSaid => self.not_said,
        }
    }

    /// The first field with an invalid value, by its name in JSON, and a sentence for the screen.
    pub fn problem(&self) -> Option<(&'static str, &'static str)> {
        const SHARE: &str = "Choose a weight between 0 and 1.";
        const DAYS: &str = crate::cadence::CADENCE_WORDS;
        let bounds = [
            ("inPerson", self.in_person, 0.0, 1.0, SHARE),
            ("video", self.video, 0.0, 1.0, SHARE),
            ("phone", self.phone, 0.0, 1.0, SHARE),
            ("email", self.email, 0.0, 1.0, SHARE),
            ("chat", self.chat, 0.0, 1.0, SHARE),
            ("text", self.text, 0.0, 1.0, SHARE),
            ("social", self.social, 0.0, 1.0, SHARE),
            ("notSaid", self.not_said, 0.0, 1.0, SHARE),
            (
                "halfLifePerCadence",
                self.half_life_per_cadence,
                0.5,
                5.0,
                "Choose between half the rhythm and five times the rhythm.",
            ),
            (
                "halfLifeWithout",
                self.half_life_without,
                7.0,
                3650.0,
                "Choose between 7 days and 3,650 days, which is ten years.",
            ),
            ("halfLifeLeast", self.half_life_least, 1.0, 3650.0, DAYS),
            ("halfLifeMost", self.half_life_most, 1.0, 3650.0, DAYS),
            (
                "saturation",
                self.saturation,
                0.1,
                10.0,
                "Choose between 0.1 and 10.",
            ),
        ];
        // NaN is in no range, so it is refused here too.
        let outside = bounds
            .into_iter()
            .find(|(_, value, least, most, _)| !(*least..=*most).contains(value));
        if let Some((field, .., words)) = outside {
            return Some((field, words));
        }
        (self.half_life_least > self.half_life_most).then_some((
            "halfLifeMost",
            "The longest time cannot be shorter than the shortest.",
        ))
    }

    /// The half-life in days, for a cadence in days.
    pub fn half_life(&self, cadence: Option<u32>) -> f64 {
        match cadence {
            // Not `clamp`, which panics if the least is above the most.
            Some(days) => (self.half_life_per_cadence * f64::from(days))
                .max(self.half_life_least)
                .min(self.half_life_most),
            None => self.half_life_without,
        }
    }

    /// The contribution of one conversation. `days_ago` below 0 (dated in the future) counts as 0;
    /// `half_life` is in days.
    pub fn part(&self, days_ago: i64, channel: Channel, half_life: f64) -> Part {
        let days_ago = u32::try_from(days_ago.max(0)).unwrap_or(u32::MAX);
        let weight = self.of(channel);
        let fading = (-f64::from(days_ago) / half_life).exp2();
        Part {
            days_ago,
            channel,
            weight,
            fading,
            counts: weight * fading,
        }
    }

    /// The strength `S` of conversations given as (days ago, channel); 0 without any.
    pub fn strength(&self, talks: impl IntoIterator<Item = (i64, Channel)>, half_life: f64) -> f64 {
        talks
            .into_iter()
            .map(|(days_ago, channel)| self.part(days_ago, channel, half_life).counts)
            .sum()
    }

    /// The warmth of a strength, 0–1.
    pub fn warmth(&self, strength: f64) -> f64 {
        -(-strength / self.saturation).exp_m1()
    }

    /// The least strength of a level, which the settings show ("Cool begins at 0.13").
    pub fn begins(&self, level: Level) -> f64 {
        -self.saturation * (-level.least()).ln_1p()
    }
}

/// The levels of warmth, coldest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Below 0.08.
    Cold,
    /// From 0.08.
    Cool,
    /// From 0.25.
    Steady,
    /// From 0.45.
    Warm,
    /// From 0.70.
    VeryWarm,
}

impl Level {
    /// All of them, coldest first.
    pub const ALL: [Self; 5] = [
        Self::Cold,
        Self::Cool,
        Self::Steady,
        Self::Warm,
        Self::VeryWarm,
    ];

    /// The level of a warmth, 0–1.
    pub fn of(warmth: f64) -> Self {
        let mut warmest_first = Self::ALL.into_iter().rev();
        warmest_first
            .find(|level| warmth >= level.least())
            .unwrap_or(Self::Cold)
    }

    /// The least warmth of the level, 0–1.
    pub const fn least(self) -> f64 {
        match self {
            Self::Cold => 0.0,
            Self::Cool => 0.08,
            Self::Steady => 0.25,
            Self::Warm => 0.45,
            Self::VeryWarm => 0.70,
        }
    }

    /// The number of filled segments, 1–5 of 5.
    pub const fn segments(self) -> u8 {
        match self {
            Self::Cold => 1,
            Self::Cool => 2,
            Self::Steady => 3,
            Self::Warm => 4,
            Self::VeryWarm => 5,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn near(value: f64, expected: f64, by: f64) -> bool {
        (value - expected).abs() < by
    }

    #[test]
    fn the_check_value_of_the_formulas() {
        let weights = Weights {
            phone: 0.5,
            ..Weights::default()
        };
        let talks = [
            (10, Channel::InPerson),
            (60, Channel::Phone),
            (200, Channel::InPerson),
        ];
        let strength = weights.strength(talks, weights.half_life(None));
        assert!(near(strength, 1.455166, 5e-7), "{strength}");
        let warmth = weights.warmth(strength);
        assert!(near(warmth, 1.0 - (-1.455166_f64 / 1.5).exp(), 1e-6));
        assert_eq!(Level::of(warmth), Level::Warm);
    }

    #[test]
    fn half_lives() {
        let weights = Weights::default();
        for (cadence, days) in [
            (7, 30.0),
            (20, 30.0),
            (30, 45.0),
            (180, 270.0),
            (365, 365.0),
        ] {
            assert_eq!(weights.half_life(Some(cadence)), days, "every {cadence}");
        }
        assert_eq!(weights.half_life(None), 90.0);
        let upside_down = Weights {
            half_life_least: 400.0,
            ..weights
        };
        assert_eq!(upside_down.half_life(Some(1)), 365.0);
    }

    #[test]
    fn levels_begin_where_the_settings_say() {
        let weights = Weights::default();
        let begins = [
            (0.13, Level::Cool),
            (0.43, Level::Steady),
            (0.90, Level::Warm),
            (1.81, Level::VeryWarm),
        ];
        for (shown, level) in begins {
            let exact = weights.begins(level);
            assert!(near(exact, shown, 0.005), "{level:?} {exact}");
            assert_eq!(Level::of(weights.warmth(exact + 1e-9)), level);
            assert!(Level::of(weights.warmth(exact - 1e-9)) < level);
        }
        assert_eq!(weights.begins(Level::Cold), 0.0);
        assert_eq!(Level::of(weights.warmth(0.0)), Level::Cold);
        assert_eq!(Level::of(0.08), Level::Cool);
        assert_eq!(Level::of(0.0799), Level::Cold);
        assert_eq!(Level::ALL.map(Level::segments), [1, 2, 3, 4, 5]);
    }

    #[test]
    fn richer_channels_count_no_less() {
        let weights = Weights::default();
        let counts = Channel::ALL.map(|channel| weights.of(channel));
        assert!(counts.is_sorted_by(|a, b| a >= b));
        assert_eq!(counts, [1.0, 0.8, 0.6, 0.35, 0.35, 0.35, 0.35, 0.35]);
    }

    #[test]
    fn what_cannot_be_is_named() {
        assert_eq!(Weights::default().problem(), None);
        let problem = |change: fn(&mut Weights)| {
            let mut weights = Weights::default();
            change(&mut weights);
            weights.problem().map(|(field, _)| field)
        };
        assert_eq!(problem(|w| w.in_person = 1.01), Some("inPerson"));
        assert_eq!(problem(|w| w.not_said = -0.1), Some("notSaid"));
        assert_eq!(problem(|w| w.video = f64::NAN), Some("video"));
        assert_eq!(
            problem(|w| w.half_life_per_cadence = 0.4),
            Some("halfLifePerCadence")
        );
        assert_eq!(
            problem(|w| w.half_life_without = 6.0),
            Some("halfLifeWithout")
        );
        assert_eq!(problem(|w| w.half_life_least = 0.0), Some("halfLifeLeast"));
        assert_eq!(problem(|w| w.half_life_least = 366.0), Some("halfLifeMost"));
        assert_eq!(
            problem(|w| w.half_life_most = f64::INFINITY),
            Some("halfLifeMost")
        );
        assert_eq!(problem(|w| w.saturation = 0.0), Some("saturation"));
    }

    fn channel() -> impl Strategy<Value = Channel> {
        (0..Channel::ALL.len()).prop_map(|index| Channel::ALL[index])
    }

    fn weights() -> impl Strategy<Value = Weights> {
        (0.0..=1.0, 0.5..=5.0, 0.1..=10.0).prop_map(|(share, factor, saturation)| Weights {
            phone: share,
            half_life_per_cadence: factor,
            saturation,
            ..Weights::default()
        })
    }

    proptest! {
        #[test]
        fn another_talk_never_cools(
            weights in weights(),
            talks in vec((-400_i64..20_000, channel()), 0..30),
            one in (any::<i64>(), channel()),
            cadence in proptest::option::of(1_u32..=3650),
        ) {
            let half_life = weights.half_life(cadence);
            let before = weights.warmth(weights.strength(talks.clone(), half_life));
            let after = weights.warmth(weights.strength(talks.into_iter().chain([one]), half_life));
            prop_assert!(after >= before);
            prop_assert!((0.0..=1.0).contains(&before) && (0.0..=1.0).contains(&after));
            prop_assert!(Level::of(after) >= Level::of(before));
        }

        #[test]
        fn older_is_never_warmer(
            weights in weights(),
            talks in vec((-400_i64..20_000, channel()), 0..30),
            later in 0_i64..4000,
        ) {
            let half_life = weights.half_life(None);
            let older = talks.iter().map(|(days, channel)| (days + later, *channel));
            let cooler = weights.warmth(weights.strength(older, half_life));
            prop_assert!(cooler <= weights.warmth(weights.strength(talks, half_life)));
        }

        #[test]
        fn the_parts_are_the_whole(
            talks in vec((-400_i64..20_000, channel()), 0..30),
            cadence in proptest::option::of(1_u32..=3650),
        ) {
            let weights = Weights::default();
            let half_life = weights.half_life(cadence);
            let parts = talks.iter().map(|(days, channel)| weights.part(*days, *channel, half_life));
            let mut sum = 0.0;
            for part in parts {
                prop_assert!(part.counts <= part.weight && part.fading <= 1.0);
                sum += part.counts;
            }
            prop_assert!(near(sum, weights.strength(talks, half_life), 1e-9));
        }

        #[test]
        fn a_talk_in_the_future_counts_as_todays(days in i64::MIN..0, channel in channel()) {
            let weights = Weights::default();
            prop_assert_eq!(weights.part(days, channel, 90.0), weights.part(0, channel, 90.0));
        }
    }
}
