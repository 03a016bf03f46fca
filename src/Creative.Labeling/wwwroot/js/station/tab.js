// Which tab this is. A tab holds a lock named after it for as long as it lives, so the others can see who is gone.
const PREFIX = 'creative-tab:';

/** The id of this tab: the same after a refresh, another one in a duplicate of the tab. */
export async function claimTab() {
  const kept = sessionStorage.getItem('tab');
  if (kept && (await hold(kept))) return kept;
  const fresh = crypto.randomUUID();
  await hold(fresh);
  sessionStorage.setItem('tab', fresh);
  return fresh;
}

/** The ids of the tabs that are open now. */
export async function tabsAlive() {
  const { held } = await navigator.locks.query();
  return new Set(held.filter((lock) => lock.name.startsWith(PREFIX)).map((lock) => lock.name.slice(PREFIX.length)));
}

// Resolves to whether the lock was free; it is then held until the tab goes.
function hold(tab) {
  return new Promise((answer) => {
    navigator.locks.request(PREFIX + tab, { ifAvailable: true }, (lock) => {
      answer(lock !== null);
      return lock === null ? undefined : new Promise(() => {});
    });
  });
}
