//! Ways in: who could introduce me to somebody, and how likely each way is to hold.

use super::Graph;

/// A way from one person to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// From the first to the last, both named; each once.
    pub people: Vec<usize>,
    /// The weights multiplied, above 0 and at most 1.
    pub product: f64,
}

/// The best `most` ways with at most two people between, by falling product of weights; equal ones
/// by fewer people, then by lower numbers. Only whom `may_introduce` allows stands between. A tie
/// of weight 0 carries nobody.
///
/// The product is the likelihood that every hop holds; it is what Dijkstra on `−ln w` maximises
/// (Dijkstra 1959) and Yen 1971, *Finding the k shortest loopless paths*, lists. As no way has more
/// than three hops, all are looked through: what that takes is the ties of those tied to `from`.
pub fn routes(
    graph: &Graph,
    from: usize,
    to: usize,
    most: usize,
    may_introduce: impl Fn(usize) -> bool,
) -> Vec<Route> {
    let people = graph.len();
    if from == to || from >= people || to >= people || most == 0 {
        return Vec::new();
    }
    let passes = |person: usize| person != from && person != to && may_introduce(person);
    let mut last = vec![0.0; people];
    for (person, weight) in graph.of(to) {
        if person == from || passes(person) {
            last[person] = weight;
        }
    }
    let mut best = Best::new(most);
    best.offer(&[from, to], last[from]);
    for (first, weight) in graph.of(from).filter(|(person, _)| passes(*person)) {
        best.offer(&[from, first, to], weight * last[first]);
        // No further hop makes a way likelier.
        if weight < best.least() {
            continue;
        }
        for (second, between) in graph.of(first).filter(|(person, _)| *person != from) {
            if last[second] > 0.0 {
                best.offer(&[from, first, second, to], weight * between * last[second]);
            }
        }
    }
    best.routes
}

struct Best {
    most: usize,
    routes: Vec<Route>,
}

impl Best {
    fn new(most: usize) -> Self {
        Self {
            most,
            routes: Vec::new(),
        }
    }

    /// Below which no way is among the best any more.
    fn least(&self) -> f64 {
        match self.routes.last() {
            Some(worst) if self.routes.len() == self.most => worst.product,
            _ => 0.0,
        }
    }

    fn offer(&mut self, people: &[usize], product: f64) {
        if product <= 0.0 || product < self.least() {
            return;
        }
        let before = |route: &Route| {
            let told = (route.people.len(), route.people.as_slice());
            route.product > product || route.product == product && told < (people.len(), people)
        };
        let at = self.routes.partition_point(before);
        let route = Route {
            people: people.to_vec(),
            product,
        };
        self.routes.insert(at, route);
        self.routes.truncate(self.most);
    }
}
