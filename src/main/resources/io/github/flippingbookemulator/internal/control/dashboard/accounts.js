// Accounts: their keys, plans, domains and folders.

import { call } from './api.js';
import { choose, data } from './data.js';
import { el, fill, rows } from './dom.js';
import { act, actor, button, confirm, copyable, dialog, field, form, select } from './parts.js';

const NO_LIMIT = 2147483647;
const LIMITS = [['maxPublications', 'Publications'], ['maxTrackedLinks', 'Tracked links'], ['maxTriggers', 'Triggers']];

const list = el('ul', { class: 'plain-list accounts' });
const email = el('input', { type: 'text', id: 'new-email', placeholder: 'made up if empty' });
const key = el('input', { type: 'text', id: 'new-key', placeholder: 'made up if empty', spellcheck: 'false' });

export default {
  id: 'accounts',
  title: 'Accounts',
  needs: ['accounts'],
  mount: section => section.append(list,
    el('section', { class: 'card', 'aria-labelledby': 'h-open' }, el('h3', { id: 'h-open' }, 'Open an account'),
      form(open, { class: 'filters' }, field('Email', email), field('API key', key),
        el('button', { class: 'main' }, 'Open the account')))),
  update: () => rows(list, data.accounts, each => each.id, account),
};

function account(each) {
  const title = `h-account-${each.id}`;
  return el('li', {}, el('section', { class: 'card', 'aria-labelledby': title },
    el('header', {}, el('h3', { id: title }, each.email), each === data.accounts[0] && el('span', { class: 'soft' }, 'the default account')),
    el('dl', { class: 'facts' },
      fact('Id', copyable(String(each.id), 'the id')),
      fact('HashId', copyable(each.hashId, 'the hashId')),
      fact('Access token', copyable(each.accessToken, 'the access token')),
      fact('API keys', el('ul', { class: 'plain-list' }, each.apiKeys.map(value => el('li', { class: 'key' }, copyable(value, 'the key'),
        button('Revoke', () => revoke(value), { 'aria-label': `Revoke the key ${value}`, 'data-part': `revoke ${value}` }))),
        each.apiKeys.length === 0 && el('li', { class: 'soft' }, 'All keys are revoked.'))),
      fact('Plan', [LIMITS.map(([name, what]) => `${what}: ${each.plan[name] === NO_LIMIT ? 'unlimited' : each.plan[name]}`).join('; '),
        each.plan.customDomainsEnabled ? '; custom domains' : '; no custom domains']),
      fact('Domains', each.domains.join(', ') || 'none'),
      fact('Folders', each.folders.map(folder => `${folder.name} (${folder.id})`).join(', ') || 'none')),
    el('div', { class: 'actions' },
      actor('New key', () => call('POST', `/accounts/${each.id}/keys`, {}), made => `Made the key ${made.key}.`,
        { 'aria-label': `New key for ${each.email}` }),
      button('Plan', () => plan(each), { 'aria-label': `Plan of ${each.email}` }),
      button('Domains', () => lines(each, 'domains', 'One name in a line', each.domains, line => line),
        { 'aria-label': `Domains of ${each.email}` }),
      button('Folders', () => lines(each, 'folders', 'An id and a name in a line, such as: 1 Catalogs',
        each.folders.map(folder => `${folder.id} ${folder.name}`), line => {
          const [, id, name] = /^(\S+)\s*(.*)$/.exec(line);
          return { id, name };
        }), { 'aria-label': `Folders of ${each.email}` }))));
}

const fact = (name, value) => el('div', {}, el('dt', {}, name), el('dd', {}, value));

function open() {
  return act(() => call('POST', '/accounts', {
    email: email.value.trim() || undefined,
    apiKeys: key.value.trim() ? [key.value.trim()] : undefined,
  }), made => `Opened the account of ${made.email}.`);
}

async function revoke(value) {
  if (await confirm('Revoke the key?', `Calls with the key ${value} will be refused. It cannot be taken back.`, 'Revoke')) {
    await act(() => call('POST', '/accounts/revoke', { key: value }), 'The key is revoked.');
  }
}

function plan(each) {
  const inputs = LIMITS.map(([name]) => el('input', { type: 'number', min: '0', name, inputmode: 'numeric',
    value: each.plan[name] === NO_LIMIT ? '' : String(each.plan[name]) }));
  const domains = el('input', { type: 'checkbox', checked: each.plan.customDomainsEnabled });
  edit(`Plan of ${each.email}`, [LIMITS.map(([, what], i) => field(what, inputs[i], 'Empty: unlimited')), field('Custom domains', domains)],
    () => call('PUT', `/accounts/${each.id}/plan`, {
      ...Object.fromEntries(inputs.filter(input => input.value !== '').map(input => [input.name, Number(input.value)])),
      customDomainsEnabled: domains.checked,
    }), 'The plan is changed.');
}

function lines(each, what, hint, before, parse) {
  const area = el('textarea', { rows: '6' }, before.join('\n'));
  const title = `${what[0].toUpperCase()}${what.slice(1)} of ${each.email}`;
  edit(title, field('All of them', area, hint),
    () => call('PUT', `/accounts/${each.id}/${what}`, { [what]: area.value.split('\n').map(line => line.trim()).filter(line => line).map(parse) }),
    `The ${what} are changed.`);
}

function edit(title, content, action, done) {
  const element = dialog(title, form(async () => {
    if (await act(action, done)) {
      element.close();
    }
  }, { class: 'fields' }, content, el('div', { class: 'actions' }, button('Cancel', () => element.close()),
    el('button', { class: 'main' }, 'Save'))));
}

/** Which account a panel shows: the same choice in all of them. */
export function accountFilter() {
  const input = select([['', 'All accounts']], '');
  const element = field('Account', input);
  element.hidden = true;
  input.addEventListener('change', () => choose(input.value));
  return {
    element,
    update: () => {
      element.hidden = data.accounts.length < 2;
      const options = [['', 'All accounts'], ...data.accounts.map(each => [String(each.id), each.email])];
      const text = JSON.stringify(options);
      if (input.dataset.options !== text) {
        input.dataset.options = text;
        fill(input, options.map(([id, name]) => el('option', { value: id }, name)));
      }
      input.value = data.account;
    },
  };
}
