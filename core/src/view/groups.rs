//! Sub-regions that can be argued about: the groups of a scheme, what they have in common, what a move does.

use super::Asked;
use crate::text::Key;

shown! {
    /// The view.
    Groups {
        /// Heading.
        title: String,
    }
}

/// The view of a state.
pub fn groups(asked: Asked) -> Groups {
    Groups { title: asked.say().t(Key::ViewGroupings) }
}
