//! Kith on Tauri's mock runtime, with its real context: asked as the page asks.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use kith::lock::Lock;
use serde_json::Value;
use tauri::ipc::{CallbackFn, InvokeBody, InvokeResponseBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{App, Listener, Manager, WebviewWindow, WebviewWindowBuilder};
use tempfile::TempDir;

/// The page's side of a running Kith.
pub struct Page {
    app: App<MockRuntime>,
    window: WebviewWindow<MockRuntime>,
    heard: Arc<Mutex<Vec<(String, Value)>>>,
    pub folder: TempDir,
}

const EVENTS: [&str; 8] = [
    "book-opened",
    "changed",
    "drag",
    "files-dropped",
    "import-progress",
    "import-ready",
    "import-failed",
    "navigate",
];

impl Page {
    /// A first start, in a new folder.
    pub fn new() -> Self {
        Self::in_folder(tempfile::tempdir().unwrap())
    }

    /// A start in a folder that may hold a book.
    pub fn in_folder(folder: TempDir) -> Self {
        Self::with_paths(folder, &[])
    }

    /// A second start beside a Kith that holds the folder.
    pub fn beside(held: &Path) -> Self {
        Self::launch(tempfile::tempdir().unwrap(), held, &[])
    }

    /// A start with files to preview.
    pub fn with_paths(folder: TempDir, paths: &[PathBuf]) -> Self {
        let data = folder.path().to_owned();
        Self::launch(folder, &data, paths)
    }

    fn launch(folder: TempDir, data: &Path, paths: &[PathBuf]) -> Self {
        let lock = kith::lock::take(data).unwrap();
        Self::start(folder, data, lock, paths)
    }

    /// A start where the data folder gives no lock.
    pub fn without_lock(folder: TempDir, data: &Path) -> Self {
        Self::start(folder, data, None, &[])
    }

    fn start(folder: TempDir, data: &Path, lock: Option<Lock>, paths: &[PathBuf]) -> Self {
        let launch = kith::Launch {
            folder: data.to_owned(),
            lock,
            paths: paths.to_vec(),
            hidden: false,
        };
        let mut app = kith::builder(mock_builder(), launch)
            .build(kith::context())
            .unwrap();
        let heard = Arc::new(Mutex::new(Vec::new()));
        for event in EVENTS {
            let heard = Arc::clone(&heard);
            app.listen_any(event, move |told| {
                let payload = serde_json::from_str(told.payload()).unwrap();
                heard.lock().unwrap().push((event.to_owned(), payload));
            });
        }
        #[allow(
            deprecated,
            reason = "runs the setup without a loop that would hold the test"
        )]
        app.run_iteration(|_, _| {});
        let window = app.get_webview_window("main").unwrap();
        Self {
            app,
            window,
            heard,
            folder,
        }
    }

    /// Asks for a command that must answer.
    #[track_caller]
    pub fn ask(&self, command: &str, arguments: Value) -> Value {
        match self.try_ask(command, arguments) {
            Ok(answer) => answer,
            Err(error) => panic!("{command} was refused: {error}"),
        }
    }

    /// Asks for a command that must be refused; answers the code.
    #[track_caller]
    pub fn code(&self, command: &str, arguments: Value) -> String {
        match self.try_ask(command, arguments) {
            Ok(answer) => panic!("{command} was answered: {answer}"),
            Err(error) => error["code"]
                .as_str()
                .unwrap_or_else(|| panic!("no code in {error}"))
                .to_owned(),
        }
    }

    /// Asks, whatever comes of it.
    pub fn try_ask(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        ask_from(&self.window, command, arguments).map(|body| body.deserialize().unwrap())
    }

    /// The raw bytes that a command answers.
    pub fn bytes(&self, command: &str, arguments: Value) -> Vec<u8> {
        match ask_from(&self.window, command, arguments).unwrap() {
            InvokeResponseBody::Raw(bytes) => bytes,
            InvokeResponseBody::Json(text) => panic!("{command} answered JSON: {text}"),
        }
    }

    /// Sends plain bytes, whatever comes of it.
    pub fn send(&self, command: &str, bytes: Vec<u8>) -> Result<Value, Value> {
        let answer = ask_with(&self.window, command, InvokeBody::Raw(bytes));
        answer.map(|body| body.deserialize().unwrap())
    }

    /// Moves the book to a folder, as if it was chosen in the system's dialog.
    pub fn move_book(&self, to: &Path) -> kith_core::Result<()> {
        kith::moving::book(self.app.handle(), to).map(drop)
    }

    /// Looks at the book's file, as the next tick does.
    pub fn look(&self) {
        kith::standing::look(self.app.handle(), true);
    }

    /// Says where a moved book is, as if the folder was chosen in the system's dialog.
    pub fn find_book(&self, at: &Path) -> kith_core::Result<()> {
        kith::moving::find(self.app.handle(), at).map(drop)
    }

    /// Asks from another window than Kith's own.
    pub fn ask_from_elsewhere(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        let other = WebviewWindowBuilder::new(&self.app, "other", Default::default())
            .build()
            .unwrap();
        ask_from(&other, command, arguments).map(|body| body.deserialize().unwrap())
    }

    /// Asks as a page does that shows this opening of a book; the code of what is refused.
    pub fn ask_of(
        &self,
        opening: &Value,
        command: &str,
        arguments: Value,
    ) -> Result<Value, String> {
        let mut request = request(command, InvokeBody::Json(arguments));
        let number = opening.to_string().parse().unwrap();
        request.headers.insert("kith-opening", number);
        let answer = get_ipc_response(&self.window, request);
        let code = |error: Value| error["code"].as_str().unwrap().to_owned();
        answer.map(|body| body.deserialize().unwrap()).map_err(code)
    }

    /// What was told under this name so far.
    pub fn told(&self, event: &str) -> Vec<Value> {
        let heard = self.heard.lock().unwrap();
        heard
            .iter()
            .filter(|(name, _)| name == event)
            .map(|(_, payload)| payload.clone())
            .collect()
    }

    /// Whether it was told that another book is open: the reminders may tell of their own look after it.
    pub fn told_of_another_book(&self) -> bool {
        let told = self.told("changed");
        told.iter().any(|changes| changes["book"] == true)
    }

    /// Waits until the page was told that another book is open.
    #[track_caller]
    pub fn wait_for_another_book(&self) {
        let begun = Instant::now();
        while !self.told_of_another_book() {
            assert!(
                begun.elapsed() < Duration::from_secs(20),
                "it was never told"
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Forgets what was told.
    pub fn forget(&self) {
        self.heard.lock().unwrap().clear();
    }

    /// Waits until something is told under this name.
    #[track_caller]
    pub fn wait_for(&self, event: &str) -> Value {
        let begun = Instant::now();
        loop {
            if let Some(payload) = self.told(event).pop() {
                return payload;
            }
            assert!(
                begun.elapsed() < Duration::from_secs(20),
                "{event} was never told"
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// The next start's folder: this Kith is gone, its files stay.
    pub fn close(self) -> TempDir {
        kith::close(self.app.handle());
        self.folder
    }
}

fn ask_from(
    window: &WebviewWindow<MockRuntime>,
    command: &str,
    arguments: Value,
) -> Result<InvokeResponseBody, Value> {
    ask_with(window, command, InvokeBody::Json(arguments))
}

fn ask_with(
    window: &WebviewWindow<MockRuntime>,
    command: &str,
    body: InvokeBody,
) -> Result<InvokeResponseBody, Value> {
    get_ipc_response(window, request(command, body))
}

fn request(command: &str, body: InvokeBody) -> InvokeRequest {
    InvokeRequest {
        cmd: command.to_owned(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: "tauri://localhost".parse().unwrap(),
        body,
        headers: Default::default(),
        invoke_key: INVOKE_KEY.to_owned(),
    }
}
