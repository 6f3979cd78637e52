//! The words under which a text is found, and how what was typed is looked up among them. Pure.
//!
//! A text is found under its folded words ("Jürgen" → jurgen), with umlauts spelled out (juergen), with what an
//! apostrophe or hyphen parts written as one ("O'Brien" → o, brien, obrien), and, in scripts without spaces, from
//! each of its characters on ("王小明" → wangxiaoming, xiaoming, ming).

use crate::fold::fold_words;

/// The most characters of a script without spaces in one word of the index, the first word of a run aside.
const CHARACTERS: usize = 4;
/// The most characters in the first word of a run.
const FIRST_CHARACTERS: usize = 20;

/// What is typed beyond these many words, or pieces of a run, narrows nothing down any more.
const MOST_TYPED: usize = 24;

/// Something typed between two spaces: one of these ways to find it must match, with all its words.
pub type Ways = Vec<Vec<String>>;

/// The words of a text as the index keeps them, parted by spaces. Every word that can be typed begins one.
pub fn index_words(text: &str) -> String {
    if text.is_ascii() && !text.contains(['\'', '-', '`']) {
        return fold_words(text);
    }
    let mut words = Words::default();
    for chunk in text.split_whitespace() {
        for part in parts(chunk) {
            match part {
                Part::Spaced(word) => words.push_spaced(word),
                Part::Spaceless(run) => words.push_run(run),
            }
        }
        joined(chunk, &mut |word| words.push(word));
    }
    words.text
}

/// What was typed, as it is looked up among the index's words: each of the answers must match.
pub fn typed_words(text: &str) -> Vec<Ways> {
    let chunks = text.split_whitespace().take(MOST_TYPED);
    chunks.filter_map(ways).collect()
}

/// Whether a text has a word that begins with one typed.
pub fn begins(text: &str, typed: &[Ways]) -> bool {
    let own = index_words(text);
    let own: Vec<&str> = own.split(' ').collect();
    let mut typed_words = typed.iter().flatten().flatten();
    typed_words.any(|word| own.iter().any(|own| own.starts_with(word.as_str())))
}

/// Whether a text has, for everything typed, the words of one of its ways. Those of one or two letters must stand in it
/// as they are, others begin one of its words.
pub fn has_all(text: &str, typed: &[Ways]) -> bool {
    let own = index_words(text);
    let own: Vec<&str> = own.split(' ').collect();
    let stands = |word: &String| {
        let is_it = |own: &&str| match word.len() {
            ..3 => *own == word,
            _ => own.starts_with(word.as_str()),
        };
        own.iter().any(is_it)
    };
    typed
        .iter()
        .all(|ways| ways.iter().any(|words| words.iter().all(stands)))
}

fn ways(chunk: &str) -> Option<Ways> {
    let mut plain = Vec::new();
    let mut spelled_out = Vec::new();
    for part in parts(chunk) {
        match part {
            Part::Spaced(word) => {
                push_words(&mut plain, &fold_words(word));
                push_words(&mut spelled_out, &fold_words(&umlauts_spelled_out(word)));
            }
            Part::Spaceless(run) => {
                let characters: Vec<char> = run.chars().collect();
                for piece in characters.chunks(CHARACTERS).take(MOST_TYPED) {
                    let word = folded_run(piece);
                    if !word.is_empty() {
                        plain.push(word.clone());
                        spelled_out.push(word);
                    }
                }
            }
        }
    }
    if plain.is_empty() {
        return None;
    }
    let mut ways = vec![plain];
    if !ways.contains(&spelled_out) {
        ways.push(spelled_out);
    }
    joined(chunk, &mut |word| {
        let way = vec![word.to_owned()];
        if !ways.contains(&way) {
            ways.push(way);
        }
    });
    Some(ways)
}

fn push_words(words: &mut Vec<String>, folded: &str) {
    words.extend(
        folded
            .split(' ')
            .filter(|word| !word.is_empty())
            .map(str::to_owned),
    );
}

