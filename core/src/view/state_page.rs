//! One state: everything that the report says of it, collection by collection.

use super::Asked;

shown! {
    /// The view.
    StatePage {
        /// Heading.
        title: String,
    }
}

/// The view of a state.
pub fn state_page(asked: Asked) -> StatePage {
    let say = asked.say();
    StatePage { title: asked.state.of.map(|id| say.state(id)).unwrap_or_default() }
}
