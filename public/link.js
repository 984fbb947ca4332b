// Runs before the first paint: repairs the link, and says on the document which language, look and
// view it asks for, so that the opening page shows them at once.

// Repairs links whose # was removed or replaced by ? (for example by a mail program).
const [, lost] = (!location.hash && location.search.match(/^\?(?:%23)?(\/.*|%2F.*|v=1\b.*)/i)) || [];
if (lost) history.replaceState(null, "", `${location.pathname}#/${lost.replace(/^v=/, "?v=").replace(/^(?:\/|%2F)/i, "")}`);
// And links whose parameters were moved in front of the #.
const [moved] = (/^#\/[a-z]*$/.test(location.hash) && location.search.match(/^\?v=1\b.*/)) || [];
if (moved) history.replaceState(null, "", location.pathname + location.hash + moved);

// A URL without a fragment gets the browser's language; in any other link a missing language means
// English.
const first = navigator.languages.map((tag) => tag.split("-")[0]).find((tag) => tag === "en" || tag === "ru");
if (first === "ru" && !location.hash) history.replaceState(null, "", "#/?v=1&lang=ru");

const page = document.documentElement;
page.lang = /[?&]lang=ru\b/.test(location.hash) ? "ru" : "en";
const [, look] = location.hash.match(/[?&]look=(\w+)/) || [];
if (look) page.dataset.look = look;
// Set if the link leads elsewhere than to the landing page as it is at first. The program is then
// wanted at once; else public/boot.js loads it after the first paint.
if (!/^(#\/?(\?v=1(&lang=\w+|&look=\w+)*)?)?$/.test(location.hash)) {
  page.dataset.elsewhere = "";
  document.addEventListener("readystatechange", () => {
    const { href } = document.getElementById("app-wasm");
    document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "anonymous", href }));
  }, { once: true });
}
