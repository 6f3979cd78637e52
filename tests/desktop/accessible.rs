//! Checks every screen and dialog with axe-core for WCAG 2.2 A and AA, in light and dark colours.

use std::fs;
use std::path::Path;

use kith_tests::{App, Desk};
use serde_json::{Value, json};

use crate::dropping::import;
use crate::today::is_open;

/// axe-core from the page's npm packages.
const AXE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../ui/node_modules/axe-core/axe.min.js"
);

/// Waits for animations to end, except spinners, and runs axe-core.
const SCAN: &str = r#"
    const moving = document.getAnimations().filter((each) => each.effect?.getComputedTiming().iterations !== Infinity);
    return Promise.all(moving.map((each) => each.finished.catch(() => null)))
      .then(() => axe.run(document, {
        runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        resultTypes: ["violations"], iframes: false, preload: false,
      }))
      .then(({ violations }) => violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}\n      ${help}. ${failureSummary.replace(/\s+/g, " ")}`)));
"#;

/// Adds a button without a name and text with too little contrast.
const WRONG: &str = r#"
    const wrong = document.createElement("div");
    wrong.id = "wrong";
    wrong.append(document.createElement("button"), "hardly to be read");
    wrong.style.cssText = "color: rgb(150, 150, 150); background: rgb(170, 170, 170)";
    document.getElementById("main").prepend(wrong);
"#;

const ROW_MENU: &str = "const row = document.querySelector(arguments[0]); const box = row.getBoundingClientRect(); \
    row.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, clientX: box.x + 40, clientY: box.y + 10 }))";

/// Checks screens and collects the violations, which are reported together at the end.
struct Look<'a> {
    app: &'a App<'a>,
    axe: String,
    wrong: Vec<String>,
    screens: usize,
}

impl Look<'_> {
    fn scan(&self) -> Vec<String> {
        if self.app.ask("return typeof axe", &[]) != "object" {
            self.app.ask(&self.axe, &[]);
        }
        let found = self.app.ask(SCAN, &[]);
        let found = found.as_array().unwrap();
        found
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    }

    fn at(&mut self, screen: &str) {
        self.screens += 1;
        for each in self.scan() {
            self.wrong.push(format!("{screen}: {each}"));
        }
    }

    /// Checks a dialog that is open, and closes it with Escape.
    fn window(&mut self, role: &str, name: &str, screen: &str) {
        self.app
            .wait(&format!("{screen} is open"), || self.app.has(role, name));
        self.at(screen);
        self.app.press("Escape");
        self.app
            .wait(&format!("{screen} is gone"), || !self.app.has(role, name));
    }

    fn behind(&mut self, button: &str, role: &str, screen: &str) {
        self.app.click("button", button);
        self.window(role, "", screen);
    }

    /// Checks that the scan finds violations that were added on purpose.
    fn sees_what_is_wrong(&self) {
        self.app.ask(WRONG, &[]);
        let found = self.scan();
        self.app
            .ask("document.getElementById('wrong').remove()", &[]);
        for rule in ["button-name: ", "color-contrast: "] {
            assert!(
                found.iter().any(|each| each.starts_with(rule)),
                "axe missed {rule}{found:?}"
            );
        }
    }
}

fn welcome(look: &mut Look<'_>) {
    let app = look.app;
    app.sees("When do you usually work?");
    look.at("the welcome");
    look.behind("Add a person by hand", "dialog", "adding a person");
}

fn today(look: &mut Look<'_>) {
    let app = look.app;
    app.press("Control+1");
    app.sees("Reach out");
    app.focus(&app.find("link", "Skip to content"));
    app.press("Enter");
    assert_eq!(app.ask("return document.activeElement.id", &[]), "main");
    look.at("Today");
    look.behind("Why this order", "dialog", "why this order");
    app.focus(&app.css(".reach-name")[0]);
    app.press("s");
    look.window("menu", "Snooze", "the snooze menu");
    app.ask(ROW_MENU, &[json!(".reach")]);
    look.window("menu", "Actions", "the menu of a row");
    app.press("s");
    app.click("menuitem", "Another date");
    app.click("button", "Calendar for date");
    look.window("grid", "", "the calendar");
    look.window("dialog", "", "snoozing until a date");
    app.press("l");
    app.wait("the log dialog is open", || app.has("dialog", "Log"));
    app.fill("textbox", "When", "whenever");
    app.fill("combobox", "With", "sa");
    app.wait("names are proposed", || app.has("option", ""));
    look.at("the log dialog, with names proposed");
    app.press("Escape");
    app.focus(&app.find("button", "Save"));
    app.sees("Write a day");
    look.window("dialog", "", "the log dialog, with a day not understood");
}

fn people(look: &mut Look<'_>) {
    let app = look.app;
    app.press("Control+2");
    app.wait("the list is here", || app.has("option", "Amara"));
    look.at("the people");
    look.behind("Kind", "menu", "the kinds to choose from");
    app.ask(ROW_MENU, &[json!("[role=option]")]);
    look.window("menu", "Actions", "the menu of a person");
    app.press("Space");
    app.press("ArrowDown");
    app.press("Space");
    app.wait("two are chosen", || app.has("button", "Choose nobody"));
    look.at("two chosen people");
    app.focus(&app.css(".selbar button")[0]);
    app.press("Enter");
    look.window("dialog", "", "keeping two people close");
    app.click("button", "Choose nobody");
    app.fill("textbox", "Search people", "nobody at all");
    app.sees("No one matches");
    look.at("nobody found");
    app.press("Escape");
}

/// Opens quick search and types.
fn seek(app: &App, words: &str) {
    app.press("Control+k");
    app.wait("quick search is open", || {
        app.has("dialog", "Quick search") && app.focused().starts_with("combobox")
    });
    app.write(words);
}

/// Opens a person with quick search, because the list draws only visible rows.
fn open(app: &App, name: &str) {
    seek(app, name);
    app.press("Enter");
    is_open(app, name);
}

fn person(look: &mut Look<'_>) {
    let app = look.app;
    open(app, "Samir Haddoun");
    app.wait("the talks are here", || app.has("button", "Delete Video"));
    look.at("somebody kept close");
    for (button, screen) in [
        ("Why", "why this warmth"),
        ("Change how often", "the rhythm"),
        ("Plan a check-in", "planning a check-in"),
        ("Tie", "a tie from a person's page"),
    ] {
        look.behind(button, "dialog", screen);
    }
    look.behind("More actions", "menu", "a person's actions");
    app.click("button", "Edit tags");
    look.at("the tags being edited");
    app.press("Escape");
    open(app, "Lukas Brehmer");
    look.at("somebody not kept close");
    look.behind("Keep close", "dialog", "keeping somebody close");
    for (name, words) in [
        ("Theo Marangos", "Paused until"),
        ("Pavel Drenko", "Its purpose is over"),
        ("Uma Sethuraj", "Resting for now"),
    ] {
        open(app, name);
        app.sees(words);
        look.at(words);
    }
}

/// What one brings to a talk: forms in place, and pages that only show.
fn bringing(look: &mut Look<'_>) {
    let app = look.app;
    open(app, "Samir Haddoun");
    app.click("button", "What to begin with");
    look.at("what to begin a talk with");
    for (button, screen) in [
        (
            "Change how Samir likes to talk",
            "how somebody likes to talk",
        ),
        ("Something to share", "a thing kept to share"),
        ("Next time", "the line for next time"),
    ] {
        app.click("button", button);
        look.at(screen);
        app.press("Escape");
    }
    for (words, screen) in [
        ("brief samir", "the brief"),
        ("draft to samir", "a draft"),
        ("who knows about optics", "who knows about a topic"),
    ] {
        seek(app, words);
        app.wait("it is understood", || app.has("option", ""));
        app.sees(words.split(' ').next_back().unwrap());
        app.press("Enter");
        app.wait("quick search is gone", || {
            !app.has("dialog", "Quick search")
        });
        look.window("dialog", "", screen);
    }
    app.press("Control+l");
    app.wait("the log dialog is open", || app.has("dialog", "Log"));
    app.click("button", "Value");
    look.window("dialog", "", "the log dialog with what was given");
}

fn map(look: &mut Look<'_>) {
    let app = look.app;
    app.press("Control+3");
    app.wait("the map is drawn", || {
        !app.css(".map-canvas[data-camera]").is_empty()
    });
    look.at("the map");
    look.behind("Filter", "dialog", "the map's filter");
    look.behind("More for the map", "menu", "the menu of the map");
    app.click("button", "Look through");
    look.window("dialog", "", "proposed ties");
    app.fill("combobox", "Find on the map", "gareth");
    app.wait("Gareth is offered", || app.has("option", "Gareth Pennlow"));
    look.at("the map, with a name being found");
    app.press("Enter");
    app.sees("Why they matter here");
    look.at("somebody beside the map");
    app.press("ArrowRight");
    app.sees("Tie 1 of");
    look.at("the map, walked by keyboard");
    app.press("t");
    app.wait("the dialog of a tie is open", || app.has("dialog", ""));
    app.click("button", "Save");
    app.sees("Choose who it is");
    look.window("dialog", "", "a tie to nobody yet");
    app.press("Control+i");
    app.wait("whom to find a way to is asked", || {
        app.has("combobox", "To whom?")
    });
    app.write("nadia");
    app.wait("Nadia is offered", || app.has("option", "Nadia Ferreux"));
    look.at("to whom a way in is wanted");
    app.press("Enter");
    app.sees("A way in to Nadia Ferreux");
    look.at("a way in");
    app.press("Escape");
    app.click("radio", "List");
    app.wait("the list is here", || app.has("row", "Gareth Pennlow"));
    look.at("the map as a list");
    app.click("radio", "Map");
    app.press("?");
    look.window("dialog", "", "all keys");
}

fn needs(look: &mut Look<'_>) {
    let app = look.app;
    app.press("Control+4");
    app.wait("the needs are there", || app.has("heading", "Finished"));
    look.at("Needs");
    app.click_css(".need-open");
    app.wait("a need is open", || app.has("heading", "Next steps"));
    look.at("A need");
}

fn reflect(look: &mut Look<'_>) {
    let app = look.app;
    app.press("Control+5");
    app.wait("a pitch is open", || app.has("button", "Rehearse"));
    look.at("Reflect, a pitch");
    app.click("button", "Conversations");
    app.wait("the talks are there", || {
        app.has("heading", "Promises kept")
    });
    look.at("Reflect, conversations");
    app.click("button", "Quarter");
    app.wait("the quarter is there", || app.has("heading", "Traits"));
    look.at("Reflect, the quarter");
}

fn quick_search(look: &mut Look<'_>) {
    let app = look.app;
    seek(app, "");
    look.at("quick search");
    for (words, shows, screen) in [
        ("samir", "Plan a check-in with Samir", "a name"),
        ("tarn bio", "Organisations", "an organisation"),
        ("called samir yesterday", "Log a phone call", "a sentence"),
        ("zzzz", "Accents and capitals", "nothing found"),
    ] {
        app.fill("combobox", "Find someone", words);
        app.sees(shows);
        look.at(&format!("quick search, {screen}"));
    }
    app.press("Escape");
    app.wait("quick search is gone", || !app.has("dialog", ""));
}

fn settings(look: &mut Look<'_>) {
    let app = look.app;
    open(app, "Mei Tanoura");
    app.click("button", "More actions");
    app.click("menuitem", "Move to trash");
    app.wait("Mei's page is gone", || !app.has("heading", "Mei Tanoura"));
    app.press("Control+,");
    app.wait("the settings are open", || {
        app.has("heading", "About") && app.has("button", "Bring back Mei Tanoura")
    });
    look.at("the settings, with somebody in the trash");
    look.behind("More for Client", "menu", "the menu of a kind");
    app.click("button", "Add a kind of your own");
    app.click("button", "Add days off");
    look.at("a kind and days off being added");
    look.behind("Empty the trash now", "dialog", "emptying the trash");
    look.behind("Licences in full", "dialog", "the licences");
    app.click("combobox", "Phone country");
    look.window("option", "", "the countries");
}

fn importing(look: &mut Look<'_>, file: &Path) {
    let app = look.app;
    app.drop_files(&[file]);
    app.sees("Nothing is saved yet");
    app.click("button", "Details for");
    look.at("an import's preview");
    import(app, "Import 2 people");
    look.at("an import's report");
    open(app, "Ada Holm");
    look.behind("See the card", "dialog", "the card that somebody came from");
}

/// Checks everything, in the system's colours and then in those of the settings.
fn everything(desk: &Desk, theme: &str) {
    let names = ["Ada Holm", "Bruno Castellani"];
    let file = desk.file("people.vcf", crate::cards::cards(&names));
    let axe = fs::read_to_string(AXE).unwrap_or_else(|e| panic!("{AXE}: {e}"));
    let app = desk.start(&[]);
    let mut look = Look {
        app: &app,
        axe,
        wrong: Vec::new(),
        screens: 0,
    };
    welcome(&mut look);
    app.click("button", "Try with sample people");
    app.sees("Coming up");
    seek(&app, theme);
    app.press("Enter");
    let chosen = theme.split(' ').next().unwrap().to_lowercase();
    app.wait("the theme is chosen", || {
        app.ask("return document.documentElement.dataset.theme", &[]) == json!(chosen)
    });
    look.sees_what_is_wrong();
    today(&mut look);
    people(&mut look);
    person(&mut look);
    bringing(&mut look);
    map(&mut look);
    needs(&mut look);
    reflect(&mut look);
    quick_search(&mut look);
    settings(&mut look);
    importing(&mut look, &file);
    assert!(
        look.wrong.is_empty(),
        "axe finds {} things wrong on {} screens:\n  {}",
        look.wrong.len(),
        look.screens,
        look.wrong.join("\n  ")
    );
    app.quit();
}

#[test]
fn light() {
    everything(&Desk::new("accessible"), "Light theme");
}

#[test]
fn dark() {
    everything(&Desk::new("accessible").dark(), "Dark theme");
}
