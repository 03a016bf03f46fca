// Keeps what the station consists of, so that it comes up again without a connection. worker.js hands it out then.

/** Does nothing where the browser has no service workers: they need https, or the app on this very machine. */
export async function keepForOffline() {
  if (!navigator.serviceWorker) return;
  await navigator.serviceWorker.register('/worker.js');
  const parts = performance.getEntriesByType('resource')
    .map((entry) => new URL(entry.name))
    .filter(({ origin, pathname }) => origin === location.origin && !pathname.startsWith('/api/'))
    .map(({ href }) => href);
  const kept = await caches.open('station');
  try {
    await kept.addAll([...new Set([location.href, ...parts])]);
  } catch (failure) {
    // Not reached just now: what was kept before is still there, since all or nothing is replaced.
    if (!(failure instanceof TypeError)) throw failure;
  }
}
