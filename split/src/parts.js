// Parts of the program, each with the files that it needs.
const PARTS = "@PARTS@";
const files = {};

function file(name) {
    files[name] ??= fetch(new URL(name, import.meta.url)).then(async (response) => {
        if (!response.ok) throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
        return WebAssembly.instantiate(await response.arrayBuffer(), { __wasm_split: wasm });
    }).catch((error) => {
        delete files[name]; // asked for again, it is loaded again
        throw error;
    });
    return files[name];
}

const load = (names) => async (done, data) => {
    const loaded = await Promise.all(names.map(file)).then(() => true, (error) => (console.warn(error), false));
    wasm.__indirect_function_table.get(done)(data, loaded);
};

const parts = Object.fromEntries(Object.entries(PARTS).map(([name, names]) => [`__wasm_split_load_${name}`, load(names)]));
