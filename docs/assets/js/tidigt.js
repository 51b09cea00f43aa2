// Runs before Material's own script, to keep a promise it does not keep by itself.
(() => {
  "use strict";

  // Nothing is stored unless the visitor asks: the colours only once they have been chosen.
  const store = window.__md_set;
  let chosen = false;
  addEventListener("change", (event) => { chosen ||= event.target.name === "__palette"; }, true);
  window.__md_set = (key, ...rest) => {
    if (key !== "__palette" || chosen) store(key, ...rest);
  };
})();
