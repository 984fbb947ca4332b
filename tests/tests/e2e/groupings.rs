//! Tests of the grouping editor: moves by mouse, keyboard and drag and drop; saving and importing.

use cisconf_e2e::browser::{Engine, Key};
use cisconf_e2e::page::Page;

use crate::data::download;
use crate::visit;

const UKRAINE: &str = "#/groupings?v=1&g=ukraine";
const MOVED: &str = "#/groupings?v=1&g=own&own=My_grouping.Eastern_Europe:BLRMDAUKR.Trans-19-Caucasus:ARMAZE.Central_Asia:GEOKAZKGZTJKTKMUZB.Russian_Federation_-14-one_state-15-:RUS";

/// Waits for an announcement.
fn told(page: &Page, words: &str) {
    page.browser.wait_until(words, || page.text_of(".told").contains(words).then_some(()));
}

#[test]
fn a_state_is_moved_by_the_mouse_and_moved_back() {
    visit(UKRAINE, |page| {
        page.button("Georgia: move").click();
        page.wait_for_link("#/groupings?v=1&g=ukraine&move=GEO");
        page.wait_for_text("What each move would do");
        page.elements().find_by_name_prefix("button", "To Central Asia").click();
        page.wait_for_link(MOVED);
        told(page, "Georgia moved to: Central Asia.");
        page.wait_for_focus("Georgia: move");
        page.wait_for_text("12 states in 4 groups");

        page.button("Undo").click();
        page.wait_for_link("#/groupings?v=1&g=ukraine&move=GEO");
        told(page, "Undone.");
        page.wait_for_focus("Undone.");
        page.browser.back();
        page.wait_for_link(UKRAINE);
        assert_eq!(page.text_of(".told"), "");
        // The scroll position is restored within a few frames.
        (0..3).for_each(|_| page.browser.frame());

        // A similarity opens the records of both states.
        page.browser.run("document.querySelector('.fold summary').click();", &[]);
        let evidence = page.open_evidence_of("Georgia – Armenia: 0.78 (7 of 9), in a group together");
        assert!(evidence.contains("Both are party to 7 of the 9 instruments"), "{evidence}");
    });
}

#[test]
fn a_state_is_moved_by_keys() {
    visit(UKRAINE, |page| {
        page.button("Georgia: move").focus();
        page.browser.press(&[Key::Enter]);
        page.wait_for_focus("To Eastern Europe");
        page.browser.press(&[Key::Escape]);
        page.wait_for_link(UKRAINE);
        page.wait_for_focus("Georgia: move");
        told(page, "Georgia stays where it was.");

        page.browser.press(&[Key::Enter]);
        page.wait_for_focus("To Eastern Europe");
        page.browser.press(&[Key::Down, Key::Enter]);
        page.wait_for_link(MOVED);
        page.wait_for_focus("Georgia: move");
    });
}

#[test]
fn a_state_is_dragged_to_a_group() {
    visit(UKRAINE, |page| {
        let drag = "const data = new DataTransfer();
            const on = (selector, kind) => document.querySelector(selector).dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }));
            on('[data-drag=GEO]', 'dragstart'); on('[data-drop=\"2\"] dl', 'dragover'); on('[data-drop=\"2\"] dl', 'drop');";
        page.browser.run(drag, &[]);
        page.wait_for_link(MOVED);
        told(page, "Georgia moved to: Central Asia.");
    });
}

