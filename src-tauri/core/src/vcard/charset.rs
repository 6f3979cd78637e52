//! Character sets other than UTF-8: named by a CHARSET parameter, or guessed from the bytes.

use std::borrow::Cow;

use super::lines::cut;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// With at most this many non-ASCII bytes, windows-1252 is more often right than the detector.
const FEW_NON_ASCII_BYTES: usize = 10;
/// The detector gets at most this many bytes: more cost time and do not change its answer.
const GUESS_BYTES: usize = 64 << 10;
/// A run of at least this many non-ASCII bytes is a word in a non-Latin script. Words of western
/// languages have runs of one or two.
const NON_LATIN_RUN: usize = 3;

/// The charset that the value of a CHARSET parameter names; `None` for an unknown name.
pub(super) fn labelled(label: &[u8]) -> Option<&'static Encoding> {
    let label = label.trim_ascii().strip_prefix(b"\"").unwrap_or(label);
    let label = label.strip_suffix(b"\"").unwrap_or(label);
    Encoding::for_label(label).or_else(|| {
        let folded: String = label
            .iter()
            .map(|b| char::from(b.to_ascii_lowercase()))
            .filter(|c| c.is_ascii_alphanumeric())
            .collect();
        let known = match folded.as_str() {
            "cp932" | "shiftjis" | "sjis" | "mskanji" => "shift_jis",
            "eucjp" => "euc-jp",
            "euckr" | "cp949" => "euc-kr",
            "gb18030" => "gb18030",
            "gb2312" | "gbk" | "cp936" => "gbk",
            "big5" | "cp950" => "big5",
            "utf8" => "utf-8",
            "ansi" | "latin1" => "windows-1252",
            _ => return iso_or_windows(&folded),
        };
        Encoding::for_label(known.as_bytes())
    })
}

/// The charset of a name without hyphens: `iso88592`, `windows1250`, `cp1250`. `folded` is lower case.
fn iso_or_windows(folded: &str) -> Option<&'static Encoding> {
    let label = if let Some(part) = folded.strip_prefix("iso8859") {
        format!("iso-8859-{part}")
    } else {
        let page = folded
            .strip_prefix("windows")
            .or_else(|| folded.strip_prefix("cp"))?;
        format!("windows-{page}")
    };
    Encoding::for_label(label.as_bytes())
}

/// Guesses the charset of the bytes it is fed.
pub(super) struct Guess {
    detector: EncodingDetector,
    fed: usize,
    non_ascii: usize,
    /// Those of the non-ASCII bytes that stand in runs of `NON_LATIN_RUN` or more.
    in_long_runs: usize,
}

impl Guess {
    pub(super) fn new() -> Self {
        Self {
            detector: EncodingDetector::new(Iso2022JpDetection::Deny),
            fed: 0,
            non_ascii: 0,
            in_long_runs: 0,
        }
    }

    pub(super) fn feed(&mut self, bytes: &[u8]) {
        let bytes = cut(bytes, 0..GUESS_BYTES.saturating_sub(self.fed));
        self.fed += bytes.len();
        for run in bytes.split(u8::is_ascii) {
            self.non_ascii += run.len();
            self.in_long_runs += if run.len() >= NON_LATIN_RUN {
                run.len()
            } else {
                0
            };
        }
        self.detector.feed(bytes, false);
    }

    /// Whether `GUESS_BYTES` bytes were fed, so that further bytes are ignored.
    pub(super) fn is_full(&self) -> bool {
        self.fed >= GUESS_BYTES
    }

    pub(super) fn finish(mut self) -> &'static Encoding {
        let non_latin = self.in_long_runs * 4 >= self.non_ascii * 3;
        if self.non_ascii <= FEW_NON_ASCII_BYTES && !non_latin {
            return WINDOWS_1252;
        }
        self.detector.feed(b"", true);
        self.detector.guess(None, Utf8Detection::Deny)
    }
}

/// Decodes bytes that were quoted-printable. `label` is the charset of the property's CHARSET
/// parameter. It is ignored where the bytes are invalid in it but mostly valid UTF-8.
pub(super) fn to_text<'a>(bytes: Cow<'a, [u8]>, label: Option<&'static Encoding>) -> Cow<'a, str> {
    if bytes.is_ascii() {
        return lossy(bytes);
    }
    if let Some(encoding) = label.filter(|e| *e != UTF_8)
        && let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(&bytes)
    {
        return Cow::Owned(text.into_owned());
    }
    if std::str::from_utf8(&bytes).is_ok() || mostly_utf8(&bytes) {
        return lossy(bytes);
    }
    let mut guess = Guess::new();
    guess.feed(&bytes);
    let encoding = label
        .filter(|e| *e != UTF_8)
        .unwrap_or_else(|| guess.finish());
    Cow::Owned(encoding.decode_without_bom_handling(&bytes).0.into_owned())
}

/// Whether the bytes are UTF-8 with some damage: more valid non-ASCII characters than invalid bytes.
pub(super) fn mostly_utf8(bytes: &[u8]) -> bool {
    if !bytes
        .windows(2)
        .any(|pair| pair.iter().all(|b| !b.is_ascii()))
    {
        return false;
    }
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += chunk.invalid().len();
    }
    good > bad
}

/// Decodes UTF-8; invalid bytes become � (U+FFFD). Nearly all are valid, which is found out in half the time that
/// the standard library's lossy function takes.
pub(super) fn lossy_str(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => String::from_utf8_lossy(bytes),
    }
}

/// The same, for bytes that may be owned.
pub(super) fn lossy(bytes: Cow<'_, [u8]>) -> Cow<'_, str> {
    match bytes {
        Cow::Borrowed(bytes) => lossy_str(bytes),
        Cow::Owned(bytes) => Cow::Owned(
            String::from_utf8(bytes)
                .unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned()),
        ),
    }
}
