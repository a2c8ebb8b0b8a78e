// Guards a form against being sent twice by a double click. The server refuses doubles on its own
// (the "once" field); this only spares the person the question. Nothing is disabled before the browser
// has collected the fields, so the pressed button's own name and value are still sent.
(function () {
  "use strict";
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.hasAttribute("data-sending")) { event.preventDefault(); return; }
    form.setAttribute("data-sending", "");
    form.querySelectorAll("button[type=submit]").forEach(function (button) {
      button.setAttribute("aria-disabled", "true");
    });
    // A form answered with a file leaves the page standing; so does a connection that broke.
    window.setTimeout(release, 8000);
  });
  function release() {
    document.querySelectorAll("form[data-sending]").forEach(function (form) {
      form.removeAttribute("data-sending");
      form.querySelectorAll("button[type=submit]").forEach(function (button) {
        button.removeAttribute("aria-disabled");
      });
    });
  }
  window.addEventListener("pageshow", release);
  // Opens the paper dialog for any button that asks for it.
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-print]");
    if (button) { window.print(); }
  });
}());
