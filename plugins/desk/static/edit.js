// A report's form: saves by itself, keeps words that could not be saved, and helps with Markdown.
import { liveFields } from './lists.js';

const form = document.querySelector('#report');
const saving = document.querySelector('[data-saving]');
const both = document.querySelector('[data-both]');
const frame = document.querySelector('[data-frame]');
const store = `desk:${form.dataset.id}`;
const PAUSE = 350;
let timer = 0, running = false, again = false, started = 0;

const say = (word) => { saving.textContent = word ? saving.dataset[word] : ''; };
const field = (name) => form.elements.namedItem(name);

function pairs() { return [...new FormData(form)].filter(([, value]) => typeof value === 'string'); }

function keep() { try { localStorage.setItem(store, JSON.stringify(pairs())); } catch { /* a full or forbidden store: the page still holds the words */ } }

function changed() {
  keep();
  say('busy');
  clearTimeout(timer);
  timer = setTimeout(save, PAUSE);
}

async function save() {
  if (running) { again = true; return; }
  running = true;
  started = performance.now();
  const sent = new FormData(form);
  try {
    const answer = await fetch(form.action + location.search.replace(/[?&]notice=\w+/, ''), { method: 'POST', body: sent, headers: { Accept: 'application/json' } });
    if (!answer.ok) throw answer;
    took(await answer.json(), sent);
  } catch (error) {
    say(error.status === 401 ? 'closedDesk' : 'failed');
    setTimeout(changed, 5000);
  }
  running = false;
  if (again) { again = false; changed(); }
}

function took(found, sent) {
  for (const [key, version] of Object.entries(found.versions)) if (found.outcomes[key] !== 'conflict') field(`${key}:version`).value = version;
  for (const [key, { version, body }] of Object.entries(found.merged)) {
    const text = field(`${key}:body`);
    if (text && text.value === sent.get(`${key}:body`)) { const at = text.selectionStart; text.value = body; text.setSelectionRange(at, at); }
  }
  both.hidden = !found.both;
  if (found.both) both.querySelector('a').href = found.both;
  const outcomes = Object.values(found.outcomes);
  if (!again && !found.fault && !found.both) try { localStorage.removeItem(store); } catch { /* as above */ }
  say(found.fault || found.both ? 'failed' : outcomes.includes('merged') ? 'merged' : outcomes.includes('closed') ? 'closed' : 'saved');
  if (outcomes.includes('merged') && !again) { location.reload(); return; }
  document.querySelector('[data-undo]').disabled = !found.undo;
  tell(found.problems);
  if (new URL(frame.src, location).pathname !== found.page) { frame.src = found.page; document.querySelector('[data-open]').href = found.page; }
}

function tell(problems) {
  for (const old of document.querySelectorAll('.problem')) old.remove();
  for (const each of problems) {
    const place = document.querySelector(`[data-problems="${CSS.escape(each.name)}"]`) || nearest(each.name);
    if (!place) continue;
    const p = document.createElement('p');
    p.className = `problem ${each.level}`;
    const words = document.createElement('span');
    words.textContent = ` ${each.found}. ${each.fix} `;
    const weight = document.createElement('b');
    weight.textContent = `${each.weight}:`;
    const link = document.createElement('a');
    Object.assign(link, { className: 'code', href: `/__preview/problems#${each.code}`, target: '_blank', rel: 'noopener', textContent: each.code });
    p.append(weight, words, link, ' ');
    if (each.value) {
      const fix = document.createElement('button');
      Object.assign(fix, { type: 'button', className: 'small second', textContent: each.value });
      fix.dataset.fix = each.name;
      fix.dataset.value = each.value;
      p.append(fix);
    }
    place.append(p);
    for (let at = place.closest('details'); at; at = at.parentElement.closest('details')) at.open = true;
  }
}

function nearest(name) {
  for (let at = name; at.includes('.'); ) {
    at = at.slice(0, at.lastIndexOf('.'));
    const place = document.querySelector(`[data-problems="${CSS.escape(at)}"]`);
    if (place) return place;
  }
  return document.querySelector(`[data-problems="${CSS.escape(name.split(':')[0] + ':')}"]`);
}

liveFields(form, changed);
form.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (button?.dataset.tool) tool(button.dataset.tool, button.closest('.field').querySelector('textarea'));
});

