// Marking a fault: a point on the image, then its kind by number. The point can be moved and resized until then.
import { element } from '/js/common/dom.js';

const FIRST_RADIUS = 0.04;
const SMALLEST = 0.005;
const LARGEST = 0.5;
const GROW = 1.25;
const MOVE = 0.02;
const DIGITS = 10;

export class Marking {
  #menu;
  #kinds;
  #say;
  #keys;
  #done;
  #changed;
  #first = 0;
  draft = null;

  /** `done(mark)` gets the finished mark; `changed()` is called when the draft moved, grew or went. */
  constructor(menu, dimensions, say, keys, done, changed) {
    this.#menu = menu;
    this.#say = say;
    this.#keys = keys;
    this.#done = done;
    this.#changed = changed;
    this.#kinds = dimensions.flatMap((dimension) => dimension.markKinds.map((kind) => ({ dimension: dimension.id, kind: kind.id, name: `${dimension.name} · ${kind.name}` })));
  }

  get possible() {
    return this.#kinds.length > 0;
  }

  start(point) {
    if (!this.possible) return;
    this.draft = { ...point, radius: FIRST_RADIUS };
    this.#first = 0;
    this.#list();
    this.#menu.hidden = false;
    this.#changed();
  }

  // Ten kinds have a digit at a time.
  #list() {
    const digit = (i) => (i >= this.#first && i < this.#first + DIGITS ? element('kbd', {}, this.#keys.label(`choice${(i - this.#first + 1) % 10}`)) : null);
    this.#menu.replaceChildren(
      element('p', {}, this.#say('station.mark.choose')),
      ...this.#kinds.map((kind, i) => element('button', { type: 'button', click: () => this.choose(i) }, digit(i), kind.name)),
      ...(this.#kinds.length > DIGITS
        ? [element('button', { type: 'button', class: 'plain', click: () => this.#more() }, element('kbd', {}, this.#keys.label('pass')), this.#say('station.mark.more'))]
        : []),
      element('p', { class: 'quiet' }, this.#say('station.mark.hint')));
  }

  #more() {
    this.#first = this.#first + DIGITS < this.#kinds.length ? this.#first + DIGITS : 0;
    this.#list();
  }

  choose(index) {
    const kind = this.#kinds[index];
    if (!kind || !this.draft) return;
    const { x, y, radius } = this.draft;
    this.stop();
    this.#done({ dimension: kind.dimension, kind: kind.kind, x: round(x), y: round(y), radius: round(radius) });
  }

  stop() {
    this.draft = null;
    this.#menu.hidden = true;
    this.#changed();
  }

  /** A key while a point waits for its kind; true: it was for this. `action` is what the key map says. */
  press(event, action) {
    if (!this.draft) return false;
    const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const step = event.shiftKey ? MOVE / 4 : MOVE;
    const { x, y, radius } = this.draft;
    if (event.code === 'Escape' || action === 'back') this.stop();
    else if (action?.startsWith('choice')) this.choose(this.#first + (Number(action.slice(6)) + 9) % 10);
    else if (action === 'pass' && this.#kinds.length > DIGITS) this.#more();
    else if (arrows[event.code]) this.#set({ x: clamp(x + arrows[event.code][0] * step, 0, 1), y: clamp(y + arrows[event.code][1] * step, 0, 1) });
    else if (event.code === 'BracketLeft') this.#set({ radius: clamp(radius / GROW, SMALLEST, LARGEST) });
    else if (event.code === 'BracketRight') this.#set({ radius: clamp(radius * GROW, SMALLEST, LARGEST) });
    else return false;
    return true;
  }

  #set(change) {
    this.draft = { ...this.draft, ...change };
    this.#changed();
  }
}

const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
const round = (value) => Math.round(value * 1e4) / 1e4;
