//! The data folder. Kith keeps all of its files in it, unless the user moved the book.

use std::path::{Path, PathBuf};

use tauri::Url;

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

/// The path that a file address on this computer names, with any bytes; `None` for other addresses.
pub fn path_at(address: &str) -> Option<PathBuf> {
    let mut url = Url::parse(address)
        .ok()
        .filter(|url| url.scheme() == "file")?;
    if url.host_str().is_some_and(is_this_computer) {
        url = Url::parse(&format!("file://{}", url.path())).ok()?;
    }
    url.to_file_path().ok()
}

/// Programs may name the computer in the address of a file.
#[cfg(target_os = "linux")]
fn is_this_computer(host: &str) -> bool {
    own_name().is_some_and(|own| own.eq_ignore_ascii_case(host))
}

#[cfg(target_os = "linux")]
fn own_name() -> Option<String> {
    let name = std::fs::read_to_string("/proc/sys/kernel/hostname").ok()?;
    Some(name.trim_end().to_owned())
}

#[cfg(not(target_os = "linux"))]
fn is_this_computer(_: &str) -> bool {
    false
}

#[cfg(all(test, unix))]
mod tests {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    use super::*;

    #[test]
    fn addresses_of_files_on_this_computer_are_paths() {
        let path = |bytes: &[u8]| Some(PathBuf::from(OsStr::from_bytes(bytes)));
        for address in [
            "file:///a/b%20c.vcf",
            "file://localhost/a/b%20c.vcf",
            "file:/a/b%20c.vcf",
        ] {
            assert_eq!(path_at(address), path(b"/a/b c.vcf"), "{address}");
        }
        assert_eq!(path_at("file:///a/Jos%E9.vcf"), path(b"/a/Jos\xe9.vcf"));
        for address in [
            "smb://server/a.vcf",
            "file://elsewhere.example/a.vcf",
            "/a.vcf",
            "",
        ] {
            assert_eq!(path_at(address), None, "{address}");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn an_address_may_name_this_computer() {
        let address = format!("file://{}/a.vcf", own_name().unwrap());
        assert_eq!(path_at(&address), Some(PathBuf::from("/a.vcf")));
    }
}