// The point that must stay visible, by a click on the picture.
for (const picture of document.querySelectorAll('[data-focus]')) {
  const item = picture.closest('.item');
  const [x, y] = ['x', 'y'].map((axis) => item.querySelector(`[data-point=${axis}]`));
  const spot = picture.querySelector('.spot');
  const show = () => { spot.hidden = !(x.value && y.value); spot.style.left = `${x.value}%`; spot.style.top = `${y.value}%`; };
  picture.addEventListener('click', (event) => {
    const box = picture.querySelector('img').getBoundingClientRect();
    x.value = Math.round(((event.clientX - box.left) / box.width) * 100);
    y.value = Math.round(((event.clientY - box.top) / box.height) * 100);
    show();
    changed();
  });
  for (const input of [x, y]) input.addEventListener('input', show);
  show();
}

// Markdown: each change goes through the browser, so that its own undo knows it.
function insert(text, area, start = area.selectionStart, end = area.selectionEnd) {
  area.focus();
  area.setSelectionRange(start, end);
  if (!document.execCommand('insertText', false, text)) { area.setRangeText(text, start, end, 'end'); changed(); }
}

function around(area, mark) {
  const { selectionStart: start, selectionEnd: end } = area;
  const words = area.value.slice(start, end);
  insert(`${mark}${words}${mark}`, area);
  area.setSelectionRange(start + mark.length, start + mark.length + words.length);
}

function lines(area, mark) {
  const start = area.value.lastIndexOf('\n', area.selectionStart - 1) + 1;
  const after = area.value.indexOf('\n', area.selectionEnd);
  const end = after < 0 ? area.value.length : after;
  insert(area.value.slice(start, end).split('\n').map((line, n) => (line.trim() ? (typeof mark === 'function' ? mark(n) : mark) + line : line)).join('\n'), area, start, end);
}

function tool(action, area) {
  if (action === 'bold') around(area, '**');
  else if (action === 'italic') around(area, '*');
  else if (action === 'heading') lines(area, '## ');
  else if (action === 'list') lines(area, '- ');
  else if (action === 'numbers') lines(area, (n) => `${n + 1}. `);
  else if (action === 'quote') lines(area, '> ');
  else choose(action, area);
}

const chooser = document.querySelector('#chooser');
const of = (id) => document.getElementById(id);
function choose(kind, area) {
  const { selectionStart: start, selectionEnd: end } = area;
  for (const part of chooser.querySelectorAll('[data-for]')) part.hidden = part.dataset.for !== kind;
  for (const input of chooser.querySelectorAll('input, select')) input.value = '';
  of('link-text').value = area.value.slice(start, end);
  chooser.returnValue = '';
  chooser.addEventListener('close', () => {
    area.focus();
    area.setSelectionRange(start, end);
    if (chooser.returnValue !== 'ok') return;
    if (kind === 'picture') { if (of('picture-file').value) insert(`![](photo:${of('picture-file').value})`, area, start, end); return; }
    const [report, page, typed] = [of('link-report'), of('link-page'), of('link-url').value.trim()];
    const target = report.value ? `report:${report.value}` : page.value ? `page:${page.value}` : typed.includes('@') && !typed.includes(':') ? `mailto:${typed}` : typed && !/^[a-z]+:/i.test(typed) ? `https://${typed}` : typed;
    const named = report.value ? report : page.value ? page : null;
    const words = of('link-text').value.trim() || (named ? named.selectedOptions[0].textContent : typed);
    if (target) insert(`[${words}](${target})`, area, start, end);
  }, { once: true });
  chooser.showModal();
}

for (const area of document.querySelectorAll('textarea.body')) {
  area.addEventListener('keydown', (event) => {
    const key = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey ? { b: 'bold', i: 'italic', k: 'link' }[event.key] : '';
    if (key) { event.preventDefault(); tool(key, area); }
  });
  area.addEventListener('paste', async (event) => {
    const html = event.clipboardData.getData('text/html');
    const plain = event.clipboardData.getData('text/plain');
    if (!html || !/<(?:p|h\d|li|table|b|i|strong|em|a)[\s>]/i.test(html)) return;
    event.preventDefault();
    const { selectionStart: start, selectionEnd: end } = area;
    let text = plain;
    try {
      const answer = await fetch('/desk/paste', { method: 'POST', body: new URLSearchParams({ html, plain }), headers: { Accept: 'text/plain' } });
      if (answer.ok) text = await answer.text();
    } catch { /* the plain words then */ }
    insert(text, area, start, end);
  });
}

form.addEventListener('input', changed);
form.addEventListener('change', changed);
form.addEventListener('submit', (event) => { event.preventDefault(); clearTimeout(timer); save(); });
addEventListener('beforeunload', () => { if (timer && localStorage.getItem(store)) keep(); });

