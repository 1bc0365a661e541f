// Sends files one after the other, each as the body of a request: the server writes it to disk as it comes.
export function start(zone, words) {
  const status = zone.querySelector('.sending');
  const input = zone.querySelector('input[type=file]');
  const page = new AbortController();
  const on = (target, name, act) => target.addEventListener(name, act, { signal: page.signal });

  on(input, 'change', () => { send([...input.files]); input.value = ''; });
  // Anywhere on the page: a file that misses the zone would otherwise replace the page.
  on(document, 'dragover', event => {
    if (!isOpen()) return;
    event.preventDefault();
    zone.toggleAttribute('data-over', true);
  });
  on(document, 'dragleave', event => { if (!event.relatedTarget) zone.removeAttribute('data-over'); });
  on(document, 'drop', event => {
    if (!isOpen()) return;
    event.preventDefault();
    zone.removeAttribute('data-over');
    send([...event.dataTransfer.files]);
  });
  on(document, 'paste', event => {
    if (!isOpen() || event.target.closest?.('input, textarea, select')) return;
    const text = event.clipboardData.getData('text/plain');
    // Excel also offers a picture of the cells, which is a file.
    const files = /[\t\n]/.test(text) ? [new File([text], words.pasted)] : [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    send(files);
  });

  // The listeners on the document go with the zone.
  function isOpen() {
    if (!zone.isConnected) page.abort();
    return zone.isConnected;
  }

  async function send(files) {
    const arrived = [];
    const refused = [];
    for (const file of files) {
      try {
        arrived.push(await sendOne(file));
      } catch (problem) {
        refused.push(`${file.name}: ${problem.message}`);
      }
    }
    status.replaceChildren(...refused.map(text => Object.assign(document.createElement('p'), { className: 'problems', textContent: text })));
    // Of several files the list on this page shows each, as soon as the server has it.
    if (arrived.length === 1 && refused.length === 0) Blazor.navigateTo(arrived[0]);
  }

  function sendOne(file) {
    const progress = document.createElement('progress');
    const label = document.createElement('p');
    label.append(`${words.sending} ${file.name} `, progress);
    progress.setAttribute('aria-label', file.name);
    status.replaceChildren(label);
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('POST', `${words.address}?name=${encodeURIComponent(file.name)}`);
      request.setRequestHeader('RequestVerificationToken', document.querySelector('input[name=__RequestVerificationToken]').value);
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.upload.onprogress = event => { if (event.lengthComputable) progress.value = event.loaded / event.total; };
      request.onload = () => request.status === 201 ? resolve(request.getResponseHeader('Location')) : reject(new Error(request.responseText || request.statusText));
      request.onerror = () => reject(new Error(words.failed));
      request.send(file);
    });
  }
}
