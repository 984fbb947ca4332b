//! Pages of an instrument, a theme, a population and a body: the same shape as a state's page, from the same lines.

use super::findings::finding;
use super::state::{LineGroup, StatePage, StateSection, section};
use crate::analysis::{blocks, both, parties, standing};
use crate::model::*;
use crate::query::FacetKey;
use crate::state::{Action, Evidence, SearchText, Subject, Tab, View};
use crate::text::{Key, capital};
use crate::view::context::ViewContext;
use crate::view::frame::NavItem;
use crate::view::parts::lines;
use crate::view::parts::lines::{Line, line};
use crate::view::parts::state_lines::{assistance_of_any, law_of_any};
use crate::view::words::claims::voices_name;
use crate::view::words::glyph::{of_standing, of_status};

/// So many findings of a voice stand on a page; the list of findings has all.
const MOST: usize = 12;

/// The page of what the state names; without a subject, the way to every one.
pub(super) fn about(asked: ViewContext) -> StatePage {
    let say = asked.say();
    let subject = asked.state.of.filter(|of| of.view() == View::About);
    let page = StatePage {
        title: say.t(Key::AboutTitle),
        sentences: vec![say.t(Key::AboutLead)],
        limits: say.t(Key::StateLimits),
        group: None,
        hue: None,
        menu: String::new(),
        options: Vec::new(),
        others_label: say.t(Key::AboutOthers),
        others: Vec::new(),
        ask: None,
        contents: say.t(Key::StatePageContents),
        sections: Vec::new(),
    };
    let Some(subject) = subject else {
        return StatePage { sections: directory(asked), ..page };
    };
    let (sentences, sections) = match subject {
        Subject::Instrument(id) => instrument(asked, id),
        Subject::Theme(id) => theme(asked, id),
        Subject::Population(id) => population(asked, id),
        Subject::Body(id) => body(asked, id),
        Subject::State(_) => (Vec::new(), Vec::new()),
    };
    StatePage {
        title: asked.say().subject(subject),
        sentences,
        others: others(asked, subject),
        sections,
        ..page
    }
}

/// All subjects of the same kind.
fn same_kind(ds: &Dataset, subject: Subject) -> Vec<Subject> {
    match subject {
        Subject::State(_) => ids(ds.states.len(), Subject::State),
        Subject::Instrument(_) => ids(ds.instruments.len(), Subject::Instrument),
        Subject::Theme(_) => ids(ds.themes.len(), Subject::Theme),
        Subject::Population(_) => ids(ds.populations.len(), Subject::Population),
        Subject::Body(_) => ids(ds.bodies.len(), Subject::Body),
    }
}

fn ids<I: From<usize>>(len: usize, of: fn(I) -> Subject) -> Vec<Subject> {
    (0..len).map(I::from).map(of).collect()
}

fn link(asked: ViewContext, subject: Subject, tag: &'static str) -> NavItem {
    let href = asked.link(Action::PageOf(subject));
    NavItem { label: asked.say().subject(subject), href, current: false, tag }
}

/// The ones before and after it in the dataset's order, and where else it is asked for.
fn others(asked: ViewContext, subject: Subject) -> Vec<NavItem> {
    let say = asked.say();
    let all = same_kind(asked.ds, subject);
    let at = all.iter().position(|other| *other == subject).unwrap_or(0);
    let before = at.checked_sub(1).map(|i| link(asked, all[i], "prev"));
    let after = all.get(at + 1).map(|other| link(asked, *other, "next"));
    let findings = |facet: FacetKey, ix: usize, tab: Tab, key: Key| {
        let actions =
            [Action::ClearAll, Action::Go(View::Findings), Action::Tab(tab), Action::Toggle(facet, ix)];
        NavItem { label: say.t(key), href: asked.link_after(&actions), current: false, tag: "" }
    };
    let asked_for = |facet: FacetKey, ix: usize| {
        vec![
            findings(facet, ix, Tab::default(), Key::AboutInFindings),
            findings(facet, ix, Tab::Voices, Key::AboutInPerspectives),
        ]
    };
    let elsewhere = match subject {
        Subject::Theme(id) => asked_for(FacetKey::Theme, id.ix()),
        Subject::Population(id) => asked_for(FacetKey::Population, id.ix()),
        Subject::Instrument(id) => {
            let words = SearchText::new(&asked.ds.instrument(id).label);
            let href = asked.link_after(&[Action::ClearAll, Action::Search(words)]);
            vec![NavItem { label: say.t(Key::AboutSearch), href, current: false, tag: "" }]
        }
        Subject::Body(_) | Subject::State(_) => Vec::new(),
    };
    before.into_iter().chain(after).chain(elsewhere).collect()
}

