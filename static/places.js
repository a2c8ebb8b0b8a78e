// Finds a place in a long list by typing its name, in any language of the program, or its code. The list works
// without it; what is chosen or has a number is never hidden, and nothing here is sent.
(function () {
  "use strict";
  document.querySelectorAll("[data-find]").forEach(function (box) {
    var list = box.closest("fieldset");
    var input = box.querySelector("input");
    var status = box.querySelector("[role=status]");
    var places = Array.prototype.slice.call(list.querySelectorAll("[data-place]"));
    var folds = Array.prototype.slice.call(list.querySelectorAll("details"));
    var were;
    var searching = false;

    function typed() { return input.value.trim().toLowerCase().normalize("NFC"); }

    function taken(place) {
      var field = place.querySelector("input");
      return field.type === "checkbox" ? field.checked : field.value !== "";
    }

    // Where one can type, a long list need not stand open.
    folds.forEach(function (fold) {
      var within = Array.prototype.slice.call(fold.querySelectorAll("[data-place]"));
      if (within.length > 40 && !within.some(taken)) { fold.open = false; }
    });
    were = folds.map(function (fold) { return fold.open; });

    // A code is meant as a whole, a name by how one of its words begins or, in Korean, by any part of it.
    function fits(place, words) {
      var names = place.getAttribute("data-place").split("\n");
      return names.some(function (name) {
        return /^[a-z]{2}$/.test(name) ? name === words : (" " + name).indexOf(" " + words) >= 0 ||
          (/[^\u0000-\u024f]/.test(words) && name.indexOf(words) >= 0);
      });
    }

    function show() {
      var words = typed();
      if (words && !searching) { were = folds.map(function (fold) { return fold.open; }); }
      var found = 0;
      places.forEach(function (place) {
        var fit = !words || fits(place, words);
        if (fit && words) { found += 1; }
        place.hidden = !fit && !taken(place);
      });
      folds.forEach(function (fold, at) {
        var some = fold.querySelector("[data-place]:not([hidden])");
        fold.open = words ? !!some : were[at];
        fold.hidden = !!words && !some;
      });
      searching = !!words;
      status.textContent = words ? status.getAttribute("data-found") + " " + found : "";
    }

    input.addEventListener("input", show);
    // The Enter key chooses the one place that is found; it never sends the form.
    input.addEventListener("keydown", function (event) {
      if (event.key !== "Enter") { return; }
      event.preventDefault();
      var words = typed();
      var fit = words ? places.filter(function (place) { return fits(place, words); }) : [];
      if (fit.length !== 1) { return; }
      var field = fit[0].querySelector("input");
      if (field.type === "checkbox") {
        field.checked = !field.checked;
        input.value = "";
        show();
        fit[0].closest("details").open = true;
      } else {
        field.focus();
      }
    });
    // A browser may bring back what was typed when somebody returns to the page.
    window.addEventListener("pageshow", show);
    box.hidden = false;
  });
}());
