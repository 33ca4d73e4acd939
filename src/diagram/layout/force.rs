//! The picture of more than a page: every state is a block with its people in rows, and the blocks find their
//! places by forces: what is tied together attracts, what is near repels.

use std::collections::BTreeMap;

use super::super::board::{Board, End, TieKind};
use super::super::geometry::{Point, Rect, count};
use super::super::scene::Step;
use super::columns::{INSET, enclosed};
use super::{BAND, Layout, Placement, Route};

/// So often everything moves.
const ROUNDS: usize = 240;
/// Blocks further apart than this do not repel each other, so that a grid of this pitch finds all that do.
const REACH: f64 = 900.0;
/// The least room between two blocks.
const APART: f64 = 36.0;
/// The room inside of an area, and between the boxes in it.
const PADDING: f64 = 14.0;

/// Places by forces.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Forces;

/// What moves as one: an area with all that is in it, or an item that is in none.
#[derive(Debug, Clone)]
struct Block {
    area: Option<usize>,
    /// The items, with their places in the block.
    items: Vec<(usize, Rect)>,
    width: f64,
    height: f64,
    at: Point,
}

impl Block {
    fn rect(&self) -> Rect {
        Rect::new(
            self.at.x - self.width / 2.0,
            self.at.y - self.height / 2.0,
            self.width,
            self.height,
        )
    }
}

impl Layout for Forces {
    fn place(&self, board: &Board) -> Placement {
        let mut blocks = blocks(board);
        spread(&mut blocks);
        let springs = springs(board, &blocks);
        for round in 0..ROUNDS {
            let heat = 1.0 - count(round) / count(ROUNDS);
            step(&mut blocks, &springs, heat);
        }
        separate(&mut blocks);
        let mut placement = placed(board, &blocks);
        placement.routes = straight(board, &placement);
        placement.settle();
        placement
    }
}

fn blocks(board: &Board) -> Vec<Block> {
    let areas = (0..board.areas.len()).map(|area| area_block(board, area));
    let free = board.items.iter().enumerate();
    let free = free.filter(|(_, i)| i.area.is_none() && i.within.is_none());
    areas
        .chain(free.map(|(index, _)| {
            let (rects, size) = with_enclosed(board, index);
            Block {
                area: None,
                items: rects,
                width: size.width,
                height: size.height,
                at: Point::default(),
            }
        }))
        .collect()
}

/// An item and what it encloses, from the origin.
fn with_enclosed(board: &Board, index: usize) -> (Vec<(usize, Rect)>, Rect) {
    let Some(item) = board.item(index) else {
        return (Vec::new(), Rect::default());
    };
    let children: Vec<usize> = enclosed(board, index).collect();
    let mut width = item.width;
    for child in children.iter().filter_map(|c| board.item(*c)) {
        width = width.max(child.width + 2.0 * INSET);
    }
    let mut y = item.height;
    let mut rects = Vec::new();
    for child in children {
        let height = board.item(child).map_or(0.0, |c| c.height);
        rects.push((child, Rect::new(INSET, y, width - 2.0 * INSET, height)));
        y += height + INSET;
    }
    let whole = Rect::new(0.0, 0.0, width, y);
    rects.insert(0, (index, whole));
    (rects, whole)
}

/// The boxes of an area in rows, about half as wide again as high.
fn area_block(board: &Board, area: usize) -> Block {
    let mut members: Vec<usize> = board
        .items
        .iter()
        .enumerate()
        .filter(|(_, i)| i.area == Some(area) && i.within.is_none())
        .map(|(index, _)| index)
        .collect();
    // Bodies first; people below them in the order of their ids.
    members.sort_by_key(|index| board.item(*index).is_some_and(|i| i.what.is_person()));
    let parts: Vec<_> = members.iter().map(|i| with_enclosed(board, *i)).collect();
    let surface: f64 = parts
        .iter()
        .map(|(_, size)| (size.width + PADDING) * (size.height + PADDING))
        .sum();
    let widest = parts.iter().map(|(_, s)| s.width).fold(0.0, f64::max);
    let name = super::super::metrics::width(
        board.areas.get(area).map_or("", |a| a.name.as_str()),
        14.0,
        true,
    );
    let limit = (surface * 1.6).sqrt().max(widest);
    let (mut x, mut y, mut row, mut right) = (PADDING, BAND + PADDING, 0.0_f64, 0.0_f64);
    let mut items = Vec::new();
    for (rects, size) in parts {
        if x > PADDING && x + size.width > limit + PADDING {
            (x, y, row) = (PADDING, y + row + PADDING, 0.0);
        }
        items.extend(rects.into_iter().map(|(i, rect)| (i, rect.moved(x, y))));
        x += size.width + PADDING;
        row = row.max(size.height);
        right = right.max(x);
    }
    Block {
        area: Some(area),
        width: right.max(name + 2.0 * PADDING),
        height: if items.is_empty() {
            BAND
        } else {
            y + row + PADDING
        },
        items,
        at: Point::default(),
    }
}

