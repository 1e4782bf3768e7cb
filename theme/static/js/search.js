/** The search: a dialog in the reader's language over the index that Pagefind made. Loaded on the first click. */
const PAGE = 10;
const PAUSE = 150;

const node = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

/** The engine of the index in a folder; each folder holds one language. */
const engines = new Map();
const engine = (base) => {
  if (!engines.has(base)) {
    const address = new URL(base, location.href).href;
    engines.set(base, import(new URL('../pagefind.js', address)).then(({ createInstance }) =>
      createInstance({ basePath: address, baseUrl: '/', noWorker: true })));
  }
  return engines.get(base);
};

class Search {
  constructor(link) {
    this.words = link.dataset;
    this.turn = 0;
    this.build(link.href);
  }

  build(archive) {
    const { label, close, topic, year, more } = this.words;
    this.input = node('input', { type: 'search', id: 'search-words', autocomplete: 'off', enterkeyhint: 'search' });
    this.topic = this.filter('search-topic', topic);
    this.year = this.filter('search-year', year);
    this.status = node('p', { class: 'search-status', role: 'status' });
    this.list = node('ol', { class: 'search-results' });
    this.more = node('button', { type: 'button', class: 'search-more', hidden: '' }, more);
    this.also = node('p', { class: 'search-also' });
    const shut = node('button', { type: 'button', class: 'search-close' }, close);
    const form = node('form', { role: 'search', class: 'search-form' },
      node('label', { for: 'search-words' }, label), this.input,
      node('div', { class: 'search-filters' }, this.topic.label, this.year.label));
    this.dialog = node('dialog', { class: 'search-dialog', 'aria-label': label },
      node('div', { class: 'search-head' }, form, shut), this.status, this.list, this.more, this.also,
      node('p', { class: 'search-archive' }, node('a', { href: archive }, this.words.archive)));
    form.addEventListener('submit', (event) => { event.preventDefault(); this.find(); });
    this.input.addEventListener('input', () => { clearTimeout(this.timer); this.timer = setTimeout(() => this.find(), PAUSE); });
    for (const one of [this.topic, this.year]) one.select.addEventListener('change', () => this.find());
    this.more.addEventListener('click', () => this.show(true));
    shut.addEventListener('click', () => this.dialog.close());
    // A browser would first empty the field, and close only at the second press.
    this.dialog.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') { event.preventDefault(); this.dialog.close(); }
    });
    this.dialog.addEventListener('click', (event) => { if (event.target === this.dialog) this.dialog.close(); });
    document.body.append(this.dialog);
  }

  filter(id, label) {
    const select = node('select', { id }, node('option', { value: '' }, this.words.all));
    return { select, label: node('label', { for: id }, `${label} `, select) };
  }

  async open(words = '') {
    if (!this.dialog.open) this.dialog.showModal();
    this.input.focus();
    if (words) this.input.value = words;
    try {
      const [found] = await Promise.all([this.read('filters.json'), engine(this.words.search)]);
      this.fill(this.topic, found.topics);
      this.fill(this.year, found.years);
      if (words) await this.find();
    } catch { this.fail(); }
  }

  /** A file beside the index. */
  async read(name) {
    const answer = await fetch(this.words.search + name);
    if (!answer.ok) throw new Error(name);
    return answer.json();
  }

  fill({ select }, values) {
    if (select.options.length === 1) select.append(...values.map((words, value) => node('option', { value }, words)));
  }

  /** Which results have the topic and the year that were chosen; what each has is loaded with the first choice. */
  async chosen(results) {
    const [year, topic] = [this.year.select.value, this.topic.select.value];
    if (!year && !topic) return results;
    this.facets ??= await this.read('facets.json');
    return results.filter(({ id }) => {
      const [ofYear, ofTopics] = this.facets[id];
      return (!year || ofYear === Number(year)) && (!topic || ofTopics.includes(Number(topic)));
    });
  }

  fail() { this.status.textContent = this.words.error; }

  async find() {
    const turn = ++this.turn;
    const words = this.input.value.trim();
    if (!words && !this.topic.select.value && !this.year.select.value) return this.clear();
    try {
      const answer = await (await engine(this.words.search)).search(words || null, words ? {} : { sort: { date: 'desc' } });
      const results = await this.chosen(answer.results);
      if (turn !== this.turn) return undefined;
      this.clear();
      this.results = results;
      this.status.textContent = this.words.found.replace('{number}', this.results.length);
      await this.show(false, turn);
      if (words) await this.elsewhere(words, turn);
    } catch { this.fail(); }
    return undefined;
  }

  clear() {
    this.results = [];
    this.status.textContent = '';
    this.list.replaceChildren();
    this.also.replaceChildren();
    this.more.hidden = true;
  }

  async show(asked, turn = this.turn) {
    const start = this.list.children.length;
    const found = await Promise.all(this.results.slice(start, start + PAGE).map((one) => one.data()));
    if (turn !== this.turn) return;
    this.list.append(...found.map((one) => this.item(one)));
    this.more.hidden = this.list.children.length >= this.results.length;
    if (asked) this.list.children[start]?.querySelector('a').focus();
  }

  item({ url, meta }) {
    const words = node('div', {}, node('a', { href: url }, meta.title), node('p', {}, meta.teaser ?? ''),
      node('p', { class: 'facts' }, meta.date ?? ''));
    if (meta.statement) {
      const emblem = meta.emblem ? [node('img', { class: 'emblem', src: meta.emblem, alt: '', width: 72, height: 48 })] : [];
      words.append(node('p', { class: 'funding' }, ...emblem, node('span', {}, meta.statement)));
    }
    const picture = meta.image ? [node('img', { src: meta.image, alt: '', loading: 'lazy', width: 96, height: 64 })] : [];
    return node('li', {}, words, ...picture);
  }

  /** How many reports the other languages have; looked up once the answer stands. */
  async elsewhere(words, turn) {
    for (const other of this.words.others.split(';').filter(Boolean)) {
      const [lang, name, base, home] = other.split('|');
      const answer = await (await engine(base)).search(words).catch(() => ({ results: [] }));
      if (turn !== this.turn) return;
      if (answer.results.length) {
        const text = this.words.also.replace('{language}', name).replace('{number}', answer.results.length);
        this.also.append(node('a', { href: `${home}#search=${encodeURIComponent(words)}`, hreflang: lang }, text), ' ');
      }
    }
  }
}

let search;

/** Opens the dialog of a link, with words to look for if there are some. */
export const open = async (link, words) => {
  if (!search) {
    const sheet = node('link', { rel: 'stylesheet', href: new URL('../css/search.css', import.meta.url) });
    const ready = new Promise((resolve) => { sheet.onload = resolve; sheet.onerror = resolve; });
    document.head.append(sheet);
    await ready;
    search = new Search(link);
  }
  await search.open(words);
};
