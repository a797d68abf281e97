// The mails that the service would have sent.

import { call } from './api.js';
import { accountFilter } from './accounts.js';
import { makeAlertedLink } from './commands.js';
import { data } from './data.js';
import { el, fill, rows } from './dom.js';
import { actor, command, empty, slices, table } from './parts.js';
import { time } from './time.js';

const whose = accountFilter();
const list = table('Mails', ['Mail', 'To', 'Event', 'At']);
const slice = slices(100);
const nothing = el('div');
const clear = actor('Clear the outbox', () => call('DELETE', '/outbox'), 'The outbox is empty.');

export default {
  id: 'mails',
  title: 'Mails',
  needs: ['accounts', 'mails', 'publications'],
  mount: section => {
    slice.more.addEventListener('click', update);
    section.append(el('div', { class: 'filters' }, whose.element, clear), nothing, list.element, slice.more);
  },
  update,
};

function update() {
  whose.update();
  const found = data.mails.map((mail, number) => ({ ...mail, number }))
    .filter(each => !data.account || String(each.accountId) === data.account).reverse();
  list.element.hidden = found.length === 0;
  clear.hidden = found.length === 0;
  list.caption.textContent = `Mails (${found.length})`;
  rows(list.body, slice.of(found), each => each.number, mail => list.row(
    el('details', { 'data-part': 'text' }, el('summary', { 'data-part': 'summary' }, mail.subject || '(no subject)'),
      el('pre', { tabindex: '0' }, mail.text)),
    mail.recipient, mail.event, time(mail.at)));
  const publication = data.publications.find(each => !each.trashed)?.id ?? 'ID-OF-A-PUBLICATION';
  const key = found.length ? '' : makeAlertedLink(publication);
  if (nothing.dataset.key !== key) {
    nothing.dataset.key = key;
    fill(nothing, key && empty(el('p', {}, 'The service would have sent no mail. It does when a link is opened that asks for it:'),
      command(key)));
  }
}
