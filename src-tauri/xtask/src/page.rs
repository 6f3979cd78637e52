//! The page: checks Node, installs its packages, builds ui/dist.

use std::path::PathBuf;
use std::process::Command;

use crate::place::{target, ui};
use crate::stamp::Stamp;
use crate::steps::{Outcome, head, run, through};

/// The versions of Node that Vite 8 supports.
const WANTED: &str =
    "Kith's page is built with Node 20.19 or later, or 22.12 or later (https://nodejs.org).";

pub fn npm() -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(ui());
    command
}

/// Fails if Node is missing or too old.
pub fn node() -> Outcome {
    let out = run(Command::new("node").arg("--version"))
        .map_err(|_| format!("Node is missing. {WANTED}"))?;
    let version = String::from_utf8_lossy(&out).trim().to_owned();
    if !new_enough(&version) {
        return Err(format!("Node {version} is too old. {WANTED}"));
    }
    run(npm().arg("--version"))
        .map(drop)
        .map_err(|_| format!("npm is missing. {WANTED}"))
}

fn new_enough(version: &str) -> bool {
    let mut numbers = version
        .trim_start_matches('v')
        .split('.')
        .map_while(|n| n.parse::<u32>().ok());
    match (numbers.next(), numbers.next()) {
        (Some(20), Some(minor)) => minor >= 19,
        (Some(22), Some(minor)) => minor >= 12,
        (Some(major), _) => major > 22,
        _ => false,
    }
}

/// Installs the page's packages if the lock file has changed.
pub fn packages() -> Outcome {
    node()?;
    let stamp = Stamp::of(
        ui().join("node_modules/.kith-stamp"),
        &[ui().join("package-lock.json")],
    )?;
    if stamp.holds() {
        return Ok(());
    }
    head("The page's packages (npm ci)");
    through(npm().args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]))?;
    stamp.set()
}

/// Builds the page in ui/dist if one of its sources has changed.
pub fn build() -> Outcome {
    packages()?;
    let stamp = Stamp::of(target().join("xtask/page.stamp"), &sources())?;
    if stamp.holds() && ui().join("dist/index.html").is_file() {
        return Ok(());
    }
    head("The page (npm run build)");
    through(npm().args(["run", "build", "--silent"]))?;
    stamp.set()
}

/// Fails if a file of the page is not formatted with prettier.
pub fn format() -> Outcome {
    through(npm().args(["run", "--silent", "format:check"])).map_err(|_| {
        "some files of the page are not formatted. Type: npm --prefix ui run format".into()
    })
}

/// Fails if eslint reports anything about the page.
pub fn lint() -> Outcome {
    through(npm().args(["run", "--silent", "lint"]))
}

fn sources() -> Vec<PathBuf> {
    let names = [
        "src",
        "public",
        "index.html",
        "package.json",
        "package-lock.json",
        "svelte.config.js",
        "tsconfig.json",
        "tsconfig.node.json",
        "vite.config.ts",
    ];
    names.iter().map(|name| ui().join(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_is_new_enough_from_20_19_but_not_each_21_or_22() {
        for fine in ["v20.19.0", "v20.20.2", "v22.12.0", "v24.1.0"] {
            assert!(new_enough(fine), "{fine}");
        }
        for old in ["v18.20.4", "v20.18.9", "v21.7.0", "v22.11.0", "", "node"] {
            assert!(!new_enough(old), "{old}");
        }
    }
}
