//! Whom to take up again: for novelty rather than comfort. Pure.

use std::cmp::Reverse;
use std::collections::HashSet;

use crate::details::OrganisationId;
use crate::ids::PersonId;

/// Quiet for longer than so many of its rhythms, it is worth taking up again …
const RHYTHMS: i64 = 2;
/// … or, without a rhythm, for so many days …
const DAYS: i64 = 180;
/// … after at least so many talks.
const LEAST_TALKS: u32 = 2;

/// Somebody with whom it may be quiet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) person: PersonId,
    /// Number of talks.
    pub(super) talks: u32,
    /// Days since the last one.
    pub(super) quiet_days: i64,
    /// Days between check-ins, where there is a rhythm.
    pub(super) cadence: Option<u32>,
    /// The group to which they belong, such as an organisation.
    pub(super) group: Option<OrganisationId>,
}

impl Candidate {
    /// Whether it has been quiet for long enough, after enough talks.
    pub(super) fn is_quiet(&self) -> bool {
        let limit = match self.cadence {
            Some(cadence) => RHYTHMS * i64::from(cadence),
            None => DAYS - 1,
        };
        self.talks >= LEAST_TALKS && self.quiet_days > limit
    }
}

/// What speaks for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Novelty {
    /// Nobody else of their group was talked with lately.
    NewGroup,
    /// There were few talks before.
    FewTalks,
}

/// The first `count` of the candidates who are quiet: those of a group not otherwise reached first, then those with
/// fewer talks before, then those quiet for longest. `reached` are the groups in which somebody was talked with lately.
/// Two of one group are not both chosen for it.
pub(super) fn choose(
    candidates: &[Candidate],
    reached: &HashSet<OrganisationId>,
    count: usize,
) -> Vec<(PersonId, Novelty)> {
    let mut quiet: Vec<&Candidate> = candidates.iter().filter(|one| one.is_quiet()).collect();
    let mut reached = reached.clone();
    let mut chosen = Vec::new();
    while chosen.len() < count {
        let is_new = |one: &Candidate| one.group.is_some_and(|group| !reached.contains(&group));
        let best = quiet
            .iter()
            .enumerate()
            .min_by_key(|(_, one)| (!is_new(one), one.talks, Reverse(one.quiet_days), one.person));
        let Some((at, best)) = best else {
            break;
        };
        let novelty = match is_new(best) {
            true => Novelty::NewGroup,
            false => Novelty::FewTalks,
        };
        chosen.push((best.person, novelty));
        reached.extend(best.group);
        quiet.remove(at);
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quiet(person: i64, talks: u32, quiet_days: i64, group: Option<i64>) -> Candidate {
        Candidate {
            person: PersonId(person),
            talks,
            quiet_days,
            cadence: None,
            group: group.map(OrganisationId),
        }
    }

    #[test]
    fn who_is_quiet_for_long_enough() {
        let one = quiet(1, 2, 180, None);
        assert!(one.is_quiet());
        assert!(!quiet(1, 2, 179, None).is_quiet());
        assert!(!quiet(1, 1, 900, None).is_quiet());
        let rhythm = |quiet_days| Candidate {
            cadence: Some(30),
            quiet_days,
            ..one.clone()
        };
        assert!(!rhythm(60).is_quiet() && rhythm(61).is_quiet());
    }

    #[test]
    fn a_group_not_otherwise_reached_comes_first_then_fewer_talks() {
        let all = [
            quiet(1, 2, 400, Some(7)),
            quiet(2, 9, 200, Some(8)),
            quiet(3, 5, 300, Some(8)),
            quiet(4, 2, 300, None),
        ];
        let reached = HashSet::from([OrganisationId(7)]);
        let chosen = choose(&all, &reached, 5);
        assert_eq!(
            chosen,
            [
                (PersonId(3), Novelty::NewGroup),
                (PersonId(1), Novelty::FewTalks),
                (PersonId(4), Novelty::FewTalks),
                (PersonId(2), Novelty::FewTalks),
            ]
        );
        assert_eq!(choose(&all, &reached, 1), chosen[..1]);
        assert_eq!(choose(&[], &reached, 3), []);
    }
}
