//! Highlights the pinned state in texts.
//!
//! Most view models are complete sentences without markup, so the names of the state are searched
//! for.

use std::sync::Arc;

use cisconf_core::view::{PinnedState, with_pin_note};
use html_morph::{Fragment, TextDecorator};

/// Decorates texts that name this state.
pub struct PinnedHighlight(pub Arc<PinnedState>);

impl TextDecorator for PinnedHighlight {
    fn decorate(&self, html: &mut Fragment, text: &str) -> bool {
        let pieces = self.0.cut(text);
        if !pieces.iter().any(|(_, is_name)| *is_name) {
            return false;
        }
        html.el("span", &[], |html| {
            for (piece, is_name) in pieces {
                if is_name {
                    html.text_el("span", &[("class", "mine")], piece);
                    html.text_el("span", &[("class", "hidden")], &with_pin_note("", Some(&self.0.words)));
                } else {
                    html.text(piece);
                }
            }
        });
        true
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{Fragment, PinnedHighlight, PinnedState};

    #[test]
    fn ones_own_state_is_marked_wherever_it_is_named() {
        let mine = PinnedState { names: vec!["Georgia".to_owned()], words: "mine".to_owned() };
        let html = Fragment::to_string(Some(Rc::new(PinnedHighlight(mine.into()))), |h| {
            h.text_el("td", &[("aria-label", "Georgia")], "Georgia & Armenia");
            h.text_el("option", &[], "Georgia");
            h.text_el("td", &[], "Georgian");
        });
        assert_eq!(
            html,
            "<td aria-label=\"Georgia\"><span><span class=\"mine\">Georgia</span><span class=\"hidden\"> (mine)</span> \
             &amp; Armenia</span></td><option>Georgia</option><td>Georgian</td>"
        );
    }
}
