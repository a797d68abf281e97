// Conversions as bars, which go on between two answers as the emulator's clock does.

import { call } from './api.js';
import { el } from './dom.js';
import { actor, ask, act, badge, button } from './parts.js';
import { now, seconds, time } from './time.js';

const WORDS = {
  WaitAutoQueue: 'Waits in the queue',
  WaitManualQueue: 'Held back',
  Queued: 'Waits for its preview',
  Completed: 'Waits for its pages',
  CompletedAllStages: 'Converted',
  CompletedWithErrors: 'Failed',
};

export const isUnderWay = source => !['CompletedAllStages', 'CompletedWithErrors'].includes(source.state);

/** A conversion, with the name of its publication: whose it is, how far it is, and what can be done with it. */
export function conversion(source) {
  const name = source.publication;
  const progress = el('progress', { max: '1', 'aria-label': `Conversion of ${name}` });
  const label = el('span', { class: 'bar-label' });
  const bar = el('div', { class: 'bar' }, progress, label);
  bar.source = source;
  draw(bar);
  return el('li', { class: 'conversion' },
    el('div', { class: 'conversion-name' }, el('strong', {}, name),
      el('span', { class: 'soft' }, 'received ', time(source.received))),
    isUnderWay(source) ? bar
      : el('div', { class: 'bar' }, badge(WORDS[source.state], source.failure ? 'bad' : 'good'),
        source.failure && el('span', {}, ' ', source.failure)),
    isUnderWay(source) && el('div', { class: 'actions' },
      step(source, 'Step', 'step', 'Took the source a step on.', name),
      step(source, 'Finish', 'finish', 'Finished the conversion.', name),
      source.state === 'WaitManualQueue'
        ? step(source, 'Release', 'release', 'Released the source.', name)
        : source.state === 'WaitAutoQueue' && step(source, 'Hold', 'hold', 'Held the source back.', name),
      button('Fail', () => fail(source), { 'aria-label': `Fail the conversion of ${name}` })));
}

function step(source, text, what, done, name) {
  return actor(text, () => call('POST', `/conversions/${source.id}/${what}`, {}), done,
    { 'aria-label': `${text}: ${name}` });
}

async function fail(source) {
  const reason = await ask('Let the conversion fail?', 'Reason', 'The PDF is damaged.', 'Fail');
  if (reason !== null) {
    await act(() => call('POST', `/conversions/${source.id}/fail`, { reason }), 'The conversion has failed.');
  }
}

/** How far the work at hand is, from 0 to 1, and that in words. */
function progressOf(source) {
  const { work, totalPages, state } = source;
  if (!work) {
    return [0, WORDS[state] ?? state];
  }
  const takes = seconds(work.takes);
  const done = takes ? Math.min(1, Math.max(0, (now() - Date.parse(work.began)) / 1000 / takes)) : 0;
  return work.stage === 'L1'
    ? [done, `Page ${Math.floor(done * totalPages)} of ${totalPages}`]
    : [done, `Preview, ${Math.floor(done * 100)} %`];
}

function draw(bar) {
  const [done, text] = progressOf(bar.source);
  bar.firstChild.value = done;
  if (bar.lastChild.textContent !== text) {
    bar.lastChild.textContent = text;
  }
}

setInterval(() => document.querySelectorAll('.bar').forEach(bar => bar.source && draw(bar)), 250);
