const { pictures, choices } = document.currentScript.dataset;

// Blazor only scrolls to where a link within the page leads; whoever skips the menu by keyboard goes on from there.
document.addEventListener('click', event => {
  if (!event.target.closest('.skip')) return;
  event.preventDefault();
  document.getElementById('main').focus();
});

// "Reload" keeps the address, and with it the view. A plain href="." would lead to the base address.
document.addEventListener('click', event => {
  if (event.target.closest('[data-reload], .reload')) {
    event.preventDefault();
    location.reload();
  }
  const printing = event.target.closest('[data-print]');
  if (printing) document.getElementById(printing.dataset.print).contentWindow.print();
  const taken = event.target.closest('.take .menu :is(a, button)');
  if (taken && !taken.matches('[data-copy], [data-picture]')) taken.closest('.take').open = false;
  if (event.target.closest('[data-print-page]')) print();
  const button = event.target.closest('[data-copy]');
  if (button) copy(contentOf(button)).then(() => 'data-done', () => 'data-failed').then(result => tell(button, result));
  const picture = event.target.closest('[data-picture]');
  if (picture) import(new URL(pictures, document.baseURI)).then(pictures => pictures.give(picture)).then(() => picture.closest('.take').open = false, () => tell(picture, 'data-failed'));
});

// Whether scripts run at all is known before the page is drawn: what needs them is hidden without.
document.documentElement.dataset.script = '';

function tell(button, result) {
  button.setAttribute(result, '');
  setTimeout(() => button.removeAttribute(result), 2500);
}

function contentOf({ dataset: { copy, content, frameTitle } }) {
  if (copy === 'text') return content;
  const address = content ? new URL(content, location.origin).href : location.href;
  if (copy === 'address') return address;
  const frame = document.createElement('iframe');
  Object.assign(frame, { title: frameTitle, loading: 'lazy' });
  for (const [name, value] of Object.entries({ src: address, width: '100%', height: '640', style: 'border:0' })) frame.setAttribute(name, value);
  return frame.outerHTML;
}

// Choices of what a page shows. Their script is fetched with the first page that offers any. Once it is there a choice is read within its own event:
// an answer drawn a moment later sets the boxes back to what was chosen before.
let fetched;
const withChoices = use => fetched ? use(fetched) : import(new URL(choices, document.baseURI)).then(script => use(fetched = script));
for (const kind of ['focusin', 'pointerover']) {
  document.addEventListener(kind, event => { if (event.target.closest?.('[data-choices], [data-months], a[data-sets]')) withChoices(() => {}); }, { passive: true });
}
document.addEventListener('change', event => {
  if (event.target.form?.matches('[data-choices]') && event.target.name) withChoices(({ choose }) => choose(event.target));
});
// A link that was drawn before the latest choices would lose them.
window.addEventListener('click', event => {
  const link = event.target.closest?.('a[data-sets]');
  if (!link || !document.querySelector('.busy')?.textContent || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  withChoices(({ follow }) => follow(link));
}, true);
document.addEventListener('input', event => {
  const slider = event.target.closest('[data-months]');
  if (slider) withChoices(({ slide }) => slide(slider));
});
document.addEventListener('click', event => {
  const slider = event.target.closest('[data-months]');
  const { step } = event.target.closest('[data-step]')?.dataset ?? {};
  if (slider && step) withChoices(choices => choices.step(slider, Number(step)));
  if (slider && event.target.closest('.play')) withChoices(({ play }) => play(slider));
});

// It opens upwards where there is no room below.
document.addEventListener('toggle', event => {
  const menu = event.target.matches?.('.take') && event.target.querySelector('.menu');
  if (!menu) return;
  event.target.removeAttribute('data-up');
  if (event.target.open && menu.getBoundingClientRect().bottom > innerHeight) event.target.setAttribute('data-up', '');
}, true);

// A menu of a chart closes when the reader turns to something else.
document.addEventListener('click', event => {
  for (const menu of document.querySelectorAll('.take[open]')) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  const menu = event.target.closest?.('.take[open]');
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary').focus();
});

// Browsers give the clipboard to https and localhost only; inside an office the dashboard may well stand on plain http.
async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement('textarea');
  field.value = text;
  field.style.position = 'fixed';
  const focused = document.activeElement;
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  focused?.focus({ preventScroll: true });
  if (!isCopied) throw new Error('The browser refused to copy.');
}

