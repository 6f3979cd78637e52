//! Names every command in the app manifest, so that Tauri refuses what is not granted, and grants them all
//! by the permission set `every-command`, which the capability of the one window names.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

include!("src/commands/all.rs");

macro_rules! names {
    ($($noun:ident { $(
        $(#[doc = $doc:literal])*
        $kind:ident $name:ident($($argument:ident: $type:ty),* $(,)?) $($now:ident)? -> $answer:ty
            $(, stale($($word:ident),*))?;
    )* })*) => { &[$($(stringify!($name)),*),*] };
}

const COMMANDS: &[&str] = all_commands!(names);

fn main() {
    for changed in ["src/commands/all.rs", "../ui/dist", "../icons"] {
        println!("cargo::rerun-if-changed={changed}");
    }
    if let Err(error) = build() {
        println!("cargo::error={error}");
    }
}

fn build() -> Result<(), String> {
    let folder = env::var_os("OUT_DIR").ok_or("cargo names no folder to write to")?;
    let written = write_permissions(Path::new(&folder));
    let file = written.map_err(|error| format!("the permissions cannot be written: {error}"))?;
    let file = file.into_os_string().into_string();
    let file = file.map_err(|_| "the folder to write to has a name that is no text")?;
    let manifest = tauri_build::AppManifest::new()
        .commands(COMMANDS)
        .permissions_path_pattern(file.leak());
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    tauri_build::try_build(attributes).map_err(|error| format!("{error:#}"))
}

/// Writes the permission set that grants every command of the table and nothing else.
fn write_permissions(folder: &Path) -> io::Result<PathBuf> {
    let folder = folder.join("every-command");
    fs::create_dir_all(&folder)?;
    let file = folder.join("every-command.toml");
    let names: Vec<String> = COMMANDS
        .iter()
        .map(|name| format!("  \"allow-{}\",\n", name.replace('_', "-")))
        .collect();
    let text = format!(
        "[[set]]\nidentifier = \"every-command\"\ndescription = \"Every command of Kith\"\npermissions = [\n{}]\n",
        names.concat()
    );
    fs::write(&file, text)?;
    Ok(file)
}
