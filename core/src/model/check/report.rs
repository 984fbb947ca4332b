//! Meta data, outline, paragraphs, footnotes, references, caveats: raw to checked.

use super::super::dataset::*;
use super::super::date::{Date, Day, Simple};
use super::super::ids::*;
use super::super::path::Path;
use super::super::raw::*;
use super::super::terms::*;
use super::checker::{Checker, each};

pub(super) fn caveats(c: &mut Checker, b: &Bundle) -> Vec<Caveat> {
    each(c, &b.meta.caveats, "meta.caveats", |c, x, p| Caveat {
        key: x.id.clone(),
        text: c.text(&x.text, &p.field("text")),
        sources: c.sources(&x.sources, p),
        general: x.general,
    })
}

pub(super) fn meta(c: &mut Checker, m: &RawMeta) -> Meta {
    let root = &Path::ROOT.field("meta");
    let periods = each(c, &m.periods, "meta.periods", |c, x, p| PeriodDef {
        id: x.id,
        text: c.text(&x.text, &p.field("text")),
        range: c.date(&x.range, &p.field("range")),
        sources: c.sources(&x.sources, p),
    });
    let during = periods.iter().find(|p| p.id == Period::During).map(|p| p.range);
    let process_start = match during {
        Some(Date::Interval(Some(Simple::Day(day)), _)) => day,
        _ => {
            c.problem(&root.field("periods"), format_args!("no period «during» that begins on a day"));
            Day { year: 1996, month: 5, day: 30 }
        }
    };
    Meta {
        key: m.id.clone(),
        title: c.text(&m.title, &root.field("title")),
        report: m.report.clone(),
        knowledge_date: c.date(&m.knowledge_date, &root.field("knowledge_date")),
        periods,
        process_start,
    }
}

pub(super) fn sections(c: &mut Checker, b: &Bundle) -> Vec<Section> {
    each(c, &b.sections, "sections", |c, x, p| {
        let parent: Option<SectionId> =
            x.parent.as_ref().and_then(|id| c.find("sections", id, &p.field("parent")));
        let level = parent.map_or(1, |s| b.sections[s.ix()].level.saturating_add(1));
        if x.level != level {
            c.problem(
                &p.field("level"),
                format_args!("level {} under its parent should be {level}", x.level),
            );
        }
        Section {
            key: x.id.clone(),
            parent,
            level: x.level,
            title: c.text(&x.title, &p.field("title")),
            page: x.page,
        }
    })
}

pub(super) fn paragraphs(c: &mut Checker, b: &Bundle) -> Vec<Paragraph> {
    each(c, &b.paragraphs, "paragraphs", |c, x, p| {
        if x.pages[0] > x.pages[1] || x.pages[0] == 0 {
            c.problem(&p.field("pages"), format_args!("first page after last"));
        }
        let ordinal = x.id.rsplit_once('#').and_then(|(_, n)| n.parse().ok()).unwrap_or_else(|| {
            c.problem(&p.field("id"), format_args!("a paragraph's id ends in # and its number"));
            0
        });
        Paragraph {
            key: x.id.clone(),
            section: c.find("sections", &x.section, &p.field("section")).unwrap_or(SectionId(0)),
            ordinal,
            pages: x.pages,
            notes: c.find_all("notes", &x.notes, &p.field("notes")),
        }
    })
}

pub(super) fn notes(c: &mut Checker, b: &Bundle) -> Vec<Note> {
    each(c, &b.notes, "notes", |c, x, p| Note {
        key: x.id.clone(),
        number: x.id.rsplit_once('.').and_then(|(_, n)| n.strip_prefix('n')?.parse().ok()).unwrap_or_else(
            || {
                c.problem(&p.field("id"), format_args!("a footnote's id ends in .n and its number"));
                0
            },
        ),
        page: x.page,
        called_by: c.find("paragraphs", &x.called_by, &p.field("called_by")).unwrap_or(ParagraphId(0)),
    })
}

pub(super) fn references(c: &mut Checker, b: &Bundle) -> Vec<Reference> {
    each(c, &b.references, "references", |c, x, p| {
        c.date(&x.date, &p.field("date"));
        if x.url.as_ref().is_some_and(|url| !url.starts_with("https://") && !url.starts_with("http://")) {
            c.problem(&p.field("url"), format_args!("an address begins with https:// or http://"));
        }
        Reference {
            key: x.id.clone(),
            title: c.text(&x.title, &p.field("title")),
            publisher: c.text(&x.publisher, &p.field("publisher")),
            date: x.date.clone(),
            url: x.url.clone(),
        }
    })
}
