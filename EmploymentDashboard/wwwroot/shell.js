// "Reload" keeps the address, and with it the view. A plain href="." would lead to the base address.
document.addEventListener('click', event => {
  if (event.target.closest('[data-reload], .reload')) {
    event.preventDefault();
    location.reload();
  }
  const printing = event.target.closest('[data-print]');
  if (printing) document.getElementById(printing.dataset.print).contentWindow.print();
  const button = event.target.closest('[data-copy]');
  if (button) copyAddress().then(() => 'data-done', () => 'data-failed').then(result => {
    button.setAttribute(result, '');
    setTimeout(() => button.removeAttribute(result), 2500);
  });
});

// Browsers give the clipboard to https and localhost only; inside an office the dashboard may well stand on plain http.
async function copyAddress() {
  if (navigator.clipboard) return navigator.clipboard.writeText(location.href);
  const field = document.createElement('textarea');
  field.value = location.href;
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