/// Every subject that has a page, by kind.
fn directory(asked: ViewContext) -> Vec<StateSection> {
    let ds = asked.ds;
    let list = |id: &'static str, title: Key, subjects: Vec<Subject>| {
        let of = |subject: Subject| Line {
            href: Some(link(asked, subject, "").href),
            ..plain_line(asked.say().subject(subject))
        };
        section(asked, id, title, vec![group(None, subjects.into_iter().map(of).collect())])
    };
    vec![
        list("instruments", Key::ViewInstruments, ids(ds.instruments.len(), Subject::Instrument)),
        list("themes", Key::TableThemes, ids(ds.themes.len(), Subject::Theme)),
        list("populations", Key::TablePopulations, ids(ds.populations.len(), Subject::Population)),
        list("bodies", Key::TableBodies, ids(ds.bodies.len(), Subject::Body)),
        list("states", Key::States, ids(ds.states.len(), Subject::State)),
    ]
}

type Page = (Vec<String>, Vec<StateSection>);

fn instrument(asked: ViewContext, id: InstrumentId) -> Page {
    let (say, ds) = (asked.say(), asked.ds);
    let treaty = ds.instrument(id);
    let joined = parties(ds, None, id);
    let (k, m) = (say.num(joined.len()), say.num(ds.states.len()));
    let mut sentences = vec![say.f(Key::AboutParties, &[("k", &k), ("m", &m)])];
    let not_yet = StateSet(ds.all_states().0 & !joined.0);
    if !not_yet.is_empty() && !joined.is_empty() {
        sentences.push(say.f(Key::AboutNotYet, &[("list", &say.states(not_yet))]));
    }
    sentences.push(stopped(capital(&say.f(Key::Adopted, &[("year", &treaty.adopted.to_string())]))));
    if treaty.covers.len() > 1 {
        sentences.push(stopped(say.f(Key::Covers, &[("list", &say.list(&treaty.covers))])));
    }
    sentences.extend(treaty.note.as_ref().map(|note| say.text(note)));
    let stands = |s: StateId| {
        let (mark, word) = of_standing(standing(ds, None, s, id));
        let line = line(asked, say.state(s), say.t(word), &ds.cell(s, id).provenance, Evidence::Cell(s, id));
        Line { mark: Some(mark), ..line }
    };
    let groups = blocks(asked.scheme(), ds.all_states()).into_iter().map(|block| {
        let of = say.of(block.states.and(joined).len(), block.states.len());
        let title = asked.scheme().map(|scheme| match block.group {
            Some(_) => format!("{}: {of}", say.group(scheme, block.group)),
            None => say.group(scheme, None),
        });
        group(title, say.sorted(block.states).into_iter().map(stands).collect())
    });
    let acts = say.sorted(ds.all_states()).into_iter().flat_map(|s| {
        ds.cell(s, id).acts.iter().map(move |act| Line {
            head: say.state(s),
            open: Some(asked.open(Evidence::Cell(s, id))),
            ..plain_line(asked.say().act(treaty, act))
        })
    });
    let together = ds.instrument_ids().filter(|other| *other != id).map(|other| {
        let n = both(ds, None, id, other).len();
        let text = say.f(Key::AboutBoth, &[("k", &say.num(n)), ("m", &say.num(ds.states.len()))]);
        Line {
            head: say.instrument(other),
            ..line(asked, String::new(), text, &treaty.provenance, Evidence::Both(id, other))
        }
    });
    let sections = vec![
        StateSection {
            n: say.of(joined.len(), ds.states.len()),
            ..section(asked, "parties", Key::AboutStanding, groups.collect())
        },
        StateSection {
            lead: Some(say.t(Key::AboutActsLead)),
            ..section(asked, "acts", Key::TableActs, vec![group(None, acts.collect())])
        },
        section(asked, "together", Key::AboutTogether, vec![group(None, together.collect())]),
    ];
    (sentences, sections)
}

