//! Native benchmarks of building and querying: `cargo bench -p cisconf-engine`.
//!
//! `make bench` measures in a browser and compares with libraries; this one quickly shows whether a
//! change made something slower.
#![allow(missing_docs, reason = "criterion's macros make functions without")]
#![allow(clippy::unwrap_used, reason = "a benchmark stops where its preparation fails")]

use std::hint::black_box;
use std::time::Duration;

use cisconf_engine::{Index, IndexBuilder, QuerySession, TokenBuffer};
use criterion::{Criterion, criterion_group, criterion_main};

/// Number of values of theme, state, actor, polarity, year.
const VALUES: [usize; 5] = [40, 193, 6, 4, 19];
const WORDS: usize = 6_000;
const QUESTIONS: usize = 64;

/// Random number generator (SplitMix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Returns a number below `n`; its frequency is about inversely proportional to its rank.
    fn skewed(&mut self, n: usize) -> u32 {
        let last = ((n + 4) as f64 / 4.0).ln();
        ((last * self.next()).exp() * 4.0 - 4.0).min(n as f64 - 1.0) as u32
    }
}

fn build(records: usize) -> Index {
    let mut random = Random(1);
    let mut builder = IndexBuilder::new(&VALUES);
    let mut words = TokenBuffer::default();
    for _ in 0..records {
        for (facet, values) in VALUES.iter().enumerate() {
            let n = match facet {
                0 => 1 + (random.next() * random.next() * 4.0) as usize,
                1 => 1 + usize::from(random.next() > 0.88),
                _ => 1,
            };
            (0..n).for_each(|_| builder.value(facet, random.skewed(*values)));
        }
        words.clear();
        (0..30).for_each(|_| words.push(&word(random.skewed(WORDS))));
        builder.text(&words);
        builder.end_record();
    }
    let mut order: Vec<u32> = (0..records as u32).collect();
    order.sort_by_key(|record| record.wrapping_mul(0x9e37_79b9) % 19);
    builder.finish(Some(order)).unwrap()
}

/// Words with common prefixes.
fn word(number: u32) -> String {
    format!("{}{}", ["re", "co", "inter", "under", "pro"][number as usize % 5], number)
}

/// Three themes, five states, one polarity.
fn narrow(session: &mut QuerySession, random: &mut Random) {
    let mut some = |n: usize, facet: usize| (0..n).map(|_| random.skewed(VALUES[facet])).collect::<Vec<_>>();
    let (themes, states) = (some(3, 0), some(5, 1));
    session.choose(0, &themes);
    session.choose(1, &states);
    session.choose(3, &[0]);
}

fn benchmark(c: &mut Criterion) {
    for records in [10_000, 260_000] {
        let index = build(records);
        let mut group = c.benchmark_group(format!("{records}"));
        group
            .sample_size(QUESTIONS)
            .measurement_time(Duration::from_secs(2))
            .warm_up_time(Duration::from_secs(1));
        let mut random = Random(2);
        let mut session = QuerySession::new(&index);

        group.bench_function("facets", |b| {
            b.iter(|| {
                narrow(&mut session, &mut random);
                black_box(session.counts(&index, 1)[0])
            });
        });
        group.bench_function("facets, half pass", |b| {
            session.choose(0, &[]);
            session.choose(1, &[]);
            let mut odd = false;
            b.iter(|| {
                odd = !odd;
                session.choose(3, if odd { &[0] } else { &[1, 2, 3] });
                black_box(session.counts(&index, 1)[0])
            });
        });
        group.bench_function("toggle", |b| {
            narrow(&mut session, &mut random);
            session.counts(&index, 0);
            b.iter(|| {
                session.toggle(&index, 1, 20);
                black_box(session.counts(&index, 0)[0])
            });
        });
        group.bench_function("crosstab", |b| {
            b.iter(|| {
                narrow(&mut session, &mut random);
                black_box(session.cross_table(&index, 1, 0)[0])
            });
        });
        group.bench_function("page", |b| {
            b.iter(|| {
                narrow(&mut session, &mut random);
                black_box(session.page(&index, None, 0, 50).len())
            });
        });
        group.bench_function("search", |b| {
            let mut session = QuerySession::new(&index);
            b.iter(|| {
                let (whole, part) = (word(random.skewed(WORDS)), word(random.skewed(WORDS)));
                session.search(&index, &[&whole, &part[..3]], true);
                black_box(session.counts(&index, 1)[0])
            });
        });
        group.finish();
    }
    let mut group = c.benchmark_group("build");
    group.sample_size(10).measurement_time(Duration::from_secs(2));
    group.bench_function("10000", |b| b.iter(|| black_box(build(10_000).records())));
    group.finish();
}

criterion_group!(benches, benchmark);
criterion_main!(benches);
