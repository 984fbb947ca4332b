// The functions that a benchmark calls, on top of the engine in WebAssembly. Names become numbers here and nowhere else.
import init, { Bench } from "./cisconf_bench.js";

const FACETS = ["theme", "state", "actor", "polarity", "year"];
// Characters at a time. UTF-8 of a character of a JavaScript string takes three bytes at most.
const PIECE = 1 << 20;
// No value has this number.
const UNKNOWN = 0xffffffff;

let wasm, bench, keys, numbers, width;

function encode(filter) {
  const codes = [];
  for (let f = 0; f < FACETS.length; f++) {
    const values = filter[FACETS[f]] ?? [];
    codes.push(values.length);
    for (const value of values) codes.push(numbers[f].get(String(value)) ?? UNKNOWN);
  }
  return Uint32Array.from(codes);
}

// Numbers in the program's memory, until the next question.
const view = (place, length) => new Uint32Array(wasm.memory.buffer, place, length);

function named(place) {
  // A copy: an answer outlives the next question.
  const answer = view(place, width + 1).slice();
  const facets = {};
  let from = 0;
  for (let f = 0; f < FACETS.length; f++) {
    facets[FACETS[f]] = { keys: keys[f], counts: answer.subarray(from, from += keys[f].length) };
  }
  return { total: answer[width], facets };
}

window.__bench = {
  name: "CISCONF Explorer",
  async init() {
    wasm = await init();
  },
  load(text) {
    bench = new Bench();
    const encoder = new TextEncoder();
    for (let at = 0; at < text.length;) {
      let piece = text.substring(at, at + PIECE);
      // A character of two halves stays in one piece.
      const last = piece.charCodeAt(piece.length - 1);
      if (last >= 0xd800 && last < 0xdc00 && at + piece.length < text.length) piece = piece.slice(0, -1);
      const bytes = 3 * piece.length;
      const place = bench.room(bytes);
      const { written } = encoder.encodeInto(piece, new Uint8Array(wasm.memory.buffer, place, bytes));
      bench.feed(written);
      at += piece.length;
    }
    bench.finish();
    keys = FACETS.map((_, f) => bench.names(f));
    width = keys.flat().length;
    numbers = keys.map((names) => new Map(names.map((name, number) => [name, number])));
  },
  facets: (filter) => named(bench.facets(encode(filter))),
  toggle(filter, { facet, value }) {
    const f = FACETS.indexOf(facet);
    return named(bench.toggle(encode(filter), f, numbers[f].get(String(value)) ?? UNKNOWN));
  },
  search: (query, filter) => named(bench.search(query, encode(filter))),
  crosstab: (filter) => {
    const place = bench.crosstab(encode(filter));
    return { rows: keys[1], cols: keys[0], counts: view(place, keys[1].length * keys[0].length) };
  },
  page: (filter, n) => bench.page(encode(filter), n),
  dispose() {
    bench?.free();
    bench = undefined;
  },
};
