/**
 * Lets the pages of phones open without a network. It keeps the application's own files below /console/ and nothing
 * else: an answer of the API never passes through it.
 */
export {};

// The library of types has pages, not workers; this much of a worker is used here.
interface Worker {
  addEventListener(type: 'install' | 'activate', listener: (event: { waitUntil(work: Promise<unknown>): void }) => void): void;
  addEventListener(type: 'message', listener: (event: { data: unknown; waitUntil(work: Promise<unknown>): void }) => void): void;
  addEventListener(type: 'fetch', listener: (event: { request: Request; respondWith(answer: Promise<Response>): void }) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}
const worker = globalThis as unknown as Worker;
const FILES = 'bihuan.files';
const PAGE = '/console/';
/** Not named by what is in them, and needed all the same. */
const OTHERS = ['/console/config.json', '/console/icon.svg'];
const ASSETS = '/console/assets/';
const PATIENCE = 4_000;
/** Files are the same whoever asks for them, and in whatever way. */
const ANY = { ignoreVary: true };

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('message', (event) => event.waitUntil(keep(event.data as string[]).catch(() => undefined)));

worker.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== location.origin || !pathname.startsWith(PAGE)) {
    return;
  }
  if (event.request.mode === 'navigate') {
    event.respondWith(newest(event.request, PAGE));
  } else if (OTHERS.includes(pathname)) {
    event.respondWith(newest(event.request, pathname));
  } else if (pathname.startsWith(ASSETS)) {
    event.respondWith(once(event.request));
  }
});

/** From the network while there is one that answers soon; else as it was kept. */
async function newest(request: Request, kept: string): Promise<Response> {
  const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) }).catch(() => undefined);
  if (answer && answer.status < 500) {
    return answer;
  }
  return (await (await caches.open(FILES)).match(kept, ANY)) ?? answer ?? Response.error();
}

/** Files whose name says what is in them never change. */
async function once(request: Request): Promise<Response> {
  const files = await caches.open(FILES);
  const kept = await files.match(request, ANY);
  if (kept) {
    return kept;
  }
  const answer = await fetch(request);
  if (answer.ok) {
    await files.put(request, answer.clone());
  }
  return answer;
}

/** The page is there with all its files: only then they stand for those kept before. */
async function keep(addresses: string[]) {
  const files = await caches.open(FILES);
  const assets = addresses.map((address) => new URL(address)).filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith(ASSETS));
  for (const asset of assets) {
    if (!(await files.match(asset, ANY))) {
      await files.add(asset);
    }
  }
  const before = await (await files.match(PAGE, ANY))?.text();
  await files.addAll([PAGE, ...OTHERS].map((address) => new Request(address, { cache: 'reload' })));
  const now = await (await files.match(PAGE, ANY))?.text();
  if (before !== undefined && before !== now) {
    const used = new Set(assets.map((asset) => asset.href));
    const old = (await files.keys()).filter(({ url }) => new URL(url).pathname.startsWith(ASSETS) && !used.has(url));
    await Promise.all(old.map((request) => files.delete(request)));
  }
}
