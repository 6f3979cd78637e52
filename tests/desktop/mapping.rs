//! The map in the real window: drawing, tying and pinning people, ways in, the keyboard, the list, and
//! export of pictures.

use std::fs;

use kith_tests::{App, Desk};
use serde_json::{Value, json};

use crate::seed::{EARLY, OSLO, book, due_today};
use crate::today::is_open;

/// The places of a layout, requested as the page does, after the map's own drawing has finished.
const PLACES: &str = r#"
    const ask = window.__TAURI_INTERNALS__.invoke;
    return ask("map_draw", { view: { steps: "two", centre: null } }).then(async ({ drawing, picture }) => {
      let floats = [0, 0];
      for (let after = 0; floats[1] < 1; after = floats[0]) floats = new Float32Array(await ask("map_places", { drawing, after }));
      return picture.people.map(({ name, colour, radius }, at) => ({ name, colour, radius, x: floats[2 + 2 * at], y: floats[3 + 2 * at] }));
    });
"#;

/// The position in the window of a place on the map, and the canvas's colour there.
const SEEN: &str = r#"
    const [x, y] = arguments;
    const canvas = document.querySelector(".map-canvas");
    const [left, top, scale] = canvas.dataset.camera.split(" ").map(Number);
    const at = { x: left + x * scale, y: top + y * scale };
    const dots = canvas.width / canvas.clientWidth;
    const [red, green, blue] = canvas.getContext("2d").getImageData(at.x * dots, at.y * dots, 1, 1).data;
    const box = canvas.getBoundingClientRect();
    return { colour: [red, green, blue], x: box.left + at.x, y: box.top + at.y };
"#;

/// A colour token of the page as three numbers.
const TOKEN: &str = r#"
    const probe = document.createElement("i");
    probe.style.color = `var(--${arguments[0]})`;
    document.body.append(probe);
    const rgb = getComputedStyle(probe).color.match(/\d+/g).slice(0, 3).map(Number);
    probe.remove();
    return rgb;
"#;

/// The people whom a person knows.
const TIES: &str = r#"
    const ask = window.__TAURI_INTERNALS__.invoke;
    const filter = { category: null, kinds: [], tags: [], quiet: false, organisation: null };
    return ask("people_find", { text: arguments[0], filter, limit: 1 })
      .then(({ rows }) => ask("ties_of", { person: rows[0].row.id }))
      .then(({ ties }) => ties.map((tie) => tie.with.name));
"#;

const SAID: &str = "return document.querySelector('.twin + [role=status]')?.textContent ?? ''";

/// All names in the list, collected while scrolling to its end.
const LISTED: &str = r#"
    const grid = document.querySelector(".mgrid");
    if (!grid) return [];
    const names = new Set();
    const look = async () => {
      for (let top = 0; top <= grid.scrollHeight; top += 200) {
        grid.scrollTop = top;
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60)));
        for (const cell of grid.querySelectorAll(".mg-name .strong")) names.add(cell.innerText);
      }
      return [...names];
    };
    return look();
"#;

struct Person {
    name: String,
    colour: String,
    radius: f64,
    x: f64,
    y: f64,
}

fn places(app: &App) -> Vec<Person> {
    let places = app.ask(PLACES, &[]);
    // That request stopped the window's own drawing; opening the map again starts another.
    app.press("Control+1");
    app.sees("Coming up");
    app.press("Control+3");
    drawn(app);
    let person = |one: &Value| Person {
        name: one["name"].as_str().unwrap().to_owned(),
        colour: one["colour"].as_str().unwrap_or("none").to_owned(),
        radius: one["radius"].as_f64().unwrap(),
        x: one["x"].as_f64().unwrap(),
        y: one["y"].as_f64().unwrap(),
    };
    places.as_array().unwrap().iter().map(person).collect()
}

fn named<'p>(people: &'p [Person], name: &str) -> &'p Person {
    let found = people.iter().find(|person| person.name == name);
    found.unwrap_or_else(|| panic!("{name} is on the map"))
}

/// Opens the map of the sample and waits until it is drawn.
fn sample_map(app: &App) {
    app.sees("Try with sample people");
    app.click("button", "Try with sample people");
    app.sees("Coming up");
    app.press("Control+3");
    drawn(app);
}

/// Waits until the canvas is drawn and has its position and scale.
#[track_caller]
fn drawn(app: &App) {
    app.wait("the map is drawn", || {
        !app.css(".map-canvas[data-camera]").is_empty()
    });
}

