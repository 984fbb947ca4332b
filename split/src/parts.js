// Parts of the program, each with the files that it needs.
const PARTS = "@PARTS@";
const kept = {};

// What `make` promises, made once; again when it had failed.
function once(key, make) {
    kept[key] ??= make().catch((error) => {
        delete kept[key];
        throw error;
    });
    return kept[key];
}

// Files that were not what they should be; they are fetched past the cache of the browser.
const refused = new Set();

const whole = (file) => once(`file ${file}`, async () => {
    const cache = refused.has(file) ? "reload" : "default";
    const response = await fetch(new URL(file, import.meta.url), { cache });
    const all = response.ok ? await response.arrayBuffer() : new ArrayBuffer(0);
    // A network may answer with a page of its own, such as a login.
    if (String.fromCharCode(...new Uint8Array(all.slice(0, 4))) !== "\0asm") {
        refused.add(file);
        throw new Error(`${response.url}: ${response.status} ${response.statusText}, no part of the program`);
    }
    return all;
});

// The name of a small file says where its bytes are in another: "file start length".
const bytes = async (name) => {
    const [file, start, length] = name.split(" ");
    const all = await whole(file);
    return length ? all.slice(+start, +start + +length) : all;
};

const file = (name) => once(name, async () => {
    const part = await bytes(name);
    try {
        return await WebAssembly.instantiate(part, { __wasm_split: wasm });
    } catch (error) {
        // A part of the file, as of a copy that was stored while the host was being changed.
        const [whole] = name.split(" ");
        refused.add(whole);
        delete kept[`file ${whole}`];
        throw error;
    }
});

// Whether a style sheet has its last rule (scripts/post-build), and is no page that a host sent.
const isWhole = (sheet) => {
    try {
        return [...sheet.cssRules].at(-1)?.selectorText === ".last-rule";
    } catch {
        // In a frame without an origin it cannot be read.
        return true;
    }
};

// The style sheet of the views, after that of the frame. The app as one file adds its own.
const style = () => once("style", () => new Promise((loaded, failed) => {
    if (globalThis.addViewsStyle) return addViewsStyle().then(loaded, failed);
    const href = new URL("@STYLE@", import.meta.url);
    // Another address, as a browser keeps a sheet by its own as long as the page is open.
    if (refused.has(href.pathname)) href.search = Date.now();
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
    link.onerror = () => (link.remove(), refused.add(href.pathname), failed(new Error(`${href}: no style sheet`)));
    link.onload = () => isWhole(link.sheet) ? loaded() : link.onerror();
    document.head.append(link);
}));

// Parts that draw nothing.
const UNSTYLED = ["copying", "russian"];
const styles = (part) => UNSTYLED.includes(part) ? [] : [style()];

// Fetches the files of a part while the program itself is still on its way.
export const prefetch = (part) => PARTS[part] && [...styles(part), ...PARTS[part].map(bytes)].forEach((sent) => sent.catch(() => {}));

const load = (part, names) => async (done, data) => {
    const loaded = await Promise.all([...styles(part), ...names.map(file)]).then(() => true, (error) => (console.warn(error), false));
    wasm.__indirect_function_table.get(done)(data, loaded);
};

const parts = Object.fromEntries(Object.entries(PARTS).map(([name, names]) => [`__wasm_split_load_${name}`, load(name, names)]));