// Escape closes the details panel by following its own link.
document.addEventListener('keydown', event => {
  if (event.key === 'Escape') document.querySelector('.details-panel .close')?.click();
});

// When the details panel closes, the focus returns to the figure that opened it.
let opener;
document.addEventListener('click', event => {
  const link = event.target.closest('a[href*="figure="]');
  if (link && !link.closest('.details-panel')) opener = link;
});
let panelIsOpen = false;
new MutationObserver(() => {
  const wasOpen = panelIsOpen;
  panelIsOpen = document.querySelector('.details-panel') !== null;
  if (!wasOpen || panelIsOpen) return;
  if (document.activeElement === document.body && opener?.isConnected) opener.focus({ preventScroll: true });
  opener = undefined;
}).observe(document.body, { childList: true, subtree: true });

// Blazor scrolls to the top after every navigation. Where only the selection or the open figure changed, the reader stays.
const place = () => location.pathname + '?' + new URLSearchParams(location.search).get('page');
let shownPlace = place();
addEventListener('popstate', () => shownPlace = place());
const scrollTo = window.scrollTo;
window.scrollTo = (...target) => {
  const isSamePlace = place() === shownPlace;
  shownPlace = place();
  if (!(isSamePlace && target[0] === 0 && target[1] === 0)) scrollTo.apply(window, target);
};

// The connection may go: what is on the page stays, its links still lead on, and it finds its way back by itself. The address holds the view.
const notice = document.getElementById('components-reconnect-modal');
const isLost = kind => notice?.classList.contains(`components-reconnect-${kind}`);
const isAway = () => isLost('show') || isLost('failed') || isLost('rejected');
const answers = () => fetch('/favicon.svg', { method: 'HEAD', cache: 'no-store' }).then(() => true, () => false);

// What someone has typed and not sent. A form that only asks for another view holds nothing that could be lost.
const typed = new Set();
document.addEventListener('input', event => {
  if (event.target.matches('main :is(textarea, input:not([type=search], [type=range], [type=checkbox], [type=radio], [type=file]))') && !event.target.closest('form[method=get]')) typed.add(event.target);
});
document.addEventListener('submit', event => { if (!isAway()) typed.forEach(field => event.target.contains(field) && typed.delete(field)); });
document.addEventListener('change', event => { if (!isAway() && !event.target.form) typed.delete(event.target); });
const hasUnsaved = () => [...typed].some(field => field.isConnected && field.value !== '');

// The server has forgotten the page, as after its restart: opened anew it is the same view. Not again and again, though.
function comeBack() {
  if (hasUnsaved()) return notice.setAttribute('data-unsaved', '');
  const now = Date.now();
  if (now - Number(sessionStorage.getItem('came-back') ?? 0) < 15_000) return;
  sessionStorage.setItem('came-back', now);
  location.reload();
}

// Blazor stops trying after some minutes, or at once where the server no longer knows the page. From then on the page looks itself, now and again.
let looking;
async function look() {
  clearTimeout(looking);
  if (!isLost('failed') && !isLost('rejected')) return;
  if (await answers() && (isLost('rejected') || !await Blazor.reconnect().catch(() => true))) return comeBack();
  looking = setTimeout(look, 20_000);
}

if (notice) {
  new MutationObserver(() => {
    look();
    if (!isAway()) notice.removeAttribute('data-away');
  }).observe(notice, { attributes: true, attributeFilter: ['class'] });
  for (const kind of ['online', 'visibilitychange']) window.addEventListener(kind, look);
}

// Without its circuit Blazor would change the address and nothing else: the browser itself follows the link, once the server answers.
window.addEventListener('click', event => {
  const link = event.target.closest?.('a[href]:not([download])');
  if (!link || !isAway() || event.button || event.ctrlKey || event.metaKey || event.shiftKey || link.origin !== location.origin || link.matches('[data-reload], .skip')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  openPage(link.href);
}, true);

async function openPage(address) {
  if (!isAway() || await answers()) location.assign(address);
  else notice.setAttribute('data-away', '');
}

// Work on an open page sends no requests: while someone signed in is at it, a sign each few minutes keeps the session from ending as idle.
const signEvery = 5 * 60 * 1000;
let signed = Date.now();
for (const kind of ['pointerdown', 'keydown']) {
  window.addEventListener(kind, () => {
    if (Date.now() - signed < signEvery || !document.querySelector('.account')) return;
    signed = Date.now();
    fetch('/account/session', { cache: 'no-store' }).catch(() => {});
  }, { passive: true });
}
