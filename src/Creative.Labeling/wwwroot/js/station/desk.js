// What happens between a key press and the next image. Keys are taken one after the other: an event that one of them made is
// on the browser's disk before the next is looked at, so that fast fingers never hit the wrong image.
import { choice, judge, pass } from './judging.js';
import { Drafts } from './drafts.js';
import { itemEvent, scoreEvent } from './events.js';
import { Input } from './input.js';
import { Ledger } from './ledger.js';
import { Marking } from './marking.js';
import { Panel } from './panel.js';
import { Past } from './past.js';
import { Screens } from './screens.js';
import { Viewer } from './viewer.js';

export class Desk {
  #parts;
  #viewer = new Viewer(document.getElementById('stage'));
  #panel;
  #marking;
  #screens;
  #ledger;
  #drafts;
  #turn = Promise.resolve();
  #entry = null;
  #actions = [];
  #shownAt = 0;
  #pressedAt = 0;
  #judged = 0;
  #started = false;

  constructor(parts) {
    this.#parts = parts;
    const { page, say, keys } = parts;
    this.#panel = new Panel(document.getElementById('panel'), say, keys, page.dimensions, (action) => this.#now(action));
    this.#marking = new Marking(document.getElementById('mark-menu'), page.dimensions, say, keys,
      (mark) => this.#now({ type: 'mark', mark }), () => this.#drawMarks());
    this.#screens = new Screens(say, parts.practice);
    this.#drafts = new Drafts(parts.store);
    this.#ledger = new Ledger(parts, new Past(parts.store, parts.api, parts.session));
    this.#viewer.onpoint = (point) => { if (this.#entry) this.#marking.start(point); };
    new Input(keys, this.#viewer, this.#marking, (work) => this.#queue(work), (action, at) => this.#do(action, at));
  }

  async start(history) {
    this.#ledger.start(history);
    await this.#parts.practice.load();
    this.#started = true;
    this.#next();
  }

  // A click: there is no key press to take its time from.
  #now(action) {
    const at = performance.now();
    this.#queue(() => { this.#pressedAt = at; return this.#act(action); });
  }

