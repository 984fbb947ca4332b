//! The app as one file with the reader's texts in it.

/// The place in the file after which the texts are written: near its beginning.
const PLACE: &str = "<meta charset=\"utf-8\">";
/// What every such file has.
const MARK: &str = "data-one-file";

/// Writes the deck and the groupings, each with its name, into the published file.
///
/// The texts are JSON. `id` is the name under which the copy keeps its own changes. `None` if
/// `page` is not the app as one file, as the message of a host.
pub fn saved_app(page: &str, id: &str, deck: &str, groupings: &[(String, String)]) -> Option<String> {
    let is_whole = page.contains(MARK) && page.trim_end().ends_with("</html>");
    let at = page.find(PLACE).filter(|_| is_whole)? + PLACE.len();
    let mut whole = page[..at].to_owned();
    let named =
        groupings.iter().map(|(name, text)| (format!(" data-name=\"{}\"", escaped(name)), text.as_str()));
    for (name, text) in named.chain([(String::new(), deck)]) {
        // In JSON "<" occurs in strings only, where it may be written like this.
        let text = text.replace('<', "\\u003c");
        whole.push_str(&format!(
            "<script type=\"application/json\" data-carried=\"{}\"{name}>{text}</script>",
            escaped(id)
        ));
    }
    whole.push_str(&page[at..]);
    Some(whole)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::saved_app;
    use proptest::prelude::*;

    const PAGE: &str = "<html data-one-file=\"\"><head><meta charset=\"utf-8\"></head></html>";

    #[test]
    fn a_message_of_a_host_is_not_the_app() {
        assert_eq!(saved_app("<html><meta charset=\"utf-8\">404</html>", "1", "{}", &[]), None);
        assert_eq!(saved_app("<html data-one-file>", "1", "{}", &[]), None);
        assert_eq!(saved_app(&PAGE[..PAGE.len() - 3], "1", "{}", &[]), None, "its end is missing");
    }

    proptest! {
        #[test]
        fn no_text_ends_its_element_or_is_changed(name in ".{0,20}", title in ".{0,40}") {
            let deck = serde_json::json!({ "title": format!("{title}</script><!--<script>") }).to_string();
            let groupings = [(format!("{name}\" x=\"<b>&amp;"), deck.clone())];
            let page = saved_app(PAGE, "1", &deck, &groupings).unwrap_or_default();
            prop_assert_eq!(page.matches("<script").count(), 2);
            prop_assert_eq!(page.matches("</script>").count(), 2);
            prop_assert!(!page.contains("<!--"));
            let held = page.split("data-carried=\"1\">").nth(1).and_then(|rest| rest.split("</script>").next());
            let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap_or_default();
            prop_assert_eq!(read(held.unwrap_or_default()), read(&deck));
        }
    }
}
