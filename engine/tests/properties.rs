//! Compares every result of the engine with naive implementations, over small random data.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::collections::BTreeSet;

use cisconf_engine::{Bitmap, BuildError, Index, IndexBuilder, QuerySession, TokenBuffer};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index as Pick, select};

/// Number of values of each facet; the last has none, the one before more than a byte can encode.
const VALUES: [usize; 5] = [3, 130, 2, 300, 0];
/// Sizes at word boundaries, and one above which values become lists.
const SIZES: [usize; 10] = [0, 1, 2, 63, 64, 65, 127, 128, 129, 700];
const WORDS: [&str; 12] =
    ["a", "ab", "abc", "abd", "b", "ba", "right", "rights", "x1", "я", "яблоко", "яблоня"];

#[derive(Clone, Debug, Default)]
struct Record {
    values: [BTreeSet<u32>; 5],
    words: BTreeSet<&'static str>,
}

#[derive(Clone, Debug, Default)]
struct Question {
    chosen: [BTreeSet<u32>; 5],
    words: Option<(Vec<&'static str>, bool)>,
}

// ---------------------------------------------------------------- the rules

impl Question {
    fn text_fits(&self, record: &Record) -> bool {
        self.words.as_ref().is_none_or(|(words, prefix)| {
            words.iter().enumerate().all(|(i, word)| {
                let goes_on = *prefix && i + 1 == words.len();
                record.words.iter().any(|w| w == word || goes_on && w.starts_with(word))
            })
        })
    }

    fn fits(&self, record: &Record, except: Option<usize>) -> bool {
        let facet = |f: usize| self.chosen[f].is_empty() || !self.chosen[f].is_disjoint(&record.values[f]);
        self.text_fits(record) && (0..5).all(|f| except == Some(f) || facet(f))
    }

    fn counts(&self, records: &[Record], f: usize) -> Vec<u32> {
        let mut counts = vec![0; VALUES[f]];
        for record in records.iter().filter(|record| self.fits(record, Some(f))) {
            record.values[f].iter().for_each(|value| counts[*value as usize] += 1);
        }
        counts
    }

    fn cross_table(&self, records: &[Record], a: usize, b: usize) -> Vec<u32> {
        let mut table = vec![0; VALUES[a] * VALUES[b]];
        for record in records.iter().filter(|record| self.fits(record, None)) {
            for row in &record.values[a] {
                record.values[b]
                    .iter()
                    .for_each(|column| table[*row as usize * VALUES[b] + *column as usize] += 1);
            }
        }
        table
    }

    fn page(&self, records: &[Record], order: &[u32], offset: usize, n: usize) -> Vec<u32> {
        let matching = order.iter().copied().filter(|r| self.fits(&records[*r as usize], None));
        matching.skip(offset).take(n).collect()
    }

