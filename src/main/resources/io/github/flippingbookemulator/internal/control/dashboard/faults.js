// Faults: which calls fail, and how.

import { call } from './api.js';
import { data } from './data.js';
import { el, fill, rows } from './dom.js';
import { act, actor, badge, button, empty, field, form, select, table } from './parts.js';

const CODES = ['InternalError', 'RateLimitExceeded', 'InvalidData', 'InvalidApiKey', 'NoAuthorizationHeader', 'BadAuthorizationType',
  'InvalidAccessToken', 'NotFound', 'ObjectNotFound', 'RequestTooLarge', 'KeyLimitExceeded', 'PublicationLimitExceeded',
  'TrackedLinkLimitExceeded', 'TriggerLimitExceeded', 'FeatureNotAvailable'];
const KINDS = [['refuse', 'Refuse'], ['proxyError', 'Error of a proxy'], ['delay', 'Delay'], ['cutBefore', 'Cut before it takes effect'],
  ['cutAfter', 'Cut after it took effect'], ['malformedBody', 'Malformed body'], ['revokeKey', 'Revoke the key'], ['quotaHit', 'Hit the quota']];
const FOREVER = 2147483647;

const kind = select(KINDS, 'refuse', { id: 'fault-kind' });
const code = select(CODES, 'InternalError', { id: 'fault-code' });
const status = el('input', { type: 'number', min: '400', max: '599', id: 'fault-status', inputmode: 'numeric' });
const message = el('input', { type: 'text', id: 'fault-message' });
const delay = el('input', { type: 'text', value: 'PT5S', id: 'fault-delay', spellcheck: 'false' });
const times = el('input', { type: 'number', min: '1', value: '1', id: 'fault-times', inputmode: 'numeric' });
const method = select([['', 'Any'], 'GET', 'POST', 'PUT', 'DELETE'], '', { id: 'fault-method' });
const path = el('input', { type: 'text', id: 'fault-path', placeholder: '/**', spellcheck: 'false' });
const whose = select([['', 'Any']], '', { id: 'fault-account' });
const fields = {
  code: field('Code', code),
  status: field('Status', status, 'Empty: that of the code'),
  message: field('Message', message, 'Empty: the usual one'),
  delay: field('For how long', delay, 'ISO 8601, such as PT5S'),
};
const FIELDS = { refuse: ['code', 'status', 'message'], proxyError: ['status'], delay: ['delay'] };
const list = table('Faults that wait for calls', ['Fault', 'Calls', 'Left', 'Actions']);
const nothing = el('div', {}, empty('No fault waits. Add one above: it strikes the next calls that fit it.'));
const clear = actor('Take all back', () => call('DELETE', '/faults'), 'All faults are taken back.');

export default {
  id: 'faults',
  title: 'Faults',
  needs: ['accounts', 'faults'],
  mount: section => {
    kind.addEventListener('change', showFields);
    showFields();
    section.append(
      el('section', { class: 'card', 'aria-labelledby': 'h-fault' }, el('h3', { id: 'h-fault' }, 'Add a fault'),
        form(add, { class: 'fields', novalidate: true }, field('Kind', kind), Object.values(fields),
          field('Calls that it strikes', times, 'Empty: all, until it is taken back'), field('Method', method),
          field('Path', path, 'Below /api/v1, such as /fbonline/publication/**'), field('Account', whose),
          el('div', { class: 'actions' }, el('button', { class: 'main', id: 'add-fault' }, 'Add the fault')))),
      el('div', { class: 'actions bar-above' }, clear), nothing, list.element);
  },
  update: () => {
    const value = whose.value;
    fill(whose, [['', 'Any'], ...data.accounts.map(each => [each.id, each.email])].map(([id, text]) => el('option', { value: id }, text)));
    whose.value = value;
    list.element.hidden = data.faults.length === 0;
    nothing.hidden = data.faults.length > 0;
    clear.hidden = data.faults.length === 0;
    rows(list.body, data.faults, each => each.id, row);
  },
};

function showFields() {
  const wanted = FIELDS[kind.value] ?? [];
  Object.entries(fields).forEach(([name, element]) => { element.hidden = !wanted.includes(name); });
  fields.status.querySelector('small').hidden = kind.value === 'proxyError';
  if (kind.value === 'proxyError' && !status.value) {
    status.value = '502';
  }
}

function add() {
  const number = input => (input.value === '' ? undefined : Number(input.value));
  const fault = {
    refuse: () => ({ code: code.value, status: number(status), message: message.value || undefined }),
    proxyError: () => ({ status: number(status) }),
    delay: () => ({ time: delay.value.trim() }),
  }[kind.value]?.() ?? {};
  return act(() => call('POST', '/faults', {
    fault: { type: kind.value, ...fault },
    calls: {
      times: times.value === '' ? FOREVER : Number(times.value),
      method: method.value || undefined,
      path: path.value.trim() || undefined,
      accountId: whose.value ? Number(whose.value) : undefined,
    },
  }), 'The fault waits for its calls.');
}

function row(each) {
  const { type, ...more } = each.fault;
  const { method: only, path: where, accountId } = each.calls;
  return list.row(
    [badge(KINDS.find(([key]) => key === type)?.[1] ?? type, 'warn'), ' ', Object.values(more).join(', ')],
    [el('code', {}, `${only ?? 'any method'} ${where}`), accountId > 0 && ` of account ${accountId}`],
    each.remaining === FOREVER ? 'until taken back' : String(each.remaining),
    el('div', { class: 'actions' }, button('Take back',
      () => act(() => call('DELETE', `/faults/${each.id}`), 'The fault is taken back.'), { 'aria-label': `Take back fault ${each.id}` })));
}
