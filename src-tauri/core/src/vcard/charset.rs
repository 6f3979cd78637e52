//! Old charsets: by their labels, or by a guess.

use std::borrow::Cow;

use super::lines::cut;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// Up to this many bytes beyond ASCII a guess is worth less than "western".
const ENOUGH_TO_GUESS: usize = 10;
/// Beyond this a guess gets no better, only slower.
const PLENTY: usize = 64 << 10;
/// So many of them in a row are a word in another script; western languages have one or two.
const WORD: usize = 3;

/// The charset that a CHARSET parameter names, unknown ones aside.
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

/// `ISO88592`, `WINDOWS1250`, `CP1250` without their hyphens.
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

/// Collects bytes beyond ASCII and says what they most likely are.
pub(super) struct Guess {
    detector: EncodingDetector,
    fed: usize,
    beyond_ascii: usize,
    /// Those of them that stand in whole words.
    in_words: usize,
}

impl Guess {
    pub(super) fn new() -> Self {
        Self {
            detector: EncodingDetector::new(Iso2022JpDetection::Deny),
            fed: 0,
            beyond_ascii: 0,
            in_words: 0,
        }
    }

    pub(super) fn feed(&mut self, bytes: &[u8]) {
        let bytes = cut(bytes, 0..PLENTY.saturating_sub(self.fed));
        self.fed += bytes.len();
        for run in bytes.split(u8::is_ascii) {
            self.beyond_ascii += run.len();
            self.in_words += if run.len() >= WORD { run.len() } else { 0 };
        }
        self.detector.feed(bytes, false);
    }

    /// More would change nothing.
    pub(super) fn has_plenty(&self) -> bool {
        self.fed >= PLENTY
    }

    pub(super) fn finish(mut self) -> &'static Encoding {
        let another_script = self.in_words * 4 >= self.beyond_ascii * 3;
        if self.beyond_ascii <= ENOUGH_TO_GUESS && !another_script {
            return WINDOWS_1252;
        }
        self.detector.feed(b"", true);
        self.detector.guess(None, Utf8Detection::Deny)
    }
}

/// Bytes that came out of quoted-printable, as text.
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

/// UTF-8 with a scratch: more whole characters beyond ASCII than bad bytes.
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

/// As text; what is not UTF-8 shows as �.
pub(super) fn lossy(bytes: Cow<'_, [u8]>) -> Cow<'_, str> {
    match bytes {
        Cow::Borrowed(bytes) => String::from_utf8_lossy(bytes),
        Cow::Owned(bytes) => Cow::Owned(
            String::from_utf8(bytes)
                .unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned()),
        ),
    }
}
