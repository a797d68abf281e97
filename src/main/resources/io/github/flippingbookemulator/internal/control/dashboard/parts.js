// Parts that several panels are made of.

import { Refused } from './api.js';
import { el } from './dom.js';
import { refresh } from './data.js';

const RESULT_MILLIS = 6000;
const MOST = 4;

/** Tells that something is done, for a while. */
export function tell(message) {
  const toast = announce('results', message);
  setTimeout(() => toast.remove(), RESULT_MILLIS);
}

/** Tells that something is not, until it is dismissed. */
export function complain(error) {
  if (!(error instanceof Refused)) {
    console.error(error);
  }
  announce('problems', error.message);
}

function announce(region, message) {
  const toast = el('div', { class: 'toast' }, el('p', {}, message),
    el('button', { type: 'button', class: 'plain', 'aria-label': 'Dismiss this message',
      on: { click: () => toast.remove() } }, '×'));
  const container = document.getElementById(region);
  container.append(toast);
  while (container.childElementCount > MOST) {
    container.firstElementChild.remove();
  }
  return toast;
}

/** Does something, tells how it went, and looks what has changed. */
export async function act(action, done) {
  try {
    const result = await action();
    if (done) {
      tell(typeof done === 'function' ? done(result) : done);
    }
    return true;
  } catch (error) {
    complain(error);
    return false;
  } finally {
    await refresh();
  }
}

/** A button; `part` tells it from others of its row. */
export function button(text, listener, attributes = {}) {
  return el('button', { type: 'button', 'data-part': text, ...attributes, on: { click: listener } }, text);
}

/** A button that calls the control plane. */
export const actor = (text, action, done, attributes) => button(text, () => act(action, done), attributes);

/** A text and a button that copies it. */
export function copyable(value, what) {
  return el('span', { class: 'copyable' }, el('code', {}, value), copyButton(value, what));
}

/** A button that copies a text: also where the page is not on this machine, and not encrypted. */
export function copyButton(value, what) {
  return button('Copy', async () => {
    const text = typeof value === 'function' ? value() : value;
    try {
      await (navigator.clipboard ? navigator.clipboard.writeText(text) : copyOldWay(text));
      tell(`Copied ${what}.`);
    } catch {
      complain(new Refused(0, `The browser did not let the page copy ${what}.`));
    }
  }, { class: 'copy', 'aria-label': `Copy ${what}`, 'data-part': `copy ${what}` });
}

function copyOldWay(text) {
  const before = document.activeElement;
  const area = el('textarea', { class: 'hidden-visually', 'aria-hidden': 'true' });
  area.value = text;
  (before?.closest('dialog') ?? document.body).append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  before?.focus();
  return copied ? Promise.resolve() : Promise.reject(new Error('not copied'));
}

/** A command for a terminal. */
export function command(text) {
  return el('div', { class: 'command' }, el('pre', { tabindex: '0' }, el('code', {}, text)),
    copyButton(text, 'the command'));
}

/** What stands where there is nothing: why, and what to do about it. */
export const empty = (...content) => el('div', { class: 'empty' }, content);

/**
 * A table whose rows are filled by `rows(table.body, ...)`; on a phone each row becomes a card. The
 * roles say what a style might take away.
 */
export function table(caption, columns) {
  const body = el('tbody', { role: 'rowgroup' });
  const element = el('table', { role: 'table' },
    el('caption', {}, caption),
    el('thead', { role: 'rowgroup' },
      el('tr', { role: 'row' }, columns.map(name => el('th', { scope: 'col', role: 'columnheader' }, name)))),
    body);
  const row = (...cells) => el('tr', { role: 'row' }, cells.map((cell, i) =>
    el(i === 0 ? 'th' : 'td', { role: i === 0 ? 'rowheader' : 'cell', scope: i === 0 ? 'row' : null,
      'data-label': columns[i] }, cell)));
  return { element, body, row, caption: element.caption };
}

/** A field with its label. */
export function field(label, input, hint) {
  return el('label', { class: 'field' }, el('span', {}, label), input, hint && el('small', {}, hint));
}

export function select(options, value, attributes = {}) {
  const element = el('select', attributes, options.map(option => {
    const [key, text] = Array.isArray(option) ? option : [option, option];
    return el('option', { value: key }, text);
  }));
  element.value = value;
  return element;
}

/** A form that sends nothing by itself. */
export function form(submit, attributes, ...content) {
  return el('form', { ...attributes, on: { submit: event => {
    event.preventDefault();
    submit(event);
  } } }, content);
}

/** Opens a dialog; it closes by Escape, too, and the focus goes back to where it was. */
export function dialog(title, ...content) {
  const before = document.activeElement;
  const element = el('dialog', { 'aria-labelledby': 'dialog-title' },
    el('header', {}, el('h2', { id: 'dialog-title' }, title),
      el('button', { type: 'button', class: 'plain', 'aria-label': 'Close', on: { click: () => element.close() } }, '×')),
    content);
  element.addEventListener('close', () => {
    element.remove();
    before?.focus();
  });
  document.body.append(element);
  element.showModal();
  return element;
}

/** Asks before something that cannot be undone. */
export function confirm(question, explanation, yes) {
  return new Promise(resolve => {
    let answer = false;
    const element = dialog(question, el('p', {}, explanation), el('div', { class: 'actions' },
      button('Cancel', () => element.close(), { autofocus: true }),
      button(yes, () => {
        answer = true;
        element.close();
      }, { class: 'danger' })));
    element.addEventListener('close', () => resolve(answer));
  });
}

/** Asks for a text. */
export function ask(question, label, value, yes) {
  return new Promise(resolve => {
    let answer = null;
    const input = el('input', { type: 'text', value, required: true });
    const element = dialog(question, form(() => {
      answer = input.value;
      element.close();
    }, {}, field(label, input), el('div', { class: 'actions' },
      button('Cancel', () => element.close()), el('button', { class: 'main' }, yes))));
    input.focus();
    element.addEventListener('close', () => resolve(answer));
  });
}

/** Shows the first of many things, and a button that shows more. */
export function slices(size) {
  let shown = size;
  const more = button('Show more', () => { shown += size; }, { class: 'more' });
  return {
    more,
    reset: () => { shown = size; },
    of: items => {
      more.hidden = items.length <= shown;
      more.textContent = `Show more (${Math.min(shown, items.length)} of ${items.length})`;
      return items.slice(0, shown);
    },
  };
}

/** A word for a state, colored by what it means. */
export const badge = (text, tone = 'calm') => el('span', { class: `badge ${tone}` }, text);

/** JSON as people read it; what is none stays as it is. */
export function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
