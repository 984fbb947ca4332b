//! Benchmarks of set representations: `roaring` and `fixedbitset` against 64-bit words.
//!
//! They cover the three most frequent operations of the engine. Results and choice:
//! `docs/decisions/0007-engine.md`.
#![allow(missing_docs, reason = "criterion's macros make functions without")]

use std::hint::black_box;
use std::time::Duration;

use cisconf_engine::Bitmap;
use criterion::{Criterion, criterion_group, criterion_main};
use fixedbitset::FixedBitSet;
use roaring::RoaringBitmap;

const RECORDS: u32 = 260_000;
/// Each set has one record in so many.
const ONE_IN: [u32; 3] = [3, 20, 150];

/// Members without a pattern that a compressed set could exploit.
fn members(seed: u32, one_in: u32) -> impl Iterator<Item = u32> {
    (0..RECORDS).filter(move |r| {
        (r ^ seed << 20).wrapping_mul(0x9e37_79b9).rotate_left(15).wrapping_mul(0x85eb_ca6b) >> 8
            < (1 << 24) / one_in
    })
}

fn sets(c: &mut Criterion) {
    for one_in in ONE_IN {
        let lists: Vec<Vec<u32>> = (0..40).map(|seed| members(seed, one_in).collect()).collect();
        let narrow: Vec<u32> = members(99, 12).collect();
        let mut group = c.benchmark_group(format!("one in {one_in}"));
        group
            .sample_size(20)
            .measurement_time(Duration::from_secs(1))
            .warm_up_time(Duration::from_millis(300));

        let own: Vec<Bitmap> = lists.iter().map(|list| bits(list)).collect();
        let filter = bits(&narrow);
        let mut to = Bitmap::none(RECORDS as usize);
        group.bench_function("unite 5: words", |b| {
            b.iter(|| {
                to.clear();
                own[..5].iter().for_each(|set| to.or(set));
                black_box(to.words()[7])
            });
        });
        group.bench_function("count 40: words", |b| {
            b.iter(|| own.iter().map(|set| set.count_both(&filter)).sum::<u32>());
        });
        group.bench_function("walk: words", |b| b.iter(|| own[0].ones().fold(0, |sum, r| sum ^ r)));

        let fixed: Vec<FixedBitSet> =
            lists.iter().map(|list| list.iter().map(|r| *r as usize).collect()).collect();
        let filter: FixedBitSet = narrow.iter().map(|r| *r as usize).collect();
        let mut to = FixedBitSet::with_capacity(RECORDS as usize);
        group.bench_function("unite 5: fixedbitset", |b| {
            b.iter(|| {
                to.clear();
                fixed[..5].iter().for_each(|set| to.union_with(set));
                black_box(to.contains(7))
            });
        });
        group.bench_function("count 40: fixedbitset", |b| {
            b.iter(|| fixed.iter().map(|set| set.intersection_count(&filter)).sum::<usize>());
        });
        group.bench_function("walk: fixedbitset", |b| b.iter(|| fixed[0].ones().fold(0, |sum, r| sum ^ r)));

        let roaring: Vec<RoaringBitmap> = lists.iter().map(|list| list.iter().copied().collect()).collect();
        let filter: RoaringBitmap = narrow.iter().copied().collect();
        group.bench_function("unite 5: roaring", |b| {
            b.iter(|| {
                let mut to = RoaringBitmap::new();
                roaring[..5].iter().for_each(|set| to |= set);
                black_box(to.contains(7))
            });
        });
        group.bench_function("count 40: roaring", |b| {
            b.iter(|| roaring.iter().map(|set| set.intersection_len(&filter)).sum::<u64>());
        });
        group.bench_function("walk: roaring", |b| b.iter(|| roaring[0].iter().fold(0, |sum, r| sum ^ r)));
        group.finish();
    }
}

fn bits(list: &[u32]) -> Bitmap {
    let mut bits = Bitmap::none(RECORDS as usize);
    list.iter().for_each(|record| bits.insert(*record));
    bits
}

criterion_group!(benches, sets);
criterion_main!(benches);
