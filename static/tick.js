// Counts every clock on the page, second by second, by the server's time.
// It never asks the browser what time it is: <html data-now> plus performance.now() since the page arrived.
//   .ticking[data-due="epoch"]     counts down, and up again once due has passed
//   .ticking[data-since="epoch"]   counts up
//   .ticking[data-from="epoch"]    shows words until then, which are left alone
// Around a counting clock, [data-standing] turns to "overdue", and words come from the attributes
// data-left-label, data-overdue-label and data-name. #clock-news[data-hour][data-quarter][data-due-text] speaks.
(function () {
  "use strict";
  var root = document.documentElement;
  var server = Number(root.getAttribute("data-now"));
  if (!server) { return; }
  // Time since the answer began to arrive, so that a slow page does not run slow.
  var nav = performance.getEntriesByType("navigation")[0];
  var arrived = nav && nav.responseStart > 0 ? nav.responseStart : performance.now();
  var clocks = Array.prototype.slice.call(document.querySelectorAll(".ticking[data-due], .ticking[data-since]"));
  if (!clocks.length) { return; }
  var news = document.getElementById("clock-news");
  var title = document.title;
  var lastLeft = new Map();
  var timer = 0;
  // A page out of the browser's cache carries an old data-now: zero makes the first tick ask the server.
  var gap = nav && nav.transferSize === 0 ? 0 : Date.now() - performance.now();

  function now() {
    return server + Math.floor((performance.now() - arrived) / 1000);
  }

  function two(n) {
    return n < 10 ? "0" + n : String(n);
  }

  // Hours run past 99: 28 hours late is never "1 day".
  function spell(seconds) {
    var s = Math.abs(seconds);
    return two(Math.floor(s / 3600)) + ":" + two(Math.floor(s / 60) % 60) + ":" + two(s % 60);
  }

  function put(node, text) {
    if (node && node.textContent !== text) { node.textContent = text; }
  }

  function turnOverdue(clock) {
    var box = clock.closest("[data-standing]");
    if (!box || box.getAttribute("data-standing") === "overdue") { return; }
    var word = clock.getAttribute("data-overdue-word");
    box.setAttribute("data-standing", "overdue");
    box.querySelectorAll(".bar").forEach(function (bar) { bar.setAttribute("data-standing", "overdue"); });
    box.querySelectorAll(".badge[data-tick-badge]").forEach(function (badge) {
      badge.setAttribute("data-standing", "overdue");
      var use = badge.querySelector("use");
      if (use) { use.setAttribute("href", use.getAttribute("href").replace(/#.*/, "#overdue")); }
      if (word) { put(badge.querySelector(".badge-word"), word); }
    });
  }

  // Speaks only when a milestone is crossed while the page is open, never every second.
  function announce(clock, left) {
    var before = lastLeft.get(clock);
    lastLeft.set(clock, left);
    if (!news || before === undefined) { return; }
    [[3600, "data-hour"], [900, "data-quarter"], [-1, "data-due-text"]].forEach(function (mark) {
      if (before > mark[0] && left <= mark[0] && news.hasAttribute(mark[1])) {
        put(news, news.getAttribute(mark[1]) + " " + (clock.getAttribute("data-name") || ""));
      }
    });
  }

  function show(clock, at) {
    if (at < Number(clock.getAttribute("data-from"))) { return; }
    if (clock.hasAttribute("data-since")) {
      put(clock, spell(Math.max(0, at - Number(clock.getAttribute("data-since")))));
      return;
    }
    var left = Number(clock.getAttribute("data-due")) - at;
    var label = clock.parentNode.querySelector(".countdown-label");
    // In time up to and including the due second.
    if (left < 0 && !clock.hasAttribute("data-keep")) { turnOverdue(clock); }
    put(label, clock.getAttribute(left < 0 ? "data-overdue-label" : "data-left-label") || label && label.textContent || "");
    put(clock, spell(left));
    announce(clock, left);
    if (clock.hasAttribute("data-title-tick")) {
      document.title = (left < 0 ? "! " : "") + spell(left) + " · " + title;
    }
  }

  // A sleeping machine may stop performance.now(). The wall clock is used only to notice that, never to count:
  // the time itself is then asked of the server again.
  function wake() {
    var wall = Date.now() - performance.now();
    if (Math.abs(wall - gap) < 3000) { return; }
    gap = wall;
    window.fetch("/static/logo.svg", { method: "HEAD", cache: "no-store" }).then(function (answer) {
      var date = Date.parse(answer.headers.get("date") || "");
      if (date) { server = Math.floor(date / 1000); arrived = performance.now(); tick(); }
    }, function () { gap = 0; });
  }

  function tick() {
    var at = now();
    wake();
    clocks.forEach(function (clock) { show(clock, at); });
    window.clearTimeout(timer);
    if (!document.hidden) {
      timer = window.setTimeout(tick, 1000 - ((performance.now() - arrived) % 1000) + 5);
    }
  }

  document.addEventListener("visibilitychange", function () {
    if (!document.hidden) { tick(); }
  });
  // A page brought back from the browser's memory still holds its clock: count from there at once.
  window.addEventListener("pageshow", tick);
  tick();
}());
