// Calibration: the designer's own try at worked examples, each followed by the answer agreed on and why. Before real work,
// once for each example and browser.
export class Practice {
  #api;
  #page;
  #storageKey;
  #entries = [];
  #images = new Map();
  #seen;
  tried = 0;
  agreed = 0;

  constructor(api, page) {
    this.#api = api;
    this.#page = page;
    this.#storageKey = `practised:${page.rater}:${page.project}`;
    this.#seen = new Set(JSON.parse(localStorage.getItem(this.#storageKey) ?? '[]'));
  }

  async load() {
    const answer = await this.#api.post('/examples', { project: this.#page.project });
    const examples = answer.body?.examples ?? [];
    const again = new URLSearchParams(location.search).has('practice');
    this.#entries = examples.filter((example) => again || !this.#seen.has(example.itemId)).map((example) => ({
      practice: true,
      leaseId: `example:${example.itemId}`,
      itemId: example.itemId,
      context: example.context ?? {},
      answer: example.answer ?? {},
      actions: [],
    }));
    await Promise.all(this.#entries.map(async (entry) => {
      const blob = await this.#api.image(entry.itemId);
      if (blob && !blob.gone) this.#images.set(entry.leaseId, await createImageBitmap(blob));
    }));
    // An example whose picture does not come teaches nothing.
    this.#entries = this.#entries.filter((entry) => this.#images.has(entry.leaseId));
  }

  get left() {
    return this.#entries.length;
  }

  get head() {
    return this.#entries[0];
  }

  get headImage() {
    return this.head && this.#images.get(this.head.leaseId);
  }

  /** The last example is done and its result has not been shown. */
  get toSum() {
    return this.tried > 0;
  }

  /** Compares a try with the answer: { agreed, rows: [{ dimension, own, known, within }] }. */
  compare(entry, judgement, dimensions) {
    const { answer } = entry;
    const known = (answer.verdict ?? '').replace('VERDICT_', '').toLowerCase();
    const rows = dimensions.filter((dimension) => answer.scores?.[dimension.id] !== undefined).map((dimension) => {
      const own = judgement.scores.get(dimension.id);
      const agreedOn = answer.scores[dimension.id];
      return { dimension, own, known: agreedOn, within: own !== undefined && Math.abs(own - agreedOn) <= (answer.tolerance ?? 0) };
    });
    const agreed = judgement.verdict === known;
    this.tried += 1;
    this.agreed += agreed ? 1 : 0;
    return { agreed, known, rows, reason: answer.reason?.byLocale?.[this.#page.locale] ?? answer.reason?.byLocale?.en ?? '', marks: answer.marks ?? [] };
  }

  /** The example in front is done. */
  shift() {
    const entry = this.#entries.shift();
    this.#images.get(entry.leaseId)?.close();
    this.#seen.add(entry.itemId);
    localStorage.setItem(this.#storageKey, JSON.stringify([...this.#seen]));
  }

  /** The result was shown. */
  finish() {
    this.tried = 0;
  }
}
