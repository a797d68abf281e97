// Hears what happens as it happens; where there is no stream, asks every two seconds.

import { refresh, stale, forget } from './data.js';

const POLL_MILLIS = 2000;
const RETRY_MILLIS = 15_000;

/** What an event of the stream may have changed. */
const CHANGES = {
  call: ['journal', 'faults', 'triggers', 'conversions', 'accounts', 'pending', 'publications', 'links'],
  event: ['journal', 'publications', 'conversions', 'links', 'mails', 'deliveries', 'pending'],
  delivery: ['deliveries', 'pending'],
  clock: ['clock', 'conversions', 'pending'],
  gap: ['journal', 'deliveries', 'clock', 'conversions', 'publications', 'links', 'triggers', 'mails', 'faults', 'accounts', 'pending'],
};

let stream = null;
let polls = 0;

/** Starts listening, if there is a stream; `tell` hears how. */
export function listen(tell, hasStream) {
  if (!hasStream) {
    poll(tell);
    return;
  }
  stream?.close();
  stream = new EventSource('/_emulator/events');
  stream.addEventListener('open', () => {
    clearInterval(polls);
    polls = 0;
    tell('Live', true);
    refresh();
  });
  for (const [event, names] of Object.entries(CHANGES)) {
    stream.addEventListener(event, () => stale(...names));
  }
  stream.addEventListener('reset', () => {
    forget();
    refresh();
  });
  stream.addEventListener('error', () => {
    poll(tell);
    if (stream.readyState === EventSource.CLOSED) {
      setTimeout(() => listen(tell, true), RETRY_MILLIS); // the browser itself tries no more
    }
  });
}

function poll(tell) {
  tell('No live stream: asking every 2 seconds', false);
  if (!polls) {
    polls = setInterval(() => document.hidden || refresh(), POLL_MILLIS);
  }
}
