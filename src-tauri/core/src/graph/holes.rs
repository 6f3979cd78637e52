//! Structural holes: measures of how much a person's ties overlap.

use super::Graph;

/// Whether ties count by their weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weighting {
    /// Every tie counts 1.
    Equal,
    /// Every tie counts its weight.
    ByWeight,
}

impl Weighting {
    fn of(self, weight: f64) -> f64 {
        match self {
            Self::Equal => 1.0,
            Self::ByWeight => weight,
        }
    }
}

/// Burt's constraint `C_i = Σ_j (p_ij + Σ_q p_iq p_qj)²` of each person, where `p_ij` is the share of
/// i's tie weight that goes to j. High if a person's contacts all know each other. `None` without ties.
///
/// Burt 1992, *Structural Holes*; 2004, *Structural holes and good ideas*, AJS 110(2).
pub fn constraint(graph: &Graph, weighting: Weighting) -> Vec<Option<f64>> {
    let sums = each(graph, |of| of.map(|w| weighting.of(w)).sum());
    let mut neighbours = Neighbours::new(graph);
    (0..graph.len())
        .map(|i| {
            neighbours.set(graph, i, |w| share(weighting.of(w), sums[i]));
            neighbours.spread(graph, |q, weight| share(weighting.of(weight), sums[q]));
            let squares = graph.of(i).map(|(j, w)| {
                let direct = share(weighting.of(w), sums[i]);
                (direct + neighbours.reached[j]).powi(2)
            });
            neighbours.finish(graph.degree(i) > 0, squares.sum())
        })
        .collect()
}

/// Burt's effective size `Σ_j [1 − Σ_q p_iq m_jq]` of each person, where `m_jq` is the weight of j–q
/// divided by j's largest weight: the number of contacts that are not redundant. `None` without ties.
///
/// Burt 1992, *Structural Holes*. Unweighted it equals `n − 2t/n` with `t` ties among the person's `n`
/// contacts (Borgatti 1997, *Structural holes: unpacking Burt's redundancy measures*, Connections
/// 20(1)).
pub fn effective_size(graph: &Graph, weighting: Weighting) -> Vec<Option<f64>> {
    let sums = each(graph, |of| of.map(|w| weighting.of(w)).sum());
    let strongest = each(graph, |of| of.map(|w| weighting.of(w)).fold(0.0, f64::max));
    let mut neighbours = Neighbours::new(graph);
    (0..graph.len())
        .map(|i| {
            neighbours.set(graph, i, |w| share(weighting.of(w), sums[i]));
            // The weight of j–q is read from q's ties: it is the same in both directions.
            neighbours.spread(graph, |_, weight| weighting.of(weight));
            let new = graph
                .of(i)
                .map(|(j, _)| 1.0 - share(neighbours.reached[j], strongest[j]));
            neighbours.finish(graph.degree(i) > 0, new.sum())
        })
        .collect()
}

/// `part / whole`, or 0 where the whole is 0, as in networkx.
fn share(part: f64, whole: f64) -> f64 {
    if whole == 0.0 { 0.0 } else { part / whole }
}

/// For each person, `of` their tie weights.
fn each(graph: &Graph, of: impl Fn(&mut dyn Iterator<Item = f64>) -> f64) -> Vec<f64> {
    (0..graph.len())
        .map(|person| of(&mut graph.of(person).map(|(_, weight)| weight)))
        .collect()
}

/// One person's neighbours, and how far each is reached through the other neighbours. The vectors are
/// reused from person to person.
struct Neighbours {
    /// The neighbours and the shares of the person's tie weight.
    ties: Vec<(usize, f64)>,
    /// For everybody, whether they are a neighbour.
    is_neighbour: Vec<bool>,
    /// For each neighbour, the sum that `spread` adds up.
    reached: Vec<f64>,
}

impl Neighbours {
    fn new(graph: &Graph) -> Self {
        Self {
            ties: Vec::new(),
            is_neighbour: vec![false; graph.len()],
            reached: vec![0.0; graph.len()],
        }
    }

    fn set(&mut self, graph: &Graph, person: usize, share: impl Fn(f64) -> f64) {
        self.ties = graph.of(person).map(|(q, w)| (q, share(w))).collect();
        for (q, _) in &self.ties {
            self.is_neighbour[*q] = true;
        }
    }

    /// Adds `p_iq · f(q, weight of q–j)` to `reached[j]` for all neighbours q and j.
    fn spread(&mut self, graph: &Graph, f: impl Fn(usize, f64) -> f64) {
        for (q, share) in &self.ties {
            // If q has far more ties than the person, looking up each neighbour is faster.
            if graph.degree(*q) > 16 * self.ties.len() {
                for (j, _) in &self.ties {
                    if let Some(weight) = graph.weight(*q, *j) {
                        self.reached[*j] += share * f(*q, weight);
                    }
                }
            } else {
                for (j, weight) in graph.of(*q).filter(|(j, _)| self.is_neighbour[*j]) {
                    self.reached[j] += share * f(*q, weight);
                }
            }
        }
    }

    /// Clears the vectors for the next person, and returns the value if it is defined.
    fn finish(&mut self, defined: bool, value: f64) -> Option<f64> {
        for (q, _) in self.ties.drain(..) {
            self.is_neighbour[q] = false;
            self.reached[q] = 0.0;
        }
        defined.then_some(value)
    }
}
