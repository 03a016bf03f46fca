// The answers as they are given: verdicts, dimensions, marks and the context of the item. Each is also a button, so that
// the panel works with a mouse, with Tab and Space, and with a screen reader.
import { element } from '/js/common/dom.js';
import { VERDICTS } from './judging.js';

export class Panel {
  #root;
  #say;
  #keys;
  #dimensions;
  #act;

  /** `act(action)` is called with what a button stands for. */
  constructor(root, say, keys, dimensions, act) {
    this.#root = root;
    this.#say = say;
    this.#keys = keys;
    this.#dimensions = dimensions;
    this.#act = act;
  }

  /** Draws a judgement; `still`: there is nothing to judge now. */
  draw(judgement, still = false) {
    const focused = document.activeElement?.closest('.panel') ? document.activeElement.id : '';
    this.#root.querySelector('.verdicts').replaceChildren(...VERDICTS.map((verdict, i) => this.#verdict(verdict, i + 1, judgement, still)));
    this.#root.querySelector('.dimensions').replaceChildren(...this.#dimensions.map((dimension, i) => this.#dimension(dimension, i + 1, judgement, still)));
    this.#root.querySelector('.marks').replaceChildren(...judgement.marks.map((mark) => element('li', {}, this.nameOfMark(mark))));
    this.#root.querySelector('.marks-title').hidden = judgement.marks.length === 0;
    this.#root.querySelector('.question').textContent = still ? '' : this.question(judgement);
    const finish = this.#root.querySelector('[data-action=finish]');
    finish.disabled = still || !judgement.mayFinish;
    for (const button of this.#root.querySelectorAll('[data-action] kbd')) button.textContent = this.#keys.label(button.closest('[data-action]').dataset.action);
    // The buttons are new; whoever was on one stays on it.
    if (focused) document.getElementById(focused)?.focus();
  }

  /** What is asked now, in a sentence. */
  question(judgement) {
    const { asked } = judgement;
    if (asked.step === 'verdict') return this.#say('station.ask.verdict');
    if (asked.step === 'fault') return this.#say(judgement.mayFinish ? 'station.ask.more' : 'station.ask.fault', { key: this.#keys.label('finish') });
    return asked.dimension?.question ?? '';
  }

  nameOfMark(mark) {
    const dimension = this.#dimensions.find((one) => one.id === mark.dimension);
    const kind = dimension?.markKinds.find((one) => one.id === mark.kind);
    return `${dimension?.name ?? mark.dimension} · ${kind?.name ?? mark.kind}`;
  }

  /** Shows where the item comes from and where it is seen. */
  drawContext(context) {
    const rows = [['prompt', context.prompt], ['class', context.elementClass], ['usage', context.usage], ['size', context.width ? `${context.width} × ${context.height}` : '']];
    this.#root.querySelector('.context dl').replaceChildren(...rows.filter(([, value]) => value).flatMap(([key, value]) => [
      element('dt', {}, this.#say(`station.context.${key}`)),
      element('dd', {}, value),
    ]));
    this.#root.querySelector('.seen').replaceChildren(...(context.seenIn ?? []).map((asset, i) => {
      const source = `/api/assets/${encodeURIComponent(asset)}/image`;
      return element('a', { href: source, target: '_blank', rel: 'noopener' }, element('img', { src: source, alt: this.#say('station.context.seen', { n: i + 1 }), loading: 'lazy' }));
    }));
  }

  #verdict(verdict, digit, judgement, still) {
    return element('button', {
      type: 'button', id: `verdict-${verdict}`, class: `verdict ${verdict}`, disabled: still,
      'aria-pressed': String(judgement.verdict === verdict),
      click: () => this.#act({ type: 'verdict', value: verdict }),
    // The numbers belong to the verdict only while it is asked for; later they are scores and faults.
    }, element('kbd', {}, this.#keys.label(judgement.asked.step === 'verdict' ? `choice${digit}` : verdict)), element('span', {}, this.#say(`verdict.${verdict}`)));
  }

  #dimension(dimension, digit, judgement, still) {
    const { asked } = judgement;
    const current = asked.step === 'score' && asked.dimension.id === dimension.id;
    const score = judgement.scores.get(dimension.id);
    const values = Array.from({ length: dimension.max - dimension.min + 1 }, (_, i) => dimension.min + i);
    const state = current ? 'asked' : judgement.passed.has(dimension.id) ? 'passed' : score === undefined ? 'open' : 'given';
    return element('li', { class: `dimension ${state}` },
      element('span', { class: 'name', id: `name-${dimension.id}`, title: dimension.question },
        asked.step === 'fault' ? element('kbd', {}, this.#keys.label(`choice${digit}`)) : null, dimension.name),
      element('span', { class: 'scale', role: 'group', 'aria-labelledby': `name-${dimension.id}` }, ...values.map((value) =>
        element('button', {
          type: 'button', id: `score-${dimension.id}-${value}`, class: 'pip', disabled: still || judgement.verdict === null,
          'aria-pressed': String(score === value), title: dimension.anchors[value] ?? '',
          click: () => this.#act({ type: 'score', dimension: dimension.id, value }),
        }, String(value)))),
      current && dimension.anchorLine ? element('span', { class: 'anchors' }, dimension.anchorLine) : null);
  }
}
