// Asks how the forge's run stands until it is over.
const state = document.querySelector('[data-run]');
async function look() {
  let found;
  try {
    found = await (await fetch(location.href, { headers: { Accept: 'application/json' } })).json();
  } catch { setTimeout(look, 5000); return; } // the desk does not answer now
  state.textContent = found.told;
  if (found.link) document.querySelector('[data-link]').href = found.link;
  if (!found.over) setTimeout(look, 5000);
  else location.reload();
}
if (state.dataset.run === 'on') setTimeout(look, 5000);
