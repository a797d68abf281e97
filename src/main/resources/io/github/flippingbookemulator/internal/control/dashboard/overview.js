// What is to be seen at a glance.

import { apiUrl, call } from './api.js';
import { publish } from './commands.js';
import { conversion, isUnderWay } from './conversions.js';
import { data, named } from './data.js';
import { el, fill, listOr, rows } from './dom.js';
import { line, namedLines, pendingLine } from './lines.js';
import { actor, command, copyable, empty } from './parts.js';
import { cover } from './publications.js';

const NEWEST = 6;
const LATEST = 12;

const tiles = el('ul', { class: 'tiles' });
const connection = el('dl', { class: 'facts' });
const bars = el('ul', { class: 'plain-list' });
const covers = el('ul', { class: 'covers' });
const latest = el('ol', { class: 'plain-list lines' });
const pending = el('ul', { class: 'plain-list' });
const start = el('div');
const finish = actor('Finish all', () => call('POST', '/conversions/finish', {}), 'All conversions are finished.');

export default {
  id: 'overview',
  title: 'Overview',
  needs: ['accounts', 'publications', 'conversions', 'links', 'triggers', 'deliveries', 'mails', 'faults', 'pending', 'journal'],
  mount: section => section.append(
    tiles,
    start,
    el('div', { class: 'columns' },
      el('section', { class: 'card', 'aria-labelledby': 'h-bars' },
        el('header', {}, el('h3', { id: 'h-bars' }, 'Conversions in progress'), finish), bars),
      el('section', { class: 'card', 'aria-labelledby': 'h-connect' },
        el('h3', { id: 'h-connect' }, 'Connect a client'), connection),
      el('section', { class: 'card', 'aria-labelledby': 'h-newest' },
        el('h3', { id: 'h-newest' }, 'Newest publications'), covers),
      el('section', { class: 'card', 'aria-labelledby': 'h-pending' },
        el('h3', { id: 'h-pending' }, 'What has not ended'), pending)),
    el('section', { class: 'card', 'aria-labelledby': 'h-latest' },
      el('header', {}, el('h3', { id: 'h-latest' }, 'Latest calls and events'), el('a', { href: '#requests' }, 'All requests')),
      latest)),
  update: () => {
    const published = data.publications.filter(each => !each.trashed);
    const underWay = data.conversions.sources.filter(isUnderWay);
    const calls = data.lines.filter(each => each.entry.type === 'request');
    const failed = data.deliveries.filter(each => ['failed', 'undeliverable'].includes(each.state));
    rows(tiles, [
      ['publications', published.length, 'publications', data.publications.length - published.length, 'in the trash'],
      ['publications', underWay.length, 'conversions in progress'],
      ['links', data.links.filter(each => each.standing !== 'deleted').length, 'tracked links'],
      ['webhooks', data.triggers.filter(each => !each.linkId).length, 'triggers'],
      ['webhooks', data.deliveries.length, 'deliveries', failed.length, 'failed'],
      ['mails', data.mails.length, 'mails'],
      ['requests', calls.length, 'calls', calls.filter(each => each.entry.code).length, 'refused'],
      ['faults', data.faults.length, 'faults wait'],
    ], tile => tile[2], ([id, count, what, others, which]) => el('li', {}, el('a', { href: `#${id}` },
      el('strong', {}, String(count)), el('span', {}, what), others > 0 && el('small', {}, `${others} ${which}`))));
    const account = data.accounts[0];
    rows(connection, [['Base URL', apiUrl()], ['API key', account.apiKeys[0] ?? ''], ['Access token', account.accessToken]],
      each => each[0], ([name, value]) => el('div', {}, el('dt', {}, name),
        el('dd', {}, value ? copyable(value, name) : 'All keys are revoked: make one under Accounts.')));
    finish.hidden = underWay.length === 0;
    listOr(bars, named(underWay.slice(0, 20)), each => each.id, conversion, 'No PDF is being converted.');
    listOr(covers, data.publications.filter(each => !each.trashed).sort((a, b) => (a.created < b.created ? 1 : -1)).slice(0, NEWEST),
      each => each.id, each => el('li', {}, cover(each), el('span', {}, each.details.name || 'Untitled publication')),
      'Nothing is published.');
    listOr(pending, data.pending.slice(0, 10), each => each.what, pendingLine, 'Everything has settled.');
    listOr(latest, namedLines(data.lines.slice(-LATEST).reverse()), each => each.number, line, 'Nothing was called and nothing happened.');
    const key = data.publications.length ? '' : publish();
    if (start.dataset.key !== key) {
      start.dataset.key = key;
      fill(start, key && empty(el('p', {}, 'There are no publications yet. Publish a PDF of yours:'), command(key)));
    }
  },
};
