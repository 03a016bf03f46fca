// What the browser keeps until the server has it. Everything that belongs together is one transaction.
import { openDB } from '/lib/idb.js';

const NAME = 'creative-labeling';
const VERSION = 2;

/** Opens the database of this browser, which all tabs share. */
export async function openStore() {
  const db = await openDB(NAME, VERSION, {
    upgrade(fresh, from) {
      // What was answered so far for an item of the pool: { leaseId, actions }. Apart from it: a key press does not write an image.
      fresh.createObjectStore('drafts', { keyPath: 'leaseId' });
      if (from === 1) return;
      // Items that are leased: { leaseId, rater, project, tab, order, itemId, expires, context, blob }
      fresh.createObjectStore('pool', { keyPath: 'leaseId' });
      // Events on their way: { seq, rater, event }, in the order in which they were made.
      fresh.createObjectStore('outbox', { keyPath: 'seq', autoIncrement: true });
      // What can be taken back: { seq, rater, project, tab, eventId, kind, itemId, leaseId, expires, context, actions }
      fresh.createObjectStore('history', { keyPath: 'seq', autoIncrement: true });
      // Events that the server will never take, with its reasons: { eventId, rater, event, problems }
      fresh.createObjectStore('refused', { keyPath: 'eventId' });
    },
    // A newer app wants to open it: everything is kept, so this tab comes back as the newer app too.
    blocking() {
      db.close();
      location.reload();
    },
  });
  return new Store(db);
}

class Store {
  constructor(db) {
    this.db = db;
  }

  /**
   * Writes an event and what follows from it, all or nothing, and returns when the database has it.
   * `change`: { rater, event, forget: leaseId?, keep: pool entry with its actions?, remember: history entry?, takeBack: seq? }
   */
  async commit(change) {
    const transaction = this.db.transaction(['pool', 'drafts', 'outbox', 'history'], 'readwrite');
    transaction.objectStore('outbox').add({ rater: change.rater, event: change.event });
    if (change.forget) drop(transaction, change.forget);
    if (change.keep) {
      const { actions, ...entry } = change.keep;
      transaction.objectStore('pool').put(entry);
      transaction.objectStore('drafts').put({ leaseId: entry.leaseId, actions });
    }
    if (change.takeBack !== undefined) transaction.objectStore('history').delete(change.takeBack);
    const remembered = change.remember ? transaction.objectStore('history').add(change.remember) : undefined;
    await transaction.done;
    return remembered;
  }

  putPool({ actions, ...entry }) {
    return this.db.put('pool', entry);
  }

  forget(leaseId) {
    const transaction = this.db.transaction(['pool', 'drafts'], 'readwrite');
    drop(transaction, leaseId);
    return transaction.done;
  }

  /** Keeps what was answered so far for an item. Writes are finished in the order in which they are asked for. */
  saveDraft(leaseId, actions) {
    return this.db.put('drafts', { leaseId, actions });
  }

  /** What was answered so far: leaseId → actions. */
  async drafts() {
    return new Map((await this.db.getAll('drafts')).map((draft) => [draft.leaseId, draft.actions]));
  }

  /** Takes over what tabs that are gone have left, and returns what is this tab's now, in order. */
  async adopt(name, { rater, project, tab }, alive) {
    const transaction = this.db.transaction(name, 'readwrite');
    const own = [];
    for (let cursor = await transaction.store.openCursor(); cursor; cursor = await cursor.continue()) {
      const entry = cursor.value;
      if (entry.rater !== rater || entry.project !== project || (entry.tab !== tab && alive.has(entry.tab))) continue;
      if (entry.tab !== tab) cursor.update({ ...entry, tab });
      own.push({ ...entry, tab });
    }
    await transaction.done;
    return own;
  }

  /** The oldest events of a rater, at most `count`. */
  async oldest(rater, count) {
    const found = [];
    const transaction = this.db.transaction('outbox');
    for (let cursor = await transaction.store.openCursor(); cursor && found.length < count; cursor = await cursor.continue()) {
      if (cursor.value.rater === rater) found.push(cursor.value);
    }
    return found;
  }

  /** Removes what the server has, and keeps apart what it refused. */
  async settle(stored, refused) {
    const transaction = this.db.transaction(['outbox', 'refused'], 'readwrite');
    for (const { seq } of [...stored, ...refused]) transaction.objectStore('outbox').delete(seq);
    for (const { event, rater, problems } of refused) transaction.objectStore('refused').put({ eventId: event.eventId, rater, event, problems });
    await transaction.done;
  }

  async counts(rater) {
    const outbox = await this.db.getAll('outbox');
    const refused = await this.db.getAll('refused');
    return {
      waiting: outbox.filter((entry) => entry.rater === rater).length,
      foreign: outbox.filter((entry) => entry.rater !== rater).length,
      refused: refused.filter((entry) => entry.rater === rater),
    };
  }
}

function drop(transaction, leaseId) {
  transaction.objectStore('pool').delete(leaseId);
  transaction.objectStore('drafts').delete(leaseId);
}
