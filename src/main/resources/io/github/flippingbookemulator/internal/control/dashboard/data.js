// What the page knows of the emulator: asked for when somebody looks at it and it may have changed.

import { Refused, call, send } from './api.js';

const ALL = {
  index: ['', 'endpoints'],
  accounts: ['/accounts', 'accounts'],
  clock: ['/clock', null],
  conversions: ['/conversions', null],
  deliveries: ['/deliveries', 'deliveries'],
  faults: ['/faults', 'faults'],
  links: ['/links', 'links'],
  mails: ['/outbox', 'mails'],
  pending: ['/pending', 'pending'],
  publications: ['/publications', 'publications'],
  triggers: ['/triggers', 'triggers'],
};
const BY_ACCOUNT = new Set(['publications', 'links', 'triggers', 'deliveries']);

/** Lines of the journal that are kept, as many as the emulator keeps. */
const KEPT = 10_000;
const PAGE = 1000;
const COALESCE_MILLIS = 200;

/** The newest of everything; `lines` is the journal, oldest first, without what calls exchanged. */
export const data = { account: '', lines: [] };

const texts = {};
const waiting = new Set();
let wanted = () => [];
let changed = () => {};
let failed = () => {};
let timer = 0;
let busy = false;
let took = 0;
let journal = { id: '', next: 0 };

/** Connects the page: what it wants to know, whom to tell of changes, and whom of failures. */
export function connect(page) {
  ({ wanted, changed, failed } = page);
}

/** Says that something may have changed; it is asked for soon, once, if somebody looks at it. */
export function stale(...names) {
  names.forEach(name => waiting.add(name));
  if (!timer && !busy && !document.hidden) {
    // Whoever has thousands of publications is asked less often.
    timer = setTimeout(load, Math.max(COALESCE_MILLIS, 4 * took));
  }
}

/** Asks at once for all that is wanted. */
export function refresh() {
  wanted().forEach(name => waiting.add(name));
  clearTimeout(timer);
  return busy ? Promise.resolve() : load();
}

/** Shows one account, or all: the empty text. */
export function choose(account) {
  data.account = account;
  return refresh();
}

/** Forgets the journal, as after a reset. */
export function forget() {
  journal = { id: '', next: 0 };
  data.lines = [];
}

async function load() {
  timer = 0;
  busy = true;
  const began = performance.now();
  const names = wanted().filter(name => waiting.delete(name));
  waiting.clear();
  const results = await Promise.allSettled(names.map(ask));
  const news = names.filter((name, i) => results[i].value === true);
  const failure = results.find(each => each.status === 'rejected');
  took = performance.now() - began;
  busy = false;
  failed(failure?.reason ?? null);
  if (news.length) {
    changed(news);
  }
  if (waiting.size) {
    stale();
  }
}

/** Asks, and tells whether the answer is another than before. */
async function ask(name) {
  if (name === 'journal') {
    return pull();
  }
  const [path, property] = ALL[name];
  const query = BY_ACCOUNT.has(name) && data.account ? `?account=${data.account}` : '';
  const text = await send('GET', path + query);
  if (texts[name] === text) {
    return false;
  }
  texts[name] = text;
  const answer = JSON.parse(text);
  data[name] = property ? answer[property] : answer;
  return true;
}

async function pull() {
  let news = false;
  for (;;) {
    const page = await call('GET', `/journal?after=${journal.next}&limit=${PAGE}`);
    if (page.journal !== journal.id) {
      const first = journal.id === '';
      forget();
      journal.id = page.journal;
      news = true;
      if (!first) {
        continue;
      }
    }
    journal.next = page.next;
    for (const line of page.lines) {
      delete line.entry.exchange; // read again by whoever opens the call
      data.lines.push(line);
      news = true;
    }
    data.lines.splice(0, data.lines.length - KEPT);
    if (page.lines.length < PAGE) {
      return news;
    }
  }
}

/** Brings one line of the journal with what was exchanged. */
export async function line(number) {
  const page = await call('GET', `/journal?after=${number - 1}&limit=1`);
  const found = page.lines.find(each => each.number === number);
  if (page.journal !== journal.id || !found) {
    throw new Refused(404, 'The journal does not go back as far as this call any more.');
  }
  return found.entry;
}

/**
 * Rows that name a publication, with that name: it may be known only after the row itself, and a row
 * is made anew when what is in it changes.
 */
export const named = (rows, idOf = each => each.publicationId) =>
  rows.map(each => ({ ...each, publication: publicationName(idOf(each)) }));

/** The name of a publication, as far as it is known. */
export function publicationName(id) {
  const found = (data.publications ?? []).find(each => each.id === id);
  return found ? found.details.name || 'Untitled publication' : id;
}
