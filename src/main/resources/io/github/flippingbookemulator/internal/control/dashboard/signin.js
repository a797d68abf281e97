// The way in where the emulator wants a token. It answers with a cookie that no script can read.

import { call } from './api.js';
import { el } from './dom.js';
import { complain, field, form } from './parts.js';

const token = el('input', { type: 'password', id: 'token', required: true, autocomplete: 'current-password' });

/** Makes the form; `entered` is told when somebody has come in. */
export function signIn(entered) {
  return el('section', { id: 'sign-in', class: 'card', 'aria-labelledby': 'h-sign-in', hidden: true },
    el('h2', { id: 'h-sign-in' }, 'Sign in'),
    el('p', {}, 'This emulator was started with ', el('code', {}, '--control-token'), '.'),
    form(() => enter(entered), { class: 'filters' },
      el('input', { type: 'text', autocomplete: 'username', value: 'emulator', hidden: true }), // for who keeps passwords
      field('Token', token), el('button', { class: 'main' }, 'Sign in')));
}

async function enter(entered) {
  try {
    await call('POST', '/login', { token: token.value });
    token.value = '';
    entered();
  } catch (error) {
    complain(error);
    token.select();
  }
}
