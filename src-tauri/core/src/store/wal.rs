//! Reads what SQLite's write-ahead log holds without SQLite, which would write beside it: only to look at a
//! book, no byte of the disk is changed and no room is needed. The form is that of "The WAL File Format" in
//! SQLite's documentation.

use std::collections::HashMap;
use std::io::{BufReader, ErrorKind, Read, Result};

const MAGIC: u32 = 0x377f_0682;
const VERSION: u32 = 3_007_000;
const HEADER: usize = 32;
const FRAME_HEADER: usize = 24;

/// The newest committed pages of a log.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wal {
    /// Bytes of a page.
    pub(super) page_bytes: usize,
    /// How many pages the book has after the last commit.
    pub(super) pages: u32,
    /// Pages by their number, from 1.
    pub(super) content: HashMap<u32, Vec<u8>>,
}

/// The log's running checksum over words of 32 bits, in the byte order that the log names.
#[derive(Clone, Copy)]
struct Sum {
    one: u32,
    two: u32,
    big_endian: bool,
}

impl Sum {
    fn add(&mut self, bytes: &[u8]) {
        let word = |four: &[u8]| {
            let four = four.try_into().unwrap_or_default();
            if self.big_endian {
                u32::from_be_bytes(four)
            } else {
                u32::from_le_bytes(four)
            }
        };
        for eight in bytes.chunks_exact(8) {
            let (first, second) = eight.split_at(4);
            self.one = self.one.wrapping_add(word(first)).wrapping_add(self.two);
            self.two = self.two.wrapping_add(word(second)).wrapping_add(self.one);
        }
    }

    fn is(self, bytes: &[u8], at: usize) -> bool {
        (self.one, self.two) == (word_at(bytes, at), word_at(bytes, at + 4))
    }
}

/// The big-endian word at a place; 0 where there is none.
pub(super) fn word_at(bytes: &[u8], at: usize) -> u32 {
    let four = bytes.get(at..at + 4).and_then(|four| four.try_into().ok());
    u32::from_be_bytes(four.unwrap_or_default())
}

/// What a log holds; `None` where no change was committed to it. Frames after the last commit, and those
/// left over from before the log was begun anew, do not count, as in SQLite.
///
/// # Errors
/// What the disk says.
pub(super) fn read(log: impl Read) -> Result<Option<Wal>> {
    let mut log = BufReader::with_capacity(1 << 16, log);
    let mut header = [0; HEADER];
    if !fill(&mut log, &mut header)? {
        return Ok(None);
    }
    let (magic, page_bytes) = (word_at(&header, 0), word_at(&header, 8) as usize);
    let mut sum = Sum {
        one: 0,
        two: 0,
        big_endian: magic & 1 == 1,
    };
    sum.add(header.get(..24).unwrap_or_default());
    let is_log = magic & !1 == MAGIC && word_at(&header, 4) == VERSION && sum.is(&header, 24);
    if !is_log || !page_bytes.is_power_of_two() || !(512..=65_536).contains(&page_bytes) {
        return Ok(None);
    }
    let salts = (word_at(&header, 16), word_at(&header, 20));
    let mut wal = Wal {
        page_bytes,
        pages: 0,
        content: HashMap::new(),
    };
    let mut begun = HashMap::new();
    let mut frame = [0; FRAME_HEADER];
    let mut page = vec![0; page_bytes];
    while fill(&mut log, &mut frame)? && fill(&mut log, &mut page)? {
        sum.add(frame.get(..8).unwrap_or_default());
        sum.add(&page);
        let (number, committed) = (word_at(&frame, 0), word_at(&frame, 4));
        let own_salts = (word_at(&frame, 8), word_at(&frame, 12)) == salts;
        if number == 0 || !own_salts || !sum.is(&frame, 16) {
            break;
        }
        begun.insert(number, page.clone());
        if committed > 0 {
            wal.pages = committed;
            wal.content.extend(begun.drain());
        }
    }
    Ok((wal.pages > 0).then_some(wal))
}

/// Whether the log goes on so far.
fn fill(log: &mut impl Read, buffer: &mut [u8]) -> Result<bool> {
    match log.read_exact(buffer) {
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(false),
        filled => filled.map(|()| true),
    }
}
