// Half an hour of work, then five minutes of rest. Counted over all tabs of a browser, from judgement to judgement.
const WORK = 30 * 60_000;
const REST = 5 * 60_000;

export class Breaks {
  #storageKey;

  constructor(rater) {
    this.#storageKey = `work:${rater}`;
  }

  /** A judgement was made. */
  worked(now = Date.now()) {
    const { since, last } = this.#read();
    localStorage.setItem(this.#storageKey, JSON.stringify({ since: now - last >= REST ? now : since, last: now }));
  }

  /** When the break is over, in milliseconds since 1970; 0: there is none to make. */
  until(now = Date.now()) {
    const { since, last } = this.#read();
    return last - since >= WORK && now - last < REST ? last + REST : 0;
  }

  #read() {
    return JSON.parse(localStorage.getItem(this.#storageKey) ?? '{"since":0,"last":0}');
  }
}
