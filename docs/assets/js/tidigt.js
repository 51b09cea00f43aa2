// Runs before anything is painted and before Material's own script, whose inline scripts it replaces.
(() => {
  "use strict";

  // Where the web begins, and what is kept on the device for it: what Material's script asks for.
  const root = new URL("../../", document.currentScript.src);
  const name = (key, scope) => `${scope.pathname}.${key}`;
  window.__md_scope = root;
  window.__md_get = (key, storage = localStorage, scope = root) => JSON.parse(storage.getItem(name(key, scope)));
  const store = (key, value, storage = localStorage, scope = root) => {
    try {
      storage.setItem(name(key, scope), JSON.stringify(value));
    } catch {
      // Full or closed: then the choice lasts for this page.
    }
  };

  // Nothing is stored unless the visitor asks: the colours only once they have been chosen.
  let chosen = false;
  addEventListener("change", (event) => { chosen ||= event.target.name === "__palette"; }, true);
  window.__md_set = (key, ...rest) => {
    if (key !== "__palette" || chosen) store(key, ...rest);
  };

  // The colours, chosen or the device's own, are on the page before its first paint.
  const paint = () => {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const { color } = window.__md_get("__palette") ?? { color: { scheme: dark ? "slate" : "default" } };
    for (const [key, value] of Object.entries(color)) document.body.setAttribute(`data-md-color-${key}`, value);
  };
  if (document.body) paint(); // it came late, see hitta.js
  else {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      observer.disconnect();
      paint();
    }).observe(document.documentElement, { childList: true });
  }

  // Material hides the choice of colours until its script has come; it would push the header's rest aside.
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
