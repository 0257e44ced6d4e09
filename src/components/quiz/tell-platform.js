/**
 * Tells the school's platform that the page was gone through, and nothing else: no score, no answers,
 * no time. Finds the SCORM 1.2 run-time (ADL, «SCORM Run-Time Environment 1.2», 3.3.6.1) in the frames
 * above or in the opener; without one the button only says that it is done. Read as text (`?raw`) and
 * put into the package, so it is written for old browsers.
 */
(function () {
  function find(w) {
    for (var i = 0; w && i < 8; i += 1) {
      if (w.API) return w.API;
      if (w === w.parent) return null;
      w = w.parent;
    }
    return null;
  }
  var api = null;
  try {
    api = find(window) || (window.opener && find(window.opener));
  } catch (error) {
    api = null;
  }
  if (api) {
    api.LMSInitialize('');
    if (api.LMSGetValue('cmi.core.lesson_status') === 'not attempted') {
      api.LMSSetValue('cmi.core.lesson_status', 'incomplete');
      api.LMSCommit('');
    }
  }
  document.getElementById('done').addEventListener('click', function (event) {
    if (api) {
      api.LMSSetValue('cmi.core.lesson_status', 'completed');
      api.LMSCommit('');
    }
    document.getElementById('said').textContent = event.currentTarget.getAttribute('data-said');
  });
  window.addEventListener('pagehide', function () {
    if (api) api.LMSFinish('');
  });
})();
