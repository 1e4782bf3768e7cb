/** Puts the text of a file of this site on the clipboard. */

const read = async (url) => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.text();
};

/** Where a page has no clipboard of its own: over http, and in old browsers. */
const byHand = (text) => {
  const field = document.createElement('textarea');
  const before = document.activeElement;
  field.value = text;
  field.readOnly = true;
  field.className = 'hidden';
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  before?.focus();
  if (!done) throw new Error('not copied');
};

export const copy = async (url) => {
  const text = await read(url);
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    byHand(text);
  }
};
