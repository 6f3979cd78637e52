//! Benches of layout and measures with graphs of 1,000, 10,000 and 50,000 people. They work in
//! organisations of twelve and have 3.4 ties each; I am tied to every third.

use std::cell::Cell;
use std::fmt::Write as _;
use std::process::Command;
use std::time::{Duration, Instant};

use kith_core::graph::layout::{Body, LayoutObserver, Place, Point, arrange, radius};
use kith_core::graph::{
    Betweenness, Graph, ONE_SECOND, Weighting, betweenness, betweenness_within, communities,
    constraint, cut_people, effective_size, modularity, routes,
};

use super::{Outcome, random::SeededRandom, say, timed};

/// People in an organisation.
const ORGANISATION_PEOPLE: u64 = 12;
/// With more people exact betweenness is not measured: it takes minutes.
const EXACT_UP_TO: u64 = 10_000;

pub fn run() -> Outcome {
    for people in [1_000, 10_000, 50_000] {
        println!("  {people} people");
        let (graph, took) = timed(|| book(people));
        let (graph, bodies) = graph;
        say("making ties", took);
        layout(&graph, &bodies);
        metrics(&graph);
        between(&graph, people)?;
        ways(&graph, people);
    }
    Ok(())
}

/// A graph in which seven of ten ties lead to the same organisation. Person 0 is me.
fn book(people: u64) -> (Graph, Vec<Body>) {
    let mut seeded = SeededRandom(people);
    let (mut ties, mut bodies) = (Vec::new(), Vec::new());
    for person in 0..people {
        let organisation = person / ORGANISATION_PEOPLE;
        let share = |part: u64| part as f64 / 100.0;
        bodies.push(Body {
            radius: radius(share(seeded.below(100))),
            organisation: u32::try_from(organisation).ok(),
            place: Place::New,
        });
        if seeded.below(3) == 0 {
            ties.push((0, person, share(1 + seeded.below(100))));
        }
        for _ in 0..3 + u64::from(seeded.below(10) < 4) {
            let other = match seeded.below(10) {
                0..7 => organisation * ORGANISATION_PEOPLE + seeded.below(ORGANISATION_PEOPLE),
                _ => seeded.below(people),
            };
            let weight = [0.8, 0.5, 0.4, 0.25];
            let weight = weight.get(seeded.below(4) as usize).copied();
            ties.push((person, other, weight.unwrap_or_default()));
        }
    }
    let ties = ties
        .into_iter()
        .map(|(a, b, weight)| (a as usize, b as usize, weight));
    (Graph::new(people as usize, ties, Some(0)), bodies)
}

struct First {
    begun: Instant,
    took: Cell<Option<Duration>>,
}

impl LayoutObserver for First {
    fn stopped(&self) -> bool {
        false
    }

    fn picture(&self, _: f32, _: &[Point]) {
        let took = self.took.get().unwrap_or_else(|| self.begun.elapsed());
        self.took.set(Some(took));
    }
}

fn layout(graph: &Graph, bodies: &[Body]) {
    let first = First {
        begun: Instant::now(),
        took: Cell::new(None),
    };
    let (_, took) = timed(|| arrange(graph, bodies, 1, &first));
    let aim = |most| match graph.len() {
        10_000 => format!(" (aim {most})"),
        _ => String::new(),
    };
    let early = first.took.get().unwrap_or(took);
    say(&format!("first picture{}", aim(500)), early);
    say(&format!("at rest{}", aim(3000)), took);
}

fn metrics(graph: &Graph) {
    say(
        "constraint, weighed",
        timed(|| constraint(graph, Weighting::ByWeight)).1,
    );
    say(
        "effective size, weighed",
        timed(|| effective_size(graph, Weighting::ByWeight)).1,
    );
    say("cut people", timed(|| cut_people(graph)).1);
    let others = graph.without_me();
    let (found, took) = timed(|| communities(&others, 1));
    say("communities", took);
    let quality = modularity(&others, &found).unwrap_or_default();
    println!("    modularity                    {quality:>9.3}");
}

/// Betweenness: exact for small graphs, compared with igraph; and with the app's budget.
fn between(graph: &Graph, people: u64) -> Outcome {
    let (about, took) = timed(|| betweenness_within(graph, ONE_SECOND, 1));
    let how = match about.sampled {
        Some(pivots) => format!("betweenness from {pivots}"),
        None => "betweenness as in the app".into(),
    };
    say(&how, took);
    if people > EXACT_UP_TO {
        return Ok(());
    }
    let (exact, took) = timed(|| betweenness(graph));
    say("betweenness, exact", took);
    println!("    {} of the first 20 are the same", agree(&exact, &about));
    match igraph(graph)? {
        Some(took) => say("igraph's betweenness", took),
        None => println!("    beside igraph's: pip install igraph"),
    }
    Ok(())
}

fn agree(one: &Betweenness, other: &Betweenness) -> usize {
    let first = |found: &Betweenness| {
        let mut ranked: Vec<_> = found.of.iter().enumerate().collect();
        ranked.sort_by(|a, b| b.1.partial_cmp(a.1).unwrap_or(std::cmp::Ordering::Equal));
        let people = ranked.into_iter().map(|(person, _)| person);
        people.take(20).collect::<Vec<_>>()
    };
    let others = first(other);
    first(one).iter().filter(|p| others.contains(p)).count()
}

/// The time that igraph takes in a separate Python process; `None` if it is not installed.
fn igraph(graph: &Graph) -> Result<Option<Duration>, Box<dyn std::error::Error>> {
    const ASK: &str = "
import sys, time, igraph
ties = [tuple(map(int, line.split())) for line in open(sys.argv[1])]
graph = igraph.Graph(n=int(sys.argv[2]), edges=ties)
begun = time.perf_counter()
graph.betweenness()
print(time.perf_counter() - begun)";
    let others = graph.without_me();
    let mut ties = String::new();
    for one in 0..others.len() {
        for (other, _) in others.of(one).filter(|(other, _)| one < *other) {
            writeln!(ties, "{one} {other}")?;
        }
    }
    let file = tempfile::NamedTempFile::new()?;
    std::fs::write(file.path(), ties)?;
    let mut ask = Command::new("python3");
    ask.args(["-c", ASK]).arg(file.path());
    let Ok(told) = ask.arg(others.len().to_string()).output() else {
        return Ok(None);
    };
    let seconds = String::from_utf8_lossy(&told.stdout).trim().parse();
    Ok(seconds.ok().map(Duration::from_secs_f64))
}

fn ways(graph: &Graph, people: u64) {
    let mut seeded = SeededRandom(9);
    let mut took: Vec<_> = (0..200)
        .map(|_| {
            let to = 1 + seeded.below(people - 1) as usize;
            timed(|| routes(graph, 0, to, 3, |person| person % 10 != 3)).1
        })
        .collect();
    took.sort_unstable();
    let slowest = took.last().copied().unwrap_or_default();
    say("three best ways, slowest (aim 30)", slowest);
}
