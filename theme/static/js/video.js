/** Shows a video of another host where a reader asks for it. The choice is remembered only where that is wanted. */

const remembered = (key) => { try { return localStorage.getItem(key) === 'yes'; } catch { return false; } };
const remember = (key, yes) => { try { if (yes) localStorage.setItem(key, 'yes'); else localStorage.removeItem(key); } catch { /* private window */ } };

export const offer = (player) => {
  const consent = player.querySelector('.consent');
  const box = consent.querySelector('input');
  const button = consent.querySelector('button');
  const picture = player.querySelector('a');
  const key = `video:${new URL(player.dataset.embed).host}`;

  const show = () => {
    const frame = document.createElement('iframe');
    frame.src = player.dataset.embed;
    frame.title = player.dataset.title;
    frame.allow = 'fullscreen; picture-in-picture';
    frame.referrerPolicy = 'strict-origin-when-cross-origin';
    frame.width = picture.offsetWidth || 640;
    frame.height = Math.round(frame.width * 9 / 16);
    picture.replaceWith(frame);
    button.parentElement.remove();
    return frame;
  };

  box.checked = remembered(key);
  box.addEventListener('change', () => remember(key, box.checked));
  button.addEventListener('click', () => show().focus());
  consent.hidden = false;
  if (box.checked) show();
};
