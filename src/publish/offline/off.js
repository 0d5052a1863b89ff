// The kill switch. Laid over `/sw.js` on the host, it takes the offline copy off every device that comes by: docs/offline.md.
// What a person keeps is in IndexedDB, which it leaves alone; a page with something typed in it stays as it is.

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil((async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith('ringfence-'));
  await Promise.all(names.map((name) => caches.delete(name)));
  await registration.unregister();
  // A page registers it again, and finds nothing to remove: only the first time are pages told, or they would load for ever.
  if (!names.length) return;
  for (const page of await clients.matchAll({ type: 'window', includeUncontrolled: true })) {
    page.postMessage({ kind: 'gone' });
  }
})()));