#[derive(Default)]
struct Words {
    text: String,
}

impl Words {
    fn push(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(words);
    }

    fn push_spaced(&mut self, word: &str) {
        let plain = fold_words(word);
        let spelled_out = fold_words(&umlauts_spelled_out(word));
        self.push(&plain);
        if spelled_out != plain {
            self.push(&spelled_out);
        }
    }

    fn push_run(&mut self, run: &str) {
        let characters: Vec<char> = run.chars().collect();
        for at in 0..characters.len() {
            let length = if at == 0 {
                FIRST_CHARACTERS
            } else {
                CHARACTERS
            };
            let rest = characters.get(at..).unwrap_or_default();
            self.push(&folded_run(rest.get(..length).unwrap_or(rest)));
        }
    }
}

/// The characters of a script without spaces as one folded word.
fn folded_run(characters: &[char]) -> String {
    let folded = fold_words(&characters.iter().collect::<String>());
    folded.replace(' ', "")
}

/// Calls `push` with what an apostrophe or a hyphen parts, written as one word: "obrien", "jeanluc".
fn joined(chunk: &str, push: &mut dyn FnMut(&str)) {
    const JOINTS: [char; 9] = ['\'', '’', '‘', 'ʼ', 'ʻ', '`', '´', '-', '‐'];
    if !chunk.contains(JOINTS) {
        return;
    }
    for words in [chunk.to_owned(), umlauts_spelled_out(chunk)] {
        let word = fold_words(&words.replace(JOINTS, ""));
        push(&word);
        if words == chunk && umlauts_spelled_out(chunk) == chunk {
            return;
        }
    }
}

/// German and Scandinavian letters as they are spelled without them: ü as ue, ø as oe, å as aa.
fn umlauts_spelled_out(word: &str) -> String {
    let mut spelled = String::with_capacity(word.len() + 2);
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let mark = letters.peek().copied();
        let (letter, combined) = match (letter, mark) {
            ('a' | 'A', Some('\u{308}')) => ('ä', true),
            ('o' | 'O', Some('\u{308}')) => ('ö', true),
            ('u' | 'U', Some('\u{308}')) => ('ü', true),
            ('a' | 'A', Some('\u{30a}')) => ('å', true),
            _ => (letter, false),
        };
        if combined {
            letters.next();
        }
        match letter {
            'ä' | 'Ä' => spelled.push_str("ae"),
            'ö' | 'Ö' | 'ø' | 'Ø' => spelled.push_str("oe"),
            'ü' | 'Ü' => spelled.push_str("ue"),
            'å' | 'Å' => spelled.push_str("aa"),
            other => spelled.push(other),
        }
    }
    spelled
}

/// A stretch of text in scripts of one sort.
enum Part<'t> {
    Spaced(&'t str),
    Spaceless(&'t str),
}

fn parts(chunk: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut sort: Option<bool> = None;
    for (at, letter) in chunk.char_indices() {
        let now = writes_without_spaces(letter);
        if sort.is_some_and(|before| before != now) {
            parts.push(part(chunk, start, at, !now));
            start = at;
        }
        sort = Some(now);
    }
    if let Some(last) = sort {
        parts.push(part(chunk, start, chunk.len(), last));
    }
    parts
}

fn part(chunk: &str, start: usize, end: usize, spaceless: bool) -> Part<'_> {
    let text = chunk.get(start..end).unwrap_or_default();
    if spaceless {
        Part::Spaceless(text)
    } else {
        Part::Spaced(text)
    }
}

