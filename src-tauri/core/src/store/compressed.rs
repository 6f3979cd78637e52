//! How the bytes of a blob are kept: as they are, or compressed. Pure.
//!
//! The form is that of zlib (RFC 1950) with a preset dictionary, because nearly all that a card of 400 bytes
//! repeats it shares with other cards and not with itself. Whoever has the dictionary reads it with any zlib:
//! `zlib.decompressobj(zdict=…)` in Python. A checksum of the bytes is part of it.

use std::borrow::Cow;
use std::cell::RefCell;

use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status};
use serde::{Deserialize, Serialize};

use super::card_words::CARD_WORDS_1;
use crate::error::{Error, Result};

/// The word of column `blobs.form`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Form {
    /// The bytes as they are.
    Plain,
    /// Compressed with the dictionary `CARD_WORDS_1`.
    #[serde(rename = "zlib_1")]
    Zlib1,
}

crate::columns::column!(Form);

/// Longer bytes are kept as they are. The longest card that is imported has 24 MiB.
const LONGEST: usize = 64 * 1024 * 1024;
/// How far back repetitions are looked for: 2^13 bytes, which is a card and the dictionary.
const WINDOW_BITS: u8 = 13;
/// Below this many bytes the quickest level is hardly worse. Above, there are photos, whose base64 it does not
/// shorten at all.
const SHORT: usize = 4 * 1024;

thread_local! {
    /// Its tables are made once: making them takes as long as compressing a card.
    static COMPRESS: RefCell<Compress> =
        RefCell::new(Compress::new_with_window_bits(Compression::fast(), true, WINDOW_BITS));
}

/// The form in which bytes are kept, and the bytes in it. Never longer than they were.
pub(super) fn kept(bytes: &[u8]) -> (Form, Cow<'_, [u8]>) {
    match compressed(bytes) {
        Some(shorter) => (Form::Zlib1, Cow::Owned(shorter)),
        None => (Form::Plain, Cow::Borrowed(bytes)),
    }
}

/// `None` where it would not be shorter.
fn compressed(bytes: &[u8]) -> Option<Vec<u8>> {
    if bytes.len() > LONGEST || is_picture(bytes) {
        return None;
    }
    let level = Compression::new(if bytes.len() < SHORT { 1 } else { 2 });
    COMPRESS.with_borrow_mut(|compress| {
        compress.reset();
        compress.set_level(level).ok()?;
        compress.set_dictionary(CARD_WORDS_1).ok()?;
        // Where it does not fit into as many bytes, it is not shorter.
        let mut shorter = Vec::with_capacity(bytes.len());
        let status = compress.compress_vec(bytes, &mut shorter, FlushCompress::Finish);
        let is_shorter = matches!(status, Ok(Status::StreamEnd)) && shorter.len() < bytes.len();
        is_shorter.then_some(shorter)
    })
}

/// A JPEG, PNG or WebP is compressed already.
fn is_picture(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xFF, 0xD8, 0xFF])
        || bytes.starts_with(b"\x89PNG")
        || bytes.starts_with(b"RIFF")
}

/// The bytes as they were.
///
/// # Errors
/// `BookDamaged` where they are not what `kept` made.
pub(super) fn plain(form: Form, kept: Vec<u8>) -> Result<Vec<u8>> {
    match form {
        Form::Plain => Ok(kept),
        Form::Zlib1 => decompressed(&kept).ok_or_else(Error::damaged),
    }
}

