// The page that is not there is shown at any depth, and cannot know in which folder the web lies. It asks for this
// script in every folder above: where it is found, there the web begins, and all that was not found is asked for again.
(() => {
  "use strict";

  const root = new URL("../../", document.currentScript.src).pathname;
  if (root === "/" || window.webbensRot) return;
  window.webbensRot = root;
  const right = (address) => root + address.slice(1);
  for (const name of ["href", "src"]) {
    for (const one of document.querySelectorAll(`:is(a, link, img)[${name}^="/"]`)) {
      one.setAttribute(name, right(one.getAttribute(name)));
    }
  }
  const config = document.getElementById("__config");
  const told = JSON.parse(config.textContent);
  config.textContent = JSON.stringify({ ...told, base: root.slice(0, -1), search: right(told.search) });
  for (const one of document.querySelectorAll('script[src^="/"]')) {
    const again = document.createElement("script");
    again.src = right(one.getAttribute("src"));
    again.async = false; // in their order
    one.replaceWith(again);
  }
})();
