// Windows over the station: help, keys, a flag's comment, refused events.
import { element } from '/js/common/dom.js';
import { ACTIONS } from './keys.js';

const byId = (id) => document.getElementById(id);

export class Dialogs {
  #say;
  #keys;

  constructor(say, keys) {
    this.#say = say;
    this.#keys = keys;
    for (const button of document.querySelectorAll('dialog [data-close]')) button.addEventListener('click', () => button.closest('dialog').close());
  }

  help() {
    byId('help-keys').replaceChildren(...ACTIONS.filter((action) => !/^choice[2-9]$|^choice0$/.test(action)).flatMap((action) => [
      element('dt', {}, element('kbd', {}, action === 'choice1' ? '1 – 9' : this.#keys.label(action))),
      element('dd', {}, this.#say(action === 'choice1' ? 'key.choices' : `key.${action}`)),
    ]));
    byId('help').showModal();
  }

  /** Asks for a comment; resolves to null when there is none to send. */
  flag() {
    const dialog = byId('flag');
    const text = dialog.querySelector('textarea');
    text.value = '';
    dialog.returnValue = '';
    dialog.showModal();
    text.onkeydown = (event) => { if (event.code === 'Enter' && (event.ctrlKey || event.metaKey)) dialog.close('send'); };
    return new Promise((answer) => {
      dialog.addEventListener('close', () => answer(dialog.returnValue === 'send' && text.value.trim() ? text.value.trim() : null), { once: true });
    });
  }

  /** Keys by action, each to be changed by pressing another. */
  settings(changed) {
    const dialog = byId('keys');
    const on = byId('keys-on');
    on.checked = this.#keys.on;
    on.onchange = () => { this.#keys.on = on.checked; changed(); };
    byId('keys-reset').onclick = () => { this.#keys.reset(); this.#list(changed); changed(); };
    this.#list(changed);
    dialog.showModal();
  }

  #list(changed) {
    const problem = byId('keys-problem');
    problem.textContent = '';
    byId('keys-list').replaceChildren(...ACTIONS.map((action) => {
      const name = /^choice/.test(action) ? this.#say('key.choice', { n: action.slice(6) }) : this.#say(`key.${action}`);
      const button = element('button', { type: 'button', class: 'key' }, this.#keys.keysOf(action).map((_, i, all) => i === 0 ? this.#keys.label(action) : null).filter(Boolean).join(' '));
      button.addEventListener('click', () => {
        button.textContent = this.#say('keys.press');
        button.addEventListener('keydown', (event) => {
          // The list is drawn anew below: without this the key would reach the station as one outside of any window.
          event.preventDefault();
          event.stopPropagation();
          const taken = event.code === 'Escape' ? null : this.#keys.assign(action, event.code);
          this.#list(changed);
          if (taken) problem.textContent = this.#say('keys.taken', { action: /^choice/.test(taken) ? this.#say('key.choice', { n: taken.slice(6) }) : this.#say(`key.${taken}`) });
          changed();
        }, { once: true });
      });
      return element('li', {}, element('span', {}, name), button);
    }));
  }

  /** Events that the server will not take, with its reasons. They stay in this browser. */
  refused(entries) {
    byId('refused-list').replaceChildren(...entries.map(({ event, problems }) => element('li', {},
      element('strong', {}, `${event.kind.replace('EVENT_KIND_', '')} ${event.itemId ?? ''}`),
      element('ul', {}, ...[...new Set(problems.map((problem) => `${problem.field ?? ''} ${problem.description}`.trim()))].map((reason) => element('li', {}, reason))))));
    const link = byId('refused-save');
    URL.revokeObjectURL(link.href);
    link.href = URL.createObjectURL(new Blob([JSON.stringify(entries, null, 2)], { type: 'application/json' }));
    byId('refused').showModal();
  }

  /** The browser cannot keep what was done. */
  broken(failure) {
    byId('broken-reason').textContent = `${failure.name}: ${failure.message}`;
    if (!byId('broken').open) byId('broken').showModal();
  }
}
