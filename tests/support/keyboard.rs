//! Real keys on a keyboard of a chosen layout.

use crate::desk::Desk;

impl Desk {
    /// Gives the screen's keyboard a layout of xkeyboard-config, such as "ru".
    #[track_caller]
    pub fn keyboard(&self, layout: &str) {
        let status = self
            .tool("setxkbmap")
            .args(["-layout", layout, "-variant", ""])
            .status();
        assert!(status.is_ok_and(|s| s.success()), "setxkbmap {layout}");
    }

    /// Presses a key while another is held, both given by their X keycode: the place on the keyboard, whatever
    /// it prints.
    #[track_caller]
    pub fn key_held(&self, held: &str, key: &str) {
        self.xdotool(&["keydown", held, "key", key, "keyup", held]);
    }
}