/// Sets the blocks on a square spiral, the largest in the middle.
fn spread(blocks: &mut [Block]) {
    let mut order: Vec<usize> = (0..blocks.len()).collect();
    let surface = |i: &usize| blocks.get(*i).map_or(0.0, |b| b.width * b.height);
    order.sort_by(|a, b| surface(b).total_cmp(&surface(a)));
    let mean = blocks.iter().map(|b| b.width * b.height).sum::<f64>() / count(blocks.len().max(1));
    let pitch = mean.sqrt() * 1.25 + APART;
    let (mut x, mut y, mut dx, mut dy) = (0.0, 0.0, 1.0, 0.0);
    let (mut left, mut leg, mut turns) = (1_u32, 1_u32, 0_u32);
    for index in order {
        if let Some(block) = blocks.get_mut(index) {
            block.at = Point::new(x * pitch * 1.3, y * pitch);
        }
        (x, y) = (x + dx, y + dy);
        left -= 1;
        if left == 0 {
            (dx, dy) = (-dy, dx);
            turns += 1;
            leg += u32::from(turns % 2 == 0);
            left = leg;
        }
    }
}

/// The pairs of blocks that are tied, with the number of ties.
fn springs(board: &Board, blocks: &[Block]) -> Vec<(usize, usize, f64)> {
    let mut of_item = vec![0; board.items.len()];
    let mut of_area = vec![0; board.areas.len()];
    for (block, data) in blocks.iter().enumerate() {
        if let Some(slot) = data.area.and_then(|a| of_area.get_mut(a)) {
            *slot = block;
        }
        for (item, _) in &data.items {
            if let Some(slot) = of_item.get_mut(*item) {
                *slot = block;
            }
        }
    }
    let block = |end: End| match end {
        End::Item(item) => of_item.get(item).copied().unwrap_or_default(),
        End::Area(area) => of_area.get(area).copied().unwrap_or_default(),
    };
    let mut springs: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for tie in &board.ties {
        let (a, b) = (block(tie.from), block(tie.to));
        if a != b {
            *springs.entry((a.min(b), a.max(b))).or_default() += 1.0;
        }
    }
    springs
        .into_iter()
        .map(|((a, b), ties)| (a, b, ties))
        .collect()
}

/// One round: all forces, then a move that is shorter the later it is.
fn step(blocks: &mut [Block], springs: &[(usize, usize, f64)], heat: f64) {
    let mut pushes = vec![Point::default(); blocks.len()];
    let mut push = |index: usize, dx: f64, dy: f64| {
        if let Some(push) = pushes.get_mut(index) {
            *push = Point::new(push.x + dx, push.y + dy);
        }
    };
    for (a, b) in near(blocks) {
        let (Some(one), Some(two)) = (blocks.get(a), blocks.get(b)) else {
            continue;
        };
        let (dx, dy) = (one.at.x - two.at.x, one.at.y - two.at.y);
        let (dx, dy) = if dx == 0.0 && dy == 0.0 {
            (1.0, 0.5)
        } else {
            (dx, dy)
        };
        let far = (dx * dx + dy * dy).sqrt();
        // Half of both sizes is what they need; nearer than that they repel strongly.
        let need = (one.width + two.width + one.height + two.height) / 4.0 + APART;
        let force = if far < REACH {
            need * need / (far * far) * 14.0
        } else {
            0.0
        };
        push(a, dx / far * force, dy / far * force);
        push(b, -dx / far * force, -dy / far * force);
    }
    for (a, b, ties) in springs {
        let (Some(one), Some(two)) = (blocks.get(*a), blocks.get(*b)) else {
            continue;
        };
        let (dx, dy) = (two.at.x - one.at.x, two.at.y - one.at.y);
        let pull = 0.02 * ties.sqrt();
        push(*a, dx * pull, dy * pull);
        push(*b, -dx * pull, -dy * pull);
    }
    let mut tied = vec![false; blocks.len()];
    for end in springs.iter().flat_map(|(a, b, _)| [a, b]) {
        tied.get_mut(*end).into_iter().for_each(|t| *t = true);
    }
    for ((block, push), tied) in blocks.iter_mut().zip(pushes).zip(tied) {
        // A slight pull to the middle keeps together what nothing ties.
        let pull = if tied { 0.006 } else { 0.03 };
        let (dx, dy) = (push.x - block.at.x * pull, push.y - block.at.y * pull * 1.5);
        let far = (dx * dx + dy * dy).sqrt();
        let most = 120.0 * heat + 2.0;
        let share = if far > most { most / far } else { 1.0 };
        block.at = Point::new(block.at.x + dx * share, block.at.y + dy * share);
    }
}