fn seen_at(app: &App, x: f64, y: f64) -> Value {
    app.ask(SEEN, &[json!(x), json!(y)])
}

/// The position of a person in the window, in CSS pixels.
fn spot(app: &App, person: &Person) -> [i32; 2] {
    let seen = seen_at(app, person.x, person.y);
    ["x", "y"].map(|key| seen[key].as_f64().unwrap().round() as i32)
}

fn is_colour(seen: &Value, token: &Value) -> bool {
    (0..3)
        .all(|at| (seen["colour"][at].as_f64().unwrap() - token[at].as_f64().unwrap()).abs() < 24.0)
}

/// Waits until the panel of a person is open.
#[track_caller]
fn panel(app: &App, name: &str) {
    app.wait(&format!("{name} is looked at"), || {
        !app.css(&format!(".mside[aria-label='{name}']")).is_empty()
    });
}

#[test]
fn the_map_draws_people_where_the_layout_says_in_the_colours_of_their_kinds() {
    let desk = Desk::new("map-draws");
    let app = desk.start(&[]);
    sample_map(&app);
    let people = places(&app);
    assert!(people.len() > 30, "{} people", people.len());
    let of_a_kind: Vec<_> = people.iter().filter(|one| one.colour != "none").collect();
    // Large circles have initials in the middle, so the colour is read beside them.
    let found = of_a_kind.iter().filter(|person| {
        let token = app.ask(TOKEN, &[json!(format!("k-{}", person.colour))]);
        is_colour(
            &seen_at(&app, person.x, person.y + 0.72 * person.radius),
            &token,
        )
    });
    let found = found.count();
    app.picture("map");
    assert!(
        found * 10 > of_a_kind.len() * 9,
        "only {found} of {} are seen",
        of_a_kind.len()
    );
    app.drag(spot(&app, of_a_kind[0]), spot(&app, of_a_kind[0]), None);
    panel(&app, &of_a_kind[0].name);
    app.quit();
}

#[test]
fn a_tie_is_drawn_by_dragging_and_taken_back() {
    let desk = Desk::new("map-tie");
    let app = desk.start(&[]);
    sample_map(&app);
    let people = places(&app);
    let (from, to) = (
        named(&people, "Daniel Osterby"),
        named(&people, "Ilse Varnholt"),
    );
    app.drag(spot(&app, from), spot(&app, to), Some("Shift"));
    app.wait("the dialog of a tie is open", || app.has("dialog", ""));
    app.sees("Ilse Varnholt");
    app.click("radio", "Close");
    app.picture("dialog");
    app.click("button", "Save");
    app.sees("Daniel knows Ilse");
    app.press("Control+z");
    app.wait("the tie is gone again", || {
        let known = app.ask(TIES, &[json!("Daniel Osterby")]);
        !known.as_array().unwrap().contains(&json!("Ilse Varnholt"))
    });
    app.quit();
}

#[test]
fn whoever_is_dragged_stays_there_and_the_others_where_they_were_after_a_restart() {
    let desk = Desk::new("map-pin");
    let clock = desk.clock(EARLY, OSLO);
    let book = book(&desk, &clock);
    for name in [
        "Ada Holm",
        "Bruno Castellani",
        "Ilse Varnholt",
        "Samir Haddoun",
    ] {
        due_today(&book, name, &clock);
    }
    drop(book);
    let app = desk.start(&[]);
    app.press("Control+3");
    drawn(&app);
    let before = places(&app);
    let from = spot(&app, named(&before, "Ada Holm"));
    app.drag(from, [from[0] + 90, from[1] - 40], None);
    app.sees("Pinned Ada here");
    let pinned = places(&app);
    let moved = |name: &str| {
        let (was, is) = (named(&before, name), named(&pinned, name));
        (is.x - was.x).hypot(is.y - was.y)
    };
    assert!(moved("Ada Holm") > 20.0, "Ada went {}", moved("Ada Holm"));
    app.quit();

    let app = desk.start(&[]);
    app.press("Control+3");
    drawn(&app);
    for (was, is) in pinned.iter().zip(places(&app)) {
        assert_eq!(
            (&was.name, was.x, was.y),
            (&is.name, is.x, is.y),
            "the same map tomorrow"
        );
    }
    app.quit();
}

