// The service worker: keeps the public files of one build on the device, so that its pages open without a connection.
// It knows the files of the site and nothing else: what a person types never reaches it.

const BUILD = '%BUILD%';
// Changes with the headers of the pages. A page is taken over from an older build only with the headers of this one.
const HEADERS = '%HEADERS%';
// Address, SHA-256, bytes on the way, pack. What is in no pack is kept on every device, in this order.
const FILES = %FILES%.map(([address, sum, bytes, pack]) => ({ address, sum, bytes, pack }));

const OURS = 'ringfence-';
const OWN = `${OURS}${HEADERS}-${BUILD}`;
const NOWHERE = '/404.html';
// These always come from the host: they say whether anything else may.
const NEVER = ['/sw.js', '/version.json'];
const AT_ONCE = 4;
const PATIENCE = 30_000;

const files = new Map(FILES.map((file) => [file.address, file]));
const path = (address) => new URL(address).pathname;
const ours = async () => (await caches.keys()).filter((name) => name.startsWith(OURS));
const kept = (address) => caches.match(address, { cacheName: OWN, ignoreVary: true });

// The same file in every build: its address without the hash of its content.
const stem = (address) => address.replace(/-[0-9a-f]{12}(?=\.)/, '');

const sum = async (answer) => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await answer.arrayBuffer()));
  return btoa(String.fromCharCode(...digest));
};

const heldIn = async (name) => {
  const requests = (await caches.has(name)) ? await (await caches.open(name)).keys() : [];
  return requests.map(({ url }) => path(url));
};

// Takes a file over from another build, when it is the same to the byte.
const takenOver = async (file, cache, others) => {
  for (const name of others) {
    const old = await caches.match(file.address, { cacheName: name, ignoreVary: true });
    if (old && (await sum(old.clone())) === file.sum) {
      await cache.put(file.address, old);
      return true;
    }
  }
  return false;
};

// Fetches a file. The browser compares what came with the sum, so that a sign-in page of a Wi-Fi is never kept. A copy in
// the browser's own cache is good enough when its bytes are; when they are not, all of it is asked for once more.
const fetched = async (file, cache, stop) => {
  const own = new AbortController();
  const end = () => own.abort();
  const timer = setTimeout(end, PATIENCE);
  stop.addEventListener('abort', end);
  if (stop.aborted) end();
  const ask = (freshness) => fetch(file.address, {
    integrity: `sha256-${file.sum}`, cache: freshness, redirect: 'error', signal: own.signal,
  });
  try {
    const answer = await ask('no-cache').catch(() => ask('reload'));
    if (!answer.ok) throw new Error(`${file.address}: ${answer.status}`);
    await cache.put(file.address, answer);
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', end);
  }
};

// Brings files, four at a time; the first that fails stops the others, and nothing is written after that is told.
const bring = async (wanted, tell) => {
  const others = (await ours()).filter((name) => name.startsWith(`${OURS}${HEADERS}-`));
  const cache = await caches.open(OWN);
  const stop = new AbortController();
  const rest = [...wanted];
  let done = 0;
  const hand = async () => {
    for (let file = rest.shift(); file; file = rest.shift()) {
      if (!(await takenOver(file, cache, others))) await fetched(file, cache, stop.signal);
      done += 1;
      tell({ kind: 'progress', done, files: wanted.length });
    }
  };
  const hands = Array.from({ length: AT_ONCE }, hand);
  try {
    await Promise.all(hands);
  } catch (why) {
    rest.length = 0;
    stop.abort();
    await Promise.allSettled(hands);
    throw why;
  }
};

const tellPages = async (message) => {
  for (const page of await clients.matchAll({ type: 'window', includeUncontrolled: true })) page.postMessage(message);
};

