//! Give and take with everybody, beside that of a person (`exchanges`).

use super::{BalanceGiveTake, ENOUGH, balance_rows};
use crate::error::Result;
use crate::exchanges::{Balance as WithPerson, ENOUGH_EXCHANGES, EVEN, Lean, balance_with};
use crate::ids::PersonId;
use crate::letters::capital;
use crate::moment::Moment;
use crate::number_words::{number, number_alone};
use crate::people_list::row_of;
use crate::store::Tx;

/// With so many people it is shown, those first with whom most was exchanged.
const MOST_SHOWN: usize = 5;

/// Give and take in a sentence, and with whom most was exchanged. `ours`: whose it counts.
pub(super) fn give_take(
    tx: &Tx<'_>,
    ours: impl Fn(PersonId) -> bool,
    now: &Moment,
) -> Result<(String, Vec<BalanceGiveTake>)> {
    let mut with = Vec::new();
    for person in balance_rows::exchanged(tx, ENOUGH_EXCHANGES)?
        .into_iter()
        .filter(|person| ours(*person))
    {
        let balance = balance_with(tx, person, now.today())?;
        with.extend(
            balance
                .filter(|balance| balance.lean != Lean::NotEnough)
                .map(|balance| (person, balance)),
        );
    }
    let words = words(&with);
    with.sort_by(|a, b| {
        (b.1.given + b.1.received)
            .total_cmp(&(a.1.given + a.1.received))
            .then(a.0.cmp(&b.0))
    });
    with.truncate(MOST_SHOWN);
    let longest = with
        .iter()
        .map(|(_, balance)| balance.given.max(balance.received))
        .fold(f64::MIN_POSITIVE, f64::max);
    let mut shown = Vec::new();
    for (person, balance) in with {
        shown.push(BalanceGiveTake {
            row: row_of(tx, person, now)?,
            given: balance.given / longest,
            received: balance.received / longest,
            sums: format!(
                "given {}, received {}",
                balance.given_words, balance.received_words
            ),
            words: balance.words,
        });
    }
    Ok((words, shown))
}

/// "About even overall. With two people you received more, with one you gave more."
fn words(with: &[(PersonId, WithPerson)]) -> String {
    let counted: usize = with
        .iter()
        .map(|(_, balance)| balance.counted as usize)
        .sum();
    if counted < ENOUGH {
        let so_far = format!("{} so far", number_alone(counted));
        return format!(
            "Not enough yet: it needs ten entries with people with whom three or more are noted, {so_far}."
        );
    }
    let given: f64 = with.iter().map(|(_, balance)| balance.given).sum();
    let received: f64 = with.iter().map(|(_, balance)| balance.received).sum();
    let overall = match (given - received) / (given + received) {
        some if some > EVEN => "Overall you gave more.",
        some if some < -EVEN => "Overall you received more.",
        _ => "About even overall.",
    };
    let leans = |lean| {
        with.iter()
            .filter(|(_, balance)| balance.lean == lean)
            .count()
    };
    let people = |count: usize| match count {
        1 => "one person".to_owned(),
        many => format!("{} people", number(many)),
    };
    match (leans(Lean::Theirs), leans(Lean::Mine)) {
        (0, 0) => overall.to_owned(),
        (theirs, 0) => format!(
            "{overall} {} did more for you; a good moment to offer something.",
            capital(&people(theirs))
        ),
        (0, mine) => format!("{overall} You did more for {}.", people(mine)),
        (theirs, mine) => format!(
            "{overall} {} did more for you, and you did more for {}.",
            capital(&people(theirs)),
            people(mine)
        ),
    }
}
