//! Ways in: paths through people who could introduce me to somebody, and how likely each is to work.

use super::Graph;

/// A path from one person to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// The people on the path, both ends included, each once.
    pub people: Vec<usize>,
    /// The product of the weights, above 0 and at most 1.
    pub product: f64,
}

/// The best `most` paths with at most two people between, by descending product of weights; equal ones
/// by fewer people, then by lower numbers. Only people for whom `may_introduce` holds are between. Ties
/// of weight 0 are not used.
///
/// The product is the probability that every step works if the weights are independent probabilities.
/// Dijkstra's algorithm (1959) on `−ln w` finds the best path and Yen's (1971, *Finding the k shortest
/// loopless paths*) the next ones. As no path has more than three steps, this function tries all
/// instead. The time is proportional to the number of ties of the people tied to `from`.
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
        // A further step cannot increase the product.
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

/// The best paths found so far, best first.
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

    /// A path with a smaller product is not among the best.
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
