// What each key does. Physical keys (KeyboardEvent.code), because a Chinese input method hides the letters.

// Action → keys. Every action of one key can be given other keys; the rest (Escape, Ctrl+Z, arrows) are as everywhere.
const DEFAULTS = {
  usable: ['KeyJ'],
  unusable: ['KeyK'],
  unsure: ['KeyL'],
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9, 0].map((digit) => [`choice${digit}`, [`Digit${digit}`, `Numpad${digit}`]])),
  pass: ['Space', 'NumpadAdd'],
  finish: ['Enter', 'NumpadEnter'],
  back: ['Backspace', 'NumpadSubtract'],
  skip: ['KeyS'],
  flag: ['KeyF'],
  mark: ['KeyM', 'NumpadMultiply'],
  zoom: ['KeyZ', 'NumpadDecimal'],
  ground: ['KeyB'],
  help: ['Slash', 'KeyH'],
};

export const ACTIONS = Object.keys(DEFAULTS);

const NAMES = {
  Space: '␣', Enter: '⏎', Backspace: '⌫', Slash: '?', Minus: '-', Equal: '=', Comma: ',', Period: '.', Semicolon: ';', Quote: "'",
  BracketLeft: '[', BracketRight: ']', Backslash: '\\', Backquote: '`', Tab: '⇥', Delete: '⌦',
};

/** How a key is written on a button. */
export function nameOf(code) {
  return NAMES[code] ?? code.replace(/^(Key|Digit)/, '').replace('Numpad', 'Num ');
}

export class KeyMap {
  #storageKey;
  #keys;
  #on;

  /** Each rater has a map of their own in this browser. */
  constructor(rater) {
    this.#storageKey = `keys:${rater}`;
    const kept = JSON.parse(localStorage.getItem(this.#storageKey) ?? '{}');
    this.#keys = { ...DEFAULTS, ...kept.keys };
    this.#on = kept.on ?? true;
  }

  /** Whether keys without Ctrl do anything (WCAG 2.1.4). */
  get on() {
    return this.#on;
  }

  set on(value) {
    this.#on = value;
    this.#save();
  }

  keysOf(action) {
    return this.#keys[action];
  }

  /** The key that is shown for an action. */
  label(action) {
    return nameOf(this.#keys[action][0]);
  }

  /** The action of a key press; null: none. */
  actionOf(event) {
    if ((event.ctrlKey || event.metaKey) && event.code === 'KeyZ') return 'back';
    if (event.ctrlKey || event.metaKey || event.altKey || !this.#on) return null;
    return ACTIONS.find((action) => this.#keys[action].includes(event.code)) ?? null;
  }

  /** Gives an action another first key. Returns the action that has the key already; null: done. */
  assign(action, code) {
    const other = ACTIONS.find((candidate) => candidate !== action && this.#keys[candidate].includes(code));
    if (other) return other;
    this.#keys = { ...this.#keys, [action]: [code, ...this.#keys[action].slice(1).filter((key) => key !== code)] };
    this.#save();
    return null;
  }

  reset() {
    this.#keys = { ...DEFAULTS };
    this.#save();
  }

  #save() {
    localStorage.setItem(this.#storageKey, JSON.stringify({ keys: this.#keys, on: this.#on }));
  }
}
