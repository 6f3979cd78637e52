//! A Tauri window with an empty page: what Kith's start and memory are measured against (`cargo xtask bench start`).

fn main() {
    let app = tauri::Builder::default().build(tauri::generate_context!(
        "examples/empty_window/tauri.conf.json"
    ));
    match app {
        Ok(app) => app.run(|_, _| {}),
        Err(error) => eprintln!("no window could be opened: {error}"),
    }
}
