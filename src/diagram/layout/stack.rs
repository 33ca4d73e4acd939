//! Things in a column: each as near as can be to where it would like to be, in a given order and without overlaps.

/// One thing in a column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Block {
    /// Where its middle would like to be.
    pub(super) wish: f64,
    pub(super) height: f64,
    /// The least room between it and the one before.
    pub(super) gap: f64,
}

/// The middles of the blocks, from top to bottom: the least squares of all distances to the wishes.
///
/// Costs time in proportion to the number of blocks.
pub(super) fn stacked(blocks: &[Block]) -> Vec<f64> {
    // With the heights taken out, "no overlap" is "not decreasing": the classic isotonic regression, where
    // neighbours that are in each other's way are pooled at their common mean.
    let mut pools: Vec<(f64, f64)> = Vec::new();
    let offsets = offsets(blocks);
    for (block, offset) in blocks.iter().zip(&offsets) {
        let mut pool = (block.wish - offset, 1.0);
        while let Some(last) = pools.last().copied().filter(|last| last.0 > pool.0) {
            pools.pop();
            let weight = last.1 + pool.1;
            pool = ((last.0 * last.1 + pool.0 * pool.1) / weight, weight);
        }
        pools.push(pool);
    }
    let mut offsets = offsets.into_iter();
    let mut middles = Vec::with_capacity(blocks.len());
    for (value, mut members) in pools {
        while members > 0.5 {
            middles.extend(offsets.next().map(|offset| value + offset));
            members -= 1.0;
        }
    }
    middles
}

/// The same between two bounds, as far as the blocks fit between them; else they stand from the upper bound down.
pub(super) fn stacked_within(blocks: &[Block], top: f64, bottom: f64) -> Vec<f64> {
    let mut middles = stacked(blocks);
    let mut limit = bottom;
    let mut gap_below = 0.0;
    for (middle, block) in middles.iter_mut().zip(blocks).rev() {
        *middle = middle.min(limit - gap_below - block.height / 2.0);
        limit = *middle - block.height / 2.0;
        gap_below = block.gap;
    }
    let mut limit = top;
    for (index, (middle, block)) in middles.iter_mut().zip(blocks).enumerate() {
        let gap = if index == 0 { 0.0 } else { block.gap };
        *middle = middle.max(limit + gap + block.height / 2.0);
        limit = *middle + block.height / 2.0;
    }
    middles
}

/// The height that blocks take when they stand as close as they may.
pub(super) fn packed_height(blocks: &[Block]) -> f64 {
    let gaps: f64 = blocks.iter().skip(1).map(|b| b.gap).sum();
    blocks.iter().map(|b| b.height).sum::<f64>() + gaps
}

/// Where each middle is when all stand as close as they may.
fn offsets(blocks: &[Block]) -> Vec<f64> {
    let mut bottom = 0.0;
    blocks
        .iter()
        .enumerate()
        .map(|(index, block)| {
            let gap = if index == 0 { 0.0 } else { block.gap };
            let middle = bottom + gap + block.height / 2.0;
            bottom = middle + block.height / 2.0;
            middle
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(wish: f64) -> Block {
        Block {
            wish,
            height: 10.0,
            gap: 2.0,
        }
    }

    #[test]
    fn what_has_room_stands_where_it_likes() {
        assert_eq!(stacked(&[block(5.0), block(50.0)]), vec![5.0, 50.0]);
    }

    #[test]
    fn what_is_in_the_way_shares_the_distance() {
        assert_eq!(stacked(&[block(20.0), block(20.0)]), vec![14.0, 26.0]);
        assert_eq!(
            stacked(&[block(40.0), block(20.0), block(0.0)]),
            vec![8.0, 20.0, 32.0]
        );
    }

    #[test]
    fn bounds_hold_where_there_is_room() {
        let middles = stacked_within(&[block(-40.0), block(90.0)], 0.0, 60.0);
        assert_eq!(middles, vec![5.0, 55.0]);
    }
}
