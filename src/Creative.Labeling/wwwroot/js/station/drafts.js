// Keeps what was answered so far of the item on the screen. No key waits for the disk: while one state is being written,
// only the newest of those that follow waits its turn.
export class Drafts {
  #store;
  #newest = null;
  #writing = null;

  constructor(store) {
    this.#store = store;
  }

  /** Resolves to true when this state is on the disk and none came after it. */
  async keep(leaseId, actions) {
    const state = {};
    this.#newest = state;
    while (this.#writing) await this.#writing;
    if (this.#newest !== state) return false;
    this.#writing = this.#store.saveDraft(leaseId, actions).finally(() => { this.#writing = null; });
    await this.#writing;
    return this.#newest === state;
  }

  /** The item is answered: what still waits is not written any more. */
  drop() {
    this.#newest = null;
  }
}
