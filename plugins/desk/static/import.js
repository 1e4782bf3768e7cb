// Import: files dropped anywhere, and pasted pages with their headings, links and lists.
const drop = document.querySelector('[data-drop]');
if (drop) {
  const field = drop.elements.file;
  field.addEventListener('change', () => field.files.length && drop.requestSubmit());
  addEventListener('dragover', (event) => { event.preventDefault(); drop.classList.add('over'); });
  addEventListener('dragleave', () => drop.classList.remove('over'));
  addEventListener('drop', (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length) { field.files = event.dataTransfer.files; drop.requestSubmit(); }
  });
}
document.querySelector('[data-paste]')?.addEventListener('paste', (event) => {
  event.target.form.elements.html.value = event.clipboardData.getData('text/html');
});
document.querySelector('[data-paste]')?.addEventListener('input', (event) => {
  if (event.inputType !== 'insertFromPaste') event.target.form.elements.html.value = ''; // typed over: the words count
});
