// "Reload" keeps the address, and with it the view. A plain href="." would lead to the base address.
document.addEventListener('click', event => {
  if (event.target.closest('[data-reload], .reload')) {
    event.preventDefault();
    location.reload();
  }
  const copy = event.target.closest('[data-copy]');
  if (copy) {
    navigator.clipboard?.writeText(copy.dataset.copy === 'address' ? location.href : copy.dataset.copy);
    copy.setAttribute('data-done', '');
    setTimeout(() => copy.removeAttribute('data-done'), 1500);
  }
});
// Escape closes the details panel by following its own link.
document.addEventListener('keydown', event => {
  if (event.key === 'Escape') document.querySelector('.details-panel .close')?.click();
});
