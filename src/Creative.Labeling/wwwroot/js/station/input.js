// Keys and clicks, on their way to the desk.

// Keys that move and resize what is on the stage.
const LOOKING = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'BracketLeft', 'BracketRight', 'Escape']);
const MOVES = { ArrowLeft: [-0.1, 0], ArrowRight: [0.1, 0], ArrowUp: [0, -0.1], ArrowDown: [0, 0.1] };

export class Input {
  #keys;
  #viewer;
  #marking;
  #queue;
  #act;

  /** `queue(work)` runs works one after the other; `act(action, pressedAt)` does what a key or button stands for. */
  constructor(keys, viewer, marking, queue, act) {
    this.#keys = keys;
    this.#viewer = viewer;
    this.#marking = marking;
    this.#queue = queue;
    this.#act = act;
    addEventListener('keydown', (event) => this.#press(event));
    document.getElementById('station').addEventListener('click', (event) => this.#click(event));
  }

  #press(event) {
    if (this.#isTyping(event.target)) return;
    const action = this.#keys.actionOf(event);
    const onButton = event.target.closest('button, a') && ['Enter', 'Space', 'NumpadEnter'].includes(event.code);
    const looks = LOOKING.has(event.code) && !event.target.closest('.panel');
    if (onButton || (!action && !looks)) return;
    event.preventDefault();
    this.#queue(() => (this.#marking.press(event, action) || this.#look(event) || !action ? undefined : this.#act(action, event.timeStamp)));
  }

  // Until the next frame the focus may still be in a window that has closed: keys are the station's again at once.
  #isTyping(target) {
    return target.closest('input, textarea, select, dialog, details') && !target.closest('dialog:not([open])');
  }

  // Arrows move what is enlarged; Escape shows it whole.
  #look(event) {
    if (!this.#viewer.zoomed || event.ctrlKey || event.altKey) return false;
    if (event.code === 'Escape') this.#viewer.fit();
    else if (MOVES[event.code]) this.#viewer.pan(...MOVES[event.code]);
    else return false;
    return true;
  }

  #click(event) {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.dataset.action) this.#queue(() => this.#act(button.dataset.action, event.timeStamp));
    // After a mouse click the keys belong to the image again, and not to the button.
    if (event.detail > 0) document.getElementById('stage').focus({ preventScroll: true });
  }
}
