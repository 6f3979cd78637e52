//! The quadtree of Barnes and Hut: distant bodies push as one, from the centre of their charge.

/// A cell pushes as one body if its width divided by its distance is below this.
const WIDTH_PER_DISTANCE: f64 = 1.0;
/// A cell with at most this many bodies is not divided.
const LEAF_BODIES: usize = 6;
/// A cell at this depth is not divided: bodies on the same spot would be divided without end.
const MAX_DEPTH: u32 = 32;

/// A square of the quadtree. `x` and `y` are the centre of its charge.
struct Cell {
    x: f64,
    y: f64,
    charge: f64,
    /// The square of the distance beyond which it pushes as one body.
    near: f64,
    /// The index of the next cell that is not within this one.
    next: u32,
    /// The range of its bodies, `from..to`, if it is not divided; otherwise empty.
    from: u32,
    to: u32,
}

/// The cells in depth-first order, so that `push` can go through them without a stack. The bodies are
/// (x, y, charge), sorted by cell.
#[derive(Default)]
pub(super) struct Tree {
    cells: Vec<Cell>,
    bodies: Vec<[f64; 3]>,
}

impl Tree {
    pub fn build(&mut self, at: &[[f64; 2]], charge: &[f64]) {
        self.cells.clear();
        let bodies = at.iter().zip(charge);
        let mut all: Vec<_> = bodies.map(|([x, y], charge)| [*x, *y, *charge]).collect();
        let span = |axis: usize| {
            all.iter()
                .fold((f64::MAX, f64::MIN), |(least, most), body| {
                    (least.min(body[axis]), most.max(body[axis]))
                })
        };
        let ((left, right), (top, bottom)) = (span(0), span(1));
        let width = (right - left).max(bottom - top).max(1e-9);
        self.divide(&mut all, 0, [left, top, width], 0);
        self.bodies = all;
    }

    fn divide(&mut self, bodies: &mut [[f64; 3]], from: usize, square: [f64; 3], depth: u32) {
        if bodies.is_empty() {
            return;
        }
        let [left, top, width] = square;
        let cell = self.cells.len();
        let leaf = bodies.len() <= LEAF_BODIES || depth >= MAX_DEPTH;
        let end = if leaf { from + bodies.len() } else { from };
        self.cells.push(Cell {
            near: width * width / (WIDTH_PER_DISTANCE * WIDTH_PER_DISTANCE),
            from: from as u32,
            to: end as u32,
            ..charged(bodies)
        });
        if !leaf {
            let half = width / 2.0;
            let (x, y) = (left + half, top + half);
            let below = partition(bodies, |body| body[1] < y);
            let (upper, lower) = bodies.split_at_mut(below);
            let mut start = from;
            for (row, edge) in [(upper, top), (lower, y)] {
                let beside = partition(row, |body| body[0] < x);
                let (one, other) = row.split_at_mut(beside);
                self.divide(one, start, [left, edge, half], depth + 1);
                start += one.len();
                self.divide(other, start, [x, edge, half], depth + 1);
                start += other.len();
            }
        }
        self.cells[cell].next = self.cells.len() as u32;
    }

    /// The sum of all pushes on a body at this place, before scaling with the scene's push.
    pub fn push(&self, at: [f64; 2]) -> [f64; 2] {
        let (mut x, mut y) = (0.0, 0.0);
        let mut add = |dx: f64, dy: f64, charge: f64| {
            // Within one pixel the push does not grow further.
            let pull = charge / (dx * dx + dy * dy).max(1.0);
            x += dx * pull;
            y += dy * pull;
        };
        let mut walk = 0;
        while let Some(cell) = self.cells.get(walk) {
            let (dx, dy) = (at[0] - cell.x, at[1] - cell.y);
            if cell.near < dx * dx + dy * dy {
                add(dx, dy, cell.charge);
                walk = cell.next as usize;
            } else if cell.to > cell.from {
                for body in &self.bodies[cell.from as usize..cell.to as usize] {
                    add(at[0] - body[0], at[1] - body[1], body[2]);
                }
                walk = cell.next as usize;
            } else {
                walk += 1;
            }
        }
        [x, y]
    }
}

/// A cell with the summed charge of its bodies at its centre.
fn charged(bodies: &[[f64; 3]]) -> Cell {
    let (mut x, mut y, mut charge) = (0.0, 0.0, 0.0);
    for body in bodies {
        x += body[0] * body[2];
        y += body[1] * body[2];
        charge += body[2];
    }
    Cell {
        x: x / charge,
        y: y / charge,
        charge,
        near: 0.0,
        next: 0,
        from: 0,
        to: 0,
    }
}

/// Moves the bodies for which `first` holds to the front and returns their number.
fn partition(bodies: &mut [[f64; 3]], first: impl Fn(&[f64; 3]) -> bool) -> usize {
    let mut front = 0;
    for at in 0..bodies.len() {
        if first(&bodies[at]) {
            bodies.swap(at, front);
            front += 1;
        }
    }
    front
}