#[test]
fn a_way_in_is_found_shown_and_explained_and_its_absence_is_honest() {
    let desk = Desk::new("map-way");
    let app = desk.start(&[]);
    sample_map(&app);
    app.press("Control+i");
    app.wait("whom to find a way to is asked", || {
        app.has("combobox", "To whom?")
    });
    app.write("nadia");
    app.wait("Nadia is offered", || app.has("option", "Nadia Ferreux"));
    app.press("Enter");
    app.sees("A way in to Nadia Ferreux");
    app.sees("Warmest of");
    for between in ["Gareth Pennlow", "knows Nadia"] {
        app.sees(between);
    }
    app.picture("way");
    app.press("Escape");
    app.sees_no("A way in to Nadia Ferreux");
    app.press("Control+i");
    app.wait("whom to find a way to is asked", || {
        app.has("combobox", "To whom?")
    });
    app.write("wanda");
    app.wait("Wanda is offered", || app.has("option", "Wanda Kreuzlin"));
    app.press("Enter");
    app.sees("No way in to Wanda Kreuzlin yet");
    app.sees("is known to know Wanda");
    app.picture("no-way");
    app.quit();
}

#[test]
fn the_keyboard_walks_along_ties_and_back() {
    let desk = Desk::new("map-walk");
    let app = desk.start(&[]);
    sample_map(&app);
    app.focus(&app.css(".twin")[0]);
    let step = || {
        app.press("ArrowRight");
        says(&app, "the first tie is said", |said| {
            said.starts_with("Tie 1 of")
        });
        app.press("Enter");
        let said = says(&app, "where one arrives is said", |said| {
            said.contains(" Knows ")
        });
        let name = said.split([',', '.']).next().unwrap().to_owned();
        panel(&app, &name);
        name
    };
    let first = step();
    let second = step();
    assert_ne!(first, second);
    app.picture("walk");
    app.press("Backspace");
    panel(&app, &first);
    app.press("o");
    is_open(&app, &first);
    app.quit();
}

/// Waits until the text of the map's live region satisfies `is`.
#[track_caller]
fn says(app: &App, what: &str, is: impl Fn(&str) -> bool) -> String {
    let mut said = String::new();
    app.wait(what, || {
        let now = app.ask(SAID, &[]);
        said = now.as_str().unwrap_or_default().to_owned();
        is(&said)
    });
    said
}

#[test]
fn the_list_is_the_people_of_the_map_with_and_without_a_filter() {
    let desk = Desk::new("map-list");
    let app = desk.start(&[]);
    sample_map(&app);
    let people = places(&app);
    let names_of = |is: &dyn Fn(&Person) -> bool| {
        let of = people.iter().filter(|one| is(one));
        let mut names: Vec<_> = of.map(|one| one.name.clone()).collect();
        names.sort();
        names
    };
    let everybody = names_of(&|_| true);
    let clients = names_of(&|one| one.colour == "client");
    assert!(!clients.is_empty() && clients.len() < everybody.len());
    app.click("radio", "List");
    let listed = || {
        let all = app.ask(LISTED, &[]);
        let mut all: Vec<_> = all
            .as_array()
            .unwrap()
            .iter()
            .map(|name| name.as_str().unwrap().to_owned())
            .collect();
        all.sort();
        all
    };
    app.wait("the list has the same people", || listed() == everybody);
    app.picture("list");
    app.click("button", "Filter");
    app.click("checkbox", "Client");
    app.press("Escape");
    app.wait("only clients are listed", || listed() == clients);
    app.quit();
}

#[test]
fn pictures_of_the_map_can_be_opened() {
    let desk = Desk::new("map-export");
    let app = desk.start(&[]);
    sample_map(&app);
    for (item, end) in [
        ("Save as picture (PNG)", "png"),
        ("Save as picture (SVG)", "svg"),
    ] {
        let file = desk
            .file("out/.keep", "")
            .with_file_name(format!("map.{end}"));
        app.click("button", "More for the map");
        app.click("menuitem", item);
        desk.answer_dialog(&file);
        app.wait("the picture is written", || file.exists());
        let bytes = fs::read(&file).unwrap();
        if end == "png" {
            assert!(bytes.starts_with(b"\x89PNG\r\n"));
            // The first chunk, IHDR, begins with the size.
            let size = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
            assert!(
                size(16) > 600 && size(20) > 400,
                "{} × {}",
                size(16),
                size(20)
            );
            assert!(bytes.ends_with(b"IEND\xaeB`\x82"), "the picture is whole");
        } else {
            let text = String::from_utf8(bytes).unwrap();
            assert!(text.contains("Samir") && text.trim_end().ends_with("</svg>"));
        }
    }
    app.quit();
}