    fn toggle(&mut self, f: usize, value: u32) {
        if !self.chosen[f].remove(&value) {
            self.chosen[f].insert(value);
        }
    }
}

// ---------------------------------------------------------------- random data

/// Values of a facet, small ones more often; with `wild`, one past the last is possible.
fn value(f: usize, wild: bool) -> impl Strategy<Value = u32> + Clone {
    let last = (VALUES[f] + usize::from(wild)).max(1) as u32 - 1;
    prop_oneof![2 => 0..=last, 3 => 0..=last.min(2)]
}

fn record() -> impl Strategy<Value = Record> {
    let some = |f: usize, most: usize| proptest::collection::btree_set(value(f, false), 0..=most);
    let words = proptest::collection::btree_set(select(&WORDS[..]), 0..6);
    (some(0, 1), some(1, 5), some(2, 2), some(3, 4), words)
        .prop_map(|(a, b, c, d, words)| Record { values: [a, b, c, d, BTreeSet::new()], words })
}

/// Records, the default order, another order.
type Data = (Vec<Record>, Vec<u32>, Vec<u32>);

fn data() -> impl Strategy<Value = Data> {
    select(&SIZES[..]).prop_flat_map(|n| {
        let numbers: Vec<u32> = (0..n as u32).collect();
        let order = Just(numbers).prop_shuffle();
        (vec(record(), n), order.clone(), order)
    })
}

fn question() -> impl Strategy<Value = Question> {
    let some = |f: usize| prop_oneof![2 => Just(BTreeSet::new()), 3 => proptest::collection::btree_set(value(f, true), 1..5)];
    let words = proptest::option::of((vec(select(&WORDS[..]), 0..3), any::<bool>()));
    (some(0), some(1), some(2), some(3), some(4), words)
        .prop_map(|(a, b, c, d, e, words)| Question { chosen: [a, b, c, d, e], words })
}

fn build(records: &[Record], order: Option<Vec<u32>>) -> Index {
    let mut builder = IndexBuilder::new(&VALUES);
    let mut words = TokenBuffer::default();
    for record in records {
        for (f, values) in record.values.iter().enumerate() {
            // Repeated values count once.
            values.iter().chain(values.iter().take(1)).for_each(|value| builder.value(f, *value));
        }
        words.clear();
        record.words.iter().chain(record.words.first()).for_each(|word| words.push(word));
        builder.text(&words);
        builder.end_record();
    }
    builder.finish(order).unwrap()
}

fn ask(session: &mut QuerySession, index: &Index, question: &Question) {
    for (f, chosen) in question.chosen.iter().enumerate() {
        session.choose(f, &chosen.iter().copied().collect::<Vec<_>>());
    }
    match &question.words {
        Some((words, prefix)) => session.search(index, words, *prefix),
        None => session.restrict_to(None),
    }
}

fn check(session: &mut QuerySession, index: &Index, records: &[Record], question: &Question) {
    let total = records.iter().filter(|record| question.fits(record, None)).count() as u32;
    assert_eq!(session.total(index), total, "total of {question:?}");
    for f in 0..VALUES.len() {
        assert_eq!(
            session.counts(index, f),
            question.counts(records, f),
            "counts of facet {f} for {question:?}"
        );
    }
    assert_eq!(session.matching(index).count(), total);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn one_session_answers_question_after_question(
        (records, order, _) in data(),
        questions in vec(question(), 1..5),
    ) {
        let index = build(&records, Some(order));
        let mut session = QuerySession::new(&index);
        for question in &questions {
            ask(&mut session, &index, question);
            check(&mut session, &index, &records, question);
        }
    }

    #[test]
    fn toggles_one_after_the_other_give_what_asking_anew_gives(
        (records, order, _) in data(),
        mut question in question(),
        toggles in vec((0..4usize, any::<Pick>(), 0..3u8), 1..12),
    ) {
        let index = build(&records, Some(order));
        let mut session = QuerySession::new(&index);
        ask(&mut session, &index, &question);
        for (f, pick, looks) in toggles {
            let value = pick.index(VALUES[f].min(4) + 1) as u32;
            question.toggle(f, value);
            session.toggle(&index, f, value);
            // Results are read only sometimes: those that were skipped must be correct later, too.
            match looks {
                0 => {}
                1 => drop(session.total(&index)),
                _ => check(&mut session, &index, &records, &question),
            }
        }
        check(&mut session, &index, &records, &question);
    }

    #[test]
    fn cross_tables_of_any_two_facets(
        (records, order, _) in data(),
        question in question(),
        a in 0..5usize,
        b in 0..5usize,
    ) {
        let index = build(&records, Some(order));
        let mut session = QuerySession::new(&index);
        ask(&mut session, &index, &question);
        prop_assert_eq!(session.cross_table(&index, a, b), question.cross_table(&records, a, b));
    }

    #[test]
    fn pages_in_any_order(
        (records, order, other) in data(),
        question in question(),
        offset in 0..80usize,
        n in 0..60usize,
    ) {
        let index = build(&records, Some(order.clone()));
        let mut session = QuerySession::new(&index);
        ask(&mut session, &index, &question);
        prop_assert_eq!(session.page(&index, None, offset, n), question.page(&records, &order, offset, n));
        let sorted = index.order(&other).unwrap();
        prop_assert_eq!(
            session.page(&index, Some(&sorted), offset, n),
            question.page(&records, &other, offset, n)
        );
    }

    #[test]
    fn searches(
        (records, order, _) in data(),
        words in vec(prop_oneof![4 => select(&WORDS[..]), 1 => Just("missing"), 1 => Just("")], 0..4),
        prefix: bool,
    ) {
        let index = build(&records, Some(order));
        let mut hits = Bitmap::none(records.len());
        index.text().search(&words, prefix, &mut hits);
        let question = Question { words: Some((words, prefix)), ..Question::default() };
        let mut found: Vec<u32> = index.members(&hits).collect();
        found.sort_unstable();
        let fitting = (0..records.len() as u32).filter(|r| question.text_fits(&records[*r as usize]));
        prop_assert_eq!(found, fitting.collect::<Vec<_>>());
        // Any of several words.
        let Some((words, _)) = question.words else { return Ok(()) };
        hits.clear();
        words.iter().for_each(|word| index.text().add(word, &mut hits));
        let has = |record: &Record| words.iter().any(|word| record.words.contains(word));
        prop_assert_eq!(hits.count() as usize, records.iter().filter(|r| has(r)).count());
        prop_assert!(index.members(&hits).all(|r| has(&records[r as usize])));
    }

    #[test]
    fn what_matches_when_facets_are_ignored(
        (records, order, _) in data(),
        question in question(),
        of in question(),
        ignored in proptest::collection::btree_set(0..6usize, 0..4),
    ) {
        let index = build(&records, Some(order));
        let mut session = QuerySession::new(&index);
        ask(&mut session, &index, &of);
        let set = session.matching(&index).clone();
        ask(&mut session, &index, &question);
        let mut free = question.clone();
        ignored.iter().filter(|f| **f < 5).for_each(|f| free.chosen[*f].clear());
        let n = records.iter().filter(|r| of.fits(r, None) && free.fits(r, None) && !question.fits(r, None));
        let ignored: Vec<usize> = ignored.into_iter().collect();
        prop_assert_eq!(session.count_ignoring(&index, &ignored, &set), n.count() as u32);
        // Read only.
        check(&mut session, &index, &records, &question);
    }

    #[test]
    fn a_facet_made_anew_of_another(
        (mut records, order, _) in data(),
        question in question(),
        facet in select(&[0, 1, 2, 4][..]),
        of in 0..4usize,
        pairs in vec((any::<Pick>(), 0..140u32), 0..60),
    ) {
        let mut index = build(&records, Some(order));
        // As many values as before, so that the same queries are valid.
        let mut members = vec![BTreeSet::new(); VALUES[facet]];
        for (value, member) in pairs.iter().filter(|_| VALUES[facet] > 0) {
            members[value.index(VALUES[facet])].insert(*member);
        }
        let lists: Vec<Vec<u32>> = members.iter().map(|of| of.iter().copied().collect()).collect();
        index.regroup(facet, of, &lists).unwrap();
        for record in &mut records {
            let has = |members: &BTreeSet<u32>| !members.is_disjoint(&record.values[of]);
            record.values[facet] =
                (0..).zip(&members).filter(|(_, members)| has(members)).map(|(value, _)| value).collect();
        }
        for value in 0..VALUES[facet] as u32 + 1 {
            let mut having: Vec<u32> = index.members(&index.having(facet, value)).collect();
            having.sort_unstable();
            let naive = (0..records.len() as u32).filter(|r| records[*r as usize].values[facet].contains(&value));
            prop_assert_eq!(having, naive.collect::<Vec<_>>());
        }
        let mut session = QuerySession::new(&index);
        ask(&mut session, &index, &question);
        check(&mut session, &index, &records, &question);
    }

    #[test]
    fn any_words_are_searched_without_a_panic(words in vec("\\PC{0,9}", 0..300), prefix: bool) {
        let index = build(&vec![Record::default(); 70], None);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        QuerySession::new(&index).search(&index, &words, prefix);
    }
}

/// More than one segment of text, and more than one list of postings for a word.
#[test]
fn text_beyond_a_segment() {
    let records: u32 = 150_000;
    let mut builder = IndexBuilder::new(&[2]);
    let mut words = TokenBuffer::default();
    for record in 0..records {
        words.clear();
        words.push(if record % 2 == 0 { "even" } else { "odd" });
        words.push(&format!("n{}", record % 1000));
        builder.text(&words);
        builder.value(0, record % 2);
        builder.end_record();
    }
    let index = builder.finish(Some((0..records).rev().collect())).unwrap();
    let found = |words: &[&str], prefix| {
        let mut hits = Bitmap::none(records as usize);
        index.text().search(words, prefix, &mut hits);
        let mut found: Vec<u32> = index.members(&hits).collect();
        found.reverse();
        found
    };
    let fitting =
        |f: &dyn Fn(u32) -> bool| (0..records).filter(|record| f(record % 1000)).collect::<Vec<_>>();
    assert_eq!(found(&["n77"], false), fitting(&|n| n == 77));
    assert_eq!(found(&["n77"], true), fitting(&|n| n == 77 || n / 10 == 77));
    assert_eq!(found(&["even", "n7"], true), fitting(&|n| n % 2 == 0 && n.to_string().starts_with('7')));
    let mut either = Bitmap::none(records as usize);
    ["n77", "odd", "none"].iter().for_each(|word| index.text().add(word, &mut either));
    assert_eq!(either.count(), records / 2);
    assert!((0..records).all(|rank| either.contains(rank) == (index.record(rank) % 2 == 1)));
    assert_eq!(index.text().documents("odd"), records / 2);
    assert_eq!(index.text().documents("n77"), records / 1000);
    assert_eq!(index.text().documents("none"), 0);
}

/// Matches are computed block by block, and for a page only as far as needed.
#[test]
fn pages_before_and_after_all_is_found_out() {
    let records: u32 = 100_000;
    // One facet with values of many records, one with values of few.
    let values = |record: u32| [record % 3, record % 130];
    let mut builder = IndexBuilder::new(&[3, 130]);
    for record in 0..records {
        values(record).into_iter().enumerate().for_each(|(f, value)| builder.value(f, value));
        builder.end_record();
    }
    let index = builder.finish(None).unwrap();
    let mut session = QuerySession::new(&index);
    let fitting = |a: &[u32], b: &[u32]| -> Vec<u32> {
        let fits = |chosen: &[u32], value: u32| chosen.is_empty() || chosen.contains(&value);
        (0..records).filter(|r| fits(a, values(*r)[0]) && fits(b, values(*r)[1])).collect()
    };
    let page = |session: &mut QuerySession, of: &[u32], offset: usize| {
        let fit: Vec<u32> = of.iter().copied().skip(offset).take(7).collect();
        assert_eq!(session.page(&index, None, offset, 7), fit, "from {offset} on");
    };
    for (a, b) in [(&[0u32, 2][..], &[5u32, 7, 129][..]), (&[], &[5]), (&[1], &[]), (&[1], &[128, 6])] {
        session.choose(0, a);
        session.choose(1, b);
        let of = fitting(a, b);
        for offset in [0, of.len() / 2, 3, of.len() - 4, of.len(), of.len() + 9] {
            page(&mut session, &of, offset);
        }
        // A new query, this time computed in full.
        session.choose(1, &[0]);
        page(&mut session, &fitting(a, &[0]), 2);
        session.choose(1, b);
        assert_eq!(session.total(&index), of.len() as u32);
        page(&mut session, &of, of.len() - 4);
        let counts: Vec<u32> = (0..3).map(|value| fitting(&[value], b).len() as u32).collect();
        assert_eq!(session.counts(&index, 0), counts);
        // A value is added: only the change is counted.
        session.toggle(&index, 1, 77);
        let more: Vec<u32> = b.iter().copied().chain([77]).collect();
        let of = fitting(a, &more);
        page(&mut session, &of, of.len() / 2);
        assert_eq!(session.total(&index), of.len() as u32);
    }
}

#[test]
fn what_cannot_be_an_index_is_said() {
    let two = || {
        let mut builder = IndexBuilder::new(&[1]);
        builder.end_record();
        builder.end_record();
        builder
    };
    for order in [vec![0], vec![0, 0], vec![0, 2], vec![0, 1, 1]] {
        assert_eq!(two().finish(Some(order)).unwrap_err(), BuildError::NotAnOrder);
    }
    let mut many = two();
    many.value(0, 65_534);
    many.end_record();
    assert_eq!(many.finish(None).unwrap_err(), BuildError::TooManyValues { facet: 0 });
    assert_eq!(
        IndexBuilder::new(&[70_000]).finish(None).unwrap_err(),
        BuildError::TooManyValues { facet: 0 }
    );
}

#[test]
fn a_repeated_value_is_one_choice() {
    let mut builder = IndexBuilder::new(&[3]);
    for value in 0..3 {
        builder.value(0, value);
        builder.end_record();
    }
    let index = builder.finish(None).unwrap();
    let mut session = QuerySession::new(&index);
    session.choose(0, &[1, 2]);
    assert_eq!(session.total(&index), 2);
    // As many values as before, all of them chosen before.
    session.choose(0, &[1, 1]);
    assert_eq!(session.chosen(0), [1]);
    assert_eq!(session.total(&index), 1);
}

#[test]
fn facets_and_records_that_do_not_exist_are_harmless() {
    let mut index = build(&vec![Record::default(); 3], None);
    for (facet, of) in [(99, 0), (0, 99)] {
        assert_eq!(index.regroup(facet, of, &[vec![0, 99]]), Ok(()));
    }
    assert_eq!(index.regroup(0, 1, &vec![Vec::new(); 70_000]), Err(BuildError::TooManyValues { facet: 0 }));
    let mut session = QuerySession::new(&index);
    assert_eq!(index.having(99, 0).count() + index.having(0, 99).count(), 0);
    session.choose(99, &[0]);
    session.toggle(&index, 99, 0);
    assert!(session.counts(&index, 99).is_empty());
    assert!(session.cross_table(&index, 0, 99).is_empty());
    assert!(session.page(&index, None, usize::MAX, usize::MAX).is_empty());
    assert_eq!(session.page(&index, None, 1, usize::MAX), [1, 2]);
}
