// Builds elements. Foreign text only ever becomes text: nothing here, or on this page, parses markup.

/** Where an address may lead: to the emulator itself, and nowhere else. */
function own(address) {
  if (!/^(#|\/(?!\/))/.test(address)) {
    throw new Error(`not an address of the emulator: ${address}`);
  }
  return address;
}

/** Makes an element; `on` holds listeners, `true` an attribute without a value. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) {
      continue;
    }
    if (name === 'on') {
      Object.entries(value).forEach(([event, listener]) => element.addEventListener(event, listener));
    } else {
      const text = value === true ? '' : String(value);
      element.setAttribute(name, name === 'href' || name === 'src' ? own(text) : text);
    }
  }
  element.append(...children.flat(9).filter(isContent));
  return element;
}

function isContent(child) {
  return child !== undefined && child !== null && child !== false && child !== '';
}

/** Replaces what an element contains. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat(9).filter(isContent));
  return element;
}

/**
 * Shows a list, and leaves alone what has not changed: focus, open details and selections stay. A
 * row that has changed is made anew, and gets the focus back at the part with the same `data-part`.
 */
export function rows(container, items, keyOf, render) {
  const known = container.known ?? new Map();
  const next = new Map(items.map(item => [String(keyOf(item)), { content: JSON.stringify(item) }]));
  const kept = new Set([...known].filter(([key]) => next.has(key)).map(([, row]) => row.element));
  [...container.childNodes].filter(child => !kept.has(child)).forEach(child => child.remove());

  let place = container.firstChild;
  for (const item of items) {
    const row = next.get(String(keyOf(item)));
    const before = known.get(String(keyOf(item)));
    row.element = before?.content === row.content ? before.element : render(item);
    if (before && before.element !== row.element) {
      place = place === before.element ? row.element : place;
      replace(before.element, row.element);
    }
    if (row.element === place) {
      place = place.nextSibling;
    } else {
      container.insertBefore(row.element, place);
    }
  }
  container.known = next;
}

function replace(before, after) {
  const focus = before.contains(document.activeElement) ? document.activeElement.dataset.part : null;
  const open = [...before.querySelectorAll('details[open]')].map(each => each.dataset.part);
  before.replaceWith(after);
  after.querySelectorAll('details').forEach(each => {
    each.open = open.includes(each.dataset.part);
  });
  if (focus) {
    after.querySelector(`[data-part="${CSS.escape(focus)}"]`)?.focus();
  }
}

/** A list, or a line that says that there is nothing. */
export function listOr(list, items, keyOf, render, nothing) {
  rows(list, items.length ? items : [null], each => (each === null ? '' : keyOf(each)),
    each => (each === null ? el('li', { class: 'soft' }, nothing) : render(each)));
}
