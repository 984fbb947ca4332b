//! Tests the HTML by which another page shows a view in a frame.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use cisconf_core::query::FindingsIndex;
use cisconf_core::state::{decode, encode};
use cisconf_core::text::Lang;
use cisconf_core::view::{ViewContext, embed_html, title};

const FOLDER: &str = "https://example.org/explorer/";
const LINKS: [&str; 4] = [
    "#/",
    "#/instruments?v=1&g=ukraine&open=cell:GEO:CSR51",
    "#/findings?v=1&q=%22a%22%3Cb%3E&lang=ru",
    "#/groupings?v=1&g=own&own=Mine.%3C%22X%22%3E:ARMAZE.Y:GEOMDA",
];

/// Returns the value of an attribute, unescaped as a browser does.
fn attribute<'a>(html: &'a str, element: &str, name: &str) -> (String, &'a str) {
    let rest = html.split_once(&format!("<{element}")).unwrap().1;
    let value = rest.split_once(&format!(" {name}=\"")).unwrap().1.split_once('"').unwrap().0;
    (value.replace("&quot;", "\"").replace("&lt;", "<").replace("&amp;", "&"), value)
}

#[test]
fn the_frame_shows_the_view_as_one_file_without_an_origin() {
    let ds = cisconf_core::embedded().unwrap();
    let index = FindingsIndex::new(&ds);
    for link in LINKS {
        let state = decode(link, &ds).state;
        let cx = ViewContext { ds: &ds, index: &index, state: &state };
        let html = embed_html(cx, FOLDER);
        let link = encode(&state, &ds);
        assert_eq!(attribute(&html, "iframe", "src").0, format!("{FOLDER}cisconf-explorer.html?embed{link}"));
        assert_eq!(attribute(&html, "a", "href").0, format!("{FOLDER}{link}"));
        assert_eq!(attribute(&html, "iframe", "title").0, title(cx));
        let (sandbox, _) = attribute(&html, "iframe", "sandbox");
        assert!(sandbox.starts_with("allow-scripts ") && !sandbox.contains("same-origin"), "{sandbox}");
        for raw in [attribute(&html, "iframe", "src").1, attribute(&html, "a", "href").1] {
            assert!(!raw.contains('<') && !raw.replace("&amp;", "").contains('&'), "{raw}");
        }
        assert_eq!(html.matches('<').count(), 6, "{html}");
        assert!(html.contains(if state.lang == Lang::Ru { "CISCONF" } else { "CISCONF Explorer" }), "{html}");
    }
}
