//! How the page is drawn where the computer has no graphics card.

/// Where there is no graphics card, WebKitGTK imitates one: that takes a third of the time until the page is drawn, most
/// of each frame and 70 MB. Without the imitation it draws straight into the window, and looks the same. WebKitGTK
/// reads the variable once, and setting it is safe only while there is one thread: call this first.
#[cfg(target_os = "linux")]
pub fn draw_without_card() {
    if !has_card() {
        // If it cannot be set, the page is drawn more slowly.
        let _slower = gtk::glib::setenv("WEBKIT_DISABLE_COMPOSITING_MODE", "1", false);
    }
}

/// Whether Linux offers a graphics card, and nothing tells Mesa, the library that draws with it, to do without.
#[cfg(target_os = "linux")]
fn has_card() -> bool {
    let without = std::env::var_os("LIBGL_ALWAYS_SOFTWARE");
    if without.is_some_and(|told| told == "1" || told == "true") {
        return false;
    }
    let devices = std::fs::read_dir("/dev/dri")
        .into_iter()
        .flatten()
        .flatten();
    let mut names = devices.map(|device| device.file_name());
    names.any(|name| name.as_encoded_bytes().starts_with(b"renderD"))
}

/// Other systems' engines find out by themselves.
#[cfg(not(target_os = "linux"))]
pub fn draw_without_card() {}