fn theme(asked: ViewContext, id: ThemeId) -> Page {
    let (say, ds) = (asked.say(), asked.ds);
    let lower: Vec<ThemeId> = ids_of(&ds.themes, |theme| theme.parent == Some(id));
    let of = |themes: &[ThemeId]| themes.iter().any(|t| *t == id || lower.contains(t));
    let mut sentences = Vec::new();
    if let Some(above) = ds.theme(id).parent {
        sentences.push(say.f(Key::AboutPartOf, &[("name", &say.text(&ds.theme(above).name))]));
    }
    if !lower.is_empty() {
        sentences.push(say.f(Key::AboutIncludes, &[("list", &say.themes(&lower))]));
    }
    let what = Concerned {
        findings: ids_of(&ds.findings, |x| of(&x.themes)),
        agreements: ids_of(&ds.agreements, |x| of(&x.themes)),
        laws: ids_of(&ds.laws, |x| of(&x.themes)),
        assistance: ids_of(&ds.assistance, |x| of(&x.themes)),
        indicators: Vec::new(),
    };
    sentences.push(what.sentence(asked));
    let mut sections = what.sections(asked);
    let mut related: Vec<_> = lower.into_iter().map(Subject::Theme).collect();
    related.extend(ds.theme(id).parent.map(Subject::Theme));
    if !related.is_empty() {
        let to = |subject: Subject| Line {
            href: Some(link(asked, subject, "").href),
            ..plain_line(asked.say().subject(subject))
        };
        sections.push(section(
            asked,
            "themes",
            Key::TableThemes,
            vec![group(None, related.into_iter().map(to).collect())],
        ));
    }
    (sentences, sections)
}

fn population(asked: ViewContext, id: PopulationId) -> Page {
    let ds = asked.ds;
    let what = Concerned {
        findings: ids_of(&ds.findings, |x| x.populations.contains(&id)),
        agreements: ids_of(&ds.agreements, |x| x.populations.contains(&id)),
        laws: Vec::new(),
        assistance: ids_of(&ds.assistance, |x| x.populations.contains(&id)),
        indicators: ids_of(&ds.indicators, |x| x.populations.contains(&id)),
    };
    (vec![what.sentence(asked)], what.sections(asked))
}

fn body(asked: ViewContext, id: BodyId) -> Page {
    let (say, ds) = (asked.say(), asked.ds);
    let body = ds.body(id);
    let states = say.sorted(body.states);
    let sentences = vec![say.f(Key::AboutBody, &[("list", &say.states(body.states))])];
    let event = |event: &BodyEvent| {
        let text = event.note.as_ref().map(|note| say.text(note)).unwrap_or_default();
        let when = event.date.map(|date| say.date(date));
        let word = say.t(lines::event_word(event.kind));
        let head = when.map_or(word.clone(), |when| format!("{word}, {when}"));
        line(asked, head, text, &body.provenance, Evidence::Body(id))
    };
    let others = states.iter().flat_map(|s| lines::bodies(asked, *s));
    let here = asked.open(Evidence::Body(id)).key;
    let others = others.filter(|line| line.open.as_ref().is_none_or(|open| open.key != here));
    let central = states.iter().map(|s| Line { head: say.state(*s), ..lines::central_body(asked, *s) });
    let to = |s: &StateId| {
        let subject = Subject::State(*s);
        Line { href: Some(link(asked, subject, "").href), ..plain_line(say.state(*s)) }
    };
    let sections = vec![
        section(
            asked,
            "events",
            Key::TableEvents,
            vec![group(None, body.events.iter().map(event).collect())],
        ),
        section(
            asked,
            "administration",
            Key::Administration,
            vec![
                group(Some(say.t(Key::RowCentralBody)), central.collect()),
                group(Some(say.t(Key::AboutOtherBodies)), others.collect()),
            ],
        ),
        section(asked, "states", Key::States, vec![group(None, states.iter().map(to).collect())]),
    ];
    (sentences, sections)
}

