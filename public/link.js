// Runs before the first paint: repairs the link, and says on the document which language, look and
// view it asks for, so that the opening page shows them at once. Renews files that cannot be used.

/**
 * Returns the fragment that an address means whose # was lost, replaced, or moved behind the
 * parameters (for example by a mail program); undefined if there is nothing to repair.
 */
function meant(search, hash) {
  // Escapes of # / ? that were escaped again.
  const query = search.slice(1).replace(/%(?:25)+(?=2[3F]|3F)/gi, "%");
  const hasVersion = /(?:^|&)v=1(?:&|$)/i.test(query);
  if (hash) {
    if (!hasVersion) return undefined;
    const [, view, after] = hash.match(/^#\/?([a-z]*)([^a-z?&]*)$/i) ?? [];
    return view === undefined ? `${hash}&${query.replace(/(^|&)v=1(?=&|$)/i, "")}` : `#/${view}?${query}${after}`;
  }
  const [, path] = query.match(/^(?:%23)?(?:\/|%2F)(.*)/i) ?? query.match(/(?:^|[&=])(?:%23)?(?:\/|%2F)?([a-z]+(?:\?|%3F)v=1\b.*)/i) ?? [];
  if (path !== undefined) return `#/${path}`;
  return hasVersion ? `#/?${query}` : undefined;
}

const repaired = meant(location.search, location.hash);
if (repaired) history.replaceState(null, "", location.pathname + repaired);

// A URL without a fragment gets the browser's language; in any other link a missing language means
// English.
const first = navigator.languages.map((tag) => tag.split("-")[0]).find((tag) => tag === "en" || tag === "ru");
const embedded = /[?&]embed\b/.test(location.search);
// A copy of the app as one file opens at the deck that was saved in it.
const saved = document.querySelector("script[data-carried]:not([data-name])")?.textContent.includes('"link"');
if (!location.hash && !embedded && (saved || first === "ru")) {
  history.replaceState(null, "", `#/${saved ? "deck" : ""}?v=1${first === "ru" ? "&lang=ru" : ""}`);
}

const page = document.documentElement;
page.lang = /[?&]lang=ru\b/.test(location.hash) ? "ru" : "en";
const [, look] = location.hash.match(/[?&]look=(\w+)/) || [];
if (look) page.dataset.look = look;
// A frame in another page.
if (embedded) page.dataset.embed = "";
// Set if the link leads elsewhere than to the landing page as it is at first.
if (!/^(#\/?(\?v=1(&(lang|look|data)=\w+)*)?)?$/.test(location.hash)) {
  page.dataset.elsewhere = "";
  const isPlain = /^#\/[a-z]*(\?v=1(&(lang|look|data|tab|of)=\w+)*)?$/.test(location.hash);
  if ("oneFile" in page.dataset) {
    // The app as one file has nothing to fetch.
  } else if (isPlain) {
    // What a view says first comes before the program (public/boot.js).
    globalThis.firstWords = fetch(page.dataset.words);
  } else document.addEventListener("readystatechange", () => {
    const { href } = document.getElementById("app-wasm");
    document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "anonymous", href }));
  }, { once: true });
}

// Set by a renewal before it loads the page again: one that follows it would go on for ever.
let isRenewed = false;
try {
  isRenewed = "renewed" in sessionStorage;
  delete sessionStorage.renewed;
} catch {
  // Without storage nothing is renewed.
  isRenewed = true;
}

/**
 * Fetches the files of the page past the cache of the browser, which may hold a part of one, and
 * loads the page again, unless that was just done. Returns whether it does.
 */
globalThis.renewFiles = () => {
  if (isRenewed || !navigator.onLine || "oneFile" in page.dataset) return false;
  isRenewed = true;
  const files = [...document.querySelectorAll("script[src^='./'], link[href^='./']")].map((element) => element.src || element.href);
  Promise.allSettled(files.map((file) => fetch(file, { cache: "reload" }))).then(() => {
    sessionStorage.renewed = "";
    location.reload();
  });
  return true;
};
// A script or style sheet of the app that does not come, or a script that ends in the middle, while
// the page starts; what comes later has its own way to be tried again.
addEventListener("error", ({ target, filename }) => {
  if (document.body && !document.getElementById("boot-status")) return;
  const address = target === window ? filename : target.getAttribute?.("src") ?? target.getAttribute?.("href");
  if (/(^\.|\/boot-)/.test(address)) renewFiles();
}, true);
