//! The keys of the app on keyboards of other languages: real keys, with the layout of the X server.

use kith_tests::Desk;

use crate::cards::{ILSE, cards};
use crate::dropping::import;

/// X keycodes of an evdev keyboard, named by what a US layout prints there.
const CONTROL: &str = "37";
const K: &str = "45";
const N: &str = "57";
const Z: &str = "52";
const W: &str = "25";
const Y: &str = "29";
const ONE: &str = "10";
const TWO: &str = "11";
const COMMA: &str = "59";
const M: &str = "58";

struct Keyboard {
    layout: &'static str,
    undo: &'static str,
    settings: &'static str,
}

const fn keyboard(layout: &'static str) -> Keyboard {
    Keyboard {
        layout,
        undo: Z,
        settings: COMMA,
    }
}

#[test]
fn the_keys_work_on_keyboards_that_print_no_latin_letters() {
    let desk = Desk::new("layouts");
    let file = desk.file("people.vcf", format!("{}{ILSE}", cards(&["Jonas Berg"])));
    let app = desk.start(&[&file]);
    import(&app, "Import 2 people");
    app.click("button", "Go to people");
    for Keyboard {
        layout,
        undo,
        settings,
    } in [
        keyboard("us"),
        keyboard("ru"),
        keyboard("gr"),
        keyboard("il"),
        keyboard("ara"),
        // What prints Z and the comma stands elsewhere here.
        Keyboard {
            layout: "fr",
            undo: W,
            settings: M,
        },
        Keyboard {
            layout: "de",
            undo: Y,
            settings: COMMA,
        },
    ] {
        desk.keyboard(layout);
        let held = |key: &str| desk.key_held(CONTROL, key);
        held(K);
        app.wait(&format!("{layout}: quick search opens"), || {
            app.has("dialog", "")
        });
        app.press("Escape");
        app.wait(&format!("{layout}: quick search is shut"), || {
            !app.has("dialog", "")
        });
        held(N);
        app.wait(&format!("{layout}: a person can be added"), || {
            app.has("dialog", "")
        });
        app.write("Karim Haddad");
        app.press("Enter");
        app.wait(&format!("{layout}: Karim is here"), || {
            app.has("heading", "Karim Haddad")
        });
        // Outside of a field.
        app.ask("document.activeElement?.blur()", &[]);
        held(undo);
        app.wait(&format!("{layout}: Karim is gone again"), || {
            !app.has("heading", "Karim Haddad") && !app.has("option", "Karim Haddad")
        });
        held(ONE);
        app.wait(&format!("{layout}: today is open"), || {
            app.has("heading", "Today") || app.text().contains("Coming up")
        });
        held(settings);
        app.wait(&format!("{layout}: the settings are open"), || {
            app.has("heading", "Settings")
        });
        held(TWO);
        app.wait(&format!("{layout}: the people are open"), || {
            app.has("textbox", "Search people")
        });
    }
    desk.keyboard("us");
    app.quit();
}