#[test]
fn a_group_is_named_and_the_grouping_kept() {
    visit("#/groupings?v=1&g=own&own=Mine.A:ARMGEO.B:RUS", |page| {
        page.browser.run("document.querySelector('.rename').open = true;", &[]);
        page.browser.run("const i = document.querySelector('.rename input'); i.focus(); i.select();", &[]);
        page.browser.type_text("Юг <1>");
        page.browser.press(&[Key::Enter]);
        page.wait_for_link("#/groupings?v=1&g=own&own=Mine.~8d_~1:ARMGEO.B:RUS");
        told(page, "Named: Юг 1.");

        page.change_grouping("Keep in this browser");
        told(page, "Kept in this browser.");
        page.set_fragment("#/groupings");
        page.reload();
        page.button("Use Mine").click();
        page.wait_for_link("#/groupings?v=1&g=own&own=Mine.~8d_~1:ARMGEO.B:RUS");

        // A second press is needed to replace another grouping with the same name.
        page.set_fragment("#/groupings?v=1&g=own&own=Mine.C:UZB");
        page.change_grouping("Keep in this browser");
        told(page, "Another grouping of this name is kept.");
        page.set_fragment("#/groupings");
        page.button("Use Mine").click();
        page.wait_for_link("#/groupings?v=1&g=own&own=Mine.~8d_~1:ARMGEO.B:RUS");
        page.set_fragment("#/groupings?v=1&g=own&own=Mine.C:UZB");
        page.change_grouping("Keep in this browser");
        page.change_grouping("Keep in this browser");
        told(page, "Kept in this browser.");
        page.change_grouping("Copy");
        told(page, "“Mine” is kept in this browser.");
        page.button("Use Mine").click();
        page.wait_for_link("#/groupings?v=1&g=own&own=Mine.C:UZB");
        page.button("Forget Mine").click();
        told(page, "Forgotten: Mine.");
        page.browser.wait_until("nothing kept", || page.text_of(".kept").is_empty().then_some(()));

        // It can be kept again until the next command.
        page.button("Undo").click();
        told(page, "Kept in this browser.");
        page.button("Forget Mine").click();
        told(page, "Forgotten: Mine.");

        // An entry that the app did not write is listed and harmless.
        page.browser.run("localStorage['cisconf-explorer/grouping/<b>'] = '{';", &[]);
        page.reload();
        page.wait_for_text("<b>: cannot be read");
        page.button("Forget <b>").click();
    });
}

/// Changes the storage from another document of the same browser, like another tab.
fn elsewhere(page: &Page, script: &str) {
    let script = format!(
        "const other = document.body.appendChild(document.createElement('iframe'));
        (storage => {{ {script} }})(other.contentWindow.localStorage); setTimeout(() => other.remove());"
    );
    page.browser.run(&script, &[]);
}

#[test]
fn what_another_tab_keeps_and_forgets_is_followed() {
    let key = "cisconf-explorer/grouping/Mine";
    visit("#/groupings?v=1&g=own&own=Mine.A:ARMGEO", |page| {
        page.change_grouping("Keep in this browser");
        page.button("Use Mine");
        elsewhere(page, &format!("storage['cisconf-explorer/grouping/Other'] = storage['{key}'];"));
        page.button("Use Other");
        elsewhere(page, &format!("storage.removeItem('{key}');"));
        page.browser
            .wait_until("Mine to go", || page.button_names_with_prefix("Use Mine").is_empty().then_some(()));
        // A tab without the event, for example a suspended one, reports what is missing.
        page.browser.run("localStorage.clear();", &[]);
        page.button("Use Other").click();
        told(page, "“Other” is no longer kept in this browser.");
        page.browser.wait_until("nothing kept", || page.text_of(".kept").is_empty().then_some(()));
    });
}

#[test]
fn a_grouping_that_another_tab_keeps_meanwhile_is_not_replaced() {
    let key = "cisconf-explorer/grouping/Mine";
    let other = |page: &Page, text: &str| elsewhere(page, &format!("storage['{key}'] = '{text}';"));
    let stored = |page: &Page| page.browser.run(&format!("return localStorage['{key}'];"), &[]);
    visit("#/groupings?v=1&g=own&own=Mine.A:ARMGEO", |page| {
        other(page, "first");
        page.wait_for_text("Mine: cannot be read");
        page.change_grouping("Keep in this browser");
        told(page, "Another grouping of this name is kept.");
        other(page, "second");
        page.change_grouping("Keep in this browser");
        told(page, "Another grouping of this name is kept.");
        assert_eq!(stored(page), "second");
        page.change_grouping("Keep in this browser");
        told(page, "Kept in this browser.");

        // What is no longer true is taken back.
        other(page, "third");
        told(page, "Another grouping of this name is kept.");
        page.change_grouping("Keep in this browser");
        told(page, "Kept in this browser.");
        elsewhere(page, &format!("storage.removeItem('{key}');"));
        told(page, "“Mine” is no longer kept in this browser.");

        // Keeping a forgotten one again replaces nothing.
        other(page, "fourth");
        page.button("Forget Mine").click();
        told(page, "Forgotten: Mine.");
        other(page, "fifth");
        page.button("Undo").click();
        told(page, "Another grouping has been kept under this name since");
        assert_eq!(stored(page), "fifth");
    });
}

