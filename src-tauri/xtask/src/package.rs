//! `cargo xtask package`: builds the deb and rpm packages without network, and checks their contents.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::place::{root, target, ui};
use crate::steps::{Outcome, head, run, say, through};
use crate::system::{Need, ensure};
use crate::{app, page};

pub fn make() -> Outcome {
    page::node()?;
    ensure(&[Need::Window, Need::Packages])?;
    page::build()?;
    head("The packages (a release build; the first time takes some minutes)");
    let tauri =
        ui().join("node_modules/.bin")
            .join(if cfg!(windows) { "tauri.cmd" } else { "tauri" });
    let mut command = Command::new(tauri);
    app::clean(&mut command);
    through(command.current_dir(root().join("src-tauri")).args([
        "build",
        "--ci",
        "--bundles",
        "deb,rpm",
    ]))?;
    head("A look into them");
    let (deb, rpm) = (newest("deb")?, newest("rpm")?);
    let inside = target().join("xtask/deb");
    let _ = fs::remove_dir_all(&inside);
    fs::create_dir_all(&inside).map_err(|e| e.to_string())?;
    run(Command::new("dpkg-deb")
        .arg("--extract")
        .arg(&deb)
        .arg(&inside))?;
    check(&inside)?;
    for made in [&deb, &rpm] {
        let size = fs::metadata(made).map_or(0, |m| m.len());
        say(&format!("{} ({:.1} MB)", made.display(), size as f64 / 1e6));
    }
    say(&format!(
        "\nTo install it here: sudo apt install {}",
        deb.display()
    ));
    Ok(())
}

/// Checks that desktop entry and AppStream description pass their validators, and that all icons exist.
fn check(inside: &Path) -> Outcome {
    let share = inside.join("usr/share");
    let entry = share.join("applications/Kith.desktop");
    through(Command::new("desktop-file-validate").arg(&entry))?;
    let text = fs::read_to_string(&entry).map_err(|e| e.to_string())?;
    for line in ["Exec=kith %F", "MimeType=text/vcard;text/x-vcard;"] {
        if !text.lines().any(|l| l == line) {
            return Err(format!("The desktop entry lacks the line {line}"));
        }
    }
    let about = share.join("metainfo/app.kith.Kith.metainfo.xml");
    through(
        Command::new("appstreamcli")
            .args(["validate", "--no-net"])
            .arg(&about),
    )?;
    for icon in [
        "32x32/apps/kith.png",
        "128x128/apps/kith.png",
        "256x256@2/apps/kith.png",
        "scalable/apps/kith.svg",
    ] {
        if !share.join("icons/hicolor").join(icon).is_file() {
            return Err(format!("The package lacks the icon {icon}"));
        }
    }
    Ok(())
}

fn newest(kind: &str) -> Outcome<PathBuf> {
    let folder = target().join("release/bundle").join(kind);
    let entries = fs::read_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut made: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|end| end == kind))
        .collect();
    made.sort_by_key(|path| fs::metadata(path).and_then(|m| m.modified()).ok());
    made.pop()
        .ok_or_else(|| format!("There is no package in {}", folder.display()))
}
