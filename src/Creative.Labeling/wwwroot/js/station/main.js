// The scoring station: puts the parts together.
import { Api } from '/js/common/api.js';
import { pageData, speaker } from '/js/common/dom.js';
import { Breaks } from './breaks.js';
import { Desk } from './desk.js';
import { Dialogs } from './dialogs.js';
import { KeyMap } from './keys.js';
import { keepForOffline } from './offline.js';
import { Outbox } from './outbox.js';
import { Pool } from './pool.js';
import { Practice } from './practice.js';
import { showSaving } from './saving.js';
import { openStore } from './store.js';
import { claimTab, tabsAlive } from './tab.js';

const page = pageData('station-data');
const say = speaker(page.texts);
const api = new Api(page.token);
const keys = new KeyMap(page.rater);
const dialogs = new Dialogs(say, keys);

const tab = await claimTab();
const session = { id: crypto.randomUUID(), rater: page.rater, project: page.project, tab, uiVersion: page.uiVersion };
const store = await openStore();
const outbox = new Outbox(store, api, page.rater, (state) => showSaving(state, say, dialogs));
const pool = new Pool(store, api, session, () => desk.poolChanged());
const practice = new Practice(api, page);
const desk = new Desk({ page, say, api, keys, dialogs, session, store, outbox, pool, practice, breaks: new Breaks(page.rater) });

const alive = await tabsAlive();
await pool.start(alive);
await desk.start(await store.adopt('history', session, alive));
outbox.flush();
await keepForOffline();
