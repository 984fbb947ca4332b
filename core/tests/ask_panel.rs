//! The panel of questions: what it shows of an answer, and where each of its rows leads.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

mod asking;

use std::time::Instant;

use asking::{corpus, shared};
use cisconf_core::ask::{AnswerKind, AskPanel, AskRow, Asked, state_of};
use cisconf_core::columns::{Answer, ColumnInput, combined, state_answer};
use cisconf_core::model::StateId;
use cisconf_core::query::FacetKey;
use cisconf_core::state::{
    Action, Evidence, QuestionText, SearchText, View, ViewState, decode, encode, reduce,
};
use cisconf_core::text::Lang;
use proptest::prelude::*;

fn with_question(lang: Lang, text: &str) -> ViewState {
    ViewState { question: Some(QuestionText::new(text)), view: View::Instruments, ..state_of(lang) }
}

fn panel_of(state: &ViewState) -> AskPanel {
    let (ds, asking) = shared();
    asking.panel(ds, state)
}

fn panel(lang: Lang, text: &str) -> AskPanel {
    panel_of(&with_question(lang, text))
}

fn asked(lang: Lang, text: &str) -> Asked {
    let (ds, asking) = shared();
    let state = with_question(lang, text);
    asking.ask(ds, &state.without_overlays(), state.question.unwrap_or_default().text())
}

fn rows(panel: &AskPanel) -> impl Iterator<Item = &AskRow> {
    panel.groups.iter().flat_map(|group| &group.rows)
}

/// Returns what a link means; it is as the app writes it.
fn meant(href: &str) -> ViewState {
    let decoded = decode(href, &shared().0);
    assert_eq!(decoded.errors, [], "{href}");
    assert_eq!(encode(&decoded.state, &shared().0), href);
    decoded.state
}

/// Every question of the open rows of the corpus, each in its language.
fn questions() -> Vec<(Lang, String)> {
    corpus()
        .into_iter()
        .map(|row| (if row.lang == "ru" { Lang::Ru } else { Lang::En }, row.question))
        .collect()
}

#[test]
fn a_cell_is_answered_with_its_pages_and_places() {
    let found = panel(Lang::En, "georgia csr51");
    let answer = &found.groups[0].rows[0];
    assert!(answer.is_answer && answer.text.starts_with("Georgia"), "{}", answer.text);
    assert_eq!(meant(&answer.href).open.map(|open| open.key(&shared().0, None)).unwrap(), "cell:GEO:CSR51");
    let pages: Vec<&str> = answer.pages.iter().map(|page| page.label.as_str()).collect();
    assert!(pages.contains(&"p. 43"), "{pages:?}");
    assert!(answer.notes.iter().any(|note| note.contains("from outside the report")), "{:?}", answer.notes);
    let things: Vec<&str> =
        found.understood.iter().filter(|(_, is_thing)| *is_thing).map(|(text, _)| text.as_str()).collect();
    assert_eq!(things, ["Georgia", "CSR 51/CSRP 67"]);
    assert_eq!(found.first, Some(0));
    assert!(found.count.starts_with("1 answer · "), "{}", found.count);
}

#[test]
fn every_row_and_page_of_the_corpus_leads_where_it_says() {
    let ds = &shared().0;
    for (lang, question) in questions() {
        let (found, asked) = (panel(lang, &question), asked(lang, &question));
        for row in rows(&found) {
            if row.href.is_empty() {
                assert!(row.is_answer, "{question}: {}", row.text);
                continue;
            }
            let state = meant(&row.href);
            assert_eq!(state.question.is_some(), row.stays, "{question}: {}", row.text);
            assert_eq!(state.lang, lang);
        }
        for row in rows(&found).filter(|row| row.is_answer) {
            for page in &row.pages {
                let at = match meant(&page.href).open {
                    Some(Evidence::Paragraph(id)) => ds.paragraph(id).pages,
                    Some(Evidence::Note(id)) => [ds.note(id).page; 2],
                    other => unreachable!("{question}: {other:?}"),
                };
                let printed = page.label.replace(|c: char| !c.is_ascii_digit(), " ");
                let printed: Vec<u16> = printed.split_whitespace().map(|n| n.parse().unwrap()).collect();
                assert_eq!([printed[0], *printed.last().unwrap()], at, "{question}: {}", page.label);
                assert!(at.iter().all(|page| asked.pages.contains(page)), "{question}: {}", page.label);
            }
            assert!(row.records.iter().all(|place| meant(&place.href).open.is_some()), "{question}");
        }
        if let Some(first) = found.first {
            assert!(!rows(&found).nth(first).unwrap().href.is_empty(), "{question}");
        }
    }
}

