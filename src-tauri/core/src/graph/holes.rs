//! Structural holes: how far somebody's ties lead to the same people.

use super::Graph;

/// Whether ties count as they are weighed, or all alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ties {
    /// All ties alike.
    Alike,
    /// By weight.
    Weighed,
}

impl Ties {
    fn of(self, weight: f64) -> f64 {
        match self {
            Self::Alike => 1.0,
            Self::Weighed => weight,
        }
    }
}

/// Burt's constraint `C_i = Σ_j (p_ij + Σ_q p_iq p_qj)²` of everybody, `p` the share of one's tie
/// weight: high where all ties lead to people who know each other. `None` without ties.
///
/// Burt 1992, *Structural Holes*; 2004, *Structural holes and good ideas*, AJS 110(2).
pub fn constraint(graph: &Graph, ties: Ties) -> Vec<Option<f64>> {
    let sums = each(graph, |of| of.map(|w| ties.of(w)).sum());
    let mut mine = Mine::new(graph);
    (0..graph.len())
        .map(|i| {
            mine.begin(graph, i, |w| share(ties.of(w), sums[i]));
            mine.spread(graph, |q, weight| share(ties.of(weight), sums[q]));
            let squares = graph.of(i).map(|(j, w)| {
                let direct = share(ties.of(w), sums[i]);
                (direct + mine.reached[j]).powi(2)
            });
            mine.end(graph.degree(i) > 0, squares.sum())
        })
        .collect()
}

/// Effective size `Σ_j [1 − Σ_q p_iq m_jq]` of everybody, `m_jq` the weight of j–q over j's
/// strongest: how many of one's ties lead somewhere new. `None` without ties.
///
/// Burt 1992, *Structural Holes*; unweighted it is `n − 2t/n` with `t` ties among one's `n` people
/// (Borgatti 1997, *Structural holes: unpacking Burt's redundancy measures*, Connections 20(1)).
pub fn effective_size(graph: &Graph, ties: Ties) -> Vec<Option<f64>> {
    let sums = each(graph, |of| of.map(|w| ties.of(w)).sum());
    let strongest = each(graph, |of| of.map(|w| ties.of(w)).fold(0.0, f64::max));
    let mut mine = Mine::new(graph);
    (0..graph.len())
        .map(|i| {
            mine.begin(graph, i, |w| share(ties.of(w), sums[i]));
            // What j's tie to q repeats is seen from q's end: a weight has no direction.
            mine.spread(graph, |_, weight| ties.of(weight));
            let new = graph
                .of(i)
                .map(|(j, _)| 1.0 - share(mine.reached[j], strongest[j]));
            mine.end(graph.degree(i) > 0, new.sum())
        })
        .collect()
}

/// A share of a whole that may be nothing, as networkx has it.
fn share(part: f64, whole: f64) -> f64 {
    if whole == 0.0 { 0.0 } else { part / whole }
}

fn each(graph: &Graph, of: impl Fn(&mut dyn Iterator<Item = f64>) -> f64) -> Vec<f64> {
    (0..graph.len())
        .map(|person| of(&mut graph.of(person).map(|(_, weight)| weight)))
        .collect()
}

/// One person's people, and what is reached of each by way of the others.
struct Mine {
    ties: Vec<(usize, f64)>,
    is_mine: Vec<bool>,
    reached: Vec<f64>,
}

impl Mine {
    fn new(graph: &Graph) -> Self {
        Self {
            ties: Vec::new(),
            is_mine: vec![false; graph.len()],
            reached: vec![0.0; graph.len()],
        }
    }

    fn begin(&mut self, graph: &Graph, person: usize, share: impl Fn(f64) -> f64) {
        self.ties = graph.of(person).map(|(q, w)| (q, share(w))).collect();
        for (q, _) in &self.ties {
            self.is_mine[*q] = true;
        }
    }

    /// Adds up `p_iq · f(q, weight of q–j)` for each j of mine.
    fn spread(&mut self, graph: &Graph, f: impl Fn(usize, f64) -> f64) {
        for (q, share) in &self.ties {
            // Past somebody who knows thousands, mine are looked up among them one by one.
            if graph.degree(*q) > 16 * self.ties.len() {
                for (j, _) in &self.ties {
                    if let Some(weight) = graph.weight(*q, *j) {
                        self.reached[*j] += share * f(*q, weight);
                    }
                }
            } else {
                for (j, weight) in graph.of(*q).filter(|(j, _)| self.is_mine[*j]) {
                    self.reached[j] += share * f(*q, weight);
                }
            }
        }
    }

    /// Forgets this person's people, and gives the value where it is defined.
    fn end(&mut self, defined: bool, value: f64) -> Option<f64> {
        for (q, _) in self.ties.drain(..) {
            self.is_mine[q] = false;
            self.reached[q] = 0.0;
        }
        defined.then_some(value)
    }
}
