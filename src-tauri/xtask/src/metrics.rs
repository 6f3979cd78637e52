//! `cargo xtask metrics EDGES.csv [--me NAME] [--path-to NAME]`: prints Kith's measures of a network as
//! JSON, computed by core.

use std::collections::HashMap;
use std::error::Error;
use std::ffi::OsString;
use std::fs;
use std::path::Path;

use kith_core::graph::{
    Graph, Weighting, betweenness, communities, constraint, cut_people, effective_size, modularity,
    routes,
};
use serde_json::{Map, Value, json};

/// Whether the command succeeded.
pub type Outcome = Result<(), Box<dyn Error>>;

const USAGE: &str = "usage: cargo xtask metrics EDGES.csv [--me NAME] [--path-to NAME]
The file has the columns a, b and weight, with a line of these names first.";

/// The seed of random numbers, the same as on the map.
const SEED: u64 = 1;

/// Prints the measures of one file.
pub fn run(words: &[OsString]) -> Outcome {
    let (mut file, mut me, mut to, mut words) = (None, None, None, words.iter());
    while let Some(word) = words.next() {
        match word.to_string_lossy().as_ref() {
            "--me" => me = Some(words.next().ok_or(USAGE)?.to_string_lossy()),
            "--path-to" => to = Some(words.next().ok_or(USAGE)?.to_string_lossy()),
            _ => file = Some(word),
        }
    }
    let network = Network::read(Path::new(file.ok_or(USAGE)?))?;
    let me = me.map(|name| network.person(&name)).transpose()?;
    let to = to.map(|name| network.person(&name)).transpose()?;
    println!("{}", network.metrics(me, to));
    Ok(())
}

#[derive(Default)]
struct Network {
    names: Vec<String>,
    numbers: HashMap<String, usize>,
    ties: Vec<(usize, usize, f64)>,
}

impl Network {
    fn read(file: &Path) -> Result<Self, Box<dyn Error>> {
        let text = fs::read_to_string(file)?;
        let mut network = Self::default();
        for (number, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            if number == 0 || line.trim().is_empty() {
                continue;
            }
            let wrong = || format!("Line {} is not: a, b, weight from 0 to 1.", number + 1);
            let [a, b, weight] = fields(line).try_into().map_err(|_| wrong())?;
            let weight: f64 = weight.trim().parse().map_err(|_| wrong())?;
            if !(0.0..=1.0).contains(&weight) {
                return Err(wrong().into());
            }
            let tie = (network.number(a), network.number(b), weight);
            network.ties.push(tie);
        }
        Ok(network)
    }

    fn number(&mut self, name: String) -> usize {
        *self.numbers.entry(name).or_insert_with_key(|name| {
            self.names.push(name.clone());
            self.names.len() - 1
        })
    }

    fn person(&self, name: &str) -> Result<usize, String> {
        let number = self.numbers.get(name).copied();
        number.ok_or_else(|| format!("Nobody in the file is called {name}."))
    }

    fn metrics(&self, me: Option<usize>, to: Option<usize>) -> Value {
        let graph = Graph::new(self.names.len(), self.ties.iter().copied(), me);
        let [alike, weighed] =
            [Weighting::Equal, Weighting::ByWeight].map(|ties| constraint(&graph, ties));
        let [size, size_weighed] =
            [Weighting::Equal, Weighting::ByWeight].map(|ties| effective_size(&graph, ties));
        let (between, cut) = (betweenness(&graph), cut_people(&graph));
        let community = communities(&graph, SEED);
        let mut nodes = Map::new();
        for (person, name) in self.names.iter().enumerate() {
            let of = |values: &[Option<f64>]| json!(values.get(person).copied().flatten());
            let told = json!({
                "constraint": of(&alike),
                "constraint_weighted": of(&weighed),
                "effective_size": of(&size),
                "effective_size_weighted": of(&size_weighed),
                "betweenness": of(&between.of),
                "cut": cut.get(person).is_some_and(|cut| cut.is_cut),
                "community": community.get(person),
            });
            nodes.insert(name.clone(), told);
        }
        json!({
            "nodes": nodes,
            "modularity": modularity(&graph, &community),
            "paths": me.zip(to).map_or_else(Vec::new, |(me, to)| self.paths(&graph, me, to)),
        })
    }

    fn paths(&self, graph: &Graph, me: usize, to: usize) -> Vec<Value> {
        let told = routes(graph, me, to, 3, |_| true).into_iter().map(|route| {
            let names: Vec<_> = route.people.iter().map(|p| self.names.get(*p)).collect();
            json!({ "nodes": names, "product": route.product })
        });
        told.collect()
    }
}

/// The fields of a line of CSV. Quoted fields may contain commas and doubled quotes.
fn fields(line: &str) -> Vec<String> {
    let (mut fields, mut quoted) = (vec![String::new()], false);
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        let field = fields.last_mut();
        match letter {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => {
                field.map(|field| field.push('"')).unwrap_or_default();
            }
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            _ => field.map(|field| field.push(letter)).unwrap_or_default(),
        }
    }
    fields
}
