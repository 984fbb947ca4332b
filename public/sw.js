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
    const ours = (await caches.keys()).filter((name) => name.startsWith(OURS)); // oldest first
    await Promise.all(ours.slice(0, -2).map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(request.mode === "navigate" ? page(request) : file(request));
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

async function kept(request) {
  const cache = await caches.open(CURRENT);
  return cache.match(request, { ignoreVary: true });
}

async function file(request) {
  return (await kept(request)) ?? (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

async function page(request) {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return response.status >= 500 ? (await kept("./")) ?? response : response;
  } catch (error) {
    const page = await kept("./");
    if (page) return page;
    throw error;
  }
}