  /** An image became ready, or there is news from leasing. */
  poolChanged() {
    if (this.#started && !this.#entry && !this.#screens.waitsForGo) this.#queue(() => (this.#entry ? undefined : this.#next()));
  }

  #queue(work) {
    this.#turn = this.#turn.then(work).catch((failure) => {
      // Nothing goes on when the browser cannot keep what was done: that would lose it.
      this.#parts.dialogs.broken(failure);
      throw failure;
    });
    return this.#turn;
  }

  async #do(action, pressedAt) {
    this.#pressedAt = pressedAt;
    const { page, dialogs, say } = this.#parts;
    switch (action) {
      case 'help': return dialogs.help();
      case 'keys': return dialogs.settings(() => this.#draw());
      case 'zoom': return this.#viewer.toggleZoom();
      case 'ground': return this.#say(say(`station.ground.${this.#viewer.nextGround()}`));
      case 'back': return this.#back();
      default:
    }
    if (this.#screens.waitsForGo) return action === 'finish' ? this.#go() : undefined;
    if (!this.#entry) return undefined;
    const judgement = this.#judgement;
    switch (action) {
      case 'usable': case 'unusable': case 'unsure': return this.#act({ type: 'verdict', value: action });
      case 'finish': return judgement.mayFinish ? this.#act({ type: 'finish' }) : this.#say(this.#panel.question(judgement));
      case 'pass': return this.#act(pass(judgement));
      case 'mark': return this.#marking.start({ x: 0.5, y: 0.5 });
      case 'skip': return this.#entry.practice ? undefined : this.#leave('SKIP', itemEvent('SKIP', this.#parts.session, this.#entry, this.#times));
      case 'flag': return this.#entry.practice ? undefined : this.#flag();
      default: return this.#act(choice(Number(action.slice(6)), judgement, page.dimensions));
    }
  }

  get #judgement() {
    return judge(this.#actions, this.#parts.page.dimensions);
  }

  get #times() {
    return { shownAt: performance.timeOrigin + this.#shownAt, decidedAt: performance.timeOrigin + (this.#pressedAt || performance.now()) };
  }

  /** One step of the judgement; the last one keeps it and brings the next image. */
  async #act(action) {
    if (!action || !this.#entry || this.#screens.waitsForGo) return;
    this.#actions = [...this.#actions, action];
    const judgement = this.#judgement;
    if (!judgement.complete) {
      this.#keepDraft();
      return;
    }
    if (this.#entry.practice) {
      this.#draw();
      this.#viewer.drawMarks(this.#screens.compare(this.#entry, judgement, this.#parts.page.dimensions).map((mark) => this.#named(mark)));
      return;
    }
    await this.#leave('SCORE', scoreEvent(this.#parts.session, this.#entry, judgement, this.#times));
  }

  // The answer is drawn when it is kept: what looks given survives a reload. The next key does not wait for that.
  #keepDraft() {
    if (this.#entry.practice) {
      this.#draw();
      return;
    }
    this.#drafts.keep(this.#entry.leaseId, this.#actions).then(
      (newest) => newest && this.#draw(),
      (failure) => this.#queue(() => { throw failure; }));
  }

  async #leave(kind, event) {
    const { outbox, pool, breaks } = this.#parts;
    this.#drafts.drop();
    await this.#ledger.judge(this.#entry, kind, event, this.#actions);
    breaks.worked();
    this.#judged += 1;
    this.#next();
    // The image first: sending and fetching ahead wait for the frame that shows it.
    requestAnimationFrame(() => setTimeout(() => {
      outbox.announce();
      pool.refill();
    }));
  }

  /** Takes the last step back; at the beginning of an item, the item before. */
  async #back() {
    if (this.#marking.draft) return this.#marking.stop();
    if (this.#actions.length > 0 && this.#entry && !this.#screens.waitsForGo) {
      this.#actions = this.#actions.slice(0, -1);
      return this.#keepDraft();
    }
    const { outbox, say } = this.#parts;
    const taken = await this.#ledger.takeBack(performance.timeOrigin + this.#pressedAt);
    if (!taken) return this.#say(say('station.nothing.back'));
    if (taken === 'ITEM') {
      this.#entry = null;
      this.#screens.clear();
      this.#next();
    }
    outbox.announce();
    return this.#say(say(taken === 'ITEM' ? 'station.back' : 'station.flag.back'));
  }

  async #flag() {
    const comment = await this.#parts.dialogs.flag();
    if (comment === null || !this.#entry) return;
    await this.#ledger.flag(this.#entry, { ...itemEvent('FLAG', this.#parts.session, this.#entry, this.#times), comment });
    this.#parts.outbox.announce();
    this.#say(this.#parts.say('station.flag.kept'));
  }

  #go() {
    const { practice } = this.#parts;
    if (this.#entry?.practice) practice.shift();
    else if (!practice.head) practice.finish();
    this.#screens.clear();
    this.#entry = null;
    this.#next();
  }

  // The next image, or the screen that says why there is none.
  #next() {
    const { pool, practice, breaks, outbox } = this.#parts;
    this.#marking.stop();
    const rest = breaks.until() || (pool.length === 0 ? pool.breakUntil : 0);
    const source = practice.head ? practice : pool;
    if (practice.toSum && !practice.head) return this.#rest(() => this.#screens.sum());
    if (rest > Date.now()) return this.#rest(() => this.#screens.rest(rest, () => this.#queue(() => this.#go())));
    if (!source.headImage) {
      if (source.head) performance.mark('image-waited', { detail: source.head.itemId });
      return this.#rest(() => this.#screens.wait(source.head ? 'loading' : outbox.link === 'ok' ? pool.reason || 'loading' : outbox.link));
    }
    this.#entry = source.head;
    this.#actions = this.#entry.actions;
    this.#screens.clear();
    document.getElementById('stage').dataset.item = this.#entry.itemId;
    this.#viewer.show(source.headImage, this.#entry.context.prompt || this.#parts.say('station.image'));
    this.#panel.drawContext(this.#entry.context);
    this.#screens.count(this.#judged, practice);
    this.#draw();
    this.#painted();
    return undefined;
  }

  #rest(screen) {
    this.#entry = null;
    this.#actions = [];
    this.#viewer.hide();
    delete document.getElementById('stage').dataset.item;
    this.#panel.draw(this.#judgement, true);
    this.#panel.drawContext({});
    screen();
  }

  // From the key press to the frame that holds the image.
  #painted() {
    const start = this.#pressedAt;
    this.#shownAt = performance.now();
    requestAnimationFrame(() => {
      const end = performance.now();
      this.#shownAt = end;
      if (start) performance.measure('key-to-image', { start, end });
    });
  }

  #draw() {
    const judgement = this.#judgement;
    this.#panel.draw(judgement, !this.#entry);
    this.#drawMarks();
    if (!this.#entry) return;
    // A new image is announced by name, what follows by its question alone.
    const name = this.#actions.length === 0 ? `${this.#entry.context.prompt ?? ''}. ` : '';
    this.#say(name + this.#panel.question(judgement));
  }

  #drawMarks() {
    if (!this.#entry) return;
    const drafts = this.#marking?.draft ? [{ ...this.#marking.draft, label: this.#parts.say('station.mark.new'), draft: true }] : [];
    this.#viewer.drawMarks([...this.#judgement.marks.map((mark) => this.#named(mark)), ...drafts]);
  }

  #named(mark) {
    return { ...mark, label: this.#panel.nameOfMark(mark) };
  }

  #say(sentence) {
    document.getElementById('announcer').textContent = sentence;
  }
}

