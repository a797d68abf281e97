// The page: its sections, and who tells them that something has changed.

import accounts from './accounts.js';
import { call } from './api.js';
import { mountClock, showClock } from './clock.js';
import { connect, data, refresh } from './data.js';
import { el, fill } from './dom.js';
import faults from './faults.js';
import links from './links.js';
import { listen } from './live.js';
import mails from './mails.js';
import overview from './overview.js';
import publications from './publications.js';
import requests from './requests.js';
import { signIn } from './signin.js';
import state from './state.js';
import { explainTimes, read } from './time.js';
import webhooks from './webhooks.js';

/** What no event tells of, such as a fault that another client adds, is seen after this time. */
const LOOK_AGAIN_MILLIS = 10_000;

/** How soon the emulator is asked again that gave no list of its calls. */
const RETRY_MILLIS = 2000;

const UNAUTHORIZED = 401;

const PANELS = [overview, publications, links, webhooks, mails, requests, faults, accounts, state];
const sections = new Map();
const door = signIn(begin);
let shown = PANELS[0];

function start() {
  const main = document.getElementById('main');
  fill(document.getElementById('nav'), PANELS.map(panel => el('li', {}, el('a', { href: `#${panel.id}` }, panel.title))));
  fill(main, door, PANELS.map(panel => {
    const section = el('section', { id: panel.id, 'aria-labelledby': `h-${panel.id}`, hidden: true },
      el('h2', { id: `h-${panel.id}`, tabindex: '-1' }, panel.title));
    panel.mount(section);
    sections.set(panel, section);
    return section;
  }));
  mountClock(document.getElementById('clock'));
  explainTimes(document.body);
  connect({ wanted: () => (door.hidden ? ['clock', ...shown.needs] : []), changed, failed });
  addEventListener('hashchange', () => show(true));
  document.addEventListener('visibilitychange', () => document.hidden || refresh());
  setInterval(() => document.hidden || refresh(), LOOK_AGAIN_MILLIS);
  show(false);
  begin();
}

/** Opens the stream, once it is known whether there is one. */
async function begin() {
  try {
    data.index = (await call('GET', '')).endpoints;
    letIn(true);
    listen(tellHow, data.index.some(each => each.path === '/_emulator/events'));
  } catch (error) {
    failed(error);
    if (error.status !== UNAUTHORIZED) {
      setTimeout(begin, RETRY_MILLIS);
    }
  }
}

/** Shows the sections or, to who has not shown the token, the form for it. */
function letIn(allowed) {
  if (door.hidden !== allowed) {
    door.hidden = allowed;
    document.body.classList.toggle('outside', !allowed);
    show(false);
  }
}

function show(focus) {
  const id = location.hash.slice(1);
  if (id === 'main') {
    return;
  }
  shown = PANELS.find(panel => panel.id === id) ?? PANELS[0];
  sections.forEach((section, panel) => { section.hidden = panel !== shown || !door.hidden; });
  document.querySelectorAll('#nav a').forEach(link => {
    if (link.hash === `#${shown.id}`) {
      link.setAttribute('aria-current', 'page');
      const strip = document.getElementById('nav'); // on a phone it scrolls
      strip.scrollLeft = link.offsetLeft - (strip.clientWidth - link.offsetWidth) / 2;
    } else {
      link.removeAttribute('aria-current');
    }
  });
  document.title = `${shown.title} – FlippingBook emulator`;
  if (focus) {
    scrollTo(0, 0);
    document.getElementById(`h-${shown.id}`).focus({ preventScroll: true });
  }
  update();
  refresh();
}

function changed(names) {
  if (names.includes('clock')) {
    read(data.clock);
    showClock();
  }
  update();
}

function update() {
  if (shown.needs.every(name => name === 'journal' || data[name])) {
    shown.update();
  }
}

let how = ['Connecting…', false];

function tellHow(text, live) {
  how = [text, live];
  failed(null);
}

function failed(error) {
  if (error?.status === UNAUTHORIZED) {
    letIn(false);
  }
  const [text, live] = error ? [error.message, false] : how;
  const status = document.getElementById('link');
  if (status.textContent !== text) {
    status.textContent = text;
  }
  status.className = error ? 'live down' : live ? 'live on' : 'live';
}

start();
