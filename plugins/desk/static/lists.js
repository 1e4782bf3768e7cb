// Fields of a form: items are added, taken out and moved, with the keyboard too; a problem's button writes its value.
export function liveFields(form, changed) {
  let count = 0;
  const templates = new Map();
  for (const template of form.querySelectorAll('[data-template]')) {
    templates.set(template.querySelector('input').name.replace(/\.new\._$/, ''), template);
    template.remove();
  }
  form.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    const item = button.closest('.item');
    if (button.dataset.move) {
      const other = button.dataset.move < 0 ? item.previousElementSibling : item.nextElementSibling;
      if (other?.classList.contains('item')) { button.dataset.move < 0 ? other.before(item) : other.after(item); button.focus(); changed(); }
    } else if ('remove' in button.dataset) {
      const list = item.parentElement;
      item.remove();
      (list.querySelector('input:not([type=hidden]), select, button') || form.querySelector('button'))?.focus();
      changed();
    } else if ('add' in button.dataset) {
      const list = button.closest('[data-list]');
      const copy = templates.get(list.dataset.list).cloneNode(true);
      copy.classList.remove('new');
      count += 1;
      for (const part of copy.querySelectorAll('[name]')) part.name = part.name.replace(`${list.dataset.list}.new.`, `${list.dataset.list}.n${count}.`);
      for (const part of copy.querySelectorAll('[id]')) part.id = part.id.replace('.new.', `.n${count}.`);
      for (const part of copy.querySelectorAll('[for]')) part.htmlFor = part.htmlFor.replace('.new.', `.n${count}.`);
      for (const part of copy.querySelectorAll('[aria-labelledby]')) part.setAttribute('aria-labelledby', part.getAttribute('aria-labelledby').replace('.new.', `.n${count}.`));
      button.parentElement.before(copy);
      copy.querySelector('input:not([type=hidden]), select')?.focus();
    } else if (button.dataset.fix) {
      const target = form.elements.namedItem(button.dataset.fix);
      const one = target instanceof RadioNodeList ? [...target].find((each) => each.value) || target[0] : target;
      if (one) { one.value = button.dataset.value; one.focus(); changed(); }
    }
  });
}
