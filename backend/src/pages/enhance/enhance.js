/* global document, history, location, navigator, addEventListener, scrollTo, DOMParser, FormData, URLSearchParams */
// Makes the pages quicker and kinder; they work without it. Whatever fails here ends in the browser's own way of doing it.
const root = document.documentElement;
const words = () => document.body.dataset;
const parser = globalThis.trustedTypes?.createPolicy('pages', { createHTML: (text) => text });
let sending = false;
let timers = [];
let path = '';
let presses = [];

function show(text, url) {
  const next = new DOMParser().parseFromString(parser?.createHTML(text) ?? text, 'text/html');
  if (!next.querySelector('main')) throw new Error('no page');
  if (next.scripts.length > document.scripts.length) return location.assign(url); // it brings a script of its own
  root.lang = next.documentElement.lang;
  root.dir = next.documentElement.dir;
  document.title = next.title;
  next.querySelector('[autofocus]')?.removeAttribute('autofocus');
  document.body.replaceWith(next.body);
  if (url !== location.href) history.pushState(null, '', url);
  scrollTo(0, 0);
  (document.querySelector('#problem') ?? document.querySelector('h1')).focus();
  watch();
}

function tell(form, text = '') {
  const place = form.querySelector('.told') ?? form.appendChild(document.createElement('p'));
  place.className = 'told';
  place.setAttribute('role', 'status');
  place.textContent = text;
}

/** Once at a time. What cannot be sent stays on the page and is tried again while the page is open. */
async function send(form) {
  if (sending || !form.isConnected) return;
  sending = true;
  const button = form.querySelector('.primary');
  const label = button.textContent;
  button.setAttribute('aria-disabled', 'true');
  button.textContent = words().sending;
  tell(form);
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
    if (answer.status === 413) throw new Error('too large: the words must stay on this page');
    show(await answer.text(), answer.url);
  } catch (error) {
    if (!(error instanceof TypeError)) return form.submit();
    tell(form, words().offline);
    setTimeout(send, navigator.onLine ? 5000 : 60_000, form);
    addEventListener('online', () => send(form), { once: true });
  }
  sending = false;
  button.removeAttribute('aria-disabled');
  button.textContent = label;
}

/** Covers the page at once, ends the visit, and takes this page's place in the history. */
function leave() {
  const { action, dataset } = document.querySelector('#leave');
  const away = () => location.replace(dataset.exit);
  document.title = words().leaving;
  const cover = document.createElement('main');
  cover.className = 'cover';
  document.body.replaceChildren(cover);
  fetch(action, { method: 'POST', keepalive: true }).then(away, away);
  setTimeout(away, 1500);
}

/** A modal dialog keeps the focus inside; Escape and its button both extend the visit. */
function warn({ idle, idleText, stay }) {
  const dialog = document.createElement('dialog');
  for (const [tag, text] of [['h2', idle], ['p', idleText], ['button', stay]]) dialog.appendChild(document.createElement(tag)).textContent = text;
  dialog.firstChild.id = 'idle';
  dialog.setAttribute('aria-labelledby', 'idle');
  dialog.lastChild.className = 'btn primary';
  dialog.lastChild.onclick = () => dialog.close();
  dialog.onclose = () => {
    dialog.remove();
    fetch(location.href);
    watch();
  };
  document.body.append(dialog);
  dialog.showModal();
}

function watch() {
  path = location.pathname + location.search;
  timers.forEach(clearTimeout);
  const said = { ...words() };
  if (said.idle) timers = [setTimeout(warn, 18 * 60_000, said), setTimeout(() => location.replace(said.expired), 20 * 60_000)];
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.id !== 'leave' && !('swap' in form.dataset)) return;
  if (event.submitter?.name || (form.id !== 'leave' && !form.querySelector('.primary'))) return; // another language: the browser posts the page as it stands
  event.preventDefault();
  if (form.id === 'leave') leave();
  else send(form);
});

// A jump to a field is a popstate, too: load only when the page changed.
addEventListener('popstate', () => location.pathname + location.search !== path && location.reload());

document.addEventListener('keydown', ({ key, repeat, timeStamp }) => {
  if (key !== 'Shift') presses = [];
  else if (!repeat) presses = [...presses, timeStamp].filter((one) => timeStamp - one < 5000);
  if (presses.length > 2 && document.querySelector('#leave')) leave();
});

const go = document.querySelector('[data-go]');
if (go) location.replace(go.href);
watch();
