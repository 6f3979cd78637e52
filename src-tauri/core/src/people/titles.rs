//! Titles before a name, and generations and degrees after it. Pure.

use crate::fold::fold;

/// Words before a name, without dots. One that may be a name itself counts only with its dot.
const BEFORE: &[&str] = &[
    "mr",
    "mister",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "doctor",
    "sir",
    "dame",
    "lady",
    "rev.",
    "reverend",
    "hon.",
    "fr.",
    "capt.",
    "col.",
    "gen.",
    "lt.",
    "maj.",
    "sgt.",
    "herr",
    "frau",
    "hr.",
    "dipl",
    "ing.",
    "mag.",
    "med.",
    "rer.",
    "nat.",
    "phil.",
    "jur.",
    "pd",
    "mme",
    "madame",
    "mlle",
    "monsieur",
    "sra",
    "srta",
    "sr.",
    "dott",
    "dottssa",
    "dr.ssa",
    "avv.",
    "arch.",
    "geom.",
    "drs",
    "ir.",
    "mudr",
    "mvdr",
    "judr",
    "phdr",
    "rndr",
    "paeddr",
    "bc.",
    "mgr",
    "dra",
    "h.c",
];

/// Titles that say whether a man or a woman is meant.
const OF_MEN: &[&str] = &["mr", "mister", "sir", "herr", "hr", "monsieur"];
const OF_WOMEN: &[&str] = &[
    "mrs", "ms", "miss", "dame", "lady", "frau", "mme", "madame", "mlle", "sra", "srta", "dra",
    "dottssa", "drssa",
];

/// Words that tell the generations of a family apart.
const GENERATIONS: &[&str] = &[
    "jr", "jnr", "junior", "sr", "snr", "senior", "ii", "iii", "iv",
];

/// Degrees and honours after a name.
const AFTER: &[&str] = &[
    "phd", "md", "jd", "mba", "msc", "bsc", "meng", "beng", "mphil", "dphil", "llb", "llm", "esq",
    "cpa", "cfa", "dds", "dvm", "obe", "mbe", "cbe", "kbe", "pmp", "frcp", "frs", "csc", "mph",
    "edd", "jun.", "sen.", "eh.", "ret.",
];

/// Degrees that are family names elsewhere ("Jack Ma"): only after a comma.
const AFTER_COMMA: &[&str] = &[
    "ma", "ba", "pe", "rn", "ra", "do", "do.", "sc", "bs", "ms", "aia",
];

/// A shown name in its three parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TitledName<'a> {
    /// Titles, in their order.
    pub(crate) before: Vec<&'a str>,
    /// The words of the name; all words where there is nothing else.
    pub(crate) name: Vec<&'a str>,
    /// Generations, degrees and honours, in their order.
    pub(crate) after: Vec<&'a str>,
}

impl<'a> TitledName<'a> {
    /// Takes titles from the front of a name and suffixes from its end, and leaves at least one word.
    pub(crate) fn of(name: &'a str) -> Self {
        let words: Vec<&str> = name.split_whitespace().collect();
        let mut rest = words.as_slice();
        let (mut before, mut after) = (Vec::new(), Vec::new());
        while let [first, others @ ..] = rest
            && !others.is_empty()
            && is_title(first)
        {
            before.push(*first);
            rest = others;
        }
        while let [others @ .., last] = rest
            && let Some(word_before) = others.last()
            && is_suffix(last, word_before.ends_with(','))
        {
            after.insert(0, *last);
            rest = others;
        }
        // Titles alone are the name that there is.
        let only_titles = !before.is_empty() && rest.iter().all(|word| is_title(word));
        if only_titles {
            return Self {
                before: Vec::new(),
                name: words,
                after: Vec::new(),
            };
        }
        Self {
            before,
            name: rest.to_vec(),
            after,
        }
    }