// Pictures: dropped anywhere on the page.
const drop = document.querySelector('[data-drop]');
const upload = document.querySelector('[data-upload]');
const told = (word, values) => upload.dataset[word].replace(/\{(\w+)\}/g, (_, name) => values[name]);
let stop = null;

async function send(files) {
  const [status, list, on] = [upload.querySelector('[role=status]'), upload.querySelector('.refused'), upload.querySelector('[data-on]')];
  upload.hidden = false;
  list.replaceChildren();
  stop = new AbortController();
  let stopped = false;
  for (const [place, file] of [...files].entries()) {
    status.textContent = told('step', { n: place + 1, m: files.length, name: file.name });
    let fault = '';
    try {
      const data = new FormData();
      data.append('files', file);
      const answer = await fetch(drop.action, { method: 'POST', body: data, headers: { Accept: 'application/json' }, signal: stop.signal });
      fault = answer.ok ? (await answer.json()).refused : told(answer.status === 413 ? 'large' : 'failedOne', { name: file.name });
    } catch {
      stopped = stop.signal.aborted;
      fault = told('failedOne', { name: file.name });
    }
    if (stopped) break;
    if (fault) { const line = document.createElement('li'); line.textContent = fault; list.append(line); }
  }
  stop = null;
  if (stopped) status.textContent = upload.dataset.stopped;
  else if (!list.children.length) {
    clearTimeout(timer);
    await save();
    if (new URL(on.href).search === location.search) location.reload(); else location.assign(on.href);
    return;
  }
  else status.textContent = '';
  upload.querySelector('[data-stop]').hidden = true;
  on.hidden = false;
  on.focus();
}

upload.querySelector('[data-stop]').addEventListener('click', () => stop?.abort());
drop.addEventListener('submit', (event) => { event.preventDefault(); if (!stop && drop.elements.files.files.length) send(drop.elements.files.files); });
drop.elements.files.addEventListener('change', () => drop.elements.files.files.length && drop.requestSubmit());
addEventListener('dragover', (event) => { event.preventDefault(); drop.parentElement.classList.add('over'); });
addEventListener('dragleave', () => drop.parentElement.classList.remove('over'));
addEventListener('drop', (event) => {
  event.preventDefault();
  if (event.dataTransfer.files.length) { drop.elements.files.files = event.dataTransfer.files; drop.requestSubmit(); }
});

for (const link of document.querySelectorAll('[data-preview]')) link.addEventListener('click', (event) => {
  event.preventDefault();
  const url = new URL(link.href);
  history.replaceState(null, '', url.pathname + url.search);
  save();
});

// What somebody chose or typed before this script had come is saved as well.
const differs = (part) => part.type === 'checkbox' || part.type === 'radio' ? part.checked !== part.defaultChecked
  : part.tagName === 'SELECT' ? part.selectedIndex !== Math.max(0, [...part.options].findIndex((one) => one.defaultSelected))
  : (part.type === 'text' || part.tagName === 'TEXTAREA') && part.value !== part.defaultValue;
if ([...form.elements].some((part) => part.name && differs(part))) changed();

// Words that could not be saved when this page was last open: in lists too, whose items may have to be added first.
function restore(name, values) {
  const added = name.match(/^(.*)\.n\d+\./);
  if (added && !field(name)) form.querySelector(`[data-list="${CSS.escape(added[1])}"] [data-add]`)?.click();
  const nodes = () => [field(name) ?? []].flatMap((found) => found instanceof RadioNodeList ? [...found] : [found].flat());
  if (!nodes().length) return;
  if (nodes()[0].type === 'checkbox') { nodes()[0].checked = values.includes('true'); return; }
  for (let more = values.length - nodes().length; more > 0; more--) {
    const item = nodes().at(-1).closest('.list.plain > .item');
    if (!item) break;
    item.after(item.cloneNode(true));
  }
  nodes().forEach((one, place) => { one.value = values[place] ?? ''; });
}

const left = (() => { try { return JSON.parse(localStorage.getItem(store) || 'null'); } catch { return null; } })();
if (left) {
  const values = Map.groupBy ? Map.groupBy(left, ([name]) => name) : left.reduce((all, pair) => all.set(pair[0], [...(all.get(pair[0]) ?? []), pair]), new Map());
  for (const [name, pairsOfName] of values) restore(name, pairsOfName.map(([, value]) => value));
  say('back');
  timer = setTimeout(save, PAUSE);
}
