// The items to judge next: leased, fetched and decoded ahead, so that the next image is there when its turn comes.
const TARGET = 28;
const LOW = 20;
const DECODE_AHEAD = 12;
const DECODED_PIXELS = 48_000_000;
const FETCHES = 4;
const RETRY = 4_000;

export class Pool {
  #store;
  #api;
  #session;
  #entries = [];
  #bitmaps = new Map();
  #decoding = new Set();
  #busy = null;
  #timer = 0;
  #changed;
  reason = '';
  breakUntil = 0;

  /** `changed` is called when an image became ready or leasing has something to tell. */
  constructor(store, api, session, changed) {
    this.#store = store;
    this.#api = api;
    this.#session = session;
    this.#changed = changed;
  }

  /** Starts with what this tab had, or tabs that are gone. */
  async start(alive) {
    const kept = await this.#store.adopt('pool', this.#session, alive);
    const drafts = await this.#store.drafts();
    this.#entries = kept.map((entry) => ({ ...entry, actions: drafts.get(entry.leaseId) ?? entry.actions ?? [] })).sort((a, b) => a.order - b.order);
    this.refill();
  }

  get length() {
    return this.#entries.length;
  }

  /** The next item; undefined: there is none now. */
  get head() {
    return this.#entries[0];
  }

  /** Its decoded image; undefined: not here yet. */
  get headImage() {
    return this.head && this.#bitmaps.get(this.head.leaseId);
  }

  /** The head is answered. Its bitmap is kept by whoever may want it back. Call refill when there is time. */
  shift() {
    const entry = this.#entries.shift();
    const bitmap = this.#bitmaps.get(entry.leaseId);
    this.#bitmaps.delete(entry.leaseId);
    return { entry, bitmap };
  }

  /** Puts an item back in front. */
  unshift(entry, bitmap) {
    this.#entries.unshift(entry);
    if (bitmap) this.#bitmaps.set(entry.leaseId, bitmap);
    else this.refill();
  }

  /** An order before every other. */
  get orderBeforeAll() {
    return Math.min(0, ...this.#entries.map((entry) => entry.order)) - 1;
  }

  /** Leases, fetches and decodes until there is enough; one such run at a time. */
  refill() {
    this.#busy ??= this.#fill().finally(() => { this.#busy = null; });
    return this.#busy;
  }

  async #fill() {
    clearTimeout(this.#timer);
    await this.#decodeAhead();
    if (this.#entries.length < LOW) await this.#lease();
    await this.#fetchAll();
    await this.#decodeAhead();
    const wanting = this.#entries.length < LOW || this.#entries.some((entry) => !entry.blob);
    if (wanting) this.#timer = setTimeout(() => this.refill(), RETRY);
    this.#changed();
  }

  async #lease() {
    const answer = await this.#api.post('/lease', { project: this.#session.project, count: TARGET - this.#entries.length });
    if (!answer.ok) {
      this.reason = [401, 403].includes(answer.status) ? 'signed-out' : answer.status === 0 || answer.status >= 500 ? 'offline' : 'refused';
      return;
    }
    this.reason = answer.body.reason ?? '';
    this.breakUntil = answer.body.breakUntil ? Date.parse(answer.body.breakUntil) : 0;
    // What ran out meanwhile went back to the others; what is on the screen may still be answered.
    for (const late of this.#entries.filter((entry, i) => i > 0 && entry.expires < Date.now())) await this.drop(late);
    const { rater, project, tab } = this.#session;
    // An item that was taken back is here already, under its old lease.
    const here = new Set(this.#entries.map((entry) => entry.itemId));
    const last = Math.max(0, ...this.#entries.map((entry) => entry.order));
    const fresh = (answer.body.items ?? []).filter((item) => !here.has(item.itemId)).map((item, i) => ({
      leaseId: item.leaseId,
      rater, project, tab,
      order: last + 1 + i,
      itemId: item.itemId,
      expires: Date.parse(item.expireTime),
      context: item.context ?? {},
      blob: null,
      actions: [],
    }));
    for (const entry of fresh) {
      await this.#store.putPool(entry);
      this.#entries.push(entry);
    }
  }

  // In the order in which they come up, a few at a time.
  async #fetchAll() {
    const missing = this.#entries.filter((entry) => !entry.blob);
    const fetchNext = async () => {
      for (let entry = missing.shift(); entry; entry = missing.shift()) {
        const blob = await this.#api.image(entry.itemId);
        if (blob === null) return;
        if (blob.gone) { await this.drop(entry); continue; }
        entry.blob = blob;
        if (this.#entries.includes(entry)) await this.#store.putPool(entry);
        await this.#decodeAhead();
      }
    };
    await Promise.all(Array.from({ length: FETCHES }, fetchNext));
  }

  async #decodeAhead() {
    let pixels = 0;
    for (const entry of this.#entries.slice(0, DECODE_AHEAD)) {
      pixels += (entry.context.width ?? 512) * (entry.context.height ?? 512);
      if (pixels > DECODED_PIXELS && entry !== this.head) break;
      if (!entry.blob || this.#bitmaps.has(entry.leaseId) || this.#decoding.has(entry.leaseId)) continue;
      this.#decoding.add(entry.leaseId);
      try {
        this.#bitmaps.set(entry.leaseId, await createImageBitmap(entry.blob));
      } catch (damaged) {
        if (damaged.name !== 'InvalidStateError') throw damaged;
        // Half an image came: fetch it again.
        entry.blob = null;
      } finally {
        this.#decoding.delete(entry.leaseId);
      }
      if (entry === this.head) this.#changed();
    }
  }

  /** Lets an item go that cannot be shown. */
  async drop(entry) {
    this.#entries = this.#entries.filter((other) => other !== entry);
    await this.#store.forget(entry.leaseId);
  }
}
