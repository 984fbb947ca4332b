// Keeps the app for use without a network. scripts/post-build fills in the version, which changes with any byte of the
// app, and the list of its files. Hashed files never change under their name: what is kept is good. The page itself
// comes from the network while there is one, so that a new release shows at the next visit.

const FILES = ["@FILES@"];
// Parts of the program that a visit may never need: kept when the page says that it has nothing else to do.
const LATER = ["@LATER@"];
// Caches belong to the whole host: the scope keeps two copies of the app in two folders apart.
const OURS = `cisconf ${self.registration.scope} `;
const CURRENT = `${OURS}@VERSION@`;
// A network that is there but dead, as in many a meeting room, must not hold the page for long.
const PATIENCE_MS = 4000;

// What the worker answers for: the page in the scope's own folder, and the files of the app in it. Another page, download
// or app beside it is left to the browser. A file of the release before differs in its hash only.
const SCOPE = new URL(self.registration.scope);
const PAGES = [SCOPE.pathname, `${SCOPE.pathname}index.html`];
const named = (path) => path.replace(/-[0-9a-f]{8,}/, "");
const NAMES = new Set([...FILES, ...LATER].map((file) => named(new URL(file, SCOPE).pathname)));

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(CURRENT);
    await cache.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })));
    await self.skipWaiting();
  })());
});

// The release before stays too: a page of it may just be loading, with nowhere else to get its files.
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
  if (event.data === "keep") event.waitUntil(keepRest());
});

async function keepRest() {
  const cache = await caches.open(CURRENT);
  const there = new Set((await cache.keys()).map((request) => request.url));
  const missing = LATER.map((file) => new Request(file)).filter((request) => !there.has(request.url));
  await Promise.allSettled(missing.map((request) => cache.add(request)));
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
  return (await kept(request)) ?? (await kept(request, await ours())) ?? fetch(request);
}

// The kept page stands in for an answer that is an error, late, or cut in its middle. Without one the network has all the
// time that it needs, as without this worker.
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
