//! Ties and the map over the wire: who knows whom, a drawing and its places, ways in.

use serde_json::{Value, json};

use crate::page::Page;

fn add(page: &Page, name: &str) -> i64 {
    let person =
        json!({"name": name, "email": "", "phone": "", "organisation": "Orrin Pharma", "role": ""});
    page.ask("person_add", json!({"person": person}))["value"]
        .as_i64()
        .unwrap()
}

fn tie(person: i64, other: i64, kind: &str) -> Value {
    json!({"tie": {"person": person, "other": other, "kind": kind, "closeness": "close",
        "since": "2019", "until": "", "note": "from Samir"}})
}

fn everyone() -> Value {
    json!({"view": {"steps": "everyone", "centre": null}})
}

fn floats(bytes: &[u8]) -> Vec<f32> {
    let four = |chunk: &[u8]| f32::from_le_bytes(chunk.try_into().unwrap());
    bytes.chunks_exact(4).map(four).collect()
}

/// The places at rest: the picture's number first, then the share that is done.
fn places(page: &Page, drawing: &Value) -> Vec<f32> {
    let mut after = 0;
    loop {
        let bytes = page.bytes("map_places", json!({"drawing": drawing, "after": after}));
        let places = floats(&bytes);
        assert!(places[0] as u32 > after, "only a newer picture is answered");
        after = places[0] as u32;
        if places[1] == 1.0 {
            return places;
        }
    }
}

#[test]
fn a_tie_is_seen_from_both_ends_and_taken_back() {
    let page = Page::new();
    let (ana, ben) = (add(&page, "Ana Lindqvist"), add(&page, "Ben Okafor"));
    let done = page.ask("tie_add", tie(ana, ben, "reports_to"));
    let mut told =
        [&done["changes"]["people"][0], &done["changes"]["people"][1]].map(Value::as_i64);
    told.sort_unstable();
    assert_eq!(told, [Some(ana), Some(ben)], "both pages are drawn anew");

    let of = |person: i64| page.ask("ties_of", json!({"person": person}))["ties"][0].clone();
    assert_eq!(
        (of(ana)["how"].as_str(), of(ben)["how"].as_str()),
        (Some("reports to"), Some("manages"))
    );
    assert_eq!(of(ben)["with"]["name"], "Ana Lindqvist");

    assert_eq!(
        page.code("tie_add", tie(ben, ana, "knows")),
        "invalid",
        "they are tied already"
    );
    assert_eq!(page.code("tie_add", tie(ana, ana, "knows")), "invalid");
    page.ask("undo", json!({}));
    assert_eq!(
        page.ask("ties_of", json!({"person": ana}))["ties"],
        json!([])
    );
}

#[test]
fn a_drawing_gives_places_for_everybody_and_the_same_again() {
    let page = Page::new();
    let ids: Vec<i64> = ["Ana Lindqvist", "Ben Okafor", "Cy Young"]
        .map(|name| add(&page, name))
        .into();
    page.ask("tie_add", tie(ids[0], ids[1], "knows"));

    let drawn = page.ask("map_draw", everyone());
    let people = drawn["picture"]["people"].as_array().unwrap();
    assert_eq!(people.len(), 3);
    let first = places(&page, &drawn["drawing"]);
    assert_eq!(first.len(), 2 + 2 * 4, "everybody, and me last");
    assert!(first.iter().all(|x| x.is_finite()));

    let again = page.ask("map_draw", everyone());
    assert_eq!(
        places(&page, &again["drawing"])[2..],
        first[2..],
        "places are kept"
    );
    let late = json!({"drawing": drawn["drawing"], "after": 0});
    assert_eq!(
        page.code("map_places", late),
        "stopped",
        "a later drawing took its place"
    );

    page.ask(
        "map_pin",
        json!({"person": ids[2], "x": 300.0, "y": -120.0}),
    );
    let pinned = page.ask("map_draw", everyone());
    let at = people.iter().position(|one| one["id"] == ids[2]).unwrap();
    let places = places(&page, &pinned["drawing"]);
    assert_eq!(places[2 + 2 * at..][..2], [300.0, -120.0]);
    assert_eq!(pinned["picture"]["people"][at]["pinned"], true);
}

#[test]
fn filter_list_panel_and_ways_answer_for_the_drawing() {
    let page = Page::new();
    let (ana, ben) = (add(&page, "Ana Lindqvist"), add(&page, "Ben Okafor"));
    let kinds = page.ask("kinds_list", json!({}));
    let kind = kinds[0]["id"].clone();
    page.ask(
        "relationship_edit",
        json!({"ids": [ana], "edit": {"type": "kind", "id": kind}}),
    );
    page.ask("tie_add", tie(ana, ben, "knows"));
    let drawing = page.ask("map_draw", everyone())["drawing"].clone();

    let only = json!({"kinds": [kind]});
    let matching = page.ask("map_matching", json!({"drawing": drawing, "filter": only}));
    assert_eq!(matching, json!([0]));
    let rows = page.ask("map_rows", json!({"drawing": drawing, "filter": {}, "sort": {"by": "name", "rising": true}, "offset": 0, "limit": 10}));
    assert_eq!(
        (
            rows["total"].as_i64(),
            rows["rows"][0]["row"]["name"].as_str()
        ),
        (Some(2), Some("Ana Lindqvist"))
    );

    let panel = page.ask("map_panel", json!({"drawing": drawing, "person": ben}));
    assert_eq!(panel["knows"][0]["with"]["id"], ana);
    let ways = page.ask("ways_in", json!({"to": ben}));
    let hops: Vec<_> = ways["ways"][0]["hops"]
        .as_array()
        .unwrap()
        .iter()
        .map(|hop| hop["row"]["id"].as_i64())
        .collect();
    assert_eq!(hops, [Some(ana), Some(ben)]);
    assert_eq!(page.code("ways_in", json!({"to": 999})), "not_found");
    page.ask(
        "relationship_edit",
        json!({"ids": [ana], "edit": {"type": "do_not_ask", "value": true}}),
    );
    let ways = page.ask("ways_in", json!({"to": ben}));
    assert_eq!(ways["ways"], json!([]), "Ana is not to be asked");
    assert!(ways["none"]["sentence"].is_string());
}

#[test]
fn numbers_are_those_of_the_picture_whatever_was_changed_since() {
    let page = Page::new();
    add(&page, "Ben Okafor");
    let cy = add(&page, "Cy Young");
    let kind = page.ask("kinds_list", json!({}))[0]["id"].clone();
    page.ask(
        "relationship_edit",
        json!({"ids": [cy], "edit": {"type": "kind", "id": kind}}),
    );
    let drawing = page.ask("map_draw", everyone())["drawing"].clone();
    // Before everybody else by name.
    add(&page, "Ana Lindqvist");
    let only = json!({"drawing": drawing, "filter": {"kinds": [kind]}});
    assert_eq!(page.ask("map_matching", only), json!([1]));
}

#[test]
fn organisations_are_found_and_filter_the_list() {
    let page = Page::new();
    add(&page, "Ana Lindqvist");
    let found = page.ask("organisations_find", json!({"text": "orr", "limit": 3}));
    assert_eq!(
        (found[0]["name"].as_str(), found[0]["people"].as_i64()),
        (Some("Orrin Pharma"), Some(1))
    );
    let filter = json!({"category": null, "kinds": [], "tags": [], "organisation": found[0]["id"]});
    assert_eq!(
        page.ask("people_outline", json!({"filter": filter}))["total"],
        1
    );
}
