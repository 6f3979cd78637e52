//! Counts passed and failed tests in the output of cargo and vitest.

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u32,
    pub failed: u32,
}

impl Tally {
    pub fn hear(&mut self, line: &str) {
        let line = line.trim();
        let counts = match line.strip_prefix("test result: ") {
            Some(rest) => rest.split_once(". ").map(|(_, counts)| counts),
            None => line.strip_prefix("Tests ").map(|rest| rest.trim_start()),
        };
        for part in counts.unwrap_or_default().split([';', '|', '(']) {
            let mut words = part.split_whitespace();
            let (Some(Ok(count)), Some(what)) = (words.next().map(str::parse::<u32>), words.next())
            else {
                continue;
            };
            match what {
                "passed" => self.passed += count,
                "failed" => self.failed += count,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_of_cargo_and_vitest_are_added_up() {
        let mut tally = Tally::default();
        for line in [
            "running 5 tests",
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            " Test Files  2 passed (2)",
            "      Tests  1 failed | 11 passed (12)",
        ] {
            tally.hear(line);
        }
        assert_eq!(
            tally,
            Tally {
                passed: 15,
                failed: 3
            }
        );
    }
}