#[test]
fn a_storage_that_somebody_filled_does_no_harm() {
    let filled = "const at = name => 'cisconf-explorer/grouping/' + name;
        localStorage[at('x'.repeat(3000))] = '{}';
        localStorage[at('W'.repeat(40))] = '[';
        localStorage[at('List')] = '[1, {}, null]';
        localStorage[at('Types')] = JSON.stringify({ schema: 'a', kind: 7, name: [], groups: {} });
        localStorage[at('Deep')] = '['.repeat(60000);
        localStorage[at('Huge')] = '\"' + 'x'.repeat(2000000) + '\"';
        localStorage[at('')] = '';
        localStorage[at('\\ud800')] = '1';
        localStorage['cisconf-explorer/other'] = '1';";
    visit("#/groupings", |page| {
        // Windows of the other engines cannot be this narrow.
        if page.browser.engine() == Engine::Chromium {
            page.browser.resize(320, 640);
        }
        page.browser.run(filled, &[]);
        page.reload();
        page.wait_for_text("Types: cannot be read");
        let text = page.text_of(".kept");
        assert!(text.contains("Huge: cannot be read"), "{text}");
        // An invalid name is shortened, and its entry can be deleted.
        let odd = format!("{}…", "x".repeat(40));
        assert!(
            text.contains(&format!("{odd}: cannot be read")) && !text.contains(&"x".repeat(41)),
            "{text}"
        );
        let overflow = "return document.documentElement.scrollWidth - document.documentElement.clientWidth;";
        assert_eq!(page.browser.run(overflow, &[]), 0);
        page.button(&format!("Forget {odd}")).click();
        told(page, "Forgotten");
        assert!(!page.text_of(".kept").contains("xxxx"));
    });
}

#[test]
fn a_file_is_opened_or_its_faults_are_told() {
    visit(UKRAINE, |page| {
        let open = "const [text, size] = arguments;
            const field = document.querySelector('.file input'), data = new DataTransfer();
            data.items.add(new File([text || ' '.repeat(size)], 'grouping.json'));
            field.files = data.files;
            field.dispatchEvent(new Event('change', { bubbles: true }));";
        let file = |groups: &str| {
            let text = format!(
                r#"{{"schema":1,"kind":"grouping","name":"Mine","exclusive":true,"groups":{groups}}}"#
            );
            page.browser.run(open, &[text.into(), 0.into()]);
        };
        file(r#"[{"name":"A","states":["GEO","XXX"]}]"#);
        page.wait_for_text("$.groups[0].states[1]: no state of the twelve: “XXX”");
        page.wait_for_link(UKRAINE);
        page.browser.run(open, &["".into(), 50_000_000.into()]);
        page.wait_for_text("larger than 64 KB");
        page.wait_for_link(UKRAINE);
        let bytes = "const data = new DataTransfer(), field = document.querySelector('.file input');
            data.items.add(new File([new Uint8Array([0x7b, 0xff, 0x7d])], 'grouping.json'));
            field.files = data.files;
            field.dispatchEvent(new Event('change', { bubbles: true }));";
        page.browser.run(bytes, &[]);
        page.wait_for_text("no text in UTF-8");
        file(r#"[{"name":"A","states":["GEO","XXX"]}]"#);
        page.wait_for_text("The file was not used");
        file(r#"[{"name":"A","states":["GEO","ARM"]}]"#);
        page.wait_for_link("#/groupings?v=1&g=own&own=Mine.A:ARMGEO");
        told(page, "Opened: Mine.");

        // The saved file can be imported again.
        page.open_menu("Change");
        let saved = String::from_utf8(download(page, "Save as a file", "grouping.json")).unwrap();
        page.set_fragment(UKRAINE);
        page.browser.run(open, &[saved.into(), 0.into()]);
        page.wait_for_link("#/groupings?v=1&g=own&own=Mine.A:ARMGEO");
    });
}

#[test]
fn a_browser_that_keeps_nothing_says_so() {
    visit("#/groupings?v=1&g=own&own=Mine.A:ARMGEO", |page| {
        page.browser.run(
            "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
            &[],
        );
        page.change_grouping("Keep in this browser");
        told(page, "This browser keeps nothing for this page");
        page.browser.run("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });", &[]);
        page.change_grouping("Keep in this browser");
        told(page, "This browser keeps nothing for this page");
        page.wait_for_link("#/groupings?v=1&g=own&own=Mine.A:ARMGEO");
    });
}
