//! How varied values are. Pure.

/// Measures of variety over the counts of `k` values, each at least 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Variety {
    /// Blau's index `1 − Σ p²`, 0 to `1 − 1/k`: the chance that two, drawn with replacement, differ. Blau 1977,
    /// *Inequality and Heterogeneity*.
    pub(crate) blau: f64,
    /// The index of qualitative variation, `blau / (1 − 1/k)`, 0–1; 0 with one value. Mueller & Schuessler 1961.
    pub(crate) iqv: f64,
    /// Shannon's entropy `−Σ p ln p`, in nats.
    pub(crate) shannon: f64,
    /// Pielou's evenness `shannon / ln k`, 0–1; 0 with one value. Pielou 1966.
    pub(crate) pielou: f64,
}

/// The variety of values by how many have each. Counts of 0 are ignored. `None` without any.
pub(crate) fn variety(counts: &[usize]) -> Option<Variety> {
    let counts: Vec<f64> = counts
        .iter()
        .filter(|count| **count > 0)
        .map(|count| *count as f64)
        .collect();
    let all: f64 = counts.iter().sum();
    if all == 0.0 {
        return None;
    }
    let shares = || counts.iter().map(|count| count / all);
    let k = counts.len() as f64;
    let blau = 1.0 - shares().map(|p| p * p).sum::<f64>();
    let shannon = -shares().map(|p| p * p.ln()).sum::<f64>();
    let (iqv, pielou) = match counts.len() {
        1 => (0.0, 0.0),
        _ => (blau / (1.0 - 1.0 / k), shannon / k.ln()),
    };
    Some(Variety {
        blau,
        iqv,
        shannon,
        pielou,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn three_two_and_one() {
        let found = variety(&[3, 2, 1]).unwrap();
        let is = [found.blau, found.iqv, found.shannon, found.pielou];
        for (value, expected) in is.iter().zip([0.611_111, 0.916_667, 1.011_404, 0.920_620]) {
            assert!((value - expected).abs() < 1e-6, "{value} is not {expected}");
        }
    }

    #[test]
    fn nothing_and_one_value() {
        assert_eq!(variety(&[]), None);
        assert_eq!(variety(&[0, 0]), None);
        let one = variety(&[7, 0]).unwrap();
        assert_eq!([one.blau, one.iqv, one.pielou], [0.0; 3]);
    }

    proptest! {
        /// Blau's index is the share of ordered pairs, with replacement, that differ: counted one by one.
        #[test]
        fn blau_counts_pairs_that_differ(counts in prop::collection::vec(0..9_usize, 1..7)) {
            let all: Vec<usize> = counts.iter().enumerate().flat_map(|(at, many)| vec![at; *many]).collect();
            let Some(found) = variety(&counts) else {
                prop_assert!(all.is_empty());
                return Ok(());
            };
            let differ: usize = all.iter().map(|one| all.iter().filter(|other| *other != one).count()).sum();
            let expected = differ as f64 / (all.len() * all.len()) as f64;
            prop_assert!((found.blau - expected).abs() < 1e-12);
            prop_assert!((-1e-12..=1.0 + 1e-12).contains(&found.iqv));
            prop_assert!((-1e-12..=1.0 + 1e-12).contains(&found.pielou));
        }
    }
}
