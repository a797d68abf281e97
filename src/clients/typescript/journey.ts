// What a team does with the types that openapi-typescript makes; see .ci/clients.

import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import createClient from 'openapi-fetch';
import type { components, paths } from './api.js';

const [baseUrl, key, pdf] = process.argv.slice(2);
const client = createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${key}` } });

const made = await client.POST('/api/v1/fbonline/publication', {
  body: { name: 'Spring', filename: 'spring.pdf', data: readFileSync(pdf).toString('base64') },
});
assert(made.data?.createdSource?.id, JSON.stringify(made.error));
const { id, hashId } = made.data;

let source: components['schemas']['Source'] | undefined;
do {
  await setTimeout(100);
  const polled = await client.GET('/api/v1/fbonline/publication/{id}/source/{sourceId}', {
    params: { path: { id, sourceId: made.data.createdSource.id } },
  });
  source = polled.data?.source;
  assert.notEqual(source?.state, 'CompletedWithErrors');
} while (source?.state !== 'CompletedAllStages');

await client.POST('/api/v1/fbonline/publication/{id}', { params: { path: { id } }, body: { name: 'Winter' } });
const found = await client.GET('/api/v1/fbonline/publication', { params: { query: { query: 'Winter' } } });
assert.deepEqual(found.data?.publications.map(each => each.totalPages !== undefined && each.name), ['Winter']);

const linked = await client.POST('/api/v1/fbonline/tracked_links', { body: { title: 'For Ann', publicationUid: id } });
assert.equal(linked.data?.links[0]?.publication.id.hashId, hashId);

const trigger = await client.POST('/api/v1/fbonline/triggers', {
  body: { trigger: { events: ['session'], endpoint: `${baseUrl}/_emulator/inbox/typescript` } },
});
assert(trigger.data?.id, JSON.stringify(trigger.error));

await client.DELETE('/api/v1/fbonline/publication/{id}', { params: { path: { id } } });
const refused = await client.POST('/api/v1/fbonline/publication/{id}', { params: { path: { id } }, body: {} });
assert.equal(refused.response.status, 404);
assert.equal(refused.error?.wellKnownError, 'ObjectNotFound');

console.log('The TypeScript client works.');
