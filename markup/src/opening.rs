//! The page before the program: the frame and the landing page, in every language.
//!
//! The style sheet shows the language of the document (`public/link.js`), and hides the landing
//! page when the link leads to another view.

use cisconf_core::model::Dataset;
use cisconf_core::query::FindingsIndex;
use cisconf_core::state::ViewState;
use cisconf_core::text::{self, Key, Lang};
use cisconf_core::view::{self, Frame, LegendItem, NavItem, Overview, ViewContext};
use html_morph::Fragment;

use crate::head::{write_sentence, write_title};
use crate::lanes::write_lanes_as_text;
use crate::legend::write_items;
use crate::overview::{doors, key_figures, read_first, swatches, tiles};

/// Renders the page of every language; the texts of all languages must be loaded.
///
/// `program` is the version and build of the program.
pub fn opening_page(ds: &Dataset, program: &str) -> String {
    let index = FindingsIndex::unloaded();
    Fragment::to_string(None, |h| {
        for lang in Lang::ALL {
            let state = ViewState { lang, ..ViewState::default() };
            write_language(h, ViewContext { ds, index: &index, state: &state }, program);
        }
    })
}

fn write_language(h: &mut Fragment, cx: ViewContext, program: &str) {
    let (frame, overview) = (view::frame(cx, &[], program), view::overview(cx));
    let lang = cx.state.lang;
    let id = format!("opening-{}", lang.tag());
    // A document has one visible `main`; the style sheet shows each in its language.
    let hidden = if lang == Lang::default() { "" } else { "hidden" };
    h.el("div", &[("class", "app opening"), ("id", &id), ("lang", lang.tag())], |h| {
        header(h, &frame, lang);
        h.el("main", &[("hidden", hidden)], |h| {
            h.el("div", &[("class", "page")], |h| {
                head(h, cx, &frame, &overview);
                h.el("div", &[("class", "landing")], |h| landing(h, &overview));
            });
        });
        h.el("footer", &[("class", "footer")], |h| {
            h.text_el("p", &[], &frame.footer);
            h.text_el("p", &[], &frame.neutral);
            h.text_el("p", &[("class", "versions")], &frame.versions);
        });
    });
}

fn header(h: &mut Fragment, frame: &Frame, lang: Lang) {
    h.el("header", &[("class", "header")], |h| {
        let home = frame.views.first().map_or("", |home| &home.href);
        h.el("a", &[("class", "brand"), ("translate", "no"), ("href", home)], |h| {
            h.text_el("strong", &[], &frame.title);
        });
        h.el("nav", &[("class", "views"), ("aria-label", text::t(lang, Key::Views))], |h| {
            frame.views.iter().for_each(|item| link(h, item, &item.label, "page"));
        });
        let attributes =
            [("class", "languages"), ("translate", "no"), ("aria-label", text::t(lang, Key::Language))];
        h.el("nav", &attributes, |h| {
            frame.languages.iter().for_each(|item| link(h, item, &item.tag.to_uppercase(), "true"));
        });
    });
}

fn link(h: &mut Fragment, item: &NavItem, label: &str, current: &str) {
    let current = if item.current { current } else { "" };
    h.text_el("a", &[("href", &item.href), ("aria-current", current)], label);
}

fn head(h: &mut Fragment, cx: ViewContext, frame: &Frame, overview: &Overview) {
    h.el("div", &[("class", "title-row")], |h| {
        h.el("h1", &[("class", "view-title")], |h| {
            let date = text::t(cx.state.lang, Key::Early2000);
            write_title(h, &overview.title, &view::view_name(cx), date);
        });
        h.el("div", &[("class", "tabs")], |h| {
            for tab in &frame.tabs {
                let attributes = [
                    ("type", "button"),
                    ("disabled", "disabled"),
                    ("aria-pressed", if tab.current { "true" } else { "false" }),
                ];
                h.text_el("button", &attributes, &tab.label);
            }
        });
    });
    h.el("div", &[("class", "sentence whole")], |h| {
        h.el("p", &[("class", "lead")], |h| h.el("span", &[], |h| write_sentence(h, &overview.sentences)));
    });
    h.el("div", &[("class", "bar")], |_| {});
}

fn landing(h: &mut Fragment, m: &Overview) {
    h.el("section", &[("aria-label", &m.key_title)], |h| {
        h.el("ul", &[("class", "keys")], |h| key_figures(h, m));
    });
    h.el("section", &[("class", "process")], |h| {
        h.el("div", &[("class", "process-head")], |h| {
            h.text_el("h2", &[], &m.process_title);
            write_legend(h, &m.process.legend_name, &m.process.legend);
        });
        h.el("table", &[("class", "lanes")], |h| write_lanes_as_text(h, &m.process));
    });
    h.el("div", &[("class", "columns")], |h| {
        h.el("section", &[], |h| {
            h.text_el("h2", &[], &m.tiles_title);
            h.text_el("p", &[("class", "note")], &m.tiles_lead);
            write_legend(h, &m.legend_name, &m.legend);
            h.el("ul", &[("class", "tiles"), ("translate", "no")], |h| tiles(h, m));
            h.el("ul", &[("class", "swatches")], |h| swatches(h, m));
            h.text_el("p", &[("class", "note")], &m.disclaimer);
        });
        h.el("section", &[], |h| {
            doors(h, m);
            // The caveats come with the program, below the first screen (decision 0031).
            read_first(h, m, &[]);
        });
    });
}

fn write_legend(h: &mut Fragment, name: &str, items: &[LegendItem]) {
    h.el("div", &[("class", "legend-line")], |h| {
        h.el("ul", &[("class", "legend"), ("aria-label", name)], |h| write_items(h, items));
    });
}
