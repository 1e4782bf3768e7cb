// Follows a task until it ends.
const state = document.querySelector('[data-work]');
const lines = document.querySelector('[data-lines]');
async function look() {
  let found;
  try {
    found = await (await fetch(location.href, { headers: { Accept: 'application/json' } })).json();
  } catch { setTimeout(look, 2000); return; } // the desk does not answer now: the task goes on without this page
  lines.textContent = found.lines.join('\n');
  if (found.code === null) setTimeout(look, 400);
  else location.reload();
}
if (state.dataset.work === 'running') look();
