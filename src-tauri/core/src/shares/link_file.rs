//! Reading a link that was dropped as a file: a Windows `.url` (an INI file), or a macOS `.webloc` (a property list in
//! XML or in Apple's binary form). Pure.

use std::ops::Range;

use serde::Serialize;

use crate::details::web_link;
use crate::error::{Error, Result};

/// Largest file that is read, in bytes: these hold one address.
pub const LARGEST_LINK_FILE: u64 = 64 * 1024;

/// What a link file holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LinkFile {
    /// The name of the file without its ending: browsers name it after the page.
    pub title: String,
    /// The web address, with http or https.
    pub link: String,
}

/// Whether a file of this name holds a link.
pub fn is_link_file(name: &str) -> bool {
    ending(name).is_some()
}

/// Reads a link file.
///
/// # Errors
/// `Invalid` at `file` if it holds no web address, or another kind of address.
pub fn read_link_file(name: &str, bytes: &[u8]) -> Result<LinkFile> {
    let refuse = |words: &str| Error::invalid("file", words);
    if bytes.len() as u64 > LARGEST_LINK_FILE {
        return Err(refuse(
            "This file is too large for a link. Nothing was kept.",
        ));
    }
    let found = match ending(name) {
        Some((_, Ending::Url)) => of_url(&text_of(bytes)),
        Some((_, Ending::Webloc)) if bytes.starts_with(b"bplist00") => of_binary_list(bytes),
        Some((_, Ending::Webloc)) => of_xml_list(&text_of(bytes)),
        None => None,
    };
    let found = found.ok_or_else(|| refuse("No link was found in this file. Nothing was kept."))?;
    let link = web_link(&found).ok_or_else(|| {
        refuse("This file holds no web address. Kith keeps only http and https. Nothing was kept.")
    })?;
    let title = ending(name)
        .map_or(name, |(stem, _)| stem)
        .trim()
        .to_owned();
    Ok(LinkFile { title, link })
}

#[derive(Clone, Copy)]
enum Ending {
    Url,
    Webloc,
}

/// The name without its ending, and which it is.
fn ending(name: &str) -> Option<(&str, Ending)> {
    let (stem, end) = name.rsplit_once('.')?;
    match end.to_ascii_lowercase().as_str() {
        "url" => Some((stem, Ending::Url)),
        "webloc" => Some((stem, Ending::Webloc)),
        _ => None,
    }
}

/// UTF-8, UTF-16 with its mark, or else bytes of which only ASCII counts.
fn text_of(bytes: &[u8]) -> String {
    let (text, _, _) = encoding_rs::UTF_8.decode(bytes);
    text.into_owned()
}

/// The value of `URL=` in `[InternetShortcut]`.
fn of_url(text: &str) -> Option<String> {
    let mut is_within = false;
    for line in text.lines().map(str::trim) {
        if line.starts_with('[') {
            is_within = line.eq_ignore_ascii_case("[InternetShortcut]");
        } else if is_within
            && let Some((key, value)) = line.split_once('=')
            && key.trim().eq_ignore_ascii_case("URL")
        {
            return Some(value.trim().to_owned());
        }
    }
    None
}

/// The string after `<key>URL</key>`.
fn of_xml_list(text: &str) -> Option<String> {
    let (_, after) = text.split_once("<key>URL</key>")?;
    let after = after.trim_start().strip_prefix("<string>")?;
    let (value, _) = after.split_once("</string>")?;
    Some(unescaped(value.trim()))
}

/// The five entities that XML has by itself. One that is not known stays as it is.
fn unescaped(text: &str) -> String {
    let pairs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&amp;", "&"),
    ];
    let mut text = text.to_owned();
    for (entity, letter) in pairs {
        text = text.replace(entity, letter);
    }
    text
}

/// The value of key `URL` in a binary property list whose top is a dictionary. The form is that of Apple's
/// CFBinaryPList.c: objects, a table of their offsets, and a trailer of 32 bytes.
fn of_binary_list(bytes: &[u8]) -> Option<String> {
    let list = BinaryList::of(bytes)?;
    let (count, keys) = list.header(list.top, 0xd0)?;
    let reference = |at: usize| -> Option<usize> {
        let from = keys.checked_add(at.checked_mul(list.reference_size)?)?;
        list.number(from..from.checked_add(list.reference_size)?)
    };
    // One page has one address: a list with many keys is something else.
    for at in 0..count.min(16) {
        if list.string(reference(at)?).as_deref() == Some("URL") {
            return list.string(reference(at.checked_add(count)?)?);
        }
    }
    None
}

struct BinaryList<'b> {
    bytes: &'b [u8],
    offset_size: usize,
    reference_size: usize,
    objects: usize,
    top: usize,
    table: usize,
}

impl<'b> BinaryList<'b> {
    fn of(bytes: &'b [u8]) -> Option<Self> {
        let trailer = bytes.len().checked_sub(32)?;
        let mut list = Self {
            bytes,
            offset_size: usize::from(*bytes.get(trailer + 6)?),
            reference_size: usize::from(*bytes.get(trailer + 7)?),
            objects: 0,
            top: 0,
            table: 0,
        };
        list.objects = list.number(trailer + 8..trailer + 16)?;
        list.top = list.number(trailer + 16..trailer + 24)?;
        list.table = list.number(trailer + 24..trailer + 32)?;
        Some(list)
    }

    /// A number of at most eight bytes, the highest first.
    fn number(&self, at: Range<usize>) -> Option<usize> {
        let bytes = self.bytes.get(at).filter(|bytes| bytes.len() <= 8)?;
        bytes.iter().try_fold(0_usize, |number, byte| {
            number.checked_mul(256)?.checked_add(usize::from(*byte))
        })
    }

