//! Words to findings: forms, marks, synonyms, beginnings, typing errors, pages, and text that means harm.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::sync::LazyLock;

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::fold::tokens;
use super::stem::stem;
use super::*;

static DS: LazyLock<Dataset> = LazyLock::new(|| crate::embedded().unwrap());
static WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(&DS));

fn find(query: &str) -> Found {
    WORDS.find(&DS, query)
}

/// The findings of a query, the best first.
fn ids(query: &str) -> Vec<FindingId> {
    let found = find(query);
    let mut ids: Vec<_> =
        (0..DS.findings.len()).filter(|i| found.hits[*i]).map(FindingId::from).collect();
    found.rank(&mut ids);
    ids
}

fn n(query: &str) -> usize {
    find(query).hits.into_iter().filter(|hit| *hit).count()
}

/// Queries that find the same, and something.
fn same(queries: &[&str]) {
    let first = find(queries[0]).hits;
    assert!(first.contains(&true), "nothing found for “{}”", queries[0]);
    for query in &queries[1..] {
        assert_eq!(find(query).hits, first, "“{}” and “{query}”", queries[0]);
    }
}

fn folded(text: &str) -> Vec<String> {
    tokens(text).into_iter().map(|token| token.word).collect()
}

#[test]
fn probe() {
    for q in ["propiska","прописка","прописки","IDP","IDPs","ВПЛ","internally displaced persons","лица, перемещённые внутри страны","UNHCR","УВКБ","refugee","беженцами","registration","регистрации","cooperation","co-operation","propsika","CSR51","1951 Convention","Конвенция 1951","NGOs","НПО","p. 12","12","Kazahstan", "Georgia", "OSCE ODIHR","БДИПЧ","FDP", "PoA","CBMMP","RSD","training border guards", "Moldova", "zzzz","***"] {
        let f = find(q);
        println!("{q}: {} things {} page {:?} par {} mended {:?}", n(q), f.things.len(), f.page, f.paragraphs.len(), f.mended);
        for id in ids(q).iter().take(2) { println!("     {:?}", DS.finding(*id).summary.en); }
    }
}
