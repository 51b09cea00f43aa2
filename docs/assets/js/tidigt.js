// Runs before Material's own script, to keep promises it does not keep by itself.
(() => {
  "use strict";

  // Nothing is stored unless the visitor asks: the colours only once they have been chosen.
  const store = window.__md_set;
  let chosen = false;
  addEventListener("change", (event) => { chosen ||= event.target.name === "__palette"; }, true);
  window.__md_set = (key, ...rest) => {
    if (key !== "__palette" || chosen) store(key, ...rest);
  };

  // The search index is fetched when somebody is about to search, not on every visit.
  const wanted = new Promise((resolve) => {
    if (new URLSearchParams(location.search).has("q")) resolve();
    for (const event of ["focusin", "pointerdown", "keydown"]) {
      addEventListener(event, (happened) => {
        const searching = happened.target.closest?.(".md-search, [for=__search], .knapp__search");
        if (searching || (event === "keydown" && ["f", "s", "/"].includes(happened.key))) resolve();
      }, true);
    }
  });
  const send = XMLHttpRequest.prototype.send;
  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    this.isSearchIndex = String(url).endsWith("search/search_index.json");
    return open.call(this, method, url, ...rest);
  };
  XMLHttpRequest.prototype.send = function (...body) {
    if (!this.isSearchIndex) return send.apply(this, body);
    wanted.then(() => send.apply(this, body));
  };

  // Material hides the search and the colours until its script has come; they would push the header's rest aside.
  const { classList } = document.documentElement;
  classList.replace("no-js", "js");

  // A choice of work arranges the page (mitt-arbete.js): show it once that is done, or soon anyway.
  let chosenWork = /[#&](som|pa|i)=/.test(location.hash);
  try {
    chosenWork ||= "mitt-arbete" in localStorage;
  } catch { /* a browser that stores nothing */ }
  classList.toggle("ordnas", chosenWork);
  setTimeout(() => classList.remove("ordnas"), 2000);
})();
