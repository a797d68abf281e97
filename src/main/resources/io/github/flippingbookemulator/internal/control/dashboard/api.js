// Calls the control plane. What it refuses is told in its own words.

const ROOT = '/_emulator';

/** The emulator said no, or nothing. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** What clients of the emulated API call. */
export const apiUrl = () => `${location.origin}/api/v1`;

/** Calls, and brings the text of the answer. */
export async function send(method, path, body) {
  const response = await raw(method, path, body === undefined ? undefined : JSON.stringify(body));
  return response.text();
}

/** Calls, and brings what the answer says. */
export async function call(method, path, body) {
  return JSON.parse(await send(method, path, body));
}

/** Calls with a body as it is, and brings the response. */
export async function raw(method, path, body) {
  let response;
  try {
    response = await fetch(ROOT + path, { method, body, cache: 'no-store' });
  } catch {
    throw new Refused(0, 'The emulator does not answer. Is it still running?');
  }
  if (!response.ok) {
    throw new Refused(response.status, await reason(response));
  }
  return response;
}

async function reason(response) {
  const text = await response.text();
  try {
    return JSON.parse(text).message ?? text;
  } catch {
    return text || `The emulator answered with status ${response.status}.`;
  }
}
