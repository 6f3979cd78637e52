//! The data folder. Kith keeps all of its files in it, unless the user moved the book.

use std::path::{Path, PathBuf};

/// The data folder: `KITH_DATA` if it is set, otherwise the system's folder for the data of the app.
pub fn folder() -> Option<PathBuf> {
    match std::env::var_os("KITH_DATA") {
        Some(folder) if !folder.is_empty() => std::path::absolute(folder).ok(),
        _ => dirs::data_dir().map(|data| data.join("app.kith.Kith")),
    }
}

/// Creates a folder that only its owner can access.
pub fn create_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// A path to show, with `~` for the home folder.
pub fn display(path: &Path) -> String {
    let home = dirs::home_dir().and_then(|home| path.strip_prefix(home).ok().map(Path::to_owned));
    match home {
        Some(rest) => Path::new("~").join(rest).display().to_string(),
        None => path.display().to_string(),
    }
}

/// The name of a file without its folder.
pub fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