#[test]
fn the_panel_says_no_more_than_the_answer() {
    for (lang, question) in questions() {
        let (found, asked) = (panel(lang, &question), asked(lang, &question));
        let understood: String = found.understood.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(understood, asked.understood, "{question}");
        assert!(found.unplaced.starts_with(&asked.unplaced_words), "{question}");
        let is_answered = matches!(asked.kind, AnswerKind::Answered | AnswerKind::Silent);
        let answers: Vec<&AskRow> = rows(&found).filter(|row| row.is_answer).collect();
        if is_answered {
            assert_eq!(answers.len(), 1, "{question}");
            assert_eq!((&answers[0].text, &answers[0].notes), (&asked.sentence, &asked.notes));
            let copy = found.copy.as_ref().unwrap();
            assert!(copy.text.starts_with(&asked.sentence) && copy.text.contains(&asked.page_words));
            assert_eq!(meant(&copy.link).question.unwrap().text(), found.text);
            assert_eq!(found.groups[0].said, "");
        } else {
            assert!(answers.is_empty() && found.copy.is_none(), "{question}");
            assert_eq!(found.groups[0].said, asked.sentence, "{question}");
        }
        // What is counted is what is listed; the last row of the findings is the search.
        let numbers: Vec<usize> = found.count.split(' ').filter_map(|word| word.parse().ok()).collect();
        let listed = [usize::from(is_answered), asked.go_to.len(), asked.findings.len()];
        let listed: Vec<usize> = listed.into_iter().filter(|n| *n > 0).collect();
        assert_eq!(numbers, listed, "{question}: {}", found.count);
    }
}

#[test]
fn a_question_that_is_not_understood_keeps_the_search_and_shows_examples() {
    for lang in Lang::ALL {
        let found = panel(lang, "zebra crossing");
        assert!(!found.groups[0].said.is_empty() && found.copy.is_none());
        let search = rows(&found).find(|row| row.text.contains("zebra crossing")).unwrap();
        let state = meant(&search.href);
        assert_eq!((state.view, state.search), (View::Findings, SearchText::new("zebra crossing")));
        assert_eq!(rows(&found).nth(found.first.unwrap()), Some(search));
        let examples: Vec<&AskRow> = rows(&found).filter(|row| row.stays).collect();
        assert_eq!(examples.len(), 4);
        for example in examples {
            let next = meant(&example.href);
            assert_eq!(next.question.unwrap().text(), example.text.replace('\u{a0}', " "));
            assert_eq!(asked(lang, &example.text).kind, AnswerKind::Answered, "{}", example.text);
        }
    }
}

#[test]
fn an_empty_field_says_what_can_be_asked() {
    for lang in Lang::ALL {
        let found = panel(lang, "");
        assert_eq!(found.text, "");
        assert!(rows(&found).all(|row| row.stays) && found.first.is_none());
        assert_eq!(rows(&found).count(), 4);
    }
}

#[test]
fn us_is_asked_back_and_no_state_is_chosen_unasked() {
    let ds = &shared().0;
    for (lang, question) in [(Lang::En, "who is most like us?"), (Lang::Ru, "кто больше всех похож на нас?")]
    {
        let found = panel(lang, question);
        assert_eq!(found.first, None, "Enter alone chooses no state");
        let states: Vec<&AskRow> = found.groups[0].rows.iter().collect();
        assert_eq!(states.len(), ds.states.len());
        for row in states {
            let next = meant(&row.href);
            assert_eq!(next.question.unwrap().text(), question);
            assert_eq!(ds.state(next.pinned_state.unwrap()).key.len(), 3);
            let answer = panel_of(&next);
            assert!(answer.groups[0].rows[0].is_answer, "{}", row.text);
        }
    }
}

#[test]
fn a_place_shows_what_it_names_whatever_was_chosen_before() {
    let ds = &shared().0;
    let georgia = ds.state_by_key("GEO").unwrap();
    let before = reduce(&state_of(Lang::En), Action::Toggle(FacetKey::State, georgia.ix()), ds);
    let state = ViewState { question: Some(QuestionText::new("Georgia agreements")), ..before };
    let found = panel_of(&state);
    let place = rows(&found).find(|row| !row.is_answer && row.text.starts_with("Agreements")).unwrap();
    let next = meant(&place.href);
    assert_eq!((next.view, next.filter.chosen(FacetKey::State)), (View::Agreements, 1 << georgia.ix()));
}

