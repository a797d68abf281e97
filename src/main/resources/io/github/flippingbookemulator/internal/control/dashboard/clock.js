// The clock in the header: always there, with what moves it.

import { call } from './api.js';
import { el, fill } from './dom.js';
import { act, button, form } from './parts.js';
import { now, speed, text } from './time.js';

const STEPS = [['+1 min', 'PT1M'], ['+1 h', 'PT1H'], ['+1 d', 'P1D'], ['+31 d', 'P31D']];

let shown;
let note;
let pause;
let speedInput;
let lastSpeed = 1;

/** Fills the header. */
export function mountClock(root) {
  shown = el('time', { id: 'now' });
  note = el('span', { id: 'speed', class: 'soft' });
  pause = button('Freeze', toggle, { id: 'freeze' });
  speedInput = el('input', { id: 'speed-input', type: 'number', min: '0', step: 'any', required: true,
    'aria-label': 'Speed, as a multiple of real time', inputmode: 'decimal' });
  const by = el('input', { id: 'advance-by', type: 'text', required: true, placeholder: 'PT90S',
    'aria-label': 'Advance by an ISO 8601 duration', autocapitalize: 'characters', spellcheck: 'false' });
  const controls = el('div', { id: 'clock-controls', class: 'clock-controls' },
    el('div', { class: 'group' }, pause,
      form(() => setSpeed(Number(speedInput.value)), { class: 'inline' }, speedInput, el('button', { 'aria-label': 'Set the speed' }, 'Set'))),
    el('div', { class: 'group' },
      STEPS.map(([label, duration]) => button(label, () => advance(duration),
        { 'aria-label': `Advance the clock by ${label.slice(1)}` })),
      form(() => advance(by.value.trim()), { class: 'inline' }, by, el('button', {}, 'Advance'))));
  const unfold = button('Move', () => {
    const open = controls.classList.toggle('open');
    unfold.setAttribute('aria-expanded', String(open));
  }, { class: 'unfold', 'aria-label': 'Move the clock', 'aria-expanded': 'false', 'aria-controls': 'clock-controls' });
  fill(root, el('p', { class: 'now' }, shown, ' ', note), unfold, controls);
  setInterval(tick, 250);
}

/** Shows the newest answer of the emulator. */
export function showClock() {
  pause.textContent = speed() === 0 ? 'Run' : 'Freeze';
  note.textContent = speed() === 0 ? 'UTC, frozen' : `UTC, ${speed()}×`;
  if (speed() > 0) {
    lastSpeed = speed();
  }
  if (document.activeElement !== speedInput) {
    speedInput.value = String(speed());
  }
  tick();
}

function tick() {
  const time = text(now());
  if (shown.textContent !== time) {
    shown.textContent = time;
    shown.dateTime = new Date(now()).toISOString();
  }
}

function toggle() {
  return speed() === 0
    ? setSpeed(lastSpeed)
    : act(() => call('POST', '/clock/freeze', {}), 'The clock stands still.');
}

function setSpeed(value) {
  return act(() => call('PUT', '/clock', { speed: value }),
    clock => clock.speed === 0 ? 'The clock stands still.' : `The clock runs at speed ${clock.speed}.`);
}

function advance(by) {
  return act(() => call('POST', '/clock/advance', { by }), ({ now, notAwaited }) =>
    `The clock is at ${text(now)} UTC.` + notAwaited.map(({ what }) => ` It did not wait for ${what}.`).join(''));
}
