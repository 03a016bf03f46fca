// Brings events to the server: in order, in batches, as often as it takes. An event leaves the browser's database only when
// the server says that it is on disk.
const BATCH = 100;
const BATCH_CHARACTERS = 200_000;
const PAUSE = 2_000;

export class Outbox {
  #store;
  #api;
  #rater;
  #channel = new BroadcastChannel('creative-outbox');
  #listener;
  #link = 'ok';
  #last = { waiting: 0, foreign: 0, refused: [] };
  #written = 0;
  #timer = 0;

  /** `listener` is told { link: 'ok' | 'offline' | 'signed-out', waiting, foreign, refused } after each change in any tab. */
  constructor(store, api, rater, listener) {
    this.#store = store;
    this.#api = api;
    this.#rater = rater;
    this.#listener = listener;
    this.#channel.onmessage = () => this.#report();
    addEventListener('online', () => this.flush());
    addEventListener('offline', () => { this.#link = 'offline'; this.#report(); });
    document.addEventListener('visibilitychange', () => this.flush());
  }

  get link() {
    return this.#link;
  }

  /** Sends what waits. One tab at a time does; the others find nothing left. */
  flush() {
    clearTimeout(this.#timer);
    return navigator.locks.request('creative-outbox', () => this.#sendAll());
  }

  /** An event was written: the line says so before anything else happens. Call announce when there is time. */
  added() {
    this.#written += 1;
    this.#last = { ...this.#last, waiting: this.#last.waiting + 1 };
    this.#listener({ link: this.#link, ...this.#last });
  }

  /** Tells the other tabs of what was written, and sends it. */
  announce() {
    this.#report();
    this.#channel.postMessage('changed');
    this.flush();
  }

  async #sendAll() {
    let limit = BATCH;
    for (;;) {
      const batch = cut(await this.#store.oldest(this.#rater, limit));
      if (batch.length === 0) break;
      const answer = await this.#api.post('/events', { events: batch.map((entry) => entry.event) });
      if (answer.ok) {
        await this.#settle(batch, answer.body.results ?? []);
        limit = BATCH;
      } else if (answer.status === 400 || answer.status === 413) {
        // One event spoils the whole batch: look for it in halves, and put it aside alone.
        if (batch.length === 1) await this.#putAside(batch[0], answer.body);
        else limit = Math.floor(batch.length / 2);
      } else {
        this.#link = [401, 403].includes(answer.status) ? 'signed-out' : 'offline';
        this.#timer = setTimeout(() => this.flush(), PAUSE);
        await this.#report();
        return;
      }
    }
    this.#link = 'ok';
    await this.#report();
  }

  async #settle(batch, results) {
    const byId = new Map(results.map((result) => [result.eventId, result]));
    const stateOf = (entry) => byId.get(entry.event.eventId)?.state;
    const stored = batch.filter((entry) => ['SUBMIT_STATE_STORED', 'SUBMIT_STATE_DUPLICATE'].includes(stateOf(entry)));
    const refused = batch
      .filter((entry) => stateOf(entry) === 'SUBMIT_STATE_REFUSED')
      .map((entry) => ({ ...entry, problems: byId.get(entry.event.eventId).problems ?? [] }));
    if (stored.length + refused.length === 0) throw new Error('The server answered for none of the events that it was sent.');
    await this.#store.settle(stored, refused);
    this.#channel.postMessage('changed');
    await this.#report();
  }

  async #putAside(entry, body) {
    const problems = body?.problems?.length ? body.problems : [{ field: '', description: body?.message ?? 'refused' }];
    await this.#store.settle([], [{ ...entry, problems }]);
  }

  async #report() {
    const written = this.#written;
    const counts = await this.#store.counts(this.#rater);
    // Counted before the last write: whoever wrote it asks again, and until then it is not called saved.
    if (written !== this.#written) return;
    this.#last = counts;
    this.#listener({ link: this.#link, ...this.#last });
  }
}

function cut(entries) {
  let characters = 0;
  return entries.filter((entry, i) => {
    characters += JSON.stringify(entry.event).length;
    return i === 0 || characters <= BATCH_CHARACTERS;
  });
}
