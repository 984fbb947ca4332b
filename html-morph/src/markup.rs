//! Markup that is written like markup.

/// Writes elements, texts and components into a [`Fragment`](crate::Fragment).
///
/// | form | writes |
/// |---|---|
/// | `td[class = "of", "data-hue" = &hue] { … }` | an element; empty attributes are omitted |
/// | `(&cell.word)`, `" "` | a text |
/// | `@cell(c, words);` | what the function `cell(h, c, words)` writes |
/// | `@button(&label) { … }` | the same; its last parameter writes the content |
/// | `if (words) { … } else { … }` | one of the two, or nothing |
/// | `if let Some(badge) = (&badge) { … }` | the content, if the pattern matches |
/// | `for row in (&rows) { … }` | the content for each item |
///
/// ```
/// use html_morph::{Fragment, markup};
///
/// fn row(h: &mut Fragment, name: &str, counts: &[&str]) {
///     markup! { h,
///         tr[class = "row"] {
///             th[scope = "row"] { (name) }
///             for count in (counts) { td { (count) } }
///         }
///     }
/// }
///
/// let html = Fragment::to_string(None, |h| row(h, "Georgia", &["7", "6"]));
/// assert_eq!(html, "<tr class=\"row\"><th scope=\"row\">Georgia</th><td>7</td><td>6</td></tr>");
/// ```
#[macro_export]
macro_rules! markup {
    ($h:ident,) => {};
    ($h:ident, ($text:expr) $($rest:tt)*) => {
        $h.text($text);
        $crate::markup! { $h, $($rest)* }
    };
    ($h:ident, $text:literal $($rest:tt)*) => {
        $h.text($text);
        $crate::markup! { $h, $($rest)* }
    };
    ($h:ident, @$component:ident($($arg:expr),* $(,)?); $($rest:tt)*) => {
        $component($h, $($arg),*);
        $crate::markup! { $h, $($rest)* }
    };
    ($h:ident, @$component:ident($($arg:expr),* $(,)?) { $($inner:tt)* } $($rest:tt)*) => {
        $component($h, $($arg,)* |$h| { $crate::markup! { $h, $($inner)* } });
        $crate::markup! { $h, $($rest)* }
    };
    ($h:ident, if let $pattern:pat = ($value:expr) { $($then:tt)* } $($rest:tt)*) => {
        if let $pattern = $value {
            $crate::markup! { $h, $($then)* }
        }
        $crate::markup! { $h, $($rest)* }
    };
    ($h:ident, if ($condition:expr) { $($then:tt)* } else { $($other:tt)* } $($rest:tt)*) => {
        if $condition {
            $crate::markup! { $h, $($then)* }
        } else {
            $crate::markup! { $h, $($other)* }
        }
        $crate::markup! { $h, $($rest)* }
    };
    ($h:ident, if ($condition:expr) { $($then:tt)* } $($rest:tt)*) => {
        if $condition {
            $crate::markup! { $h, $($then)* }
        }
        $crate::markup! { $h, $($rest)* }
    };
    ($h:ident, for $pattern:pat in ($items:expr) { $($inner:tt)* } $($rest:tt)*) => {
        for $pattern in $items {
            $crate::markup! { $h, $($inner)* }
        }
        $crate::markup! { $h, $($rest)* }
    };
    ($h:ident, $tag:ident $([$($name:tt = $value:expr),* $(,)?])? {} $($rest:tt)*) => {
        $h.el(stringify!($tag), &[$($(($crate::attribute_name!($name), $value)),*)?], |_| {});
        $crate::markup! { $h, $($rest)* }
    };
    ($h:ident, $tag:ident $([$($name:tt = $value:expr),* $(,)?])? { $($inner:tt)* } $($rest:tt)*) => {
        $h.el(stringify!($tag), &[$($(($crate::attribute_name!($name), $value)),*)?], |$h| {
            $crate::markup! { $h, $($inner)* }
        });
        $crate::markup! { $h, $($rest)* }
    };
}

/// Returns the name of an attribute: an identifier, or a string for names such as `data-hue`.
#[doc(hidden)]
#[macro_export]
macro_rules! attribute_name {
    ($name:ident) => {
        stringify!($name)
    };
    ($name:literal) => {
        $name
    };
}

#[cfg(test)]
mod tests {
    use crate::Fragment;

    fn button(h: &mut Fragment, label: &str, inner: impl FnOnce(&mut Fragment)) {
        h.el("button", &[("aria-label", label)], inner);
    }

    fn dot(h: &mut Fragment) {
        markup! { h, i {} }
    }

    fn list(items: &[(&str, Option<u8>)], has_end: bool) -> String {
        Fragment::to_string(None, |h| {
            markup! { h,
                ul["data-n" = &items.len().to_string(), class = ""] {
                    for (name, count) in (items) {
                        li {
                            @button(name) { (name) " " @dot(); }
                            if let Some(count) = (count) { b { (&count.to_string()) } }
                        }
                    }
                    if (has_end) { li { "end" } } else { li[hidden = "until-found"] {} }
                }
            }
        })
    }

    #[test]
    fn each_form_writes_what_it_says() {
        assert_eq!(
            list(&[("A<B", Some(2)), ("C", None)], true),
            "<ul data-n=\"2\"><li><button aria-label=\"A&lt;B\">A&lt;B <i></i></button><b>2</b></li>\
             <li><button aria-label=\"C\">C <i></i></button></li><li>end</li></ul>"
        );
        assert_eq!(list(&[], false), "<ul data-n=\"0\"><li hidden=\"until-found\"></li></ul>");
    }
}
