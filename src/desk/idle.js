// The desk's only script: says before it locks, tells the server that someone is typing, and covers
// the page when the time is over. Without it the server locks all the same.
(() => {
  const words = document.getElementById('idle-words');
  if (words === null) return;
  const { soon, alive, out, minutes } = words.dataset;
  const limit = Number(minutes) * 60000;
  let last = Date.now();
  let told = Date.now();
  const stir = () => {
    last = Date.now();
    words.textContent = '';
    if (last - told < 60000) return;
    told = last;
    fetch(alive, { method: 'POST', redirect: 'manual' }).catch(() => {});
  };
  for (const name of ['keydown', 'pointerdown', 'pointermove', 'scroll']) addEventListener(name, stir, { passive: true });
  setInterval(() => {
    const idle = Date.now() - last;
    if (idle > limit) {
      document.body.replaceChildren();
      location.replace(out);
    } else if (idle > limit - 120000 && words.textContent === '') words.textContent = soon;
  }, 5000);
})();
