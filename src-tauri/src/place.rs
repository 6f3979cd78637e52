//! Where Kith keeps its files: one folder, with nothing of Kith's outside it.

use std::path::{Path, PathBuf};

/// The data folder: `KITH_DATA` where it is set, else the system's own place for the app's data.
pub fn folder() -> Option<PathBuf> {
    match std::env::var_os("KITH_DATA") {
        Some(folder) if !folder.is_empty() => std::path::absolute(folder).ok(),
        _ => dirs::data_dir().map(|data| data.join("app.kith.Kith")),
    }
}

/// Makes a folder that only its owner can look into.
pub fn make(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// A path as it is shown: with `~` for the home folder.
pub fn said(path: &Path) -> String {
    let home = dirs::home_dir().and_then(|home| path.strip_prefix(home).ok().map(Path::to_owned));
    match home {
        Some(rest) => Path::new("~").join(rest).display().to_string(),
        None => path.display().to_string(),
    }
}

/// A file's own name, without where it is.
pub fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
