// What can be taken back: everything. First what this browser did, then what the server knows of earlier days.
import { actionsOf } from './judging.js';

// Pixels of images kept decoded, so that going back is as fast as going on: 96 MB.
const PIXELS = 24_000_000;
const PAGE = 50;

export class Past {
  #store;
  #api;
  #session;
  #entries = [];
  #images = new Map();
  #undone = new Set();
  #page = '';
  #older = [];
  #exhausted = false;

  constructor(store, api, session) {
    this.#store = store;
    this.#api = api;
    this.#session = session;
  }

  start(entries) {
    this.#entries = entries.sort((a, b) => a.seq - b.seq);
  }

  /** What is remembered of an event. */
  entryOf(entry, kind, event, actions) {
    const { rater, project, tab } = this.#session;
    return {
      rater, project, tab, kind, actions,
      eventId: event.eventId,
      itemId: entry.itemId,
      leaseId: entry.leaseId,
      expires: entry.expires,
      context: entry.context,
    };
  }

  add(entry, bitmap, blob) {
    this.#entries.push(entry);
    if (!bitmap) return;
    this.#images.set(entry.eventId, { bitmap, blob });
    let pixels = [...this.#images.values()].reduce((sum, image) => sum + image.bitmap.width * image.bitmap.height, 0);
    for (const [eventId, image] of this.#images) {
      if (pixels <= PIXELS || this.#images.size === 1) break;
      pixels -= image.bitmap.width * image.bitmap.height;
      image.bitmap.close();
      this.#images.delete(eventId);
    }
  }

  /** The last thing done that is not taken back; undefined: there is none. */
  async last() {
    return this.#entries.at(-1) ?? (await this.#fromServer());
  }

  /** The item as it was before its last step, for the front of the pool. */
  poolEntry(past, order) {
    const { rater, project, tab } = this.#session;
    const { itemId, leaseId, expires, context, actions } = past;
    return { leaseId, rater, project, tab, order, itemId, expires, context, blob: this.#images.get(past.eventId)?.blob ?? null, actions: actions.slice(0, -1) };
  }

  /** It is taken back. Returns its decoded image where it is still here. */
  remove(past) {
    this.#undone.add(past.eventId);
    this.#entries = this.#entries.filter((entry) => entry !== past);
    this.#older = this.#older.filter((entry) => entry !== past);
    const image = this.#images.get(past.eventId);
    this.#images.delete(past.eventId);
    return image?.bitmap;
  }

  async #fromServer() {
    while (this.#older.length === 0 && !this.#exhausted) {
      const answer = await this.#api.post('/own-events', { project: this.#session.project, pageSize: PAGE, pageToken: this.#page });
      if (!answer.ok) return undefined;
      this.#page = answer.body.nextPageToken ?? '';
      this.#exhausted = this.#page === '';
      this.#older = (answer.body.events ?? [])
        .filter(({ event, superseded }) => !superseded && ['EVENT_KIND_SCORE', 'EVENT_KIND_SKIP'].includes(event.kind) && !this.#undone.has(event.eventId))
        .map(({ event }) => ({ ...event, leaseId: event.leaseId ?? event.eventId, kind: event.kind.replace('EVENT_KIND_', ''), expires: Infinity, context: {}, actions: actionsOf(event) }));
    }
    return this.#older[0];
  }
}
