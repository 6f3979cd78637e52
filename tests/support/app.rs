//! Controls Kith with its window open as a user does, by the words on the screen.

use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::driver::{Driver, Element};
use crate::process::kill;
use crate::wait::{LONG, until};

const BY_ROLE: &str = include_str!("page.js");
const TEXT: &str = "return (document.body?.innerText ?? '').replace(/\\s+/g, ' ')";

/// Brings an element into view, and tells whether it stays where it is.
const STANDS_STILL: &str = "const [element] = arguments; element.scrollIntoView({ block: 'nearest' }); \
    const place = () => JSON.stringify(element.getBoundingClientRect()); const before = place(); \
    return new Promise((done) => setTimeout(() => requestAnimationFrame(() => done(place() === before)), 50))";

/// Waits for two frames and for all fonts they need.
const DRAWN: &str = "return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => \
    document.fonts.ready.then(() => requestAnimationFrame(() => done(true))))))";

pub struct App<'a> {
    desk: &'a Desk,
    driver: Driver,
}

impl<'a> App<'a> {
    pub(crate) fn start(desk: &'a Desk, files: &[&Path]) -> Self {
        let app = Self {
            desk,
            driver: Driver::start(desk, files),
        };
        until("the page shows something", LONG, || {
            (!app.text().trim().is_empty()).then_some(())
        });
        app
    }

    /// Closes Kith's window as a user does, and waits until Kith has ended. Ending the driver's session instead
    /// would kill the app.
    pub fn quit(self) {
        self.desk.close_window();
        self.wait_ended();
    }

    /// The id of Kith's process.
    pub fn process(&self) -> Option<u32> {
        self.driver.app()
    }

    /// Whether Kith's process is running.
    pub fn runs(&self) -> bool {
        self.driver.app().is_some()
    }

    /// Waits until Kith has ended by itself.
    #[track_caller]
    pub fn wait_ended(&self) {
        until("Kith ends by itself", LONG, || (!self.runs()).then_some(()));
    }

    /// Kills Kith, as a power cut does.
    pub fn crash(self) {
        if let Some(id) = self.driver.app() {
            kill(&id.to_string());
        }
    }

    /// The text in the window, on one line.
    pub fn text(&self) -> String {
        self.ask(TEXT, &[]).as_str().unwrap_or_default().to_owned()
    }

    /// Drags files from another window, waits until Kith offers to take them, and drops them.
    #[track_caller]
    pub fn drop_files(&self, files: &[&Path]) {
        let mut held = self.desk.drag_files(files);
        self.wait("the window says that files can be dropped", || {
            held.nudge();
            !self.css(".drop").is_empty()
        });
        held.release();
    }

    /// Waits until the window has this text.
    #[track_caller]
    pub fn sees(&self, words: &str) {
        self.wait(&format!("“{words}” can be read"), || {
            self.text().contains(words)
        });
    }

    /// Waits until the window no longer has this text.
    #[track_caller]
    pub fn sees_no(&self, words: &str) {
        self.wait(&format!("“{words}” is gone"), || {
            !self.text().contains(words)
        });
    }

    /// Waits for a condition. If it takes too long, panics with the text in the window.
    #[track_caller]
    pub fn wait(&self, what: &str, mut holds: impl FnMut() -> bool) {
        self.wait_within(LONG, what, &mut holds);
    }

    #[track_caller]
    pub fn wait_within(&self, within: Duration, what: &str, holds: &mut dyn FnMut() -> bool) {
        let start = std::time::Instant::now();
        while !holds() {
            if start.elapsed() > within {
                let read = self.text();
                panic!(
                    "waited {} s in vain: {what}. The window reads: {read}",
                    within.as_secs()
                );
            }
            std::thread::sleep(Duration::from_millis(25));
        }
    }

    /// All visible elements of a role with this name; if there are none, those whose name contains it. An empty
    /// name matches all.
    pub fn all(&self, role: &str, name: &str) -> Vec<Element> {
        self.driver
            .elements(BY_ROLE, &[json!(role), json!(name)])
            .unwrap_or_default()
    }

    /// Waits for the first such element.
    #[track_caller]
    pub fn find(&self, role: &str, name: &str) -> Element {
        let mut found = None;
        self.wait(&format!("there is a {role} “{name}”"), || {
            found = self.all(role, name).into_iter().next();
            found.is_some()
        });
        found.unwrap_or_else(|| unreachable!("it was found"))
    }

    /// Whether there is such an element right now.
    pub fn has(&self, role: &str, name: &str) -> bool {
        !self.all(role, name).is_empty()
    }

    /// Waits for the first such element and clicks it.
    #[track_caller]
    pub fn click(&self, role: &str, name: &str) {
        self.wait(&format!("the {role} “{name}” can be clicked"), || {
            self.all(role, name)
                .first()
                .is_some_and(|element| self.click_element(element))
        });
    }

