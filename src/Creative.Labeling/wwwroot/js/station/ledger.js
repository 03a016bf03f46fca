// What is done for good, and how it is taken back: events on the browser's disk, with all that follows from each.
import { undoEvent } from './events.js';

export class Ledger {
  #parts;
  #past;

  constructor(parts, past) {
    this.#parts = parts;
    this.#past = past;
  }

  start(history) {
    this.#past.start(history);
  }

  /** The item in front is answered. When this returns, the event is on the browser's disk. */
  async judge(entry, kind, event, actions) {
    const { store, outbox, pool, session } = this.#parts;
    const remember = this.#past.entryOf(entry, kind, event, actions);
    remember.seq = await store.commit({ rater: session.rater, event, forget: entry.leaseId, remember });
    outbox.added();
    const { bitmap } = pool.shift();
    this.#past.add(remember, bitmap, entry.blob);
  }

  /** The item stays in front. */
  async flag(entry, event) {
    const { store, outbox, session } = this.#parts;
    const remember = this.#past.entryOf(entry, 'FLAG', event, []);
    remember.seq = await store.commit({ rater: session.rater, event, remember });
    this.#past.add(remember);
    outbox.added();
  }

  /** Takes the last thing back: 'FLAG'; 'ITEM', which is in front again, without its last step; undefined: there is nothing. */
  async takeBack(at) {
    const { store, outbox, pool, session } = this.#parts;
    const past = await this.#past.last();
    if (!past) return undefined;
    const event = undoEvent(session, past, { shownAt: at, decidedAt: at });
    if (past.kind === 'FLAG') {
      await store.commit({ rater: session.rater, event, takeBack: past.seq });
      this.#past.remove(past);
      outbox.added();
      return 'FLAG';
    }
    const again = this.#past.poolEntry(past, pool.orderBeforeAll);
    await store.commit({ rater: session.rater, event, takeBack: past.seq, keep: again });
    outbox.added();
    pool.unshift(again, this.#past.remove(past));
    return 'ITEM';
  }
}
