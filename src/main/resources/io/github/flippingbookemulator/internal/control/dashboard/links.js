// Tracked links and their statistics.

import { call } from './api.js';
import { accountFilter } from './accounts.js';
import { makeLink } from './commands.js';
import { data, named } from './data.js';
import { el, fill, rows } from './dom.js';
import { howLong } from './lines.js';
import { actor, badge, command, copyable, empty, field, slices, table } from './parts.js';
import { time } from './time.js';

const VISIT = 'PT30S';
const STANDINGS = { active: 'good', expired: 'warn', disabled: 'calm', deleted: 'calm' };

const search = el('input', { type: 'search' });
const whose = accountFilter();
const slice = slices(100);
const list = table('Tracked links', ['Link', 'State', 'Visits', 'New visits', 'Time spent', 'Last visit', 'Actions']);
const nothing = el('div');

export default {
  id: 'links',
  title: 'Links',
  needs: ['accounts', 'links', 'publications'],
  mount: section => {
    search.addEventListener('input', () => {
      slice.reset();
      update();
    });
    slice.more.addEventListener('click', update);
    section.append(
      el('div', { class: 'filters', role: 'search', 'aria-label': 'Links' }, field('Title or id contains', search), whose.element),
      nothing, list.element, slice.more);
  },
  update,
};

function update() {
  whose.update();
  const text = search.value.trim().toLowerCase();
  const found = named(data.links
    .filter(each => !text || [each.title, each.id, each.urlName].some(value => value.toLowerCase().includes(text)))
    .sort((a, b) => (a.created < b.created ? 1 : -1)));
  list.element.hidden = found.length === 0;
  list.caption.textContent = `Tracked links (${found.length})`;
  rows(list.body, slice.of(found), each => each.id, row);
  const publication = data.publications.find(each => !each.trashed)?.id;
  const key = found.length ? '' : data.links.length ? 'filtered' : makeLink(publication ?? 'ID-OF-A-PUBLICATION');
  if (nothing.dataset.key !== key) {
    nothing.dataset.key = key;
    fill(nothing, key === 'filtered' ? empty('No link is like that. Ask for fewer things above.')
      : key && empty(el('p', {}, publication ? 'There are no tracked links yet. Make one:'
        : 'There are no tracked links yet. Publish something first, then make one:'), command(key)));
  }
}

function row(each) {
  const title = each.title || 'Untitled link';
  const usable = each.standing === 'active';
  return list.row(
    el('div', {}, el('strong', { class: 'name' }, title), el('p', { class: 'soft' }, each.publication),
      el('div', { class: 'ids' }, copyable(each.id, 'the id'), copyable(each.urlName, 'the urlName'))),
    badge(each.standing, STANDINGS[each.standing]),
    String(each.all.count),
    each.sinceSeen.count > 0 ? badge(each.sinceSeen.count, 'good') : '0',
    el('span', { class: 'whole' }, howLong(each.all.duration)),
    time(each.all.last),
    el('div', { class: 'actions' },
      usable && el('a', { class: 'button', href: `/link/${each.urlName}/`, target: '_blank', rel: 'noopener',
        'data-part': 'Open', 'aria-label': `Open ${title} as a reader`, title: 'Counts as a visit' }, 'Open'),
      usable && actor('Visit for 30 s', () => call('POST', '/readers', { link: each.urlName, seconds: VISIT }),
        'A reader was there for 30 s.', { 'aria-label': `Visit ${title} for 30 s` }),
      each.sinceSeen.count > 0 && actor('Mark as seen', () => call('POST', `/links/${each.id}/seen`, {}),
        'The statistics are marked as seen.', { 'aria-label': `Mark the statistics of ${title} as seen` })));
}
