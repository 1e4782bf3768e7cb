/** Opens pictures large and the search, copies a text where that is asked for. All else is loaded only then. */
let opening = false;

/** A plain click: whoever holds a key wants the browser's own way with links. */
const plain = (event) => !(event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

document.addEventListener('click', (event) => {
  const link = event.target.closest('[data-position] a.zoom');
  if (!link || !plain(event)) return;
  event.preventDefault();
  if (opening) return;
  opening = true;
  import('./gallery.js')
    .then(({ show }) => show(link))
    .catch(() => location.assign(link.href))
    .finally(() => { opening = false; });
});

for (const button of document.querySelectorAll('button.copy')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const status = button.nextElementSibling;
    import('./copy.js')
      .then(({ copy }) => copy(button.dataset.url))
      .then(() => { status.textContent = button.dataset.done; }, () => { status.textContent = button.dataset.failed; });
  });
}

const door = document.querySelector('a[data-search]');
const look = (words) => import('./search.js').then(({ open }) => open(door, words)).catch(() => location.assign(door.href));
door?.addEventListener('click', (event) => {
  if (!plain(event)) return;
  event.preventDefault();
  look('');
});
const asked = () => { if (door && location.hash.startsWith('#search=')) look(decodeURIComponent(location.hash.slice(8))); };
addEventListener('hashchange', asked);
asked();
for (const player of document.querySelectorAll('[data-embed]')) {
  import('./video.js').then(({ offer }) => offer(player)).catch(() => {});
}
