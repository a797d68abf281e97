// What a call relied on that the reference of the service does not say.

import { call } from './api.js';
import { el } from './dom.js';
import { badge } from './parts.js';

let statements = null;

/** Reads the statements with these ids; they are the same for as long as the page is open. */
export async function statementsOf(ids) {
  if (ids.length === 0) {
    return [];
  }
  statements ??= (await call('GET', '/fidelity')).statements;
  return statements.filter(each => ids.includes(each.id));
}

/** The mark of a call that relied on something. */
export const reliedMark = ({ relied }) => relied.length > 0
  && [' ', badge(relied.length === 1 ? 'undocumented' : `${relied.length} undocumented`, 'long')];

/** The statements, each of which opens on a click. */
export const reliedOn = found => found.length > 0 && [
  el('h3', {}, 'Relied on, though undocumented'),
  found.map(({ id, grades, text, evidence }) => el('details', { class: 'statement' },
    el('summary', {}, el('code', {}, id), ' ', badge(grades.join(', '), 'long')),
    el('p', {}, withCode(text)), el('p', { class: 'soft' }, `Evidence: ${evidence}.`))),
];

/** Text between backticks as code. */
const withCode = text => text.split('`').map((part, i) => (i % 2 ? el('code', {}, part) : part));