    /// A page that is still being filled moves what is on it, and a click would miss.
    fn click_element(&self, element: &Element) -> bool {
        let still = self.driver.script(STANDS_STILL, &[element.script_value()]);
        still == Ok(Value::Bool(true)) && self.driver.click(element).is_ok()
    }

    /// Clicks the first element that matches a CSS selector, for elements without a role.
    #[track_caller]
    pub fn click_css(&self, selector: &str) {
        self.wait(&format!("{selector} can be clicked"), || {
            self.css(selector)
                .first()
                .is_some_and(|element| self.click_element(element))
        });
    }

    pub fn css(&self, selector: &str) -> Vec<Element> {
        let found = "return [...document.querySelectorAll(arguments[0])]";
        self.driver
            .elements(found, &[json!(selector)])
            .unwrap_or_default()
    }

    /// Replaces the text of a field.
    #[track_caller]
    pub fn fill(&self, role: &str, name: &str, words: &str) {
        let field = self.find(role, name);
        self.focus(&field);
        self.press("Control+a");
        self.press("Delete");
        self.write(words);
    }

    #[track_caller]
    pub fn focus(&self, element: &Element) {
        self.ask("arguments[0].focus()", &[element.script_value()]);
    }

    /// Types into the focused element.
    #[track_caller]
    pub fn write(&self, words: &str) {
        self.driver
            .type_in(words)
            .unwrap_or_else(|e| panic!("typing: {e}"));
    }

    /// Drags from one place of the page to another, in CSS pixels, while holding a key if one is given.
    #[track_caller]
    pub fn drag(&self, from: [i32; 2], to: [i32; 2], held: Option<&str>) {
        self.driver
            .drag(from, to, held.map(key))
            .unwrap_or_else(|e| panic!("dragging: {e}"));
    }

    /// Presses keys together, such as "Control+k" or "Enter".
    #[track_caller]
    pub fn press(&self, keys: &str) {
        let keys: Vec<char> = keys.split('+').map(key).collect();
        self.driver
            .chord(&keys)
            .unwrap_or_else(|e| panic!("pressing keys: {e}"));
    }

    /// The focused element as "role: name".
    pub fn focused(&self) -> String {
        let script = "const e = document.activeElement; return [e?.getAttribute('role') ?? e?.tagName.toLowerCase() ?? '', \
             (e?.getAttribute('aria-label') ?? e?.labels?.[0]?.innerText ?? e?.innerText ?? '').replace(/\\s+/g, ' ').trim()].join(': ')";
        self.ask(script, &[])
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Presses Tab until an element whose name starts with this is focused.
    #[track_caller]
    pub fn tab_to(&self, name: &str) {
        let mut seen = Vec::new();
        for _ in 0..80 {
            let now = self.focused();
            if now
                .split_once(": ")
                .is_some_and(|(_, focused)| focused.starts_with(name))
            {
                return;
            }
            seen.push(now);
            self.press("Tab");
        }
        panic!("Tab never came to “{name}”, only to: {}", seen.join(" | "));
    }

    /// Runs the body of a function in the page and returns its value.
    #[track_caller]
    pub fn ask(&self, script: &str, arguments: &[Value]) -> Value {
        self.driver
            .script(script, arguments)
            .unwrap_or_else(|e| panic!("script: {e}"))
    }

    /// Sets the inner size of the window in pixels.
    pub fn size(&self, width: u32, height: u32) {
        let rect = json!({ "width": width, "height": height });
        self.driver
            .post("/window/rect", &rect)
            .unwrap_or_else(|e| panic!("window size: {e}"));
        self.wait("the page has its new size", || {
            self.ask("return innerWidth", &[]) == width
        });
        self.ask(DRAWN, &[]);
    }

    /// Saves a picture of the page among those of the test run.
    pub fn picture(&self, name: &str) {
        self.save_picture(&self.desk.picture(name));
    }

    /// Saves a picture of the page, after its fonts are loaded, in this file.
    pub fn save_picture(&self, path: &Path) {
        self.ask(DRAWN, &[]);
        self.driver
            .picture(path)
            .unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    }
}

impl Drop for App<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let _ = self.driver.picture(&self.desk.picture("failed-page"));
        } else {
            self.driver.end();
        }
    }
}

/// WebDriver's character for a key that types no text.
fn key(name: &str) -> char {
    match name {
        "Backspace" => '\u{e003}',
        "Tab" => '\u{e004}',
        "Enter" => '\u{e007}',
        "Shift" => '\u{e008}',
        "Control" => '\u{e009}',
        "Alt" => '\u{e00a}',
        "Escape" => '\u{e00c}',
        "Space" => ' ',
        "PageUp" => '\u{e00e}',
        "PageDown" => '\u{e00f}',
        "End" => '\u{e010}',
        "Home" => '\u{e011}',
        "ArrowLeft" => '\u{e012}',
        "ArrowUp" => '\u{e013}',
        "ArrowRight" => '\u{e014}',
        "ArrowDown" => '\u{e015}',
        "Delete" => '\u{e017}',
        other => other.chars().next().unwrap_or_default(),
    }
}
