// A page that has moved: go on, with the anchor and the choice of work that stand after # in the address.
location.replace(new URL(document.currentScript.dataset.till, location.href.split("#")[0]) + location.hash);
