/* global document, navigator, PublicKeyCredential, MutationObserver, HTMLFormElement, URLSearchParams */
// Passkeys on the three pages that take one. Where the browser knows none, or without script, nothing of them is there to see.
const known = globalThis.PublicKeyCredential;
const ways = {
  add: (options) => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  use: (options) => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
};
let asking = false;

const show = () => document.querySelectorAll('template[data-passkey]').forEach((one) => one.replaceWith(one.content));

async function ask(form) {
  const { token, credential } = form.elements;
  const answer = await fetch(form.dataset.ask, { method: 'POST', body: new URLSearchParams({ token: token.value, way: form.dataset.way }) });
  const { options, said } = await answer.json();
  if (!options) return said;
  credential.value = JSON.stringify(await ways[form.dataset.way](options));
  HTMLFormElement.prototype.submit.call(form);
}

/** What the device or the person refused is said beside the button; the page's other ways stand as they were. */
async function press(form) {
  const told = form.querySelector('[role=status]');
  told.textContent = '';
  told.textContent = (await ask(form).catch(({ name }) => (name === 'InvalidStateError' ? form.dataset.twice : form.dataset.failed))) ?? '';
}

document.addEventListener('submit', (event) => {
  if (!('way' in event.target.dataset)) return;
  event.preventDefault();
  if (asking) return;
  asking = true;
  press(event.target).finally(() => (asking = false));
});

if (known?.parseRequestOptionsFromJSON && known.parseCreationOptionsFromJSON && known.prototype.toJSON) {
  show();
  new MutationObserver(show).observe(document.documentElement, { childList: true }); // a page that was sent without loading it anew
}
