// What every page of the desk has of script: everything works without it too.
document.documentElement.classList.add('js');
for (const select of document.querySelectorAll('[data-submit]')) select.addEventListener('change', () => select.form.requestSubmit());
