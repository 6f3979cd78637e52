//! Panning the map of 1,000 people: script and paint of a frame, and frames that came late.

use kith_tests::Desk;
use serde_json::{Value, json};

use super::{Outcome, median, now, prepare};
use crate::bench::mapping;

const PEOPLE: usize = 1_000;
/// So many frames are drawn in each of the rounds.
const FRAMES: usize = 180;
const ROUNDS: usize = 7;

/// Pans in circles, a step a frame. For each frame: the milliseconds from its first script until it was painted (a
/// message is handled after the paint), and since the frame before.
const PAN: &str = r##"
const [frames] = arguments;
const canvas = document.querySelector("#main canvas");
const box = canvas.getBoundingClientRect();
const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
const say = (type, x, y) => canvas.dispatchEvent(new PointerEvent(type, {
  pointerId: 7, pointerType: "mouse", isPrimary: true, bubbles: true, cancelable: true,
  button: type === "pointermove" ? -1 : 0, buttons: type === "pointerup" ? 0 : 1, clientX: x, clientY: y,
}));
const free = () => {
  for (let by = 0; by < 400; by += 7)
    if (getComputedStyle(canvas).cursor !== "pointer") return { x: middle.x + by, y: middle.y + by };
  return middle;
};
const from = free();
return new Promise((done) => {
  const painted = new MessageChannel();
  const work = [], between = [];
  let begun = 0, last = 0, count = 0;
  painted.port1.onmessage = () => {
    work.push(performance.now() - begun);
    if (count < frames) requestAnimationFrame(step);
    else { say("pointerup", from.x, from.y); done({ work, between }); }
  };
  const step = (at) => {
    begun = performance.now();
    if (last > 0) between.push(at - last);
    last = at;
    count += 1;
    const angle = count / 20;
    say("pointermove", from.x + 220 * Math.sin(angle), from.y + 140 * (1 - Math.cos(angle)));
    painted.port2.postMessage(0);
  };
  say("pointerdown", from.x, from.y);
  requestAnimationFrame(step);
});
"##;

pub fn run() -> Outcome {
    let desk = Desk::watched("frames");
    drop(prepare(&desk, PEOPLE)?);
    let file = desk.data().join("book.kith");
    mapping::fill(&file, &now()?)?;
    let book = kith_core::Book::open(&file, &now()?)?;
    let everyone = [("mapSteps".to_owned(), json!("everyone"))]
        .into_iter()
        .collect();
    book.settings_set(&everyone, &now()?)?;
    drop(book);
    let app = desk.start(&[]);
    app.press("Control+3");
    app.wait("the map is drawn", || {
        app.ask(
            "return document.querySelector('#main canvas')?.dataset.camera ?? ''",
            &[],
        ) != ""
    });
    let (mut work, mut between) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let told = app.ask(PAN, &[json!(FRAMES)]);
        work.extend(numbers(&told, "work"));
        between.extend(numbers(&told, "between"));
    }
    let late = between
        .iter()
        .filter(|each| **each > 1.5 * 1000.0 / 60.0)
        .count();
    println!("  {PEOPLE} people, {} frames", work.len());
    println!(
        "  script and paint (aim 12)       {:>9.2} ms",
        median(work.clone())
    );
    println!(
        "  the slowest of twenty           {:>9.2} ms",
        twentieth(work)
    );
    println!(
        "  from frame to frame             {:>9.2} ms",
        median(between.clone())
    );
    println!(
        "  late by half a frame or more    {:>9.2} %",
        100.0 * late as f64 / between.len().max(1) as f64
    );
    app.quit();
    Ok(())
}

fn numbers(told: &Value, key: &str) -> Vec<f64> {
    let list = told.get(key).and_then(Value::as_array);
    list.into_iter()
        .flatten()
        .filter_map(Value::as_f64)
        .collect()
}

fn twentieth(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values
        .get(values.len() * 19 / 20)
        .copied()
        .unwrap_or(f64::NAN)
}
