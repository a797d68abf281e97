// Commands for a terminal, with the real address and key.

import { apiUrl } from './api.js';
import { data } from './data.js';

/** Quotes for a POSIX shell. */
export const quoted = text => `'${String(text).replaceAll("'", `'\\''`)}'`;

const key = () => data.accounts?.find(each => !data.account || String(each.id) === data.account)?.apiKeys[0] ?? 'KEY';

const curl = (path, more) => `curl -s ${quoted(apiUrl() + path)} -H ${quoted(`Authorization: Bearer ${key()}`)} ${more}`;

export const publish = () =>
  `printf '{name: "Spring", filename: "spring.pdf", data: "%s"}' "$(base64 < spring.pdf | tr -d '\\n')" |\n`
  + `  ${curl('/fbonline/publication', '-d @-')}`;

const post = (path, body) => curl(path, `-d ${quoted(JSON.stringify(body))}`);

export const makeLink = publication =>
  post('/fbonline/tracked_links', { publicationUid: publication, title: 'For Ann' });

export const makeTrigger = () => post('/fbonline/triggers', {
  trigger: { events: ['created', 'session', 'lead'], endpoint: `${location.origin}/_emulator/inbox/mine` },
});

export const makeAlertedLink = publication => post('/fbonline/tracked_links', {
  publicationUid: publication, title: 'For Ann', onViewTrigger: true, notificationType: 'Email',
});

export const whoAmI = () => curl('/auth/me', '').trim();

/** A call of the journal, to be made again; the key is the caller's to fill in. */
export function again(entry) {
  const { requestHeaders: headers, requestBody: body } = entry.exchange;
  const left = /^(host|content-length|connection|accept-encoding|transfer-encoding|expect|upgrade|http2-settings)$/i;
  const lines = [`curl -i -X ${entry.method} ${quoted(location.origin + entry.path)}`];
  for (const [name, value] of Object.entries(headers)) {
    if (/^authorization$/i.test(name)) {
      lines.push(`-H "Authorization: Bearer $FLIPPINGBOOK_KEY"`);
    } else if (!left.test(name)) {
      lines.push(`-H ${quoted(`${name}: ${value}`)}`);
    }
  }
  if (body) {
    lines.push(`--data-raw ${quoted(body)}`);
  }
  return lines.join(' \\\n  ');
}
