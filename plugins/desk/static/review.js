// A review without waiting for whole pages: each step is sent, and what it changed takes its place.
const parts = ['news', 'progress'];
const name = () => document.querySelector('#reviewer')?.value ?? '';

document.addEventListener('submit', async (event) => {
  const form = event.target;
  const target = form.getAttribute('action'); // form.action is the button of that name
  if (target !== location.pathname || form.id === 'sign') return;
  event.preventDefault();
  const data = new URLSearchParams(new FormData(form, event.submitter));
  if (data.has('reviewer')) data.set('reviewer', name());
  let answer;
  try {
    answer = await fetch(target, { method: 'POST', body: data });
    if (answer.status === 401) throw answer;
  } catch { // nothing of the page changes: what was typed is still in its field
    const told = document.createElement('p');
    Object.assign(told, { className: 'notice alert', textContent: document.querySelector('#news').dataset.failed });
    told.setAttribute('role', 'alert');
    document.querySelector('#news').replaceChildren(told);
    told.scrollIntoView({ block: 'nearest' });
    return;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const number = data.get('paragraph');
  const here = document.activeElement?.closest('.pair');
  for (const old of document.querySelectorAll('.pair')) {
    const other = fresh.getElementById(old.id);
    if (other && (old.id === `p${number}` || other.className !== old.className)) old.replaceWith(other);
  }
  const place = here && document.getElementById(here.id);
  const next = data.get('action') === 'read' && answer.ok ? place?.nextElementSibling : place;
  next?.querySelector('[aria-pressed], summary')?.focus();
  for (const id of parts) { const other = fresh.getElementById(id); if (other) document.getElementById(id)?.replaceWith(other); }
  if (!answer.ok) document.querySelector('#news')?.scrollIntoView({ block: 'nearest' });
});
