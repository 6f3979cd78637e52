//! Where groups go, before the people in them: organisations, and communities of those in none.

use super::Watch;
use super::scene::{NONE, Scene, TOGETHER};
use super::settle::{Rest, settle};
use crate::graph::seeded::Seeded;
use crate::graph::{Graph, communities};

/// Gives everybody without a place one near where they will rest; `None` where it was stopped.
pub(super) fn place(
    scene: &mut Scene,
    graph: &Graph,
    seeded: &mut Seeded,
    watch: &dyn Watch,
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
    settle(&mut coarse, &Rest::of_groups(count, across), &[], watch)?;
    spread(scene, &group, &coarse, across, seeded);
    Some(())
}

/// Everybody's group, me alone in one; `NONE` for those who know only me.
fn groups(scene: &Scene, graph: &Graph, seeded: &mut Seeded) -> (Vec<u32>, usize) {
    let others = graph.without_me();
    let community = communities(&others, seeded.next());
    let most = community.iter().max().map_or(0, |most| most + 1);
    let mut names = vec![NONE; most];
    let mut count = scene.groups as u32;
    let mut new = || {
        count += 1;
        count - 1
    };
    let mut group = scene.group.clone();
    for person in 0..scene.len() {
        if Some(person) == scene.me {
            group[person] = new();
        } else if group[person] == NONE && others.degree(person) > 0 {
            let name = &mut names[community[person]];
            if *name == NONE {
                *name = new();
            }
            group[person] = *name;
        }
    }
    (group, count as usize)
}

/// The groups as bodies. One with somebody who is held is held in the middle of those.
fn gathered(scene: &Scene, group: &[u32], count: usize) -> Scene {
    let mut charge = vec![0.0; count];
    let mut held = vec![[0.0; 3]; count];
    let mut ties = Vec::new();
    for (person, of) in group.iter().enumerate().filter(|(_, of)| **of != NONE) {
        charge[*of as usize] += scene.charge[person];
        if scene.held[person] {
            let [x, y] = scene.at[person];
            let sum = &mut held[*of as usize];
            *sum = [sum[0] + x, sum[1] + y, sum[2] + 1.0];
        }
        for (other, pull) in scene.pulls(person) {
            let to = group[*other as usize];
            if *of < to && to != NONE {
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

/// People around the middle of their group; those of none around all the others.
fn spread(scene: &mut Scene, group: &[u32], coarse: &Scene, across: f64, seeded: &mut Seeded) {
    let alone = group.iter().filter(|of| **of == NONE).count();
    let outer = (across * across + alone as f64 * scene.push).sqrt();
    for (person, of) in group.iter().enumerate() {
        let [x, y] = seeded.in_disc();
        if scene.held[person] {
            continue;
        }
        scene.at[person] = if *of == NONE {
            // Evenly over the ring: the disc's area beyond the inner circle.
            let far = (x * x + y * y).sqrt().max(1e-9);
            let ring = (across * across + (outer * outer - across * across) * far * far).sqrt();
            [x / far * ring, y / far * ring]
        } else {
            let [cx, cy] = coarse.at[*of as usize];
            let wide = (coarse.charge[*of as usize] * scene.push / TOGETHER).sqrt();
            [cx + x * wide, cy + y * wide]
        };
    }
}