    /// The generation that the name tells ("jr", "sr", "iii"), if it tells one.
    pub(crate) fn generation(&self) -> Option<&'static str> {
        let folded: Vec<String> = self.after.iter().map(|word| bare(word)).collect();
        let told = GENERATIONS
            .iter()
            .find(|generation| folded.iter().any(|word| word == *generation))?;
        Some(match *told {
            "jnr" | "junior" => "jr",
            "snr" | "senior" => "sr",
            other => other,
        })
    }

    /// Whether the titles say that this is a woman; `None` where they do not tell.
    pub(crate) fn is_woman(&self) -> Option<bool> {
        self.before.iter().find_map(|word| {
            let word = bare(word);
            if OF_WOMEN.contains(&word.as_str()) {
                Some(true)
            } else {
                OF_MEN.contains(&word.as_str()).then_some(false)
            }
        })
    }
}

fn is_title(word: &str) -> bool {
    // "Dr.-Ing.", "Dipl.-Kfm."
    let first = word.split('-').next().unwrap_or(word);
    listed(BEFORE, first, &bare(first)) && (first.len() == word.len() || first.ends_with('.'))
}

fn is_suffix(word: &str, after_comma: bool) -> bool {
    let bare = bare(word);
    GENERATIONS.contains(&bare.as_str())
        || listed(AFTER, word, &bare)
        || (after_comma && listed(AFTER_COMMA, word, &bare))
}

/// Whether a word is in a list of folded words without dots. A listed word that ends with a dot is meant
/// only where the dot is written.
fn listed(list: &[&str], word: &str, bare: &str) -> bool {
    let has_dot = word.trim_end_matches(',').ends_with('.');
    let first = bare.as_bytes().first();
    let alike = list
        .iter()
        .filter(|known| known.as_bytes().first() == first);
    alike
        .into_iter()
        .any(|known| match known.strip_suffix('.') {
            Some(known) => has_dot && is_without_dots(known, bare),
            None => is_without_dots(known, bare),
        })
}

/// Whether a listed word is this one, apart from dots in the listed one ("dr.ssa").
fn is_without_dots(listed: &str, bare: &str) -> bool {
    listed.bytes().filter(|byte| *byte != b'.').eq(bare.bytes())
}

/// A word folded, without its dots and commas.
fn bare(word: &str) -> String {
    let mut bare = fold(word);
    bare.retain(|c| c != '.' && c != ',');
    bare
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(written: &str) -> String {
        TitledName::of(written).name.join(" ")
    }

    #[test]
    fn titles_and_suffixes_are_no_name() {
        for (written, core) in [
            ("Dr. Ilse Varnholt", "Ilse Varnholt"),
            ("Prof. Dr.-Ing. Jan Kos", "Jan Kos"),
            ("Prof. Dr. med. Ana Berg", "Ana Berg"),
            ("Martin King Jr.", "Martin King"),
            ("Martin King III", "Martin King"),
            ("Ana Berg, PhD", "Ana Berg,"),
            ("Ana Berg, Ph.D., MBA", "Ana Berg,"),
            ("Mrs Ana Berg", "Ana Berg"),
            ("Sra. Ana Berg", "Ana Berg"),
            ("Dott.ssa Ana Berg", "Ana Berg"),
            ("Ana Berg", "Ana Berg"),
            ("王小明", "王小明"),
        ] {
            assert_eq!(name(written), core, "{written}");
        }
    }

    #[test]
    fn words_that_are_names_stay() {
        for written in [
            "Jack Ma",
            "Amartya Sen",
            "Dr.",
            "Miss",
            "Mag Ruffman",
            "Ira Glass",
            "Hon Li",
            "Prof. Dr.",
            "",
        ] {
            assert_eq!(name(written), written, "{written}");
        }
        assert_eq!(name("Jack Berg, MA"), "Jack Berg,");
    }

    #[test]
    fn generations_and_titles_tell_people_apart() {
        assert_eq!(TitledName::of("Martin King Jr.").generation(), Some("jr"));
        assert_eq!(
            TitledName::of("Martin King Senior").generation(),
            Some("sr")
        );
        assert_eq!(TitledName::of("Martin King").generation(), None);
        assert_eq!(TitledName::of("Frau Rossi").is_woman(), Some(true));
        assert_eq!(TitledName::of("Mr. A. Rossi").is_woman(), Some(false));
        assert_eq!(TitledName::of("Dr. A. Rossi").is_woman(), None);
    }
}
