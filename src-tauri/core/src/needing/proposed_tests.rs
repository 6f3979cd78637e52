use proptest::prelude::*;

use super::proposed::{Found, MOST_PROPOSED, proposed, questions};
use crate::ids::PersonId;
use crate::knowing::WhoBy;

fn found(person: i64, question: usize, by: WhoBy, words: &str) -> Found {
    Found {
        person: PersonId(person),
        question,
        by,
        words: words.to_owned(),
        known: true,
    }
}

fn order(all: &[Found]) -> Vec<i64> {
    let people = proposed(all, |_| true).into_iter();
    people.map(|one| one.person.0).collect()
}

#[test]
fn a_part_is_looked_for_whole_and_by_its_words() {
    assert_eq!(
        questions("  Stability testing know-how "),
        ["Stability testing know-how", "stability", "testing"]
    );
    assert_eq!(
        questions("Somebody with help"),
        ["Somebody with help"],
        "words that say nothing"
    );
    assert_eq!(questions("optics"), ["optics"]);
    assert_eq!(questions("Optics"), ["Optics"]);
    assert_eq!(questions(" "), [""; 0]);
    assert_eq!(
        questions(&"abcd efgh ijkl mnop qrst uvwx yzab ".repeat(3)).len(),
        7
    );
}

#[test]
fn the_whole_part_comes_first_then_more_words_then_whom_one_knows() {
    let away = Found {
        known: false,
        ..found(4, 1, WhoBy::Offers, "Offers stability")
    };
    let all = [
        away,
        found(1, 1, WhoBy::Role, "Stability lead"),
        found(2, 1, WhoBy::Tag, "Tag “stability”"),
        found(2, 2, WhoBy::Note, "Note: “testing”"),
        found(3, 0, WhoBy::Note, "Note: “stability testing”"),
        found(3, 1, WhoBy::Note, "Note: “stability testing”"),
    ];
    assert_eq!(order(&all), [3, 2, 1, 4]);
    let reasons = proposed(&all, |_| true).remove(0).reasons;
    assert_eq!(reasons, ["Note: “stability testing”"]);
}

prop_compose! {
    fn somebody()(
        person in 1..20_i64,
        question in 0..4_usize,
        by in prop::sample::select(vec![WhoBy::Offers, WhoBy::Knows, WhoBy::Tag, WhoBy::Role, WhoBy::Note]),
        known in any::<bool>(),
    ) -> Found {
        Found { known, ..found(person, question, by, &format!("{by:?} {question}")) }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_once_with_a_reason_and_nobody_who_may_not(
        all in prop::collection::vec(somebody(), 0..40),
        out in 1..20_i64,
    ) {
        let people = proposed(&all, |person| person.0 % out != 0);
        prop_assert!(people.len() <= MOST_PROPOSED);
        let mut seen = std::collections::HashSet::new();
        for one in &people {
            prop_assert!(seen.insert(one.person));
            prop_assert!(one.person.0 % out != 0);
            prop_assert!(!one.reasons.is_empty());
            prop_assert!(all.iter().any(|found| found.person == one.person && found.by == one.by));
        }
        // Nobody who was found for some words stands before somebody who was found for the whole.
        let whole = |person: PersonId| all.iter().any(|one| one.person == person && one.question == 0);
        let wholes: Vec<bool> = people.iter().map(|one| whole(one.person)).collect();
        prop_assert!(wholes.windows(2).all(|two| two[0] || !two[1]));
    }
}
