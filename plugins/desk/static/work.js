// Follows a task until it ends.
const state = document.querySelector('[data-work]');
const lines = document.querySelector('[data-lines]');
async function look() {
  const found = await (await fetch(location.href, { headers: { Accept: 'application/json' } })).json();
  lines.textContent = found.lines.join('\n');
  if (found.code === null) setTimeout(look, 400);
  else location.reload();
}
if (state.dataset.work === 'running') look();
