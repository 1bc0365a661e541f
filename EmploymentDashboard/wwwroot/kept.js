// What this browser keeps for its reader: favourites, the views seen last, the moment of the last visit. None of it is sent anywhere.
// Storage may be full, forbidden, or hold what others put there: whatever is not a list of addresses on this site is left out.
(() => {
  const most = { starred: 50, viewed: 8 };
  const words = document.getElementById('kept-words').dataset;

  const isLocal = address => {
    try { return /^\/(?![/\\])/.test(address) && new URL(address, location.origin).origin === location.origin; } catch { return false; }
  };
  const isView = view => typeof view?.address === 'string' && typeof view.title === 'string' && view.title.trim() !== '' && isLocal(view.address);

  function stored(name) {
    try { return JSON.parse(localStorage.getItem('dashboard.' + name)); } catch { return null; }
  }

  function store(name, value) {
    try { localStorage.setItem('dashboard.' + name, JSON.stringify(value)); return true; } catch { return false; }
  }

  function read(name) {
    const views = stored(name);
    return Array.isArray(views) ? views.filter(isView).slice(0, most[name]).map(({ address, title }) => ({ address, title: title.slice(0, 200) })) : [];
  }

  // The view without what was opened in it.
  function here() {
    const view = new URLSearchParams(location.search);
    for (const passing of ['figure', 'page']) view.delete(passing);
    return location.pathname + (view.size > 0 ? '?' + view : '');
  }

  // Two addresses are the same thing seen if they agree in this: a slider moved by a month is no other view, and a comparison
  // of fewer than two areas compares nothing yet.
  function subject(address) {
    const { pathname, searchParams } = new URL(address, location.origin);
    const areas = searchParams.get('areas');
    return [pathname, searchParams.get('indicator'), pathname === '/areas/compare' && !areas?.includes(',') ? null : areas].join(' ');
  }

  const title = () => document.title.replace(/ · [^·]*$/, '');
  const isStarred = address => read('starred').some(view => view.address === address);

  function toggleStar(button) {
    const address = here();
    const others = read('starred').filter(view => view.address !== address);
    const isKept = store('starred', isStarred(address) ? others : [{ address, title: title() }, ...others]);
    button.toggleAttribute('data-failed', !isKept);
    settle();
  }

  function remember() {
    const [address, viewed] = [here(), read('viewed')];
    if (document.title === '' || (viewed[0]?.address === address && viewed[0].title === title())) return;
    const others = viewed.filter(view => subject(view.address) !== subject(address));
    store('viewed', [{ address, title: title() }, ...others].slice(0, most.viewed));
  }

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  function listOf(name, views) {
    const without = gone => { store(name, views.filter(view => view !== gone)); settle(); };
    const lines = views.map(view => {
      const remove = element('button', { type: 'button', className: 'link', textContent: '×', onclick: () => without(view) });
      remove.setAttribute('aria-label', words.remove.replace('{0}', view.title));
      return element('li', {}, element('a', { href: view.address, textContent: view.title }), remove);
    });
    const clear = element('button', { type: 'button', className: 'link', textContent: words.clear, onclick: () => { store(name, []); settle(); } });
    return element('div', {}, element('h2', { textContent: words[name] }), element('ul', {}, ...lines), clear);
  }

  function fill(place, lists) {
    const shown = JSON.stringify(lists);
    if (place.dataset.shown === shown) return;
    place.dataset.shown = shown;
    const filled = Object.entries(lists).filter(([, views]) => views.length > 0);
    const isInDialog = place.closest('dialog') !== null;
    place.hidden = filled.length === 0 && !isInDialog;
    const focus = place.contains(document.activeElement);
    place.replaceChildren(...filled.map(([name, views]) => listOf(name, views)));
    if (filled.length === 0 && isInDialog) place.append(element('p', { className: 'soft', textContent: words.empty }));
    if (focus) (place.querySelector('button') ?? place.closest('dialog')?.querySelector('input') ?? document.querySelector('h1')).focus();
  }

  // By the server's clock, which dates the changes. Whoever is away for half an hour and comes back pays a new visit.
  const served = Date.parse(document.querySelector('[data-last-visit]')?.dataset.lastVisit);
  const arrived = performance.now();
  const apart = 30 * 60 * 1000;

  function visit() {
    if (Number.isNaN(served)) return null;
    const now = served + performance.now() - arrived;
    const { seen, since } = stored('visit') ?? {};
    const before = Date.parse(seen);
    const last = now - before > apart ? seen : Number.isNaN(Date.parse(since)) ? null : since;
    store('visit', { seen: new Date(Math.max(now, before || 0)).toISOString(), since: last });
    return last;
  }

  function leadToLastVisit() {
    const since = visit();
    if (since === null) return;
    const address = '/news?since=' + encodeURIComponent(since);
    for (const link of document.querySelectorAll('[data-last-visit], [data-since-visit]')) {
      if (link.getAttribute('href') !== address) link.setAttribute('href', address);
      if (link.hidden) link.hidden = false;
      const isHere = link.hasAttribute('data-since-visit') && new URLSearchParams(location.search).get('since') === since;
      if (isHere !== link.hasAttribute('aria-current')) isHere ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current');
    }
  }

  // The pages come and go without a load: once they have come to rest, the stars, the lists and the links are brought up to date.
  function settle() {
    const star = document.querySelector('[data-star]');
    if (star) {
      remember();
      const pressed = String(isStarred(here()));
      if (star.getAttribute('aria-pressed') !== pressed) star.setAttribute('aria-pressed', pressed);
    }
    const lists = { starred: read('starred'), viewed: read('viewed').filter(view => !star || view.address !== here()) };
    document.querySelectorAll('[data-kept]').forEach(place => fill(place, lists));
    leadToLastVisit();
  }

  let resting;
  new MutationObserver(() => {
    clearTimeout(resting);
    resting = setTimeout(settle, 150);
  }).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
  addEventListener('storage', settle);
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-star]');
    if (button) toggleStar(button);
  });
  settle();
})();
