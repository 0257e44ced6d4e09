// Runs in <head>, before anything is painted: quick exit and plain mode must work before any other
// script has come over a slow line. Inlined with its hash in the policy (astro.config.mjs).
// Nothing is stored: plain mode lives in window.name, which dies with the tab.
(function () {
  var PLAIN = 'vista-simple';
  var root = document.documentElement;
  var shifts = [];

  function plain(on) {
    root.classList.toggle('plain', on);
    var title = root.dataset.plainTitle;
    if (on && title) {
      if (!root.dataset.title) root.dataset.title = document.title;
      document.title = title;
    } else if (root.dataset.title) document.title = root.dataset.title;
    var icon = document.querySelector('link[rel=icon]');
    if (icon) icon.href = on ? '/nota.svg' : '/icono.svg';
    var button = document.querySelector('[data-plain]');
    if (button) {
      button.hidden = false;
      button.setAttribute('aria-pressed', String(on));
    }
  }

  function leave(address) {
    // Cover first: the next page may take seconds. Then replace, so that «back» does not lead here.
    dispatchEvent(new Event('quick-exit'));
    // An empty title would show the address.
    document.title = root.dataset.exitTitle;
    if (document.body) document.body.replaceChildren();
    root.style.cssText = 'background:#fff';
    location.replace(address);
  }

  function exitAddress() {
    var link = document.querySelector('a[data-exit]');
    return link && link.href;
  }

  addEventListener('click', function (event) {
    var target = event.target.closest && event.target.closest('[data-exit],[data-plain]');
    if (!target) return;
    event.preventDefault();
    if (target.hasAttribute('data-exit')) return leave(target.href);
    // Any name keeps this tab from saving pages: who once wanted it plain is left alone.
    window.name = root.classList.contains('plain') ? 'sin-copia' : PLAIN;
    plain(window.name === PLAIN);
  }, true);

  // Shift three times within five seconds, as in GOV.UK's pattern; any other key begins anew. Not Esc: it stops loading.
  addEventListener('keydown', function (event) {
    if (event.key !== 'Shift') {
      shifts = [];
      return;
    }
    if (event.repeat) return;
    var now = event.timeStamp;
    shifts = shifts.filter(function (at) { return now - at < 5000; }).concat(now);
    if (shifts.length === 3 && exitAddress()) leave(exitAddress());
  });

  // The neutral icon opens this address.
  if (location.search === '?notas') window.name = PLAIN;
  if (window.name === PLAIN) root.classList.add('plain');
  addEventListener('DOMContentLoaded', function () { plain(window.name === PLAIN); });
})();
