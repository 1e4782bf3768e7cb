/** The large view of a picture: PhotoSwipe with caption, credit, spoken position and the reader's own words. */
import PhotoSwipe from '../vendor/photoswipe-5.4.4/photoswipe.esm.min.js';

const STYLES = ['../vendor/photoswipe-5.4.4/photoswipe.css', '../css/gallery.css'];

/** Loads a style sheet once; settles when it applies. */
const style = (address) => new Promise((done, failed) => {
  const href = new URL(address, import.meta.url).href;
  if (document.querySelector(`link[href="${href}"]`)) { done(); return; }
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: done, onerror: failed });
  document.head.append(link);
});

/** Every picture of the report in the order of the page, each once: one that is shown twice counts where it is last. */
function set(link) {
  const last = new Map([...document.querySelectorAll('[data-position] a.zoom')].map((one) => [one.href, one]));
  const links = [...last.values()];
  return { links, index: links.findIndex((one) => one.href === link.href) };
}

/** What PhotoSwipe wants to know of a picture. */
function slide(link) {
  const image = link.querySelector('img');
  return {
    src: link.href, width: Number(link.dataset.width), height: Number(link.dataset.height),
    msrc: image.currentSrc || image.src, alt: image.alt, lang: image.lang, element: link,
  };
}

/** Caption and credit as they stand below the small picture, and the large picture to take away. */
function describe(target, link, words) {
  const figure = link.closest('figure');
  const parts = [...figure.querySelectorAll('.caption, .credit')].map((part) => part.cloneNode(true));
  const file = figure.querySelector('.save')?.href || link.href;
  const save = Object.assign(document.createElement('a'), { href: file, download: '', className: 'pswp__save', textContent: words.download });
  target.replaceChildren(...parts.flatMap((part) => [part, ' ']), save);
}

/** Makes everything else inert while the dialog is open; the answer undoes it. */
function isolate(dialog) {
  const others = [...document.body.children].filter((one) => one !== dialog && !one.inert);
  others.forEach((one) => { one.inert = true; });
  return () => others.forEach((one) => { one.inert = false; });
}

/** Keeps Tab inside the dialog. */
function cycle(event, dialog) {
  const stops = [...dialog.querySelectorAll('button, a[href]')].filter((one) => !one.disabled && one.getClientRects().length);
  const [first, last] = [stops[0], stops[stops.length - 1]];
  const here = document.activeElement;
  if (event.shiftKey && (here === first || here === dialog)) { last.focus(); event.preventDefault(); }
  if (!event.shiftKey && here === last) { first.focus(); event.preventDefault(); }
}

/** Options of PhotoSwipe: its words, and room for ours above and below the picture. */
const options = (words, links, index) => ({
  dataSource: links.map(slide),
  index,
  loop: links.length > 2,
  bgOpacity: 1,
  showHideAnimationType: 'fade',
  returnFocus: false,
  counter: links.length > 1,
  closeTitle: words.close, zoomTitle: words.zoom,
  arrowPrevTitle: words.previous, arrowNextTitle: words.next, errorMsg: words.error,
  paddingFn: (view) => ({ top: 60, bottom: view.x < 700 ? Math.min(150, view.y * 0.3) : 84, left: 0, right: 0 }),
});

/** Says which picture is shown, in words and for the ears; PhotoSwipe's own English roles go. */
function tell(viewer, links, words) {
  const place = (number) => words.position.replace('{number}', number).replace('{total}', links.length);
  const spoken = Object.assign(document.createElement('p'), { className: 'pswp__spoken' });
  spoken.setAttribute('aria-live', 'polite');
  viewer.on('uiRegister', () => viewer.ui.registerElement({
    name: 'words', order: 9, isButton: false, appendTo: 'root',
    onInit: (target) => viewer.on('change', () => {
      const link = links[viewer.currIndex];
      describe(target, link, words);
      const { alt, lang } = link.querySelector('img');
      spoken.replaceChildren(`${place(viewer.currIndex + 1)}: `, Object.assign(document.createElement('span'), { lang, textContent: alt }));
    }),
  }));
  viewer.on('contentAppend', ({ content }) => {
    content.slide.holderElement.setAttribute('aria-label', place(content.index + 1));
    if (content.data.lang) content.element.lang = content.data.lang;
  });
  viewer.on('afterInit', () => {
    viewer.element.setAttribute('aria-label', words.label);
    viewer.element.setAttribute('aria-modal', 'true');
    viewer.element.append(spoken);
    for (const part of viewer.element.querySelectorAll('[aria-roledescription]')) part.removeAttribute('aria-roledescription');
    viewer.element.querySelector('.pswp__counter')?.setAttribute('aria-hidden', 'true');
  });
}

/** Tab stays inside; Escape while the view still opens, when PhotoSwipe does not listen yet, is kept for later. */
function keys(viewer) {
  viewer.element.addEventListener('keydown', (event) => {
    if (event.key === 'Tab') cycle(event, viewer.element);
    if (event.key === 'Escape' && viewer.opener.isOpening) viewer.on('openingAnimationEnd', () => viewer.close());
  });
}

/** Shows the picture that this link leads to; the focus comes back to the picture last shown. */
export async function show(link) {
  for (const address of STYLES) await style(address);
  const words = link.closest('[data-position]').dataset;
  const { links, index } = set(link);
  const viewer = new PhotoSwipe(options(words, links, index));
  let release = () => {};
  tell(viewer, links, words);
  viewer.on('afterInit', () => { keys(viewer); release = isolate(viewer.element); viewer.element.focus(); });
  viewer.on('destroy', () => {
    release();
    (viewer.currIndex === index ? link : links[viewer.currIndex]).focus();
  });
  viewer.init();
}
