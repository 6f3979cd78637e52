//! Words of give and take.

use crate::exchanges::ExchangeSort::{
    self, Feedback, Information, Introduction, KnowHow, Referral, Time,
};

/// What says which sort of value it was; anything else is a favour.
pub(in crate::sentences) const SORTS: &[(&str, ExchangeSort)] = &[
    ("introduction", Introduction),
    ("introductions", Introduction),
    ("intro", Introduction),
    ("intros", Introduction),
    ("feedback", Feedback),
    ("comments", Feedback),
    ("review", Feedback),
    ("critique", Feedback),
    ("referral", Referral),
    ("reference", Referral),
    ("recommendation", Referral),
    ("candidate", Referral),
    ("candidates", Referral),
    ("lead", Referral),
    ("leads", Referral),
    ("information", Information),
    ("info", Information),
    ("article", Information),
    ("link", Information),
    ("paper", Information),
    ("report", Information),
    ("news", Information),
    ("tip", Information),
    ("tips", Information),
    ("hour", Time),
    ("hours", Time),
    ("time", Time),
    ("morning", Time),
    ("afternoon", Time),
    ("advice", KnowHow),
    ("template", KnowHow),
    ("training", KnowHow),
    ("tutorial", KnowHow),
    ("lesson", KnowHow),
    ("know-how", KnowHow),
];

/// Words that begin a day on which a thing comes back.
pub(in crate::sentences) const BACK_BY: &[&str] = &["until", "till", "til", "by"];

/// Words that begin the day of a promise.
pub(in crate::sentences) const DUE_BY: &[&str] =
    &["by", "until", "till", "til", "before", "on", "for"];

/// Words after which a day belongs to what was given: "the draft for friday".
pub(in crate::sentences) const OF_WHAT: &[&str] = &["for", "about", "to", "of", "from", "by"];