/// What concerns a theme or a population, collection by collection.
struct Concerned {
    findings: Vec<FindingId>,
    agreements: Vec<AgreementId>,
    laws: Vec<LawId>,
    assistance: Vec<AssistanceId>,
    indicators: Vec<IndicatorId>,
}

impl Concerned {
    fn sentence(&self, asked: ViewContext) -> String {
        let say = asked.say();
        let counts = [
            (Key::NFindings, self.findings.len()),
            (Key::NAgreements, self.agreements.len()),
            (Key::NLaws, self.laws.len()),
            (Key::NAssistance, self.assistance.len()),
        ];
        let named: Vec<_> =
            counts.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| say.n(key, n)).collect();
        if named.is_empty() {
            say.t(Key::NoneNamed)
        } else {
            say.f(Key::AboutCounts, &[("list", &say.list(&named))])
        }
    }

    fn sections(&self, asked: ViewContext) -> Vec<StateSection> {
        let (say, ds) = (asked.say(), asked.ds);
        let mut out = self.by_voice(asked);
        let agreement = |id: &AgreementId| {
            let x = ds.agreement(*id);
            let line =
                line(asked, say.status(x), say.text(&x.title), &x.provenance, Evidence::Agreement(*id));
            Line { mark: Some(of_status(x.status).0), ..line }
        };
        let figure = |id: &IndicatorId| {
            let x = ds.indicator(*id);
            line(asked, say.num(x.value as usize), say.text(&x.name), &x.provenance, Evidence::Indicator(*id))
        };
        let lists = [
            ("figures", Key::TabFigures, self.indicators.iter().map(figure).collect::<Vec<_>>()),
            ("agreements", Key::ViewAgreements, self.agreements.iter().map(agreement).collect()),
            ("laws", Key::TableLaws, self.laws.iter().map(|id| law_of_any(asked, *id)).collect()),
            (
                "assistance",
                Key::TableAssistance,
                self.assistance.iter().map(|id| assistance_of_any(asked, *id)).collect(),
            ),
        ];
        let some = lists.into_iter().filter(|(_, _, lines)| !lines.is_empty());
        out.extend(some.map(|(id, title, lines)| section(asked, id, title, vec![group(None, lines)])));
        out
    }

    /// A section for each voice, by kind of statement; a finding of several voices stands under each.
    fn by_voice(&self, asked: ViewContext) -> Vec<StateSection> {
        const PLACES: [&str; VoiceKind::ALL.len()] =
            ["government", "ngos", "organisations", "donors", "experts", "evaluator"];
        let (say, ds) = (asked.say(), asked.ds);
        let of = |(kind, place): (&VoiceKind, &'static str)| {
            let theirs: Vec<_> = self
                .findings
                .iter()
                .filter(|id| ds.finding(**id).voices.iter().any(|v| v.kind == *kind))
                .collect();
            let shown = &theirs[..theirs.len().min(MOST)];
            let by_kind = Polarity::ALL.iter().flat_map(|polarity| {
                let of_kind = shown.iter().filter(|id| ds.finding(***id).polarity == *polarity);
                of_kind.map(|id| finding(asked, **id))
            });
            let lines = group(None, by_kind.collect());
            let more = theirs.len() - shown.len();
            (!theirs.is_empty()).then(|| StateSection {
                title: capital(&say.t(voices_name(*kind))),
                n: say.num(theirs.len()),
                lead: (more > 0).then(|| say.n(Key::AboutMore, more)),
                ..section(asked, place, voices_name(*kind), vec![lines])
            })
        };
        VoiceKind::ALL.iter().zip(PLACES).filter_map(of).collect()
    }
}

