//! Room that is free inside a book's file.

use rusqlite::Connection;

use crate::error::Result;

/// From so many free pages on (1 MiB), a book is written anew without them, if they are a quarter of it.
const MUCH_FREE: u32 = 256;

/// A book with more pages in use (256 MiB) is not written anew: it would be in memory as a whole meanwhile.
const MOST_WRITTEN_ANEW: u32 = 65_536;

/// Writes a book anew without the room in it that is free, where that may be much: after an upgrade
/// (`upgraded`), or an emptied trash. Where that fails, as on a full disk, the book is as it was, and what is
/// free is used by later changes.
pub(super) fn give_back(connection: &Connection, upgraded: bool) -> Result<()> {
    let count =
        |pragma: &str| connection.pragma_query_value(None, pragma, |row| row.get::<_, u32>(0));
    let (free, all) = (count("freelist_count")?, count("page_count")?);
    let much = upgraded || (free >= MUCH_FREE && free.saturating_mul(4) >= all);
    // In a damaged file more may be free than there is.
    let used = all.checked_sub(free);
    if much && used.is_some_and(|used| used <= MOST_WRITTEN_ANEW) {
        let _larger = connection.execute_batch("VACUUM");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::open::{check_structure, writer};

    #[test]
    fn much_free_room_is_given_back_at_the_next_opening() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("book.kith");
        let size = || std::fs::metadata(&file).unwrap().len();
        let put = |book: &Connection, bytes: u32| {
            let sql = "INSERT INTO blobs (sha256, bytes) VALUES (randomblob(32), zeroblob(?1))";
            book.execute(sql, [bytes]).unwrap();
        };
        let (book, _) = writer(&file, &[]).unwrap();
        put(&book, 100_000);
        drop(book);
        let lean = size();
        for (more, given_back) in [(900_000, false), (3_000_000, true)] {
            let (book, _) = writer(&file, &[]).unwrap();
            put(&book, more);
            book.execute("DELETE FROM blobs WHERE length(bytes) = ?1", [more])
                .unwrap();
            drop(book);
            assert!(size() > lean + u64::from(more));
            let (book, _) = writer(&file, &[]).unwrap();
            let kept: u32 = book
                .query_row("SELECT sum(length(bytes)) FROM blobs", [], |row| row.get(0))
                .unwrap();
            assert_eq!(kept, 100_000);
            check_structure(&book).unwrap();
            drop(book);
            assert_eq!(size() <= lean, given_back, "{more}");
        }
    }
}