/// The pairs of blocks within reach of each other, by a grid.
fn near(blocks: &[Block]) -> Vec<(usize, usize)> {
    let mut grid: BTreeMap<(i64, i64), Vec<usize>> = BTreeMap::new();
    for (index, block) in blocks.iter().enumerate() {
        grid.entry(square(block.at)).or_default().push(index);
    }
    let mut pairs = Vec::new();
    for (a, block) in blocks.iter().enumerate() {
        let (column, row) = square(block.at);
        for dx in -1..=1 {
            for dy in -1..=1 {
                let others = grid.get(&(column + dx, row + dy));
                let others = others.map(Vec::as_slice).unwrap_or_default();
                pairs.extend(others.iter().filter(|b| a < **b).map(|b| (a, *b)));
            }
        }
    }
    pairs
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a cast of a float saturates, and places are far smaller"
)]
fn square(at: Point) -> (i64, i64) {
    ((at.x / REACH).floor() as i64, (at.y / REACH).floor() as i64)
}

/// Moves blocks apart until none lies on another: each pair along the shorter way out. What is still in the way after
/// many rounds goes below everything.
fn separate(blocks: &mut [Block]) {
    for _ in 0..600 {
        let mut moved = false;
        for (a, b) in overlapping(blocks) {
            let (Some(one), Some(two)) = (blocks.get(a), blocks.get(b)) else {
                continue;
            };
            let (dx, dy) = (two.at.x - one.at.x, two.at.y - one.at.y);
            let across = f64::midpoint(one.width, two.width) + APART - dx.abs();
            let down = f64::midpoint(one.height, two.height) + APART - dy.abs();
            if across <= 0.0 || down <= 0.0 {
                continue;
            }
            moved = true;
            let sign = |d: f64| if d < 0.0 { -1.0 } else { 1.0 };
            let (x, y) = if across < down {
                (sign(dx) * (across / 2.0 + 0.5), 0.0)
            } else {
                (0.0, sign(dy) * (down / 2.0 + 0.5))
            };
            shift(blocks, a, -x, -y);
            shift(blocks, b, x, y);
        }
        if !moved {
            return;
        }
    }
    let mut bottom = blocks.iter().map(|b| b.rect().bottom()).fold(0.0, f64::max);
    for (_, b) in overlapping(blocks) {
        if let Some(block) = blocks.get_mut(b) {
            block.at.y = bottom + APART + block.height / 2.0;
            bottom = block.rect().bottom();
        }
    }
}

fn shift(blocks: &mut [Block], index: usize, dx: f64, dy: f64) {
    if let Some(block) = blocks.get_mut(index) {
        block.at = Point::new(block.at.x + dx, block.at.y + dy);
    }
}

/// The pairs of blocks that are nearer than they may be, by a sweep from the left.
fn overlapping(blocks: &[Block]) -> Vec<(usize, usize)> {
    let mut order: Vec<(usize, Rect)> = blocks
        .iter()
        .map(|b| b.rect().grown(APART / 2.0 - 0.1))
        .enumerate()
        .collect();
    order.sort_by(|a, b| a.1.x.total_cmp(&b.1.x).then(a.0.cmp(&b.0)));
    let mut pairs = Vec::new();
    for (place, (a, rect)) in order.iter().enumerate() {
        let right = order.iter().skip(place + 1);
        for (b, other) in right.take_while(|(_, other)| other.x < rect.right()) {
            if rect.overlaps(other) {
                pairs.push((*a.min(b), *a.max(b)));
            }
        }
    }
    pairs
}

fn placed(board: &Board, blocks: &[Block]) -> Placement {
    let mut placement = Placement {
        items: vec![Rect::default(); board.items.len()],
        areas: vec![Rect::default(); board.areas.len()],
        ..Placement::default()
    };
    for block in blocks {
        let whole = block.rect();
        if let Some(slot) = block.area.and_then(|a| placement.areas.get_mut(a)) {
            *slot = whole;
        }
        for (item, rect) in &block.items {
            if let Some(slot) = placement.items.get_mut(*item) {
                *slot = rect.moved(whole.x, whole.y);
            }
        }
    }
    placement
}

/// Straight lines between the boxes. What is said by place (the office in the own state) has none.
fn straight(board: &Board, placement: &Placement) -> Vec<Route> {
    let mut routes = Vec::new();
    for (tie, data) in board.ties.iter().enumerate() {
        let rect = |end: End| match end {
            End::Item(item) => placement.item(item),
            End::Area(area) => {
                let area = placement.area(area);
                Rect::new(area.x, area.y, area.width, BAND)
            }
        };
        let areas = [data.from, data.to].map(|end| board.area_of(end));
        if data.kind == TieKind::Role && areas[0].is_some() && areas[0] == areas[1] {
            continue;
        }
        let (from, to) = (rect(data.from), rect(data.to));
        routes.push(Route {
            tie,
            path: vec![
                Step::Move(from.exit_towards(to.centre())),
                Step::Line(to.exit_towards(from.centre())),
            ],
            label: None,
            arrow: data.kind.has_arrow(),
        });
    }
    routes
}
