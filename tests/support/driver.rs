//! A blocking WebDriver client with the calls that the tests need.

use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::Stdio;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::desk::{Desk, binary};
use crate::http::ask;
use crate::process::{Running, children};
use crate::wait::{LONG, until};

/// The key of an element's id in WebDriver's JSON.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An element of the page. It is invalid after the page replaces it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element(pub(crate) String);

impl Element {
    /// The element as an argument of a script.
    pub fn script_value(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }
}

/// A session of WebKitWebDriver with its process.
pub struct Driver {
    process: Running,
    port: u16,
    session: String,
}

impl Driver {
    /// Starts the app with WebKitWebDriver.
    pub fn start(desk: &Desk, files: &[&Path]) -> Self {
        let port = free_port();
        let process = Running::start("WebKitWebDriver", |command| {
            desk.dress(command);
            command
                .env("TAURI_AUTOMATION", "true")
                .env("TAURI_WEBVIEW_AUTOMATION", "true")
                .envs(desk.drawing())
                .arg(format!("--port={port}"))
                .stdout(Stdio::null());
        });
        until("WebKitWebDriver answers", LONG, || {
            ask(port, "GET", "/status", None).ok()
        });
        let mut driver = Self {
            process,
            port,
            session: String::new(),
        };
        let options = json!({ "binary": binary(), "args": files });
        let wanted =
            json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": options } } });
        let made = driver
            .send("POST", "/session", Some(&wanted))
            .unwrap_or_else(|e| panic!("no session: {e}"));
        driver.session = text(made.get("sessionId"));
        driver
    }

    /// The id of the app's process.
    pub fn app(&self) -> Option<u32> {
        children(self.process.id()).first().copied()
    }

    /// Ends the session, which closes the window.
    pub fn end(&self) {
        let _ = self.send("DELETE", &format!("/session/{}", self.session), None);
    }

    pub fn get(&self, path: &str) -> Result<Value, String> {
        self.send("GET", &self.within(path), None)
    }

    pub fn post(&self, path: &str, body: &Value) -> Result<Value, String> {
        self.send("POST", &self.within(path), Some(body))
    }

    fn within(&self, path: &str) -> String {
        format!("/session/{}{path}", self.session)
    }

    fn send(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
        let (status, mut answer) = ask(self.port, method, path, body)?;
        let value = answer.get_mut("value").map(Value::take).unwrap_or_default();
        if status == 200 {
            Ok(value)
        } else {
            Err(format!(
                "{}: {}",
                text(value.get("error")),
                text(value.get("message"))
            ))
        }
    }

    /// Runs the body of a function in the page. `arguments[0]` and so on are the given arguments.
    pub fn script(&self, body: &str, arguments: &[Value]) -> Result<Value, String> {
        self.post(
            "/execute/sync",
            &json!({ "script": body, "args": arguments }),
        )
    }

    /// The elements that a script returns.
    pub fn elements(&self, body: &str, arguments: &[Value]) -> Result<Vec<Element>, String> {
        let found = self.script(body, arguments)?;
        let list = found.as_array().map(Vec::as_slice).unwrap_or_default();
        Ok(list
            .iter()
            .map(|element| Element(text(element.get(ELEMENT))))
            .collect())
    }

    pub fn click(&self, element: &Element) -> Result<(), String> {
        self.post(&format!("/element/{}/click", element.0), &json!({}))
            .map(drop)
    }

    /// Presses the keys in order and releases them in reverse order.
    pub fn chord(&self, keys: &[char]) -> Result<(), String> {
        let down = keys
            .iter()
            .map(|key| json!({ "type": "keyDown", "value": key.to_string() }));
        let up = keys
            .iter()
            .rev()
            .map(|key| json!({ "type": "keyUp", "value": key.to_string() }));
        self.keys(down.chain(up).collect())
    }

    /// Types into the focused element.
    pub fn type_in(&self, words: &str) -> Result<(), String> {
        let both = |key: char| {
            ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key.to_string() }))
        };
        self.keys(words.chars().flat_map(both).collect())
    }

    fn keys(&self, actions: Vec<Value>) -> Result<(), String> {
        let source = json!({ "type": "key", "id": "keyboard", "actions": actions });
        self.post("/actions", &json!({ "actions": [source] }))
            .map(drop)
    }

    /// Presses the pointer at one place of the page, in CSS pixels, moves it to another in steps and releases
    /// it, while holding a key if one is given.
    pub fn drag(&self, from: [i32; 2], to: [i32; 2], held: Option<char>) -> Result<(), String> {
        const STEPS: i32 = 12;
        let go =
            |(x, y): (i32, i32)| json!({ "type": "pointerMove", "duration": 0, "x": x, "y": y });
        let button = |kind: &str| json!({ "type": kind, "button": 0 });
        let ([x, y], [to_x, to_y]) = (from, to);
        let between = |step| (x + (to_x - x) * step / STEPS, y + (to_y - y) * step / STEPS);
        let mut hand = vec![go((x, y)), button("pointerDown")];
        hand.extend((1..=STEPS).map(|step| go(between(step))));
        hand.push(button("pointerUp"));
        let press = |kind: &str| match held {
            Some(key) => self.keys(vec![json!({ "type": kind, "value": key.to_string() })]),
            None => Ok(()),
        };
        press("keyDown")?;
        let source = json!({ "type": "pointer", "id": "mouse",
            "parameters": { "pointerType": "mouse" }, "actions": hand });
        let dragged = self.post("/actions", &json!({ "actions": [source] }));
        press("keyUp")?;
        dragged.map(drop)
    }

    /// Saves a picture of the page as PNG.
    pub fn picture(&self, path: &Path) -> Result<(), String> {
        let encoded = text(Some(&self.get("/screenshot")?));
        let bytes = STANDARD.decode(encoded).map_err(|e| e.to_string())?;
        fs::write(path, bytes).map_err(|e| e.to_string())
    }
}

fn free_port() -> u16 {
    let free = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
    free.map(|address| address.port())
        .unwrap_or_else(|e| panic!("no free port: {e}"))
}

fn text(value: Option<&Value>) -> String {
    value.and_then(Value::as_str).unwrap_or_default().to_owned()
}
