// Lines of the journal in words.

import { named } from './data.js';
import { el } from './dom.js';
import { reliedMark } from './fidelity.js';
import { badge } from './parts.js';
import { seconds, duration, time } from './time.js';

/** An event in words: `sourceMoved` becomes `Source moved`. */
export const inWords = name => {
  const words = name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
  return words[0].toUpperCase() + words.slice(1);
};

/** When it was. */
export const at = entry => entry.at ?? entry.event.at;

/** Whose it is: the id of an account, or 0. */
export const accountOf = entry => entry.accountId ?? entry.event.accountId ?? entry.event.session?.accountId ?? 0;

/** The status of a call, and what it means. */
export function status(entry) {
  if (entry.status === 0) {
    return badge('no answer', 'bad');
  }
  return badge(entry.status, entry.status >= 500 ? 'bad' : entry.status >= 400 || entry.code ? 'warn' : 'good');
}

const publicationOf = event => event?.publicationId ?? event?.session?.publicationId ?? event?.link?.publicationId;

/** Lines with the names of the publications that their events are about. */
export const namedLines = lines => named(lines, ({ entry }) => publicationOf(entry.event));

/** A call or an event, as one line of a list. */
export function line({ entry, publication }) {
  return el('li', { class: 'line' }, time(at(entry)),
    entry.type === 'request' ? request(entry) : happening(entry.event, publication));
}

function request(entry) {
  return el('span', { class: 'what' }, el('code', {}, `${entry.method} ${entry.path}`), ' ', status(entry),
    entry.fault && [' ', badge(`fault: ${entry.fault}`, 'warn long')], reliedMark(entry), entry.message && [' ', entry.message]);
}

function happening(event, publication) {
  const more = [event.link?.title, event.state, event.reason, event.pages && `pages ${event.pages}`, event.url, event.lead && lead(event.lead)].filter(part => part);
  return el('span', { class: 'what' }, inWords(event.type), publication && [': ', el('em', {}, publication)],
    more.length > 0 && ` (${more.join(', ')})`);
}

const lead = ({ answers, skipped }) =>
  (skipped ? 'skipped the form' : answers.map(({ field, value }) => `${field.label}: ${value}`).join('; '));

/** A duration of the control plane in words. */
export const howLong = iso => duration(seconds(iso));

const WAITS = {
  work: 'under way',
  clock: 'waits for the clock',
  client: 'goes on when a client asks for it',
  test: 'held back',
};

/** What has not ended, and what it waits for. */
export const pendingLine = ({ what, on }) => el('li', {}, what, ' ', el('span', { class: 'soft' }, `(${WAITS[on] ?? on})`));
