// The image on its ground: fit to the stage or closer, moved by drag, wheel and arrows, with the marks on it.
const SVG = 'http://www.w3.org/2000/svg';
const GROUNDS = ['checker', 'white', 'grey', 'black'];
const MARGIN = 24;
// Small elements are enlarged to be judged, but not so far that only their blur is judged.
const LARGEST_FIT = 4;
const STEP = 1.25;
const NEAREST = 16;
const CLICK_SLACK = 4;

export class Viewer {
  #stage;
  #view;
  #frame;
  #canvas;
  #marks;
  #size = { width: 1, height: 1 };
  #zoom = null;
  #centre = { x: 0.5, y: 0.5 };
  onpoint = () => {};

  constructor(stage) {
    this.#stage = stage;
    this.#view = stage.querySelector('.view');
    this.#frame = stage.querySelector('.frame');
    this.#canvas = stage.querySelector('canvas');
    this.#marks = stage.querySelector('svg');
    this.ground = localStorage.getItem('ground') ?? GROUNDS[0];
    stage.dataset.ground = this.ground;
    new ResizeObserver(() => this.#place()).observe(this.#view);
    this.#view.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    this.#view.addEventListener('pointerdown', (event) => this.#grab(event));
  }

  /** Shows a decoded image, whole. */
  show(bitmap, name) {
    this.#size = { width: bitmap.width, height: bitmap.height };
    this.#canvas.width = bitmap.width;
    this.#canvas.height = bitmap.height;
    this.#canvas.getContext('2d').drawImage(bitmap, 0, 0);
    this.#canvas.setAttribute('aria-label', name);
    this.#marks.setAttribute('viewBox', `0 0 ${bitmap.width} ${bitmap.height}`);
    this.#frame.hidden = false;
    this.fit();
  }

  hide() {
    this.#frame.hidden = true;
  }

  fit() {
    this.#zoom = null;
    this.#centre = { x: 0.5, y: 0.5 };
    this.#place();
  }

  /** Between whole and one screen pixel per image pixel, or twice the fit where that is no closer. */
  toggleZoom() {
    if (this.#zoom !== null) return this.fit();
    this.#zoom = Math.max(1 / devicePixelRatio, this.#fitScale() * 2);
    this.#place();
  }

  get zoomed() {
    return this.#zoom !== null;
  }

  /** Shares of the stage. */
  pan(x, y) {
    if (!this.zoomed) return;
    const scale = this.#scale();
    this.#moveTo(this.#centre.x + (x * this.#view.clientWidth) / (this.#size.width * scale), this.#centre.y + (y * this.#view.clientHeight) / (this.#size.height * scale));
  }

  nextGround() {
    this.ground = GROUNDS[(GROUNDS.indexOf(this.ground) + 1) % GROUNDS.length];
    this.#stage.dataset.ground = this.ground;
    localStorage.setItem('ground', this.ground);
    return this.ground;
  }

  /** Draws circles: [{ x, y, radius, label, draft }], shares of width and height; the radius of the width. */
  drawMarks(marks) {
    const { width, height } = this.#size;
    this.#marks.replaceChildren(...marks.flatMap((mark) => {
      const ring = (className) => {
        const circle = document.createElementNS(SVG, 'circle');
        circle.setAttribute('class', mark.draft ? `${className} draft` : className);
        circle.setAttribute('cx', mark.x * width);
        circle.setAttribute('cy', mark.y * height);
        circle.setAttribute('r', mark.radius * width);
        return circle;
      };
      const title = document.createElementNS(SVG, 'title');
      title.textContent = mark.label;
      const inner = ring('ring');
      inner.append(title);
      // Two rings, dark under light: visible on every image.
      return [ring('halo'), inner];
    }));
  }

  #fitScale() {
    const { width, height } = this.#size;
    return Math.min(LARGEST_FIT, (this.#view.clientWidth - 2 * MARGIN) / width, (this.#view.clientHeight - 2 * MARGIN) / height);
  }

  #scale() {
    return this.#zoom ?? this.#fitScale();
  }

  #moveTo(x, y) {
    this.#centre = { x: Math.min(1, Math.max(0, x)), y: Math.min(1, Math.max(0, y)) };
    this.#place();
  }

  #place() {
    const scale = this.#scale();
    const { width, height } = this.#size;
    const left = this.#view.clientWidth / 2 - this.#centre.x * width * scale;
    const top = this.#view.clientHeight / 2 - this.#centre.y * height * scale;
    this.#frame.style.width = `${width * scale}px`;
    this.#frame.style.height = `${height * scale}px`;
    this.#frame.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    this.#frame.dataset.close = String(this.zoomed && scale * devicePixelRatio >= 3);
  }

  #wheel(event) {
    event.preventDefault();
    const factor = event.deltaY < 0 ? STEP : 1 / STEP;
    const next = Math.min(NEAREST, this.#scale() * factor);
    if (next <= this.#fitScale()) return this.fit();
    // What is under the pointer stays there.
    const box = this.#canvas.getBoundingClientRect();
    const at = { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
    const kept = this.#scale() / next;
    this.#zoom = next;
    this.#moveTo(at.x + (this.#centre.x - at.x) * kept, at.y + (this.#centre.y - at.y) * kept);
  }

  #grab(down) {
    if (down.button !== 0) return;
    const from = { ...this.#centre };
    let moved = false;
    const move = (event) => {
      const x = event.clientX - down.clientX;
      const y = event.clientY - down.clientY;
      moved ||= Math.hypot(x, y) > CLICK_SLACK;
      if (!moved || !this.zoomed) return;
      const scale = this.#scale();
      this.#moveTo(from.x - x / (this.#size.width * scale), from.y - y / (this.#size.height * scale));
    };
    const up = (event) => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', up);
      if (moved) return;
      const box = this.#canvas.getBoundingClientRect();
      const x = (event.clientX - box.left) / box.width;
      const y = (event.clientY - box.top) / box.height;
      if (x >= 0 && x <= 1 && y >= 0 && y <= 1) this.onpoint({ x, y });
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', up);
  }
}
