// What stands on the stage when no image does: waiting, the break, an explained answer, the end of the examples.
import { element } from '/js/common/dom.js';

const SECOND = 1_000;

export class Screens {
  #say;
  #practice;
  #screen = document.getElementById('screen');
  #timer = 0;
  waitsForGo = false;

  constructor(say, practice) {
    this.#say = say;
    this.#practice = practice;
  }

  clear() {
    clearInterval(this.#timer);
    this.waitsForGo = false;
    this.#screen.hidden = true;
  }

  /** Why there is no image: "loading", "empty", "closed", "held", "offline", "signed-out" or "refused". */
  wait(reason) {
    this.#show(this.#say(`station.wait.${reason}`), [this.#say(`station.wait.${reason}.hint`)]);
  }

  /** The break, with the time that is left. */
  rest(until, over) {
    const left = element('p', { class: 'countdown', 'aria-hidden': 'true' });
    const tick = () => {
      const seconds = Math.max(0, Math.ceil((until - Date.now()) / SECOND));
      left.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
      if (seconds === 0) over();
    };
    this.#show(this.#say('station.break'), [this.#say('station.break.hint'), left]);
    this.#timer = setInterval(tick, SECOND);
    tick();
  }

  /** The answer agreed on beside the designer's own. Returns the marks of the answer. */
  compare(entry, judgement, dimensions) {
    const result = this.#practice.compare(entry, judgement, dimensions);
    // What was left open is neither right nor wrong.
    const sign = (own, agrees) => (own === undefined ? '' : agrees ? '✓' : '≠');
    const row = (name, own, known, agrees) => element('tr', { class: own === undefined ? 'open' : agrees ? 'agrees' : 'differs' },
      element('th', { scope: 'row' }, name), element('td', {}, own ?? '–'), element('td', {}, known), element('td', {}, sign(own, agrees)));
    const verdict = (value) => (value ? this.#say(`verdict.${value}`) : '–');
    this.#show(this.#say(result.agreed ? 'station.practice.agreed' : 'station.practice.differs'), [
      element('table', {},
        element('thead', {}, element('tr', {}, ...['', 'station.practice.own', 'station.practice.known', ''].map((key) => element('th', { scope: 'col' }, key && this.#say(key))))),
        element('tbody', {}, row(this.#say('station.practice.verdict'), verdict(judgement.verdict), verdict(result.known), result.agreed),
          ...result.rows.map(({ dimension, own, known, within }) => row(dimension.name, own, known, within)))),
      result.reason,
    ], 'answer', true);
    return result.marks;
  }

  /** The end of the examples. */
  sum() {
    this.#show(this.#say('station.practice.done'), [this.#say('station.practice.sum', { agreed: this.#practice.agreed, tried: this.#practice.tried })], '', true);
  }

  /** How far the designer is. */
  count(judged, practice) {
    document.getElementById('count').textContent = practice.head
      ? this.#say('station.practice.left', { n: practice.left })
      : this.#say('station.count', { n: judged });
  }

  #show(title, parts, kind = '', go = false) {
    clearInterval(this.#timer);
    this.waitsForGo = go;
    this.#screen.className = `screen ${kind}`;
    this.#screen.replaceChildren(
      element('h2', {}, title),
      ...parts.filter(Boolean).map((part) => (typeof part === 'string' ? element('p', {}, part) : part)),
      ...(go ? [element('button', { type: 'button', class: 'primary', 'data-action': 'finish' }, this.#say('station.go'))] : []));
    this.#screen.hidden = false;
    if (go) this.#screen.querySelector('button').focus({ preventScroll: true });
    document.getElementById('announcer').textContent = title;
  }
}
