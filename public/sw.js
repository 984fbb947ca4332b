// Caches the app for offline use. scripts/post-build inserts the list of files and the version,
// which changes with any byte of the app. Hashed files never change under their name, so cached
// copies stay valid. The page itself is fetched from the network if possible, so that a new release
// shows at the next visit.

const FILES = ["@FILES@"];
// Chunks that a visit may never need: cached when the page is idle.
const LATER = ["@LATER@"];
// Caches are shared by the whole origin: the scope separates copies of the app in two folders.
const OURS = `cisconf ${self.registration.scope} `;
const CURRENT = `${OURS}@VERSION@`;
// Timeout in milliseconds, for networks that are connected but do not respond.
const PATIENCE_MS = 4000;

// The worker only handles the page in the scope's own folder and the files of the app in it. Other
// pages, downloads or apps in the folder are left to the browser. File names of the previous
// release differ only in their hash.
const SCOPE = new URL(self.registration.scope);
const PAGES = [SCOPE.pathname, `${SCOPE.pathname}index.html`];
const named = (path) => path.replace(/-[0-9a-f]{8,}/, "");
const NAMES = new Set([...FILES, ...LATER].map((file) => named(new URL(file, SCOPE).pathname)));

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(CURRENT);
    const wanted = FILES.map((file) => new Request(file, { cache: "no-cache" }));
    try {
      await Promise.all(wanted.map((request) => keep(cache, request)));
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
  if (event.data === "keep") event.waitUntil(keepRest().then((all) => event.source?.postMessage(all ? "ready" : "")));
});

// Returns whether everything is kept.
async function keepRest() {
  const cache = await caches.open(CURRENT);
  const there = new Set((await cache.keys()).map((request) => request.url));
  const missing = LATER.map((file) => new Request(file)).filter((request) => !there.has(request.url));
  const results = await Promise.allSettled(missing.map((request) => keep(cache, request)));
  return results.every(({ status }) => status === "fulfilled");
}

async function keep(cache, request) {
  const response = await fetch(request);
  if (!isFile(request, response)) throw new Error(`not the file: ${request.url}`);
  await cache.put(request, response);
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
  if (isFile(request, response)) await (await caches.open(CURRENT)).put(request, response.clone());
  return response;
}

// Falls back to the cached page on errors, timeouts and truncated responses. Without a cached page
// the request has no timeout, as without this worker.
async function page(request) {
  const copy = await kept("./");
  if (!copy) return fetch(request);
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const response = await fetch(request, { signal: patience.signal });
    if (response.status >= 500) return copy;
    await response.clone().arrayBuffer();
    return response;
  } catch {
    return copy;
  } finally {
    clearTimeout(timer);
  }
}
