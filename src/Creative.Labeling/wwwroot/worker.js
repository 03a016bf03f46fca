// Brings the scoring station up where the app cannot be reached, from what the station kept of itself when it last came up
// (js/station/offline.js). Whatever the app can send comes first, so that nothing old stands beside something new.
const KEPT = 'station';

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/')) return;
  // Whoever comes by here hands the browser to someone else, who must not be shown this one's station.
  if (request.mode === 'navigate' && pathname === '/sign-in') event.waitUntil(caches.delete(KEPT));
  event.respondWith(fetch(request).catch(async (failure) => {
    const kept = await caches.match(request.url, { cacheName: KEPT });
    if (kept) return kept;
    throw failure;
  }));
});
