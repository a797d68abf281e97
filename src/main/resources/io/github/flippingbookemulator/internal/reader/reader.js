// The readers' pages: turning pages, and reporting what the reader does to the emulator.

const page = document.body.dataset;
const element = id => document.getElementById(id);

// A theme is a name (E); one that is a color colors the page, others leave it gray.
if (page.theme && CSS.supports('color', page.theme)) {
  document.documentElement.style.setProperty('--theme', page.theme);
}

if (page.session) {
  startReading();
}

function startReading() {
  const last = Number(page.pages);
  const rightToLeft = page.direction === 'rtl';
  const wide = matchMedia('(min-width: 50rem) and (min-aspect-ratio: 1/1)');
  let current = Number(page.page);

  // Reports

  const report = what => `/reader/${page.session}/${what}`;
  const form = fields => new URLSearchParams(fields);

  /** Reports and waits for the answer. */
  async function tell(what, fields = []) {
    try {
      const answer = await fetch(report(what), { method: 'POST', body: form(fields), keepalive: true });
      if (!answer.ok) {
        say(answer.status === 404 ? 'This visit has ended. Reload the page to begin another.' : await answer.text());
      }
      return answer.ok;
    } catch {
      say('The emulator cannot be reached.');
      return false;
    }
  }

  /** Reports without waiting, also from a page that is being left. */
  const mention = (what, fields = []) => navigator.sendBeacon(report(what), form(fields));

  function say(text) {
    element('notice').textContent = text;
  }

  // Which pages are shown

  /** The first page is the cover and stands alone; then come pairs. */
  function spread(number) {
    if (!wide.matches || number === 1) {
      return [number];
    }
    const first = number - (number % 2);
    return first + 1 <= last ? [first, first + 1] : [first];
  }

  function show(number) {
    current = Math.max(1, Math.min(last, number));
    const shown = spread(current);
    const pages = element('pages');
    pages.replaceChildren(...shown.map(sheet));
    pages.classList.toggle('two', shown.length > 1);
    pages.classList.remove('turning');
    void pages.offsetWidth; // restarts the animation
    pages.classList.add('turning');
    element('position').textContent =
      shown.length > 1 ? `Pages ${shown[0]}–${shown[1]} of ${last}` : `Page ${shown[0]} of ${last}`;
    element('previous').setAttribute('aria-disabled', shown[0] === 1);
    element('next').setAttribute('aria-disabled', shown.at(-1) === last);
    for (const near of [shown[0] - 1, shown.at(-1) + 1, shown.at(-1) + 2]) {
      if (near >= 1 && near <= last) {
        new Image().src = picture(near);
      }
    }
  }

  function turnTo(number) {
    say('');
    show(number);
    history.replaceState(null, '', `${page.address}/${current}/`);
  }

  const next = () => spread(current).at(-1) < last && turnTo(spread(current).at(-1) + 1);
  const previous = () => spread(current)[0] > 1 && turnTo(spread(current)[0] - 1);
  const picture = number => `${page.content}pages/${number}.jpg`;

  function sheet(number) {
    const sheet = document.createElement('div');
    sheet.className = 'page waiting';
    sheet.dataset.number = number;
    sheet.classList.toggle('hard', page.hardCover === 'true' && (number === 1 || number === last));
    const image = new Image();
    image.alt = `Page ${number} of ${last}`;
    image.draggable = false;
    image.addEventListener('load', () => sheet.classList.remove('waiting'));
    image.addEventListener('error', () => {
      sheet.classList.add('broken');
      sheet.append(`Page ${number} cannot be shown.`);
    });
    image.src = picture(number);
    sheet.append(image);
    addLinks(sheet, number);
    return sheet;
  }

  // The links on a page

  async function addLinks(sheet, number) {
    try {
      const answer = await fetch(`${page.content}pages/${number}.json`);
      const links = answer.ok ? await answer.json() : [];
      sheet.append(...links.filter(link => /^(https?:\/\/|mailto:)/i.test(link.url)).map(link => anchor(link, number)));
    } catch {
      // The page can be read without its links.
    }
  }

  function anchor(link, number) {
    const anchor = document.createElement('a');
    anchor.href = link.url;
    anchor.target = '_blank';
    anchor.rel = 'noopener noreferrer';
    anchor.title = link.url;
    anchor.setAttribute('aria-label', `Link to ${link.url}, opens in a new tab`);
    for (const side of ['left', 'top', 'width', 'height']) {
      anchor.style[side] = `${100 * link[side]}%`;
    }
    const clicked = event => {
      if (event.button < 2) { // the secondary button opens a menu instead
        mention('click', { url: link.url, page: number });
      }
    };
    anchor.addEventListener('click', clicked);
    anchor.addEventListener('auxclick', clicked);
    return anchor;
  }

  // Turning

  element('next').addEventListener('click', next);
  element('previous').addEventListener('click', previous);
  wide.addEventListener('change', () => show(current));

  const keys = {
    ArrowRight: rightToLeft ? previous : next,
    ArrowLeft: rightToLeft ? next : previous,
    PageDown: next,
    PageUp: previous,
    Home: () => turnTo(1),
    End: () => turnTo(last),
  };
  document.addEventListener('keydown', event => {
    const modified = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    if (!modified && Object.hasOwn(keys, event.key) && !element('lead').open) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  let touch = null;
  element('book').addEventListener('touchstart', event => {
    touch = event.touches.length === 1 ? event.touches[0] : null;
  }, { passive: true });
  element('book').addEventListener('touchend', event => {
    const end = event.changedTouches[0];
    const across = touch ? end.clientX - touch.clientX : 0;
    const down = touch ? end.clientY - touch.clientY : 0;
    touch = null;
    if (Math.abs(across) > 40 && Math.abs(across) > 2 * Math.abs(down) && !(visualViewport.scale > 1)) {
      (across < 0) === rightToLeft ? previous() : next();
    }
  });

  // Printing and downloading

  element('print').addEventListener('click', async () => {
    await tell('print');
    const paper = element('paper');
    const images = Array.from({ length: last }, (none, index) => {
      const image = new Image();
      image.alt = `Page ${index + 1} of ${last}`;
      image.src = picture(index + 1);
      return image;
    });
    paper.replaceChildren(...images);
    await Promise.allSettled(images.map(image => image.decode()));
    window.print();
  });
  addEventListener('afterprint', () => element('paper').replaceChildren());

  let reported = false;
  element('download').addEventListener('click', async event => {
    if (reported) {
      reported = false; // the second, own click downloads
      return;
    }
    event.preventDefault();
    await tell('download');
    reported = true;
    element('download').click();
  });

  // The lead form

  const lead = element('lead');
  const inputs = [...lead.querySelectorAll('input')];
  element('contact').addEventListener('click', () => lead.showModal());
  element('lead-form').addEventListener('submit', async event => {
    event.preventDefault();
    const values = inputs.map(input => ['value', input.value]);
    const labels = [...lead.querySelectorAll('label')].map(label => label.textContent);
    lead.close();
    if (await tell('lead', values)) {
      say(['Thank you. You sent:', ...values.map(([, value], i) => `${labels[i]}: ${value}`)].join('\n'));
      event.target.reset();
    }
  });
  element('close').addEventListener('click', () => lead.close());

  // Leaving. A page that the browser has kept and shows again is another visit.

  addEventListener('pagehide', () => mention('leave'));
  addEventListener('pageshow', event => event.persisted && location.reload());

  show(current);
}
