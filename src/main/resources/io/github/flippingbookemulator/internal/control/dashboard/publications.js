// Publications with their covers, and the conversions of their PDFs.

import { call } from './api.js';
import { accountFilter } from './accounts.js';
import { publish } from './commands.js';
import { conversion, isUnderWay } from './conversions.js';
import { data, named } from './data.js';
import { el, fill, listOr, rows } from './dom.js';
import { act, actor, ask, badge, button, command, copyable, empty, field, select, slices, table } from './parts.js';
import { time } from './time.js';

const PACES = [['timed', 'timed'], ['per-poll', 'per poll'], ['immediate', 'immediate'], ['manual', 'manual']];
const STATES = [['', 'All states'], ['shown', 'With content'], ['empty', 'Without content'], ['trashed', 'In the trash']];

const search = el('input', { type: 'search', id: 'publication-search' });
const state = select(STATES, '');
const whose = accountFilter();
const slice = slices(50);
const list = table('Publications', ['Publication', 'State', 'Pages', 'Created', 'Actions']);
const nothing = el('div');
const pace = select(PACES, 'timed', { id: 'pace' });
const bars = el('ul', { class: 'plain-list' });
const done = slices(10);
const past = el('ul', { class: 'plain-list' });

export default {
  id: 'publications',
  title: 'Publications',
  needs: ['accounts', 'publications', 'conversions'],
  mount: section => {
    pace.addEventListener('change', () => act(() => call('PUT', '/conversions/pace', { pace: pace.value }),
      `New sources go on: ${pace.selectedOptions[0].textContent}.`));
    search.addEventListener('input', filter);
    state.addEventListener('change', filter);
    slice.more.addEventListener('click', update);
    done.more.addEventListener('click', update);
    section.append(
      el('section', { class: 'card', 'aria-labelledby': 'h-conversions' },
        el('header', {}, el('h3', { id: 'h-conversions' }, 'Conversions'),
          field('Pace of new sources', pace),
          button('Fail the next source', failNext),
          actor('Finish all', () => call('POST', '/conversions/finish', {}), 'All conversions are finished.')),
        bars,
        el('details', { 'data-part': 'past' }, el('summary', {}, 'Sources that have arrived'), past, done.more)),
      el('div', { class: 'filters', role: 'search', 'aria-label': 'Publications' },
        field('Name or id contains', search), field('State', state), whose.element),
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
  if (document.activeElement !== pace) {
    pace.value = data.conversions.pace;
  }
  const newest = [...data.conversions.sources].reverse();
  listOr(bars, named(newest.filter(isUnderWay).slice(0, 50)), each => each.id, conversion, 'No PDF is being converted.');
  listOr(past, named(done.of(newest.filter(each => !isUnderWay(each)))), each => each.id, conversion, 'No source has arrived.');
  const text = search.value.trim().toLowerCase();
  const found = data.publications.filter(each => matches(each, text)).sort((a, b) => (a.created < b.created ? 1 : -1));
  list.element.hidden = found.length === 0;
  list.caption.textContent = `Publications (${found.length})`;
  rows(list.body, slice.of(found), each => each.id, row);
  const key = found.length ? '' : data.publications.length ? 'filtered' : publish();
  if (nothing.dataset.key !== key) {
    nothing.dataset.key = key;
    fill(nothing, key === 'filtered' ? empty('No publication is like that. Ask for fewer things above.')
      : key && empty(el('p', {}, 'There are no publications yet. Publish a PDF of yours:'), command(key)));
  }
}

function matches(each, text) {
  const shown = each.content.extent !== 'nothing';
  const rightState = { '': true, trashed: Boolean(each.trashed), shown: shown && !each.trashed, empty: !shown && !each.trashed };
  return rightState[state.value]
    && (!text || [each.details.name, each.id, each.hashId].some(value => value.toLowerCase().includes(text)));
}

function row(each) {
  const { details, content, customization } = each;
  const name = details.name || 'Untitled publication';
  const readable = content.extent !== 'nothing' && !each.trashed;
  return list.row(
    el('div', { class: 'with-cover' }, cover(each), el('div', {}, el('strong', { class: 'name' }, name),
      el('div', { class: 'ids' }, copyable(each.id, 'the id'), copyable(each.hashId, 'the hashId')),
      details.description && el('p', { class: 'soft' }, details.description),
      customization.password && el('div', { class: 'soft' }, 'Password ', copyable(customization.password, 'the password')))),
    each.trashed ? badge('In the trash') : badge(EXTENTS[content.extent], content.extent === 'all-pages' ? 'good' : 'warn'),
    String(content.totalPages),
    el('div', {}, el('div', {}, time(each.created)), el('div', { class: 'soft' },
      each.trashed ? ['trashed ', time(each.trashed)] : each.modified !== each.created && ['changed ', time(each.modified)])),
    el('div', { class: 'actions' },
      readable && el('a', { class: 'button', href: `/view/${each.hashId}/`, target: '_blank', rel: 'noopener',
        'aria-label': `Open ${name} as a reader`, 'data-part': 'Open', title: 'Counts as a visit' }, 'Open'),
      each.trashed && actor('Restore', () => call('POST', `/publications/${each.id}/restore`, {}), 'Restored the publication.',
        { 'aria-label': `Restore ${name}` }),
      !each.trashed && actor(details.seoEnabled ? 'Hide from search' : 'List in search',
        () => call('PUT', `/publications/${each.id}/seo`, { enabled: !details.seoEnabled }),
        details.seoEnabled ? 'Search engines do not list it.' : 'Search engines may list it.',
        { 'data-part': 'seo', 'aria-label': `${details.seoEnabled ? 'Hide from search engines' : 'List in search engines'}: ${name}` })));
}

const EXTENTS = { nothing: 'No content yet', preview: 'Preview', 'all-pages': 'All pages' };

/** The cover, or a place for it. */
export function cover(publication) {
  const shown = publication.content.extent !== 'nothing' && !publication.trashed;
  if (!shown) {
    return el('span', { class: 'cover none', 'aria-hidden': 'true' });
  }
  const version = encodeURIComponent(publication.modified);
  return el('img', { class: 'cover', alt: '', loading: 'lazy', width: '48', height: '64',
    src: `/dashboard/covers/${publication.hashId}.jpg?${version}`,
    on: { error: event => event.target.replaceWith(el('span', { class: 'cover none', 'aria-hidden': 'true' })) } });
}

async function failNext() {
  const reason = await ask('Let the next source fail?', 'Reason', 'The PDF is damaged.', 'Fail the next source');
  if (reason !== null) {
    await act(() => call('POST', '/conversions/next/fail', { reason }), 'The next source will fail.');
  }
}