/// A sentence with one stop: an abbreviation has its own.
fn stopped(text: String) -> String {
    if text.ends_with('.') { text } else { text + "." }
}

fn ids_of<T, I: From<usize>>(items: &[T], fits: impl Fn(&T) -> bool) -> Vec<I> {
    items.iter().enumerate().filter(|(_, item)| fits(item)).map(|(ix, _)| I::from(ix)).collect()
}

fn group(title: Option<String>, lines: Vec<Line>) -> LineGroup {
    LineGroup { title, lines }
}

fn plain_line(text: String) -> Line {
    Line {
        mark: None,
        head: String::new(),
        text,
        detail: String::new(),
        pages: String::new(),
        open: None,
        href: None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

    use super::*;
    use crate::query::FindingsIndex;
    use crate::state::ViewState;
    use crate::text::Lang;

    fn page(ds: &Dataset, index: &FindingsIndex, of: Option<Subject>, lang: Lang) -> StatePage {
        let state = ViewState { view: View::About, of, lang, ..ViewState::default() };
        about(ViewContext { ds, index, state: &state })
    }

    #[test]
    fn every_subject_has_a_page_in_both_languages() {
        let ds = crate::embedded().unwrap();
        let index = FindingsIndex::new(&ds);
        let kinds = [
            Subject::Instrument(0.into()),
            Subject::Theme(0.into()),
            Subject::Population(0.into()),
            Subject::Body(0.into()),
        ];
        for of in kinds.into_iter().flat_map(|kind| same_kind(&ds, kind)) {
            for lang in Lang::ALL {
                let page = page(&ds, &index, Some(of), lang);
                let lines = page.sections.iter().flat_map(|s| &s.groups).flat_map(|g| &g.lines);
                assert!(!page.title.is_empty() && !page.sections.is_empty(), "{of:?}");
                assert!(lines.clone().count() > 0, "{of:?}");
                let words = lines.flat_map(|l| [&l.text, &l.head]).chain(&page.sentences);
                for word in words {
                    assert!(!word.contains(['{', '}', '|']) && !word.contains(".."), "{of:?}: {word}");
                }
            }
        }
        let all = page(&ds, &index, None, Lang::En);
        let leads = |s: &StateSection| s.groups[0].lines.iter().all(|line| line.href.is_some());
        assert!(all.sections.len() == 5 && all.sections.iter().all(leads));
    }

    #[test]
    fn an_upper_theme_has_what_its_lower_themes_have() {
        let ds = crate::embedded().unwrap();
        let index = FindingsIndex::new(&ds);
        let upper = Dataset::find(&ds.themes, |t| &t.key, "legislation").map(Subject::Theme);
        let page = page(&ds, &index, upper, Lang::En);
        let under = |t: &ThemeId| {
            let theme = ds.theme(*t);
            theme.key == "legislation" || theme.parent.is_some_and(|p| ds.theme(p).key == "legislation")
        };
        let said_by = |kind: VoiceKind| {
            let all = ds.findings.iter().filter(|f| f.themes.iter().any(under));
            all.filter(|f| f.voices.iter().any(|v| v.kind == kind)).count()
        };
        let ngos = page.sections.iter().find(|s| s.id == "ngos").unwrap();
        assert_eq!(ngos.n, said_by(VoiceKind::Ngo).to_string());
        assert!(ngos.groups.iter().map(|g| g.lines.len()).sum::<usize>() <= MOST);
    }
}