// What every device keeps, and of the rest what an older build kept here: that stays, and is brought up to date.
const install = async () => {
  const had = (await Promise.all((await ours()).map(heldIn))).flat().map(stem);
  const wanted = FILES.filter((file) => !file.pack || had.includes(stem(file.address)));
  const begun = await caches.has(OWN);
  try {
    await bring(wanted, tellPages);
  } catch (why) {
    // What this attempt wrote goes. What was there before it was compared when it was written, and may be in use.
    if (!begun) await caches.delete(OWN);
    throw why;
  }
};

const activate = async () => {
  for (const name of await ours()) if (name !== OWN) await caches.delete(name);
  await clients.claim();
};

// On a borrowed device only what every device keeps is kept.
const isBorrowed = async (event) => {
  const page = event.clientId && (await clients.get(event.clientId));
  return [event.request.url, page ? page.url : ''].some((address) => address.endsWith('#borrowed'));
};

const answer = async (event, file) => {
  const held = await kept(file.address);
  if (held) return held;
  const came = await fetch(event.request);
  if (file.pack && came.ok) {
    const copy = came.clone();
    event.waitUntil((async () => {
      if (await isBorrowed(event) || (await sum(copy.clone())) !== file.sum) return;
      await (await caches.open(OWN)).put(file.address, copy);
    })().catch(() => {}));
  }
  return came;
};

// An address that is no file of this build: another spelling of a page, a page of a newer build, or nothing.
const elsewhere = async (request) => {
  const asked = path(request.url);
  const page = asked.endsWith('/index.html') ? asked.slice(0, -'index.html'.length) : `${asked}/`;
  if (files.has(page)) return Response.redirect(page);
  try {
    return await fetch(request);
  } catch {
    const held = await kept(NOWHERE);
    return held ? new Response(held.body, { status: 404, headers: held.headers }) : Response.error();
  }
};

// What a page may ask for; each answers through the port that came with the question.

const state = async (tell) => {
  const held = await heldIn(OWN);
  const packs = {};
  for (const { address, bytes, pack } of FILES) {
    const sums = (packs[pack] ??= { files: 0, held: 0, bytes: 0, heldBytes: 0 });
    sums.files += 1;
    sums.bytes += bytes;
    if (held.includes(address)) { sums.held += 1; sums.heldBytes += bytes; }
  }
  tell({ kind: 'state', build: BUILD, packs });
};

const everything = async (tell) => {
  const held = await heldIn(OWN);
  await bring(FILES.filter(({ address }) => !held.includes(address)), tell);
  await state(tell);
};

// Reads every kept file again. One that is not what it was goes, and is asked for anew.
const test = async (tell) => {
  const held = await heldIn(OWN);
  const looked = FILES.filter(({ address, pack }) => !pack || held.includes(address));
  const bad = [];
  for (const [place, file] of looked.entries()) {
    const answer = await kept(file.address);
    if (!answer || (await sum(answer)) !== file.sum) {
      bad.push(file);
      await (await caches.open(OWN)).delete(file.address);
    }
    tell({ kind: 'progress', done: place + 1, files: looked.length });
  }
  const mended = await bring(bad, () => {}).then(() => true, () => false);
  tell({ kind: 'tested', files: looked.length, bad: bad.length, mended });
};

// The new build takes over only when one page is open: another could hold what a person typed.
const use = async (tell) => {
  const open = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (open.length > 1) tell({ kind: 'others' });
  else await skipWaiting();
};

const deeds = new Map(Object.entries({ state, everything, test, use }));

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(activate()));
addEventListener('message', (event) => {
  const [port] = event.ports;
  const deed = deeds.get(event.data);
  const tell = (message) => port.postMessage(message);
  if (deed && port) event.waitUntil(deed(tell).catch(() => tell({ kind: 'failed' })));
});
addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin || NEVER.includes(pathname)) return;
  // The query is no part of the question: a kept page is the same whatever stands behind its address.
  const file = files.get(pathname);
  if (file) event.respondWith(answer(event, file));
  else if (mode === 'navigate') event.respondWith(elsewhere(event.request));
});