/// Letters of Han, Kana, Hangul, Bopomofo, Thai, Lao, Khmer, Burmese and Tibetan. Korean has spaces, but none
/// between family and given name.
fn writes_without_spaces(letter: char) -> bool {
    matches!(letter,
        '\u{0e01}'..='\u{0e4e}'
        | '\u{0e81}'..='\u{0ece}'
        | '\u{0f40}'..='\u{0fbc}'
        | '\u{1000}'..='\u{103f}' | '\u{1050}'..='\u{109f}'
        | '\u{1100}'..='\u{11ff}'
        | '\u{1780}'..='\u{17d3}'
        | '\u{3005}'..='\u{3007}'
        | '\u{3041}'..='\u{309f}' | '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{318e}'
        | '\u{31a0}'..='\u{31bf}' | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ffdc}'
        | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Whether a text has, for everything typed, words that begin with it.
    fn finds(typed: &str, text: &str) -> bool {
        let own = index_words(text);
        let own: Vec<&str> = own.split(' ').collect();
        let matches = |word: &String| own.iter().any(|own| own.starts_with(word.as_str()));
        typed_words(typed)
            .iter()
            .all(|ways| ways.iter().any(|words| words.iter().all(matches)))
    }

    #[test]
    fn every_character_of_a_script_without_spaces_begins_a_word() {
        for (typed, text) in [
            ("小明", "王小明"),
            ("明", "王小明"),
            ("王小明", "王小明"),
            ("wang", "王小明"),
            ("xiaoming", "王小明"),
            ("wangxiaoming", "王小明"),
            ("민수", "김민수"),
            ("花子", "山田花子"),
            ("太郎", "田中 太郎"),
            ("北京大学物理学院", "他在北京大学物理学院工作"),
            ("手机", "iPhone手机"),
            ("iphone手机", "iPhone手机"),
            ("ชาย", "สมชาย"),
        ] {
            assert!(finds(typed, text), "{typed} finds {text}");
        }
        assert!(!finds("小红", "王小明"));
        assert!(!finds("aoming", "王小明"));
    }

    #[test]
    fn umlauts_are_found_with_and_without_their_e() {
        for typed in ["jurgen", "juergen", "Jürgen", "ju\u{308}rgen", "JÜR"] {
            for text in ["Jürgen Müller", "Ju\u{308}rgen"] {
                assert!(finds(typed, text), "{typed} finds {text}");
            }
        }
        for (typed, text) in [
            ("mueller", "Müller"),
            ("muller", "Müller"),
            ("Müller", "Mueller"),
            ("soeren", "Søren"),
            ("soren", "Søren"),
            ("aase", "Åse"),
            ("strasse", "Straße"),
            ("ludenscheidt", "Müller-Lüdenscheidt"),
            ("muellerlued", "Müller-Lüdenscheidt"),
        ] {
            assert!(finds(typed, text), "{typed} finds {text}");
        }
        assert!(!finds("mueller", "Muller"));
    }

    #[test]
    fn apostrophes_and_hyphens_may_be_left_out() {
        for (typed, text) in [
            ("obrien", "Conan O'Brien"),
            ("o'brien", "Conan O’Brien"),
            ("brien", "Conan O'Brien"),
            ("o'brien", "Conan OBrien"),
            ("jeanluc", "Jean-Luc Picard"),
            ("jean-luc", "Jean-Luc Picard"),
            ("luc", "Jean-Luc Picard"),
            ("jean luc", "Jean-Luc Picard"),
            ("alsayed", "Omar Al-Sayed"),
        ] {
            assert!(finds(typed, text), "{typed} finds {text}");
        }
    }

    proptest! {
        #[test]
        fn every_word_finds_its_text(text in "[a-zäöüßøåé'’王小明민수 -]{1,24}") {
            for word in text.split_whitespace() {
                prop_assert!(finds(word, &text), "{} in {}", word, text);
            }
        }

        #[test]
        fn any_text_has_words(text in ".{0,60}") {
            let words = index_words(&text);
            prop_assert!(words.is_ascii());
            prop_assert!(typed_words(&text).iter().flatten().flatten().all(|word| !word.is_empty()));
        }
    }
}
