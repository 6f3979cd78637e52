//! Starting Kith with the session. The only record is an entry in the system's autostart folder: if the user
//! deletes or disables it there, it is off.

use kith_core::{Code, Error, Result};

/// Command-line option: start without a window if there is a tray, otherwise minimised.
pub const HIDDEN: &str = "--hidden";

/// Whether Kith starts with the session; `None` if this system is not supported.
pub fn is_on() -> Option<bool> {
    #[cfg(target_os = "linux")]
    return linux::is_on();
    #[cfg(not(target_os = "linux"))]
    None
}

/// Makes Kith start with the session, or no longer.
///
/// # Errors
/// `NotWritable` if the entry cannot be written, or the system is not supported.
pub fn set(on: bool) -> Result<()> {
    #[cfg(target_os = "linux")]
    let done = linux::set(on);
    #[cfg(not(target_os = "linux"))]
    let done = (!on).then_some(());
    done.ok_or_else(|| {
        Error::new(
            Code::NotWritable,
            "This computer does not let Kith change what starts when you sign in.",
        )
    })
}

#[cfg(target_os = "linux")]
mod linux {
    use std::ffi::OsString;
    use std::path::{Path, PathBuf};
    use std::{env, fs};

    use super::HIDDEN;

    fn file() -> Option<PathBuf> {
        Some(dirs::config_dir()?.join("autostart/app.kith.Kith.desktop"))
    }

    pub fn is_on() -> Option<bool> {
        Some(file().is_some_and(|file| is_on_in(&file)))
    }

    fn is_on_in(file: &Path) -> bool {
        fs::read_to_string(file).is_ok_and(|entry| {
            // Desktop environments disable an entry by one of these lines.
            let off = ["Hidden=true", "X-GNOME-Autostart-enabled=false"];
            !entry.lines().any(|line| off.contains(&line.trim()))
        })
    }

    pub fn set(on: bool) -> Option<()> {
        set_in(&file()?, on, &command()?)
    }

    fn set_in(file: &Path, on: bool, words: &[String]) -> Option<()> {
        if !on {
            return match fs::remove_file(file) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => None,
                _ => Some(()),
            };
        }
        fs::create_dir_all(file.parent()?).ok()?;
        fs::write(file, entry(words)).ok()
    }

    /// The command that starts this Kith with its data folder.
    fn command() -> Option<Vec<String>> {
        let image = env::var_os("APPIMAGE");
        let program = image.or_else(|| env::current_exe().ok().map(OsString::from))?;
        let mut words = vec![program.into_string().ok()?, HIDDEN.into()];
        if let Some(data) = env::var_os("KITH_DATA") {
            let data = std::path::absolute(data).ok()?.into_os_string();
            let data = format!("KITH_DATA={}", data.into_string().ok()?);
            words.splice(0..0, ["env".into(), data]);
        }
        Some(words)
    }

    fn entry(words: &[String]) -> String {
        let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
        format!(
            "[Desktop Entry]\nType=Application\nName=Kith\n\
             Comment=Keep the people you work with close\nExec={}\nIcon=kith\nTerminal=false\n\
             StartupNotify=false\nX-GNOME-Autostart-enabled=true\n",
            words.join(" ")
        )
    }

    /// Quotes an argument of `Exec` by the Desktop Entry Specification: as an argument, with `%` doubled, and
    /// escaped once more because it is a string value.
    fn quoted(word: &str) -> String {
        let mut text = String::from("\"");
        for letter in word.chars() {
            match letter {
                '"' | '`' | '$' => text.extend(["\\\\", &letter.to_string()]),
                '\\' => text.push_str("\\\\\\\\"),
                '%' => text.push_str("%%"),
                '\n' => text.push_str("\\n"),
                '\t' => text.push_str("\\t"),
                '\r' => text.push_str("\\r"),
                _ => text.push(letter),
            }
        }
        text.push('"');
        text
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn every_path_can_be_started() {
            assert_eq!(quoted("/usr/bin/kith"), r#""/usr/bin/kith""#);
            assert_eq!(
                quoted("/home/me/my apps/kith"),
                r#""/home/me/my apps/kith""#
            );
            assert_eq!(quoted("/a$b`c\"d"), r#""/a\\$b\\`c\\"d""#);
            assert_eq!(quoted(r"/a\b"), r#""/a\\\\b""#);
            assert_eq!(quoted("/100%/kith"), r#""/100%%/kith""#);
            assert_eq!(quoted("/a\nb"), r#""/a\nb""#);
        }

        #[test]
        fn it_is_on_while_the_entry_is_there_and_not_turned_off() {
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("autostart/kith.desktop");
            let words = ["/opt/my kith/kith".to_owned(), HIDDEN.to_owned()];
            assert!(!is_on_in(&file));
            set_in(&file, true, &words).unwrap();
            assert!(is_on_in(&file));
            let entry = fs::read_to_string(&file).unwrap();
            assert!(entry.contains("\nExec=\"/opt/my kith/kith\" \"--hidden\"\n"));
            fs::write(&file, format!("{entry}Hidden=true\n")).unwrap();
            assert!(!is_on_in(&file));
            set_in(&file, true, &words).unwrap();
            assert!(is_on_in(&file));
            set_in(&file, false, &words).unwrap();
            set_in(&file, false, &words).unwrap();
            assert!(!file.exists());
        }
    }
}
