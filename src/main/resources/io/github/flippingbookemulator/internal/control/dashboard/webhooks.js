// Triggers, what they have delivered, and the emulator's own receivers.

import { call } from './api.js';
import { accountFilter } from './accounts.js';
import { makeTrigger } from './commands.js';
import { data, publicationName } from './data.js';
import { el, fill, rows } from './dom.js';
import { howLong } from './lines.js';
import { act, actor, badge, button, command, confirm, copyButton, copyable, dialog, empty, field, form, pretty, select, slices, table }
  from './parts.js';
import { time } from './time.js';

const TONES = { delivered: 'good', pending: 'warn', failed: 'bad', undeliverable: 'bad' };
const STATES = [['', 'All states'], 'pending', 'delivered', 'failed', 'undeliverable'];

const whose = accountFilter();
const state = select(STATES, '');
const automatic = el('input', { type: 'checkbox' });
const triggers = table('Triggers', ['Trigger', 'Endpoint', 'Events', 'Of']);
const noTriggers = el('div');
const deliveries = table('Deliveries', ['Number', 'Event', 'Endpoint', 'State', 'Tries', 'Created', 'Actions']);
const noDeliveries = el('div');
const slice = slices(100);
const triggerSlice = slices(50);
const inboxName = el('input', { type: 'text', required: true, pattern: '[0-9a-z\\-]+', value: 'mine', id: 'inbox-name' });
const inbox = el('div', { class: 'inbox' });

export default {
  id: 'webhooks',
  title: 'Webhooks',
  needs: ['accounts', 'triggers', 'deliveries', 'publications', 'links'],
  mount: section => {
    state.addEventListener('change', update);
    automatic.addEventListener('change', update);
    slice.more.addEventListener('click', update);
    triggerSlice.more.addEventListener('click', update);
    section.append(
      el('div', { class: 'filters' }, whose.element, field('Deliveries that are', state),
        field('Also triggers of links', automatic)),
      noTriggers, triggers.element, triggerSlice.more,
      el('div', { class: 'actions bar-above' },
        actor('Hold all', () => call('POST', '/deliveries/hold', {}), 'Deliveries are held back from now on.'),
        actor('Release', () => call('POST', '/deliveries/release', {}), 'Deliveries go on.'),
        button('Redeliver all', redeliverAll)),
      noDeliveries, deliveries.element, slice.more,
      el('section', { class: 'card', 'aria-labelledby': 'h-inbox' }, el('h3', { id: 'h-inbox' }, 'Inbox'),
        el('p', { class: 'soft' }, 'What is posted to ', el('code', {}, '/_emulator/inbox/'), ' and a name is kept.'),
        form(readInbox, { class: 'filters' }, field('Name', inboxName),
          el('button', {}, 'Read'), button('Clear', clearInbox)),
        inbox));
  },
  update,
};

function update() {
  whose.update();
  const shown = data.triggers.filter(each => automatic.checked || !each.linkId)
    .map(each => ({ ...each, of: scope(each) }));
  triggers.element.hidden = shown.length === 0;
  rows(triggers.body, triggerSlice.of(shown), each => each.id, trigger);
  fillOnce(noTriggers, shown.length ? '' : makeTrigger(), text =>
    empty(el('p', {}, 'There are no triggers yet. Make one that posts to an inbox of the emulator:'), command(text)));
  const found = data.deliveries.filter(each => !state.value || each.state === state.value).sort((a, b) => b.number - a.number);
  deliveries.element.hidden = found.length === 0;
  deliveries.caption.textContent = `Deliveries (${found.length})`;
  rows(deliveries.body, slice.of(found), each => each.number, delivery);
  fillOnce(noDeliveries, found.length ? '' : state.value || 'none', text => empty(text === 'none'
    ? 'Nothing was delivered. Once a trigger is there, publish or visit something that it waits for.'
    : `No delivery is ${text}.`));
}

function fillOnce(element, key, content) {
  if (element.dataset.key !== key) {
    element.dataset.key = key;
    fill(element, key && content(key));
  }
}

function scope({ limitTo, linkId }) {
  const id = linkId ?? limitTo.linkId;
  if (id) {
    return `link ${data.links.find(each => each.id === id)?.title || id}`;
  }
  return limitTo.publicationId ? `publication ${publicationName(limitTo.publicationId)}` : 'the account';
}

function trigger(each) {
  return triggers.row(
    el('div', {}, el('strong', { class: 'name' }, each.name || 'Trigger'), el('div', { class: 'ids' }, copyable(each.id, 'the id'))),
    each.endpoint ? el('code', { class: 'foreign' }, each.endpoint) : el('span', { class: 'soft' }, 'none: mails only'),
    [...each.events].sort().join(', '),
    each.of);
}

function delivery(each) {
  return deliveries.row(
    `#${each.number}`,
    each.event,
    el('code', { class: 'foreign' }, each.endpoint ?? '–'),
    badge(each.state, TONES[each.state]),
    String(each.tries.length),
    time(each.created),
    el('div', { class: 'actions' },
      button('Payload', () => open(each), { 'aria-label': `Payload and tries of delivery ${each.number}` }),
      actor('Redeliver', () => call('POST', `/deliveries/${each.number}/redeliver`, {}),
        again => `Sent once more, as delivery ${again.number}.`, { 'aria-label': `Redeliver delivery ${each.number}` })));
}

function open(each) {
  const tries = table('Tries', ['At', 'Took', 'Answer']);
  rows(tries.body, each.tries, each.tries.indexOf.bind(each.tries), attempt => tries.row(time(attempt.at), howLong(attempt.took),
    attempt.status ? badge(attempt.status, attempt.status < 300 ? 'good' : 'bad') : attempt.failure ?? 'no answer'));
  const payload = pretty(each.body);
  dialog(`Delivery ${each.number}: ${each.event}`,
    el('p', {}, badge(each.state, TONES[each.state]), ' to ', el('code', { class: 'foreign' }, each.endpoint ?? 'no endpoint'),
      each.reason ? `: ${each.reason}` : ''),
    each.tries.length > 0 && tries.element,
    el('div', { class: 'with-copy' }, el('h3', {}, 'Payload'), copyButton(payload, 'the payload')),
    el('pre', { tabindex: '0' }, el('code', {}, payload)));
}

async function redeliverAll() {
  if (await confirm('Redeliver everything?', 'Each delivery is sent once more, as a new one.', 'Redeliver all')) {
    await act(() => call('POST', '/deliveries/redeliver', {}), 'Everything is sent once more.');
  }
}

async function readInbox() {
  await act(async () => {
    const { url, messages } = await call('GET', `/inbox/${inboxName.value}`);
    fill(inbox, el('p', {}, 'Receives at ', copyable(url, 'the address')), messages.length === 0
      ? el('p', { class: 'soft' }, 'Nothing has come in.')
      : el('ol', { class: 'plain-list' }, [...messages].reverse().slice(0, 50).map((each, i) => el('li', {},
        el('details', { open: i === 0 }, el('summary', {}, time(each.at), ' ', each.contentType),
          el('pre', { tabindex: '0' }, el('code', {}, pretty(each.body))))))));
  });
}

async function clearInbox() {
  if (inboxName.reportValidity() && await act(() => call('DELETE', `/inbox/${inboxName.value}`), 'The inbox is empty.')) {
    await readInbox();
  }
}
