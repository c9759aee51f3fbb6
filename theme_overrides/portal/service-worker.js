/**
 * Reading without a network: pages that were seen and the newest bulletin. Pages come from the network first,
 * so that nobody reads an old text while there is a newer one; files whose names change with their content
 * are kept for good.
 */

const VERSION = {{ version | tojson }};
const FRAME = `frame-${VERSION}`;
const PAGES = "pages";
const OFFLINE = {{ offline | tojson }};
const LATEST = {{ latest | tojson }};
const MOST = 300;
const PATIENCE = 6000;

const scope = new URL(self.registration.scope);
const kept = (url) => /^(assets|media)\//.test(url.pathname.slice(scope.pathname.length));

addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const frame = await caches.open(FRAME);
      const offline = await fetch(OFFLINE, { cache: "no-cache" });
      await frame.put(OFFLINE, offline.clone());
      const named = (await offline.text()).matchAll(/(?:href|src)="([^"]*\/assets\/[^"]*)"/g);
      const files = [...named].map(([, address]) => new URL(address, new URL(OFFLINE, scope)).href);
      // To ask for one file twice makes the whole of it fail.
      await frame.addAll([...new Set(files)]);
      await self.skipWaiting();
    })(),
  );
});

addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const old = (await caches.keys()).filter((name) => name.startsWith("frame-") && name !== FRAME);
      await Promise.all(old.map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  );
});

addEventListener("message", (event) => {
  if (event.data !== "latest") return;
  event.waitUntil(
    (async () => {
      const pages = await caches.open(PAGES);
      for (const place of LATEST) {
        const url = new URL(place, scope);
        if (!(await pages.match(url))) await pages.add(url).catch(() => {});
      }
    })(),
  );
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (kept(url)) event.respondWith(file(request));
});

/** A page: from the network; as it was seen, where there is none or it takes too long. */
async function page(request) {
  const pages = await caches.open(PAGES);
  const seen = await pages.match(request, { ignoreSearch: true });
  const fresh = fetch(request).then(async (response) => {
    if (response.ok && !response.redirected) await remember(pages, request, response.clone());
    else if (response.status === 404 || response.status === 410) await pages.delete(request);
    return response;
  });
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, seen));
  try {
    return (seen && (await Promise.race([fresh, late]))) || (await fresh);
  } catch {
    return seen || (await caches.match(OFFLINE)) || Response.error();
  }
}

/** A file whose name stands for its content: once fetched, it is never asked for again. */
async function file(request) {
  const found = await caches.match(request);
  if (found) return found;
  const response = await fetch(request);
  if (response.status === 200) await remember(await caches.open(PAGES), request, response.clone());
  return response;
}

async function remember(pages, request, response) {
  await pages.put(request, response);
  const known = await pages.keys();
  await Promise.all(known.slice(0, Math.max(0, known.length - MOST)).map((old) => pages.delete(old)));
}
