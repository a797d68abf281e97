// The whole: the clock, waiting, snapshots, and the way back to the start.

import { call, raw } from './api.js';
import { data } from './data.js';
import { el, fill, listOr } from './dom.js';
import { pendingLine } from './lines.js';
import { act, actor, button, confirm, field } from './parts.js';
import { speed, text, now } from './time.js';

const SNAPSHOT = '/_emulator/snapshot';

const facts = el('p');
const pending = el('ul', { class: 'plain-list' });
const file = el('input', { type: 'file', id: 'snapshot-file', accept: '.json' });
const snapshots = el('div');

export default {
  id: 'state',
  title: 'Clock & state',
  needs: ['index', 'pending', 'clock'],
  mount: section => section.append(el('div', { class: 'columns' },
    el('section', { class: 'card', 'aria-labelledby': 'h-clock' }, el('h3', { id: 'h-clock' }, 'Clock'), facts,
      el('p', { class: 'soft' }, 'It is moved above, on every page. Whatever falls due has happened when the clock has been advanced.')),
    el('section', { class: 'card', 'aria-labelledby': 'h-unsettled' },
      el('header', {}, el('h3', { id: 'h-unsettled' }, 'What has not ended'),
        actor('Wait until it settles', () => call('POST', '/settle', {}), 'Everything has settled.')), pending),
    snapshots,
    el('section', { class: 'card', 'aria-labelledby': 'h-reset' }, el('h3', { id: 'h-reset' }, 'Reset'),
      el('p', {}, 'Makes everything as it was at the start, on the same port.'),
      button('Reset the emulator', reset, { class: 'danger', id: 'reset' })),
    el('section', { class: 'card', 'aria-labelledby': 'h-papers' }, el('h3', { id: 'h-papers' }, 'Descriptions'),
      el('ul', { class: 'plain-list' }, [['/_emulator/openapi.yaml', 'The emulated API, as OpenAPI'],
        ['/_emulator/control-openapi.yaml', 'The control plane, as OpenAPI'], ['/_emulator', 'All calls of the control plane'],
        ['/_emulator/fidelity', 'What a green test rests on']].map(([href, name]) => el('li', {}, el('a', { href }, name))))))),
  update: () => {
    facts.textContent = speed() === 0 ? `It stands still at ${text(now())} UTC.` : `It runs at ${speed()} times the speed of real time.`;
    listOr(pending, data.pending.slice(0, 50), each => each.what, pendingLine, 'Everything has settled.');
    const calls = data.index.filter(each => each.path === SNAPSHOT).map(each => each.method).sort();
    if (snapshots.dataset.calls !== calls.join()) {
      snapshots.dataset.calls = calls.join();
      fill(snapshots, calls.length > 0 && panel(calls.find(each => each !== 'GET')));
    }
  },
};

function panel(method) {
  return el('section', { class: 'card', 'aria-labelledby': 'h-snapshot' }, el('h3', { id: 'h-snapshot' }, 'Snapshot'),
    el('p', {}, 'The whole state as one file, with all PDFs and keys.'),
    el('div', { class: 'actions' }, button('Download', () => act(download, 'The snapshot is downloaded.'), { id: 'snapshot-download' })),
    method && el('div', { class: 'filters' }, field('A snapshot', file), button('Restore it', () => restore(method), { id: 'snapshot-restore' })));
}

async function download() {
  const response = await raw('GET', '/snapshot');
  const named = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = named?.[1] ?? 'flippingbook-emulator-snapshot.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function restore(method) {
  const chosen = file.files[0];
  if (!chosen) {
    file.focus();
  } else if (await confirm('Restore the snapshot?', `What is in the emulator is replaced by ${chosen.name}.`, 'Restore')) {
    await act(() => raw(method, '/snapshot', chosen), 'The snapshot is restored.');
  }
}

async function reset() {
  if (await confirm('Reset the emulator?', 'All publications, links, triggers and the journal are gone then.', 'Reset')) {
    await act(() => call('POST', '/reset', {}), 'Everything is as it was at the start.');
  }
}
