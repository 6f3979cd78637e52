//! Cargo commands. All use one set of packages and features, so that nothing is built twice.

use std::ffi::OsString;
use std::process::Command;

use serde_json::Value;

use crate::place::{root, target, ui};
use crate::steps::{Outcome, head, run, through};

/// The packages and features for building, linting and testing. With another set Cargo would build
/// Tauri once more with other features.
pub const ALL: [&str; 3] = ["--workspace", "--features", "kith-tests/app,xtask/window"];

pub fn cargo(subcommand: &str) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.current_dir(root()).arg(subcommand);
    clean(&mut command);
    command
}

/// Removes the environment variables that `cargo run` set for xtask: they must not reach the packages
/// that it builds.
pub fn clean(command: &mut Command) {
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("CARGO_PKG_") {
            command.env_remove(name);
        }
    }
    command
        .env_remove("CARGO_MANIFEST_DIR")
        .env_remove("CARGO_MANIFEST_PATH");
}

/// Builds the app.
pub fn build() -> Outcome {
    head("The app (cargo build; the first time takes some minutes)");
    through(cargo("build").args(ALL).args(["--bin", "kith"]))
}

/// Measures the real window: the app and an empty window of a release build.
pub fn bench_window(name: &str) -> Outcome {
    head("The app and an empty window, in release mode (some minutes the first time)");
    let programs = [
        "--bin",
        "kith",
        "--bin",
        "xtask-core",
        "--example",
        "empty_window",
    ];
    through(cargo("build").arg("--release").args(ALL).args(programs))?;
    let release = target().join("release");
    let mut command = Command::new(release.join("xtask-core"));
    command
        .args(["bench", name])
        .env("KITH_BINARY", release.join("kith"))
        .env("KITH_EMPTY_WINDOW", release.join("examples/empty_window"));
    through(&mut command)
}

/// Takes the README's pictures with the app of a debug build, which takes another clock.
pub fn pictures() -> Outcome {
    head("The app (cargo build; the first time takes some minutes)");
    through(
        cargo("build")
            .args(ALL)
            .args(["--bin", "kith", "--bin", "xtask-core"]),
    )?;
    head("The pictures");
    let debug = target().join("debug");
    let mut command = Command::new(debug.join("xtask-core"));
    command
        .arg("pictures")
        .arg(ui().join("pictures"))
        .env("KITH_BINARY", debug.join("kith"));
    through(&mut command)
}

/// Runs a command of xtask-core, which links core, in release mode.
pub fn tool(name: &str, words: &[OsString]) -> Outcome {
    let mut command = cargo("run");
    let place = std::env::current_dir().map_err(|e| e.to_string())?;
    command
        .current_dir(place)
        .arg("--manifest-path")
        .arg(root().join("Cargo.toml"));
    command.args([
        "--quiet",
        "--release",
        "--package",
        "xtask",
        "--features",
        "core",
    ]);
    through(
        command
            .args(["--bin", "xtask-core", "--", name])
            .args(words),
    )
}

/// The names of all integration tests in the workspace.
pub fn tests() -> Outcome<Vec<String>> {
    let out = run(cargo("metadata").args(["--no-deps", "--format-version", "1"]))?;
    let all: Value = serde_json::from_slice(&out).map_err(|e| e.to_string())?;
    let list = |value: &Value, key| {
        value
            .get(key)
            .and_then(Value::as_array)
            .cloned()
            .unwrap_or_default()
    };
    let targets = list(&all, "packages")
        .iter()
        .flat_map(|package| list(package, "targets"))
        .collect::<Vec<_>>();
    let tests = targets
        .iter()
        .filter(|t| list(t, "kind").iter().any(|kind| kind == "test"));
    Ok(tests
        .filter_map(|t| t.get("name")?.as_str().map(String::from))
        .collect())
}