    /// Length and place of the content of an object, if it is of this type (the upper four bits of its first byte).
    fn header(&self, object: usize, kind: u8) -> Option<(usize, usize)> {
        if object >= self.objects {
            return None;
        }
        let from = self
            .table
            .checked_add(object.checked_mul(self.offset_size)?)?;
        let at = self.number(from..from.checked_add(self.offset_size)?)?;
        let first = *self.bytes.get(at)?;
        if first & 0xf0 != kind {
            return None;
        }
        let next = at.checked_add(1)?;
        match first & 0x0f {
            0x0f => {
                // A longer length is a number object of 2^n bytes.
                let size = self.bytes.get(next).filter(|byte| *byte & 0xf0 == 0x10)?;
                let long = 1_usize.checked_shl(u32::from(*size & 0x0f))?;
                let from = next.checked_add(1)?;
                let to = from.checked_add(long)?;
                Some((self.number(from..to)?, to))
            }
            short => Some((usize::from(short), next)),
        }
    }

    /// A string, in ASCII or in UTF-16.
    fn string(&self, object: usize) -> Option<String> {
        if let Some((long, at)) = self.header(object, 0x50) {
            let text = self.bytes.get(at..at.checked_add(long)?)?;
            return String::from_utf8(text.to_vec()).ok();
        }
        let (long, at) = self.header(object, 0x60)?;
        let text = self.bytes.get(at..at.checked_add(long.checked_mul(2)?)?)?;
        let (text, _) = encoding_rs::UTF_16BE.decode_without_bom_handling(text);
        Some(text.into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn link(name: &str, bytes: &[u8]) -> Option<String> {
        read_link_file(name, bytes).ok().map(|file| file.link)
    }

    /// A list as macOS writes it: one key, one string.
    fn binary(key: &str, value: &str) -> Vec<u8> {
        let mut bytes = b"bplist00".to_vec();
        let mut offsets = Vec::new();
        let mut put = |object: &[u8], bytes: &mut Vec<u8>| {
            offsets.push(u8::try_from(bytes.len()).unwrap());
            bytes.extend_from_slice(object);
        };
        put(&[0xd1, 1, 2], &mut bytes);
        for text in [key, value] {
            let long = u8::try_from(text.len()).unwrap();
            let mut object = match long {
                0..15 => vec![0x50 | long],
                _ => vec![0x5f, 0x10, long],
            };
            object.extend_from_slice(text.as_bytes());
            put(&object, &mut bytes);
        }
        let table = u8::try_from(bytes.len()).unwrap();
        bytes.extend_from_slice(&offsets);
        let mut trailer = [0; 32];
        (trailer[6], trailer[7], trailer[15], trailer[31]) = (1, 1, 3, table);
        bytes.extend_from_slice(&trailer);
        bytes
    }

    #[test]
    fn a_url_file_of_windows_is_read() {
        let text = b"[{000}]\r\nURL=https://no.example\r\n[InternetShortcut]\r\nIDList=\r\nURL=https://kith.example/a?b=c&d=e\r\n";
        let file = read_link_file("Moving a lab.URL", text).unwrap();
        assert_eq!(file.title, "Moving a lab");
        assert_eq!(file.link, "https://kith.example/a?b=c&d=e");
    }

    #[test]
    fn a_webloc_file_is_read_in_both_forms() {
        let xml = b"<?xml version=\"1.0\"?>\n<plist version=\"1.0\">\n<dict>\n\t<key>URL</key>\n\t<string>https://kith.example/a?b=c&amp;d</string>\n</dict></plist>";
        assert_eq!(
            link("a.webloc", xml).unwrap(),
            "https://kith.example/a?b=c&d"
        );
        let short = binary("URL", "http://k.ex/a");
        assert_eq!(link("a.webloc", &short).unwrap(), "http://k.ex/a");
        let long = binary("URL", "https://kith.example/a/longer/one");
        assert_eq!(
            link("a.webloc", &long).unwrap(),
            "https://kith.example/a/longer/one"
        );
        assert_eq!(
            link("a.webloc", &binary("Name", "https://kith.example")),
            None
        );
    }

    #[test]
    fn other_addresses_and_other_files_are_refused_in_plain_words() {
        let refused = |name: &str, bytes: &[u8]| read_link_file(name, bytes).unwrap_err().message;
        let script = b"[InternetShortcut]\nURL=javascript:alert(1)\n";
        assert!(refused("a.url", script).contains("only http and https"));
        let file = b"[InternetShortcut]\nURL=file:///etc/passwd\n";
        assert!(refused("a.url", file).contains("only http and https"));
        assert!(refused("a.url", b"BEGIN:VCARD").contains("No link was found"));
        assert!(refused("a.webloc", b"").contains("No link was found"));
        assert!(refused("a.url", &[b'a'; 64 * 1024 + 1]).contains("too large"));
        assert!(!is_link_file("a.vcf"));
        assert!(!is_link_file("url"));
    }

    proptest! {
        #[test]
        fn no_bytes_break_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let mut list = b"bplist00".to_vec();
            list.extend(&bytes);
            for (name, bytes) in [("a.url", &bytes), ("a.webloc", &bytes), ("a.webloc", &list)] {
                if let Some(link) = link(name, bytes) {
                    prop_assert!(link.to_ascii_lowercase().starts_with("http"));
                }
            }
        }

        #[test]
        fn a_list_with_a_changed_byte_gives_a_web_address_or_nothing(at in 0_usize..90, byte in any::<u8>()) {
            let mut list = binary("URL", "https://kith.example/a/longer/one");
            let at = at % list.len();
            list[at] = byte;
            if let Some(link) = link("a.webloc", &list) {
                prop_assert!(link.to_ascii_lowercase().starts_with("http"));
            }
        }
    }
}
