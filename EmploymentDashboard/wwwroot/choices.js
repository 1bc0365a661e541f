// A choice goes into the address, and the address is all that the server is asked with. Without this script a form sends the same with its button;
// with it each choice is sent at once, on top of those before, whether they have been answered or not.

// What belongs to the view before: an opened figure, a page of a list, the rows it was cut down to.
const passing = ['figure', 'page', 'rows'];

let pending;
let answered;
let isTickDue = false;

const sign = () => document.querySelector('.busy');
const answer = () => sign()?.dataset.answer;

// Boxes are drawn once, so that the keyboard and the hand find them where they were; what is chosen stands beside them.
function tick(list) {
  const chosen = list.dataset.chosen.split(',');
  for (const box of list.querySelectorAll('input')) box.checked = chosen.includes(box.value);
}

// The server says with what it shows which address that answers. Whoever goes elsewhere meanwhile waits no longer.
new MutationObserver(changes => {
  isTickDue ||= changes.some(({ attributeName }) => attributeName === 'data-chosen');
  if (pending !== undefined) {
    if (answer() !== pending && location.search === pending) return;
    pending = undefined;
    if (sign()) sign().textContent = '';
    sign()?.parentElement.removeAttribute('aria-busy');
    answered?.();
  }
  if (isTickDue) document.querySelectorAll('[data-chosen]').forEach(tick);
  isTickDue = false;
}).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-answer', 'data-chosen'] });

function addressOf(view, order) {
  const place = name => (order.indexOf(name) + 1 || order.length + 1);
  const ordered = [...view].sort(([one], [other]) => place(one) - place(other));
  // Commas and colons may stand in a query as they are.
  return '?' + new URLSearchParams(ordered).toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
}

// Resolves when the answer is drawn. Where no circuit is there to answer, the browser opens the address as a page (both are told by shell.js).
function ask(view, form, replace) {
  for (const name of passing) view.delete(name);
  // What the page chose by itself the address names from the first choice on, so that it stays.
  for (const control of form.querySelectorAll('[data-named]')) if (!view.has(control.name)) view.set(control.name, control.value);
  const query = addressOf(view, form.dataset.choices.split(' '));
  if (query === location.search && pending === undefined) return Promise.resolve();
  if (isAway() || !document.querySelector('main[data-live=true]')) return openPage(location.pathname + query);
  pending = query;
  sign().parentElement.setAttribute('aria-busy', 'true');
  sign().textContent = sign().dataset.words;
  const done = new Promise(resolve => answered = resolve);
  Blazor.navigateTo(location.pathname + query, { replaceHistoryEntry: replace });
  return done;
}

const formOfPage = () => document.querySelector('[data-choices]');

function put(view, name, value) {
  if (value) view.set(name, value);
  else view.delete(name);
}

export function choose(control) {
  const { form, name, dataset: { keeps, drops = '', sets } } = control;
  let view = new URLSearchParams(location.search);
  if (keeps !== undefined) view = new URLSearchParams([...view].filter(([kept]) => keeps.split(' ').includes(kept)));
  for (const dropped of drops.split(' ')) view.delete(dropped);
  const values = [...form.elements].filter(element => element.name === name && (element.type !== 'checkbox' || element.checked)).map(element => element.value).filter(Boolean);
  put(view, name, values.join(','));
  if (sets) put(view, ...sets.split('='));
  ask(view, form);
}

// A link made before the latest choices: what it sets, on top of them.
export function follow(link) {
  const view = new URLSearchParams(location.search);
  put(view, ...link.dataset.sets.split('='));
  ask(view, formOfPage());
}

// Long enough to read the largest names of a ranking.
const pace = 1200;

let wanted;
let playing;

const range = slider => slider.querySelector('input');

function press(slider, isPlaying) {
  playing = isPlaying ? {} : undefined;
  slider.querySelector('.play').setAttribute('aria-pressed', String(isPlaying));
  return playing;
}

// One month is asked for at a time; a hand that moves on meanwhile gets the month where it stopped.
async function show(slider, index) {
  const months = slider.dataset.months.split(' ');
  const isUnderWay = wanted !== undefined;
  wanted = Math.max(0, Math.min(months.length - 1, index));
  // The text as it stands: another one in its place the server would not find again.
  slider.querySelector('output').firstChild.nodeValue = months[wanted];
  range(slider).value = wanted;
  range(slider).setAttribute('aria-valuetext', months[wanted]);
  if (isUnderWay) return;
  for (let shown; shown !== wanted;) {
    shown = wanted;
    const view = new URLSearchParams(location.search);
    view.set('view', slider.dataset.view);
    view.set('month', months[shown]);
    await ask(view, formOfPage(), true);
    range(slider).value = wanted;
  }
  wanted = undefined;
}

export function slide(slider) {
  press(slider, false);
  show(slider, Number(range(slider).value));
}

export function step(slider, months) {
  press(slider, false);
  show(slider, Number(range(slider).value) + months);
}

// From the month shown on; from the first where the last is shown.
export async function play(slider) {
  if (playing) return press(slider, false);
  const turn = press(slider, true);
  const last = Number(range(slider).max);
  if (Number(range(slider).value) === last) await show(slider, 0);
  while (playing === turn && slider.isConnected && Number(range(slider).value) < last) {
    await new Promise(resolve => setTimeout(resolve, pace));
    if (playing === turn && slider.isConnected) await show(slider, Number(range(slider).value) + 1);
  }
  if (playing === turn) press(slider, false);
}
