// The journal: what was called, and the full exchange of each call.

import { accountFilter } from './accounts.js';
import { again, whoAmI } from './commands.js';
import { data, line } from './data.js';
import { el, fill, rows } from './dom.js';
import { reliedMark, reliedOn, statementsOf } from './fidelity.js';
import { accountOf, at, howLong, line as inLine, namedLines, status } from './lines.js';
import { badge, button, command, complain, copyButton, dialog, empty, field, pretty, select, slices, table } from './parts.js';
import { time } from './time.js';

const kind = select([['calls', 'Calls'], ['events', 'Events'], ['all', 'Calls and events']], 'calls', { id: 'journal-kind' });
const method = select([['', 'All methods'], 'GET', 'POST', 'PUT', 'DELETE'], '', { id: 'journal-method' });
const path = el('input', { type: 'search', id: 'journal-path' });
const outcome = select([['', 'All'], ['2', '2xx'], ['3', '3xx'], ['4', '4xx'], ['5', '5xx'], ['0', 'No answer']], '', { id: 'journal-status' });
const faults = el('input', { type: 'checkbox', id: 'journal-faults' });
const whose = accountFilter();
const slice = slices(200);
const list = table('Calls', ['Call', 'Status', 'Account', 'At', 'Waited']);
const nothing = el('div');

export default {
  id: 'requests',
  title: 'Requests',
  needs: ['accounts', 'journal', 'publications'],
  mount: section => {
    path.addEventListener('input', filter);
    for (const choice of [kind, method, outcome, faults]) {
      choice.addEventListener('change', filter);
    }
    slice.more.addEventListener('click', update);
    section.append(
      el('div', { class: 'filters', role: 'search', 'aria-label': 'Requests' },
        field('Show', kind), field('Method', method), field('Path contains', path), field('Status', outcome), whose.element,
        field('Only faults', faults)),
      nothing, list.element, slice.more);
  },
  update,
};

function filter() {
  slice.reset();
  update();
}

function update() {
  whose.update();
  const text = path.value.trim();
  const found = data.lines.filter(each => matches(each.entry, text)).reverse();
  list.element.hidden = found.length === 0;
  list.caption.textContent = `${kind.selectedOptions[0].textContent}, newest first (${found.length})`;
  rows(list.body, namedLines(slice.of(found)), each => each.number, row);
  const key = found.length ? '' : data.lines.length ? 'filtered' : whoAmI();
  if (nothing.dataset.key !== key) {
    nothing.dataset.key = key;
    fill(nothing, key === 'filtered' ? empty('Nothing in the journal is like that. Ask for fewer things above.')
      : key && empty(el('p', {}, 'Nothing was called yet. Ask who you are:'), command(key)));
  }
}

function matches(entry, text) {
  const isCall = entry.type === 'request';
  if (kind.value !== 'all' && isCall !== (kind.value === 'calls')
    || data.account && String(accountOf(entry)) !== data.account) {
    return false;
  }
  const asksForCalls = method.value || text || outcome.value || faults.checked;
  return isCall
    ? (!method.value || entry.method === method.value)
      && (!text || entry.path.includes(text))
      && (!outcome.value || Math.floor(entry.status / 100) === Number(outcome.value))
      && (!faults.checked || Boolean(entry.fault))
    : !asksForCalls;
}

function row({ number, entry, publication }) {
  if (entry.type !== 'request') {
    return list.row(el('span', { class: 'event' }, inLine({ entry, publication }).lastChild), badge('event'), account(entry), time(at(entry)), '');
  }
  return list.row(
    el('div', {}, button(`${entry.method} ${entry.path}`, () => open(number), { class: 'call', title: 'The full exchange' }),
      entry.message && el('p', { class: 'soft' }, entry.message)),
    [status(entry), entry.fault && [' ', badge(`fault: ${entry.fault}`, 'warn long')], reliedMark(entry)],
    el('span', { class: 'whole' }, account(entry)),
    time(entry.at),
    entry.waited === 'PT0S' ? '–' : howLong(entry.waited));
}

const account = entry => {
  const id = accountOf(entry);
  return data.accounts.find(each => each.id === id)?.email ?? '–';
};

async function open(number) {
  try {
    const entry = await line(number);
    show(entry, await statementsOf(entry.relied));
  } catch (error) {
    complain(error);
  }
}

function show(entry, relied) {
  const { exchange } = entry;
  dialog(`${entry.method} ${entry.path}`,
    el('p', {}, status(entry), ' ', entry.code, entry.fault && [' ', badge(`fault: ${entry.fault}`, 'warn long')], ' ', time(entry.at)),
    entry.message && el('p', {}, entry.message),
    reliedOn(relied),
    exchange ? [
      el('div', { class: 'with-copy' }, el('h3', {}, 'Request'), copyAsCurl(entry)),
      el('dl', { class: 'headers' }, Object.entries(exchange.requestHeaders).map(([name, value]) =>
        el('div', {}, el('dt', {}, name), el('dd', {}, value)))),
      body(exchange.requestBody, 'request'),
      el('h3', {}, `Response${exchange.responseType && `: ${exchange.responseType}`}`),
      body(exchange.responseBody, 'response'),
    ] : el('p', { class: 'soft' }, 'What was exchanged is not kept any more: newer calls have taken its place.'));
}

function body(text, which) {
  return text
    ? el('div', { class: 'with-copy body' }, el('pre', { tabindex: '0' }, el('code', {}, pretty(text))),
      copyButton(pretty(text), `the ${which}`))
    : el('p', { class: 'soft' }, `The ${which} has no body.`);
}

function copyAsCurl(entry) {
  const copy = copyButton(again(entry), 'the call as curl');
  copy.textContent = 'Copy as curl';
  copy.title = 'Keys are masked: set $FLIPPINGBOOK_KEY. Only the beginning of a long body is kept.';
  return copy;
}

