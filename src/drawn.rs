//! What pages and components draw in one piece: `<ul use:drawn=drawing(move |h| …)>`. When what it reads changes, the nodes
//! that stay the same stay (decision 0006).

pub use crate::browser::piece::{drawn, fragment};