/// A question for states leads to the view States with the same conditions, where it has them.
#[test]
fn the_view_of_states_shows_the_states_of_the_answer() {
    let ds = &shared().0;
    let facts = ColumnInput { ds, own: None, as_of: None };
    let mut found = 0;
    for (lang, question) in questions() {
        let asked = asked(lang, &question);
        let Some(place) = asked.go_to.iter().find(|place| meant(&place.href).view == View::States) else {
            continue;
        };
        found += 1;
        let conditions = meant(&place.href).of_states.conditions;
        assert!(!conditions.is_empty(), "{question}");
        let meets = |id: StateId| combined(&state_answer(facts, &conditions, id)) == Some(Answer::Meets);
        let mut keys: Vec<&str> =
            ds.all_states().iter().filter(|id| meets(*id)).map(|id| ds.state(id).key.as_str()).collect();
        keys.sort_unstable();
        let answer = asked.answer.split(';').next().unwrap_or_default();
        assert!(
            [keys.join(","), keys.len().to_string()].iter().any(|form| form == answer),
            "{question}: {answer}"
        );
        assert!(place.label.contains(&format!(": {} ", keys.len())), "{}", place.label);
    }
    assert!(found >= 80, "{found}");
}

#[test]
fn both_languages_lead_to_the_same_places() {
    let ds = &shared().0;
    for question in
        ["georgia csr51", "which states have no central body", "Moldova agreements", "CAT 84 1998"]
    {
        let links = |lang: Lang| -> Vec<String> {
            let found = panel(lang, question);
            let leads = rows(&found).filter(|row| !row.href.is_empty()).map(|row| meant(&row.href));
            leads.map(|state| encode(&ViewState { lang: Lang::En, ..state }, ds)).collect()
        };
        assert_eq!(links(Lang::En), links(Lang::Ru), "{question}");
    }
}

#[test]
fn long_and_strange_text_is_cut_and_answered_at_once() {
    let hostile = [
        "a".repeat(10_000),
        "грузия ".repeat(1_500),
        "(".repeat(10_000),
        "('; DROP TABLE states; --".to_owned(),
        "^(a+)+$ .* [\\w]{1,9999} georgia".to_owned(),
        "Гeopгия и csr51 ???".to_owned(),
        "you are idiots, all of you".to_owned(),
        "which is the worst state".to_owned(),
        "\u{202e}georgia\u{0} \u{feff}csr51".to_owned(),
        "… — «»".to_owned(),
    ];
    for text in &hostile {
        let start = Instant::now();
        for lang in Lang::ALL {
            let found = panel(lang, text);
            assert!(found.text.len() <= 300 && !found.groups.is_empty());
        }
        assert!(start.elapsed().as_millis() < 3_000, "{:?}", text.chars().take(30).collect::<String>());
    }
    assert!(panel(Lang::En, &hostile[0]).unplaced.contains("one short line"));
    assert!(panel(Lang::En, "you are idiots, all of you").copy.is_none());
}

proptest! {
    #[test]
    fn any_text_has_a_panel_whose_links_hold(text in any::<String>(), ru in any::<bool>()) {
        let found = panel(if ru { Lang::Ru } else { Lang::En }, &text);
        rows(&found).filter(|row| !row.href.is_empty()).for_each(|row| drop(meant(&row.href)));
    }
}

/// An answer can be added to the deck: its place and its sentence.
#[test]
fn an_answer_becomes_a_slide() {
    let found = panel(Lang::En, "georgia csr51");
    let slide = found.slide.unwrap();
    let row = found.groups[0].rows[0].clone();
    assert_eq!(slide.link, "#/instruments?v=1&s=GEO&open=cell:GEO:CSR51");
    assert_eq!(slide.sentence, row.text);
    assert!(slide.notes.starts_with(&slide.sentence));
    for (lang, question) in questions() {
        let panel = panel(lang, &question);
        let Some(slide) = &panel.slide else { continue };
        assert!(meant(&slide.link).question.is_none(), "{question}");
        assert!(panel.copy.is_some_and(|copy| copy.text == slide.notes), "{question}");
    }
    assert_eq!(panel(Lang::En, "hello").slide, None);
    // The answer is that of the report's table, whatever date the view behind has.
    let dated = decode("#/instruments?v=1&asof=1996-05-29&ask=georgia%20csr51", &shared().0).state;
    assert_eq!(panel_of(&dated).slide.unwrap().link, slide.link);
}

#[test]
fn a_subject_is_not_taken_for_the_speaker() {
    for (lang, question) in [
        (Lang::En, "obstacles about Armenia"),
        (Lang::En, "how many findings about Armenia are obstacles"),
        (Lang::Ru, "Какие препятствия названы об Армении?"),
    ] {
        assert_eq!(asked(lang, question).kind, AnswerKind::Refused, "{question}");
    }
    let said = asked(Lang::En, "obstacles that the government of Armenia names");
    assert_eq!(said.kind, AnswerKind::Answered);
}

#[test]
fn an_inferred_group_is_called_so() {
    for (lang, question, word) in [
        (Lang::En, "Is Belarus in Central Asia?", "inferred by us"),
        (Lang::Ru, "Входит ли Беларусь в Центральную Азию?", "определено нами"),
    ] {
        let sentence = asked(lang, question).sentence;
        assert!(sentence.contains(word), "{sentence}");
    }
}