/// `None` where the bytes are damaged.
fn decompressed(kept: &[u8]) -> Option<Vec<u8>> {
    let mut decompress = Decompress::new(true);
    let mut bytes = Vec::with_capacity(kept.len().saturating_mul(3));
    // After the head it asks for the dictionary, by its checksum.
    let asked = decompress.decompress_vec(kept, &mut bytes, FlushDecompress::None);
    asked.err()?.needs_dictionary()?;
    decompress.set_dictionary(CARD_WORDS_1).ok()?;
    loop {
        let done = usize::try_from(decompress.total_in()).ok()?;
        let (rest, before) = (kept.get(done..)?, bytes.len());
        match decompress.decompress_vec(rest, &mut bytes, FlushDecompress::None) {
            Ok(Status::StreamEnd) => return Some(bytes),
            Ok(_) if bytes.len() < bytes.capacity() && bytes.len() == before => return None,
            Ok(_) if bytes.len() <= LONGEST => bytes.reserve(bytes.capacity()),
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use sha2::{Digest, Sha256};

    use super::*;

    fn comes_back(bytes: &[u8]) -> (Form, usize) {
        let (form, kept) = kept(bytes);
        let length = kept.len();
        assert!(length <= bytes.len());
        assert_eq!(plain(form, kept.into_owned()).unwrap(), bytes);
        (form, length)
    }

    const CARD: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Okafor;Mira;;;\r\nFN:Mira Okafor\r\nORG:Corvane Logistics\r\n\
                        item1.EMAIL;type=INTERNET;type=pref:mira@corvane.example\r\nitem1.X-ABLabel:_$!<Work>!$_\r\n\
                        TEL;type=CELL;type=VOICE:+999 000 555 0148\r\nUID:0148\r\nEND:VCARD\r\n";

    #[test]
    fn a_short_card_takes_half_its_room() {
        let (form, length) = comes_back(CARD.as_bytes());
        assert_eq!(form, Form::Zlib1);
        assert!(length * 2 < CARD.len(), "{length} of {}", CARD.len());
    }

    #[test]
    fn base64_of_a_photo_takes_less_room_and_a_photo_stays_as_it_is() {
        use base64::Engine;
        let noise: Vec<u8> = (0..40_u32)
            .flat_map(|n| Sha256::digest(n.to_le_bytes()).to_vec())
            .collect();
        let noise = noise.repeat(10);
        let photo: Vec<u8> = [&[0xFF, 0xD8, 0xFF], noise.as_slice()].concat();
        assert_eq!(comes_back(&photo), (Form::Plain, photo.len()));
        let card = format!(
            "BEGIN:VCARD\r\nPHOTO;ENCODING=b:{}\r\nEND:VCARD\r\n",
            base64::engine::general_purpose::STANDARD.encode(&photo)
        );
        let (form, length) = comes_back(card.as_bytes());
        assert_eq!(form, Form::Zlib1);
        assert!(length * 5 < card.len() * 4, "{length} of {}", card.len());
    }

    #[test]
    fn nothing_and_what_cannot_be_shorter_stay_as_they_are() {
        assert_eq!(comes_back(b""), (Form::Plain, 0));
        assert_eq!(comes_back(&[7]), (Form::Plain, 1));
        let noise: Vec<u8> = (0..9_u8)
            .flat_map(|n| Sha256::digest([n]).to_vec())
            .collect();
        assert_eq!(comes_back(&noise), (Form::Plain, noise.len()));
    }

    /// Books keep these bytes: another dictionary, or another order of its words, could not read them.
    #[test]
    fn what_an_earlier_kith_kept_is_still_read() {
        let sum = Sha256::digest(CARD_WORDS_1).to_vec();
        let sum: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(
            sum,
            "6e989594e8d7abab50b5659fb3350a04bdcda3b336a8f09ecbe1dec73a10a405"
        );
        // Made by zlib itself.
        let kept = b"\x78\xf9\xcf\x91\x54\xa4\x43\xc9\x5a\xc0\xcc\xe1\x9b\x59\x94\xa8\xe0\x9f\
            \x9d\x98\x96\x5f\x84\xa2\x0e\x00\xe1\x30\x0a\xaf";
        assert_eq!(
            plain(Form::Zlib1, kept.to_vec()).unwrap(),
            b"BEGIN:VCARD\r\nFN:Mira Okafor\r\nEND:VCARD\r\n"
        );
    }

    #[test]
    fn long_runs_come_back_and_a_cut_is_seen() {
        let long = CARD.repeat(3_000);
        comes_back(long.as_bytes());
        let (_, kept) = kept(long.as_bytes());
        for cut in [
            0,
            1,
            2,
            5,
            6,
            7,
            kept.len() / 2,
            kept.len() - 5,
            kept.len() - 1,
        ] {
            let cut = kept[..cut].to_vec();
            assert_eq!(
                plain(Form::Zlib1, cut).unwrap_err().code,
                crate::error::Code::BookDamaged
            );
        }
    }

    proptest! {
        #[test]
        fn whatever_is_kept_comes_back(
            bytes in prop::collection::vec(any::<u8>(), 0..3_000),
            text in "(TEL|FN|:|;| |a|\r\n){0,2000}",
        ) {
            comes_back(&bytes);
            comes_back(text.as_bytes());
        }

        /// No noise makes it panic, or gives other bytes than those that were kept.
        #[test]
        fn noise_is_damage_or_the_same_bytes(at in 0_usize..200, noise in any::<u8>()) {
            let (form, kept) = kept(CARD.as_bytes());
            let mut kept = kept.into_owned();
            if let Some(byte) = kept.get_mut(at) {
                *byte = noise;
            }
            if let Ok(read) = plain(form, kept) {
                prop_assert_eq!(read, CARD.as_bytes());
            }
        }
    }
}
