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
};

let tell = () => {};
let listening = false;
let hasStream = false;
let stream = null;
let polls = 0;
let retry = 0;

/** Listens from now on, if there is a stream, whenever the page is looked at; `how` hears how. */
export function listen(how, streams) {
  tell = how;
  hasStream = streams;
  listening = true;
  begin();
}

// Browsers keep six connections to a server at most, and pages that nobody looks at open.
addEventListener('pagehide', end);
addEventListener('pageshow', event => event.persisted && resume());
document.addEventListener('visibilitychange', () => (document.hidden ? end() : resume()));

function resume() {
  if (listening) {
    begin();
  }
}

function begin() {
  end();
  if (!hasStream) {
    poll();
    return;
  }
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
  stream.addEventListener('gap', refresh);
  stream.addEventListener('reset', () => {
    forget();
    refresh();
  });
  stream.addEventListener('error', () => {
    poll();
    if (stream?.readyState === EventSource.CLOSED) {
      retry = setTimeout(begin, RETRY_MILLIS); // the browser itself tries no more
    }
  });
}

function end() {
  stream?.close();
  stream = null;
  clearTimeout(retry);
  clearInterval(polls);
  polls = 0;
}

function poll() {
  tell('No live stream: asking every 2 seconds', false);
  polls ||= setInterval(refresh, POLL_MILLIS);
}
