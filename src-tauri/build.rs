//! Names every command in the app manifest, so that Tauri refuses what the capability does not grant.

include!("src/commands/all.rs");

macro_rules! names {
    ($($module:ident::$name:ident),* $(,)?) => { &[$(stringify!($name)),*] };
}

fn main() {
    for changed in ["src/commands/all.rs", "../ui/dist", "../icons"] {
        println!("cargo::rerun-if-changed={changed}");
    }
    let manifest = tauri_build::AppManifest::new().commands(all_commands!(names));
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}
