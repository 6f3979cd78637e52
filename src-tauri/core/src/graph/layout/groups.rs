//! Places groups before people. A group is an organisation, or a community of people without one.

use super::LayoutObserver;
use super::relax::{Relaxation, relax};
use super::scene::{NO_GROUP, ORGANISATION_PULL, Scene};
use crate::graph::seeded::SeededRandom;
use crate::graph::{Graph, communities};

/// Gives everybody without a place a first place in their group. `None` if the observer stopped it.
pub(super) fn place(
    scene: &mut Scene,
    graph: &Graph,
    seeded: &mut SeededRandom,
    observer: &dyn LayoutObserver,
) -> Option<()> {
    let (group, count) = groups(scene, graph, seeded);
    let mut coarse = gathered(scene, &group, count);
    let across = (coarse.charge.iter().sum::<f64>() * scene.push).sqrt();
    for body in 0..coarse.len() {
        let at = seeded.in_disc().map(|x| x * across);
        if !coarse.held[body] {
            coarse.at[body] = at;
        }
    }
    relax(
        &mut coarse,
        &Relaxation::of_groups(count, across),
        &[],
        observer,
    )?;
    spread(scene, &group, &coarse, across, seeded);
    Some(())
}

/// Everybody's group and the number of groups. I am a group alone; people who know only me and have no
/// organisation have `NO_GROUP`.
fn groups(scene: &Scene, graph: &Graph, seeded: &mut SeededRandom) -> (Vec<u32>, usize) {
    let others = graph.without_me();
    let community = communities(&others, seeded.next());
    let most = community.iter().max().map_or(0, |most| most + 1);
    let mut names = vec![NO_GROUP; most];
    let mut count = scene.groups as u32;
    let mut new = || {
        count += 1;
        count - 1
    };
    let mut group = scene.group.clone();
    for person in 0..scene.len() {
        if Some(person) == scene.me {
            group[person] = new();
        } else if group[person] == NO_GROUP && others.degree(person) > 0 {
            let name = &mut names[community[person]];
            if *name == NO_GROUP {
                *name = new();
            }
            group[person] = *name;
        }
    }
    (group, count as usize)
}

/// A scene with one body per group. A group with held members is held in the middle of those.
fn gathered(scene: &Scene, group: &[u32], count: usize) -> Scene {
    let mut charge = vec![0.0; count];
    let mut held = vec![[0.0; 3]; count];
    let mut ties = Vec::new();
    for (person, of) in group.iter().enumerate().filter(|(_, of)| **of != NO_GROUP) {
        charge[*of as usize] += scene.charge[person];
        if scene.held[person] {
            let [x, y] = scene.at[person];
            let sum = &mut held[*of as usize];
            *sum = [sum[0] + x, sum[1] + y, sum[2] + 1.0];
        }
        for (other, pull) in scene.pulls(person) {
            let to = group[*other as usize];
            if *of < to && to != NO_GROUP {
                ties.push((*of, to, *pull));
            }
        }
    }
    let me = scene.me.map(|me| group[me] as usize);
    let mut coarse = scene.of_groups(charge, me, ties);
    for (body, [x, y, many]) in held.into_iter().enumerate() {
        if many > 0.0 {
            coarse.at[body] = [x / many, y / many];
            coarse.held[body] = true;
        }
    }
    coarse
}

/// Places people at random around the middle of their group, and people without group in a ring around
/// all groups.
fn spread(
    scene: &mut Scene,
    group: &[u32],
    coarse: &Scene,
    across: f64,
    seeded: &mut SeededRandom,
) {
    let alone = group.iter().filter(|of| **of == NO_GROUP).count();
    let outer = (across * across + alone as f64 * scene.push).sqrt();
    for (person, of) in group.iter().enumerate() {
        let [x, y] = seeded.in_disc();
        if scene.held[person] {
            continue;
        }
        scene.at[person] = if *of == NO_GROUP {
            // Uniform over the area of the ring, not over its radius.
            let far = (x * x + y * y).sqrt().max(1e-9);
            let ring = (across * across + (outer * outer - across * across) * far * far).sqrt();
            [x / far * ring, y / far * ring]
        } else {
            let [cx, cy] = coarse.at[*of as usize];
            let wide = (coarse.charge[*of as usize] * scene.push / ORGANISATION_PULL).sqrt();
            [cx + x * wide, cy + y * wide]
        };
    }
}
