// The emulator's time. Between two answers the page goes on counting at the clock's speed.

import { el } from './dom.js';

let known = { now: Date.now(), speed: 0, read: performance.now() };

/** Takes over what the emulator says of its clock. */
export function read(clock) {
  known = { now: Date.parse(clock.now), speed: clock.speed, read: performance.now() };
}

/** The emulator's time now, in milliseconds, about. */
export const now = () => known.now + (performance.now() - known.read) * known.speed;

export const speed = () => known.speed;

/** A time of the emulator, in UTC: `2026-05-01 12:34:56`. */
export const text = time => new Date(time).toISOString().slice(0, 19).replace('T', ' ');

/** An element with a time; what it is relative to now is said when a pointer or the focus is on it. */
export function time(iso) {
  return iso ? el('time', { datetime: iso, class: 'time' }, text(iso)) : '–';
}

/** Explains a time of the emulator: how far away it is, and what that is in real time. */
export function explain(iso) {
  const away = Date.parse(iso) - now();
  const amount = duration(Math.abs(away) / 1000);
  if (away <= 0) {
    return `${amount} ago by the emulator's clock (UTC)`;
  }
  const real = known.speed > 0
    ? `in ${duration(away / 1000 / known.speed)} of real time`
    : 'not before the clock is advanced: it stands still';
  return `in ${amount} by the emulator's clock, ${real}`;
}

/** Says how long something is: `2 h 5 min`. */
export function duration(seconds) {
  const parts = [['d', 86_400], ['h', 3600], ['min', 60], ['s', 1]];
  const first = parts.findIndex(([, size]) => seconds >= size);
  if (first < 0) {
    return `${Number(seconds.toFixed(2))} s`;
  }
  let rest = Math.round(seconds);
  return parts.slice(first, first + 2)
    .map(([unit, size]) => {
      const count = Math.floor(rest / size);
      rest -= count * size;
      return count ? `${count} ${unit}` : '';
    })
    .filter(part => part)
    .join(' ');
}

/** Reads a duration of the control plane, such as `PT1M2.5S`, as seconds. */
export function seconds(iso) {
  const [, sign, d, h, m, s] = /^(-?)P(?:(\d+)D)?T?(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?[\d.]+)S)?$/.exec(iso) ?? [];
  const total = Number(d ?? 0) * 86_400 + Number(h ?? 0) * 3600 + Number(m ?? 0) * 60 + Number(s ?? 0);
  return sign ? -total : total;
}

/** Titles of times are made when somebody wants to read them. */
export function explainTimes(root) {
  root.addEventListener('pointerover', event => {
    const element = event.target.closest?.('time[datetime]');
    if (element) {
      element.title = explain(element.getAttribute('datetime'));
    }
  });
}
