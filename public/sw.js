// Caches the app for offline use. scripts/post-build inserts the list of files and the version,
// which changes with any byte of the app. Hashed files never change under their name, so cached
// copies stay valid. The page itself is fetched from the network if possible, so that a new release
// shows at the next visit.

// Each with the beginning of its checksum: a part of a file, as of a copy that was fetched while the
// host was being changed, is never kept.
const FILES = { "@FILES@": "" };
// Chunks that a visit may never need: cached when the page is idle.
const LATER = { "@LATER@": "" };
// Caches are shared by the whole origin: the scope separates copies of the app in two folders.
const OURS = `cisconf ${self.registration.scope} `;
const CURRENT = `${OURS}@VERSION@`;
// The build, as the page of the release names it.
const BUILD = "@BUILD@";
// Timeout in milliseconds, for networks that are connected but do not respond.
const PATIENCE_MS = 4000;

// The worker only handles the page in the scope's own folder and the files of the app in it. Other
// pages, downloads or apps in the folder are left to the browser. File names of the previous
// release differ only in their hash.
const SCOPE = new URL(self.registration.scope);
const PAGES = [SCOPE.pathname, `${SCOPE.pathname}index.html`];
const named = (path) => path.replace(/-[0-9a-f]{8,}/, "");
const NAMES = new Set(Object.keys({ ...FILES, ...LATER }).map((file) => named(new URL(file, SCOPE).pathname)));

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(CURRENT);
    try {
      await Promise.all(Object.entries(FILES).map(([file, sum]) => keep(cache, file, sum)));
    } catch (error) {
      // The previous release stays in use until this one is complete.
      await caches.delete(CURRENT);
      throw error;
    }
    await self.skipWaiting();
  })());
});

// Keeps the previous release too: one of its pages may still be loading and need its files.
self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    await Promise.all((await ours()).slice(0, -2).map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== SCOPE.origin) return;
  if (request.mode === "navigate") {
    if (PAGES.includes(pathname)) event.respondWith(page(request));
  } else if (NAMES.has(named(pathname))) {
    event.respondWith(file(request));
  }
});

self.addEventListener("message", (event) => {
  if (event.data !== "keep") return;
  keeping ??= keepRest().finally(() => (keeping = undefined));
  event.waitUntil(keeping.then((isAll) => event.source?.postMessage({ build: BUILD, isAll })));
});

let keeping;

// Returns whether everything is kept.
async function keepRest() {
  const cache = await caches.open(CURRENT);
  const there = new Set((await cache.keys()).map((request) => request.url));
  const missing = Object.entries(LATER).filter(([file]) => !there.has(new URL(file, SCOPE).href));
  const results = await Promise.allSettled(missing.map(([file, sum]) => keep(cache, file, sum)));
  return results.every(({ status }) => status === "fulfilled");
}

// Keeps a file: as the browser has it or, if that is not it, as the host has it.
async function keep(cache, file, sum) {
  for (const mode of ["no-cache", "reload"]) {
    const request = new Request(file, { cache: mode });
    const response = await fetch(request);
    if (isFile(request, response) && (await isWhole(response, sum))) return cache.put(file, response);
  }
  throw new Error(`not the file: ${file}`);
}

// Whether the bytes are those of the release. Some hosts write into pages, which have no checksum.
async function isWhole(response, sum) {
  if (!sum) {
    const text = await response.clone().text();
    return / data-program="[^"]*/.exec(text)?.[0].endsWith(BUILD) && text.includes("</html>");
  }
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer()));
  return sum === [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Whether the answer can be the file: some hosts and networks send a page in place of a file.
function isFile(request, response) {
  const isPage = PAGES.includes(new URL(request.url).pathname);
  return response.ok && (isPage || !response.headers.get("content-type")?.startsWith("text/html"));
}

async function kept(request, names = [CURRENT]) {
  for (const cacheName of names) {
    const found = await caches.match(request, { cacheName, ignoreVary: true });
    if (found) return found;
  }
}

async function ours() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS)); // oldest first
}

async function file(request) {
  // The page asks like this for a file that it could not use: the stored copy may be incomplete.
  if (request.cache === "reload") return renewed(request);
  return (await kept(request)) ?? (await kept(request, await ours())) ?? fetch(request);
}

async function renewed(request) {
  const response = await fetch(request);
  const [, sum] = Object.entries({ ...FILES, ...LATER }).find(([file]) => new URL(file, SCOPE).href === request.url) ?? [];
  if (sum && isFile(request, response) && (await isWhole(response, sum))) {
    await (await caches.open(CURRENT)).put(request.url, response.clone());
  }
  return response;
}

// Falls back to the cached page on errors, timeouts and truncated responses, and while files of a
// new page are missing. Without a cached page the request has no timeout, as without this worker.
async function page(request) {
  const copy = await kept("./");
  if (!copy) return fetch(request);
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const response = await fetch(request, { signal: patience.signal });
    if (response.status >= 500) return copy;
    const text = await response.clone().text();
    // Another page is the host's answer, or that of a network that asks to log in.
    const isAnother = !response.ok || (text && !text.includes(" data-program="));
    if (isAnother || text === (await copy.clone().text())) return response;
    return (await isComplete(text, patience.signal)) ? response : copy;
  } catch {
    return copy;
  } finally {
    clearTimeout(timer);
  }
}

// Whether a page is whole and the host has its scripts, its style sheet and its program, this one
// whole as far as the worker of that release is there to tell: some hosts write into scripts and
// style sheets. A page in which they are named in another way was rewritten by the host.
async function isComplete(text, signal) {
  const files = [...text.matchAll(/ (?:src|href)="(\.\/[^"]+\.(?:js|css|wasm))"/g)].map(([, file]) => file);
  if (!text.includes("</html>")) return false;
  const worker = await (await fetch(new Request("sw.js", { cache: "no-cache", signal }))).text();
  const found = await Promise.all(files.map(async (file) => {
    const request = new Request(file, { signal });
    const response = await fetch(request);
    const sum = file.endsWith(".wasm") && worker.split(`"${file}":"`)[1]?.slice(0, 16);
    return isFile(request, response) && (!sum || isWhole(response, sum));
  }));
  return found.every(Boolean);
}
