// The search over every page. Without this script the box in the head is a form that leads to the page of the search.
(() => {
  const dialog = document.getElementById('find');
  const [input, list, keptViews, status] = ['input', '[role=listbox]', '[data-kept]', '[role=status]'].map(part => dialog.querySelector(part));
  const note = document.createElement('div');
  list.after(note);

  let asked = '';
  let answer = Promise.resolve();
  let request;
  let waiting;

  const options = () => [...list.querySelectorAll('[role=option]')];
  const chosen = () => list.querySelector('[aria-selected=true]');

  function open(text = '') {
    if (!dialog.open) dialog.showModal();
    input.value = text;
    input.focus();
    ask();
  }

  function choose(option) {
    chosen()?.setAttribute('aria-selected', 'false');
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  }

  // What is no option, such as the word that nothing was found, stands below the list: a list box holds options only.
  function show(content) {
    const hasOptions = content.querySelector?.('[role=option]') != null;
    list.replaceChildren(...(hasOptions ? [content] : []));
    note.replaceChildren(...(hasOptions ? [] : [content]));
    list.hidden = !hasOptions;
    keptViews.hidden = asked !== '';
    input.setAttribute('aria-expanded', String(hasOptions));
    choose(options()[0]);
    status.textContent = asked === '' ? '' : hasOptions ? dialog.dataset.count.replace('{0}', options().length) : dialog.dataset.none;
  }

  async function fetchOptions(text) {
    request?.abort();
    request = new AbortController();
    const made = document.createElement('template');
    try {
      const response = await fetch(`${dialog.dataset.options}?q=${encodeURIComponent(text)}`, { signal: request.signal });
      if (!response.ok) throw new Error(response.statusText);
      made.innerHTML = await response.text();
    } catch (error) {
      if (error.name === 'AbortError') return;
      made.innerHTML = '<p></p>';
      made.content.firstChild.textContent = dialog.dataset.failed;
    }
    if (text === asked) show(made.content);
  }

  function ask() {
    const text = input.value.trim();
    if (text === asked && text !== '') return;
    asked = text;
    clearTimeout(waiting);
    if (text === '') {
      request?.abort();
      show(document.createDocumentFragment());
      return;
    }
    answer = new Promise(answered => waiting = setTimeout(() => fetchOptions(text).then(answered), 60));
  }

  // Whoever types fast presses Enter before the answer has come.
  async function enter() {
    if (asked === '') return;
    const text = asked;
    await answer;
    if (text !== asked || !dialog.open) return;
    if (chosen()) chosen().click();
    else input.form.submit();
  }

  function move(event) {
    const all = options();
    const last = all.length - 1;
    const at = all.indexOf(chosen());
    const next = { ArrowDown: at === last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    if (all.length > 0) choose(all[next]);
    else if (event.key === 'ArrowDown') keptViews.querySelector('a')?.focus();
  }

  input.addEventListener('input', ask);
  input.addEventListener('keydown', event => {
    // Enter and the arrows belong to the input method while it composes.
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      enter();
    }
    move(event);
  });
  dialog.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    dialog.close();
  });
  dialog.addEventListener('click', event => {
    const isLeaving = event.target.closest('a') && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (event.target === dialog || event.target.closest('[data-find-close]') || isLeaving) dialog.close();
  });

  const isTyping = target => target.closest?.('input, textarea, select, [contenteditable]') != null;
  document.addEventListener('keydown', event => {
    const isShortcut = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k';
    const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
    if (!isShortcut && !isSlash) return;
    event.preventDefault();
    open(dialog.open ? input.value : '');
  });
  // The box in the head opens the dialog by a click or by what is typed into it; to come by with the Tab key does nothing.
  document.addEventListener('click', event => {
    if (!event.target.closest('[data-find]') || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    open();
  });
  document.addEventListener('input', event => {
    if (!event.target.matches('input[data-find]') || event.isComposing) return;
    const text = event.target.value;
    event.target.value = '';
    open(text);
  });
})();
