// My work: the visitor's choice of work and kommun leads every page. It lives in the fragment of the address,
// which no browser sends to a server, beside the page's own anchor: #steg-anmal&som=larare&i=exempelkommun. Stored
// only if asked. mitt-arbete-sidan.js arranges the page by it.
(() => {
  "use strict";

  const KEY = "mitt-arbete";
  const CHOICE = /^(som|pa|i)=/;
  const link = document.querySelector("a.mitt-arbete");
  const root = new URL("../", link.href);
  const template = document.getElementById("mitt-arbete-form");
  const options = (name) =>
    new Map([...template.content.querySelectorAll(`[name=${name}] option[value*="="]`)].map((o) => [o.value, o]));
  const works = options("arbete");
  const kommuner = options("kommun");

  // What the fragment of an address says; what the form does not offer is nothing.
  const parse = (fragment) => {
    const parts = fragment.replace(/^#/, "").split("&");
    return {
      anchor: parts.filter((part) => !CHOICE.test(part)).join("&"),
      work: parts.find((part) => works.has(part)) ?? "",
      kommun: parts.find((part) => kommuner.has(part)) ?? "",
    };
  };
  const write = (anchor, { work, kommun }) => [anchor, work, kommun].filter(Boolean).join("&");
  const isMade = ({ work, kommun }) => Boolean(work || kommun);

  const remembered = (value) => {
    try {
      if (value === "") localStorage.removeItem(KEY);
      else if (value) localStorage.setItem(KEY, value);
      return localStorage.getItem(KEY) ?? "";
    } catch {
      return ""; // a browser that stores nothing
    }
  };

  let choice = parse(location.hash);
  if (!isMade(choice)) choice = parse(remembered());

  const choose = (next) => {
    choice = { ...choice, ...next };
    settle();
    tell();
  };

  // --- The address: an anchor still does all that it does without a choice ---

  // Put the choice in the address; the mark tells a page that is come back to from one that is new.
  const settle = () => {
    const fragment = write(parse(location.hash).anchor, choice);
    const url = fragment ? `#${fragment}` : location.pathname + location.search;
    history.replaceState({ ...history.state, seen: true }, "", url);
  };

  // Let the browser itself go to the anchor: scroll, :target and where the next Tab starts.
  const go = (anchor, navigate) => {
    const target = document.getElementById(decodeURIComponent(anchor));
    for (let box = target?.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    navigate(`#${anchor}`);
    settle();
  };
  const replace = (fragment) => location.replace(fragment);
  const push = (fragment) => { location.hash = fragment; };

  addEventListener("hashchange", () => {
    const found = parse(location.hash);
    const seen = history.state?.seen;
    if (isMade(found) && write("", found) !== write("", choice)) {
      choice = found;
      tell();
    }
    if (!isMade(choice)) return;
    if (seen || !found.anchor) settle();
    else go(found.anchor, replace);
  });

  // The choice follows every link to a page of the web, whenever the link was made and however it is used.
  const carry = (event) => {
    const a = event.target.closest?.("a[href]");
    if (!a) return;
    const href = a.getAttribute("href");
    const url = new URL(href, document.baseURI);
    if (url.origin !== root.origin || !url.pathname.startsWith(root.pathname)) return;
    if (!/(\/|\.html)$/.test(url.pathname)) return;
    const fragment = write(parse(url.hash).anchor, choice);
    if (`#${fragment}` === (url.hash || "#")) return;
    const path = href.split("#")[0];
    a.setAttribute("href", fragment || !path ? `${path}#${fragment}` : path);
  };
  for (const event of ["pointerdown", "focusin", "contextmenu", "click"]) addEventListener(event, carry, true);

  document.addEventListener("click", (event) => {
    const a = event.target.closest?.("a[href]");
    if (!a || !isMade(choice) || event.defaultPrevented || event.button) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const url = new URL(a.getAttribute("href"), document.baseURI);
    if (url.href.split("#")[0] !== location.href.split("#")[0]) return;
    event.preventDefault();
    const { anchor } = parse(url.hash);
    go(anchor, anchor === parse(location.hash).anchor ? replace : push);
  });

  // --- The form: in a dialog that the header opens, and wherever a page asks for it ---

  const forms = [];
  const makeForm = (after) => {
    const form = template.content.cloneNode(true).querySelector("form");
    const { arbete, kommun, minns, bort } = form.elements;
    const status = form.querySelector("[role=status]");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const next = { work: arbete.value, kommun: kommun?.value ?? "" };
      remembered(minns.checked ? write("", next) : "");
      choose(next);
      status.textContent = isMade(choice) ? "Nu kommer ditt först på varje sida." : "Inget är valt. Allt visas.";
      after?.();
    });
    bort.addEventListener("click", () => {
      remembered("");
      choose({ work: "", kommun: "" });
      status.textContent = "Valet är borttaget. Allt visas.";
      arbete.focus();
    });
    minns.addEventListener("change", () => { if (!minns.checked) remembered(""); });
    forms.push(form);
    return form;
  };

  const opener = document.createElement("button");
  opener.type = "button";
  opener.className = link.className;
  opener.setAttribute("aria-haspopup", "dialog");
  opener.append(...link.childNodes);
  const unchosen = opener.querySelector(".mitt-arbete__ort").textContent;
  link.replaceWith(opener);

  const dialog = document.createElement("dialog");
  dialog.className = "mitt-arbete-dialog";
  dialog.closedBy = "any";
  dialog.setAttribute("aria-label", "Jag arbetar som …");
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "Stäng";
  close.addEventListener("click", () => dialog.close());
  dialog.append(makeForm(() => dialog.close()));
  dialog.querySelector(".arbetsval__knappar").append(close);
  dialog.querySelector("select").autofocus = true;
  dialog.addEventListener("close", () => { if (document.activeElement === document.body) opener.focus(); });
  document.body.append(dialog);
  opener.addEventListener("click", () => {
    tellForms();
    dialog.querySelector("[role=status]").textContent = "";
    dialog.showModal();
  });
  for (const place of document.querySelectorAll("[data-mitt-arbete]")) place.append(makeForm());

  const tellForms = () => {
    for (const { elements } of forms) {
      elements.arbete.value = choice.work;
      if (elements.kommun) elements.kommun.value = choice.kommun;
      elements.minns.checked = Boolean(remembered());
      elements.bort.hidden = !isMade(choice);
    }
  };

  // Tell the header, the forms and the page what is chosen.
  const tell = () => {
    const work = works.get(choice.work);
    const [key, id] = choice.work.split("=");
    const kommun = kommuner.get(choice.kommun)?.textContent ?? "";
    const name = [work?.textContent, kommun].filter(Boolean).join(" i ");
    opener.querySelector("span").textContent = name || "Jag arbetar som …";
    opener.querySelector(".mitt-arbete__ort").textContent = kommun || work?.textContent || unchosen;
    opener.setAttribute("aria-label", name ? `Jag arbetar som: ${name}` : `Jag arbetar som …, ${unchosen.toLowerCase()}`);
    opener.classList.toggle("mitt-arbete--valt", isMade(choice));
    tellForms();
    const detail = {
      work: work?.textContent ?? "",
      isFunktion: key === "som",
      ids: work?.dataset.ids.split(" ") ?? [],
      page: work && new URL(`${key === "som" ? "funktioner" : "verksamheter"}/${id}/`, root).href,
      kommun,
      kommunId: choice.kommun.slice("i=".length),
      address: choice.work,
      nameOf: (funktion) => works.get(`som=${funktion}`)?.textContent ?? funktion,
      choose: (value) => choose({ work: value }),
      change: () => opener.click(),
    };
    document.dispatchEvent(new CustomEvent("mitt-arbete", { detail }));
  };

  tell();
  const show = () => document.documentElement.classList.remove("ordnas");
  const { anchor } = parse(location.hash);
  if (isMade(choice) && anchor && !history.state?.seen) {
    // When all has been read the browser itself looks for the whole fragment, in vain; ours has to come after.
    addEventListener("DOMContentLoaded", () => setTimeout(() => {
      go(anchor, replace);
      show();
    }));
  } else {
    if (isMade(choice)) settle();
    show();
  }
})();
