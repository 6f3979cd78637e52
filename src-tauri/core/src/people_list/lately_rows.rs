//! The people whom the last changes were about.

use crate::change::OperationKind;
use crate::days::Stamp;
use crate::error::Result;
use crate::ids::PersonId;
use crate::store::Tx;

/// Changes of more people than this are about nobody in particular.
const MOST_PEOPLE: u32 = 5;
/// Number of the last changes that are looked at.
const LAST_CHANGES: u32 = 200;

/// Up to `limit` people outside the trash, each with the last change that was about them, newest first.
pub(crate) fn touched(tx: &Tx<'_>, limit: u32) -> Result<Vec<(PersonId, OperationKind, Stamp)>> {
    // Beside `max`, SQLite takes `kind` and `at` from the same row.
    tx.all(
        "WITH changes AS MATERIALIZED (SELECT id, kind, at FROM operations \
             WHERE undone = 0 AND count <= ?1 AND kind NOT IN ('undo', 'redo', 'import', 'settings', 'read_book', \
               'restore_backup', 'kinds', 'decide_ties', 'pin', 'unpin') \
             ORDER BY id DESC LIMIT ?2), \
           whom AS (SELECT c.id, c.kind, c.at, l.person_id FROM changes c JOIN undo_log l ON l.operation_id = c.id \
             UNION ALL \
             SELECT c.id, c.kind, c.at, u.person_id FROM changes c JOIN undo_people u ON u.operation_id = c.id) \
         SELECT w.person_id, w.kind, w.at, max(w.id) AS newest FROM whom w \
         JOIN people p ON p.id = w.person_id AND p.trashed_at IS NULL \
         GROUP BY w.person_id ORDER BY newest DESC, p.sort_key, p.id LIMIT ?3",
        (MOST_PEOPLE, LAST_CHANGES, limit),
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}
