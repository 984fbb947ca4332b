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

const bytes = (name) => once(`bytes ${name}`, async () => {
    const response = await fetch(new URL(name, import.meta.url));
    if (!response.ok) throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
    return response.arrayBuffer();
});

const file = (name) => once(name, async () => WebAssembly.instantiate(await bytes(name), { __wasm_split: wasm }));

// Fetches the files of a part while the program itself is still on its way.
export const prefetch = (part) => PARTS[part]?.forEach((name) => bytes(name).catch(() => {}));

const load = (names) => async (done, data) => {
    const loaded = await Promise.all(names.map(file)).then(() => true, (error) => (console.warn(error), false));
    wasm.__indirect_function_table.get(done)(data, loaded);
};

const parts = Object.fromEntries(Object.entries(PARTS).map(([name, names]) => [`__wasm_split_load_${name}`, load(names)]));
