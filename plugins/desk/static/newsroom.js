// The newsroom's form: whoever leaves it with words that are not saved is asked first.
import { liveFields } from './lists.js';

const form = document.querySelector('#newsroom');
if (form) {
  let open = Boolean(document.querySelector('[role=alert]'));
  const changed = () => { open = true; };
  liveFields(form, changed);
  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  form.addEventListener('submit', () => { open = false; });
  addEventListener('beforeunload', (event) => { if (open) event.preventDefault(); });
  document.querySelector('.problem.error')?.closest('.field, fieldset')?.querySelector('input:not([type=hidden]), textarea, select')?.focus();
}
