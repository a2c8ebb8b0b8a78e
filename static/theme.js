// Remembers light or dark on this device. Loaded in the head, so that the page never flashes.
// Without it the page follows the system, and the button stays hidden.
(function () {
  "use strict";
  var root = document.documentElement;
  function stored() {
    try { return window.localStorage.getItem("theme"); } catch (refused) { return null; }
  }
  var chosen = stored();
  if (chosen === "light" || chosen === "dark") { root.setAttribute("data-theme", chosen); }
  document.addEventListener("DOMContentLoaded", function () {
    var button = document.getElementById("theme");
    if (!button) { return; }
    button.hidden = false;
    button.addEventListener("click", function () {
      var dark = root.getAttribute("data-theme") === "dark" ||
        (!root.hasAttribute("data-theme") && window.matchMedia("(prefers-color-scheme: dark)").matches);
      var next = dark ? "light" : "dark";
      root.setAttribute("data-theme", next);
      try { window.localStorage.setItem("theme", next); } catch (refused) { /* kept for this page only */ }
    });
  });
}());
