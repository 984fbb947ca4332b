// Only in the app as one file (decision 0039): answers the program's requests for its files from
// the elements that hold them, since a page opened from a disk can load nothing beside it.
const request = window.fetch.bind(window);

/** Returns the number of a letter, as one-file/src/letters.rs writes it. */
const numberOf = (letter) => (letter > 35 ? letter - 36 : [2, 24, 56][letter - 33]);

/** Returns bytes written as letters, 13 bits in two. */
function bytesOf(text) {
  const bytes = new Uint8Array(((text.length >> 1) * 13 + (text.length & 1) * 6) >> 3);
  for (let i = 0, at = 0, bits = 0, held = 0; i < text.length; i += 2) {
    const isPair = i + 1 < text.length;
    const first = numberOf(text.charCodeAt(i));
    bits = isPair ? (bits << 13) | (first * 91 + numberOf(text.charCodeAt(i + 1))) : (bits << 6) | first;
    for (held += isPair ? 13 : 6; held >= 8; ) bytes[at++] = bits >> (held -= 8);
  }
  return bytes;
}

/** Adds an element with the text of a file that the page holds. The policy names its hash. */
async function add(element, ending) {
  const name = document.querySelector(`script[data-file$="${ending}"]`).dataset.file;
  element.textContent = await (await window.fetch(name)).text();
  document.head.append(element);
}

/** Adds the style sheet of the views, for the loader of the parts. */
window.addViewsStyle = () => add(document.createElement("style"), ".css");

/** Returns the program, for boot.js. */
window.cisconfProgram = () => new Promise((done, failed) => {
  window.programIsHere = done;
  add(Object.assign(document.createElement("script"), { type: "module" }), ".js").catch(failed);
});

window.fetch = async (address, options) => {
  const name = String(address?.url ?? address).split("/").pop();
  const held = document.querySelector(`script[data-file="${CSS.escape(name)}"]`);
  if (!held) return request(address, options);
  const compressed = new Blob([bytesOf(held.textContent)]);
  const bytes = compressed.stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(bytes, { headers: { "content-type": "application/wasm" } });
};
