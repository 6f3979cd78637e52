//! `cargo xtask test`: runs all checks and tests in steps and stops at the first that fails.

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::app::{ALL, cargo, tests};
use crate::place::target;
use crate::steps::{Outcome, head, heard, run, say, there, through};
use crate::system::{Need, ensure};
use crate::tally::Tally;
use crate::{licences, page, wire};

const PARTS: &str = "lint, core, page, ipc, desktop";

#[derive(Default)]
struct Suite {
    name: Option<String>,
    tally: Tally,
    times: Vec<(&'static str, Duration)>,
}

/// Runs everything, or one part of it; in a part, only the tests whose name contains the second word.
pub fn test(words: &[String]) -> Outcome {
    let part = words.first().map(String::as_str);
    let mut suite = Suite {
        name: words.get(1).cloned(),
        ..Suite::default()
    };
    let end = match part {
        None => suite.everything(),
        Some("lint") => suite.prepare().and_then(|()| suite.lint()),
        Some("core") => suite.core(),
        Some("page") => suite.page(),
        Some("ipc") => suite.prepare().and_then(|()| suite.ipc()),
        Some("desktop") => suite.prepare().and_then(|()| suite.desktop()),
        Some(other) => return Err(format!("There is no part {other}. The parts: {PARTS}.")),
    };
    suite.close(end)
}

/// Installs what building and driving the window needs, and builds the page.
pub fn prepare() -> Outcome {
    page::node()?;
    ensure(&[Need::Window, Need::Tests])?;
    components()?;
    page::build()
}

impl Suite {
    fn everything(&mut self) -> Outcome {
        self.prepare()?;
        self.step("rustfmt", |_| format())?;
        self.page()?;
        self.step("building app and tests", |_| {
            through(cargo("build").args(ALL).arg("--all-targets"))
        })?;
        self.step("wire types", |_| wire::drift())?;
        self.step("licences", |_| licences::drift())?;
        self.core()?;
        self.ipc()?;
        self.desktop()?;
        self.step("clippy", |_| clippy())
    }

    fn prepare(&mut self) -> Outcome {
        self.step("what the tests need", |_| prepare())
    }

    fn lint(&mut self) -> Outcome {
        self.step("rustfmt", |_| format())?;
        self.page_style()?;
        self.step("clippy", |_| clippy())
    }

    fn page(&mut self) -> Outcome {
        self.step("page packages", |_| page::packages())?;
        self.page_style()?;
        self.step("page check", |_| {
            through(page::npm().args(["run", "check"]))
        })?;
        self.step("page tests", |suite| {
            let mut command = page::npm();
            command.args(["test", "--"]).args(&suite.name);
            suite.count(&mut command)
        })
    }

    /// Formatting and lints of the page.
    fn page_style(&mut self) -> Outcome {
        self.step("page format", |_| page::format())?;
        self.step("page lint", |_| page::lint())
    }

    fn core(&mut self) -> Outcome {
        self.step("core and journeys", |suite| {
            let mut command = cargo("test");
            command
                .args(ALL)
                .args(["--no-fail-fast", "--lib", "--bins"]);
            for test in tests()?
                .iter()
                .filter(|test| !["ipc", "desktop"].contains(&test.as_str()))
            {
                command.args(["--test", test]);
            }
            command.arg("--").args(&suite.name);
            suite.count(&mut command)
        })
    }

    fn ipc(&mut self) -> Outcome {
        self.one_target("ipc tests", "ipc", &[])
    }

    /// The desktop tests. They run one at a time, because each needs the pointer.
    fn desktop(&mut self) -> Outcome {
        self.step("the app", |_| {
            through(
                cargo("build")
                    .args(ALL)
                    .args(["--bin", "kith", "--bin", "drag-source"]),
            )
        })?;
        let _ = fs::remove_dir_all(target().join("desktop-shots"));
        self.one_target("desktop tests", "desktop", &["--test-threads=1"])?;
        say(&format!(
            "Pictures of each screen: {}",
            target().join("desktop-shots").display()
        ));
        Ok(())
    }

    fn one_target(&mut self, title: &'static str, target: &str, options: &[&str]) -> Outcome {
        if !tests()?.iter().any(|test| test == target) {
            return Ok(());
        }
        self.step(title, |suite| {
            let mut command = cargo("test");
            command
                .args(ALL)
                .args(["--test", target, "--"])
                .args(options)
                .args(&suite.name);
            suite.count(&mut command)
        })
    }

    fn count(&mut self, command: &mut Command) -> Outcome {
        command
            .env("NO_COLOR", "1")
            .env("CARGO_TERM_COLOR", "never");
        heard(command, |line| self.tally.hear(line))
    }

    fn step(&mut self, title: &'static str, work: impl FnOnce(&mut Self) -> Outcome) -> Outcome {
        head(title);
        let start = Instant::now();
        let end = work(self).map_err(|words| format!("Stopped at {title}: {words}"));
        let took = start.elapsed();
        self.times.push((title, took));
        say(&format!("{title}: {:.1} s", took.as_secs_f64()));
        end
    }

    /// Prints the times, the error if there is one, and the summary as the last line.
    fn close(mut self, end: Outcome) -> Outcome {
        head("Times");
        for (title, took) in &self.times {
            say(&format!("{:>8.1} s  {title}", took.as_secs_f64()));
        }
        let all: Duration = self.times.iter().map(|(_, took)| took).sum();
        say(&format!("{:>8.1} s  in all", all.as_secs_f64()));
        if let Err(words) = &end {
            self.tally.failed = self.tally.failed.max(1);
            say(&format!("\n{words}"));
        }
        say(&format!(
            "\n{} passed, {} failed",
            self.tally.passed, self.tally.failed
        ));
        end.map_err(|_| String::new())
    }
}

fn format() -> Outcome {
    through(cargo("fmt").args(["--all", "--check"]))
        .map_err(|_| "some Rust files are not formatted. Type: cargo fmt --all".into())
}

fn clippy() -> Outcome {
    through(
        cargo("clippy")
            .args(ALL)
            .args(["--all-targets", "--", "-D", "warnings"]),
    )
}

/// Installs rustfmt and clippy, which minimal Rust installations do not have.
fn components() -> Outcome {
    let here = |name| run(cargo(name).arg("--version")).is_ok();
    if here("fmt") && here("clippy") {
        return Ok(());
    }
    if !there("rustup") {
        return Err("rustfmt and clippy are missing; they come with a full Rust install.".into());
    }
    say("Missing: rustfmt or clippy. Running: rustup component add rustfmt clippy");
    through(Command::new("rustup").args(["component", "add", "rustfmt", "clippy"]))
}
