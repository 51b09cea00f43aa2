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
