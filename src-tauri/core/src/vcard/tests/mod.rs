//! Tests with fixtures, of writing, of 4.0 by a strict checker, with random input and with hostile input.

mod hostile;
mod random;
mod show;
mod strict;
mod traps;
mod written;

use std::path::Path;

/// The bytes of a fixture.
fn fixture(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/vcards");
    std::fs::read(folder.join(name).with_extension("vcf")).unwrap()
}

/// The bytes of all fixtures, by name.
fn fixtures() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/vcards");
    let names = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path());
    let mut names: Vec<_> = names
        .filter(|p| p.extension().is_some_and(|e| e == "vcf"))
        .collect();
    names.sort();
    names
        .into_iter()
        .map(|p| (p.display().to_string(), std::fs::read(p).unwrap()))
        .collect()
}

#[test]
#[ignore = "prints what is read from the fixtures"]
fn print() {
    for (name, bytes) in fixtures() {
        println!("{name}\t{}", show::file(&bytes));
    }
}
