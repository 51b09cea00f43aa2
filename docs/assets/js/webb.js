// Small helps on top of pages that work without them. Nothing is stored and nothing is sent.
(() => {
  "use strict";

  // A term of the ordlista: its definition, on hover, focus and tap (WCAG 1.4.13).
  const box = document.createElement("div");
  box.className = "begrepp-ruta";
  box.id = "begrepp-ruta";
  box.setAttribute("role", "tooltip");
  box.hidden = true;
  (document.querySelector("main") ?? document.body).append(box);
  let shown = null;
  let timer = 0;

  const hide = () => {
    clearTimeout(timer);
    shown?.removeAttribute("aria-describedby");
    shown = null;
    box.hidden = true;
  };

  const show = (term) => {
    clearTimeout(timer);
    if (shown === term) return;
    hide();
    shown = term;
    const more = document.createElement("a");
    more.href = term.href;
    more.textContent = "Läs i ordlistan";
    box.replaceChildren(document.createTextNode(term.dataset.definition + " "), more);
    box.hidden = false;
    term.setAttribute("aria-describedby", box.id);
    const at = term.getBoundingClientRect();
    const width = Math.min(box.offsetWidth, document.documentElement.clientWidth - 16);
    const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8));
    const below = at.bottom + box.offsetHeight + 8 < window.innerHeight;
    box.style.left = `${left + window.scrollX}px`;
    box.style.top = `${(below ? at.bottom + 4 : at.top - box.offsetHeight - 4) + window.scrollY}px`;
  };

  const later = (act) => {
    clearTimeout(timer);
    timer = setTimeout(act, 250);
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const term = event.target.closest(".begrepp");
    if (term) later(() => show(term));
    else if (event.target.closest(".begrepp-ruta")) clearTimeout(timer);
    else if (shown) later(hide);
  });
  document.addEventListener("focusin", (event) => {
    if (event.target.matches(".begrepp:focus-visible")) show(event.target);
    else if (!event.target.closest(".begrepp-ruta, .begrepp")) hide();
  });
  document.addEventListener("click", (event) => {
    const term = event.target.closest(".begrepp");
    if (term && shown !== term) {
      // The first tap explains; the link in the box, or a second tap, opens the ordlista.
      event.preventDefault();
      show(term);
    } else if (!term && !event.target.closest(".begrepp-ruta")) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });

  // The menu sign of a narrow screen is a label, out of the keyboard's reach: make it a button.
  const label = document.querySelector(".md-header__button[for=__drawer]");
  const drawer = document.getElementById("__drawer");
  const menu = document.createElement("button");
  menu.type = "button";
  menu.className = `${label.className} knapp__drawer`;
  menu.setAttribute("aria-label", "Meny");
  menu.append(...label.childNodes);
  menu.addEventListener("click", () => drawer.click());
  label.replaceWith(menu);
  // While it is open the menu covers the page, so that nothing else can be reached (WCAG 2.4.3, 2.4.11).
  const sidebar = document.querySelector(".md-sidebar--primary");
  const behind = [];
  for (let inner = sidebar; inner && inner !== document.body; inner = inner.parentElement) {
    behind.push(...[...inner.parentElement.children].filter((one) => one !== inner && !one.matches("script, input, label")));
  }
  const tell = () => {
    const was = menu.getAttribute("aria-expanded") === "true";
    menu.setAttribute("aria-expanded", String(drawer.checked));
    for (const one of behind) one.inert = drawer.checked;
    for (const one of levels) one.tabIndex = drawer.checked ? 0 : -1;
    if (drawer.checked) sidebar.focus();
    else if (was && (document.activeElement === document.body || sidebar.contains(document.activeElement))) menu.focus();
  };
  if (sidebar) sidebar.tabIndex = -1;
  // Its signs lead to a level and back: labels, out of the keyboard's reach, so each gets a button in it.
  const levels = [...(sidebar?.querySelectorAll("label[for]:not([for=__drawer])") ?? [])].map((label) => {
    const words = label.textContent.trim();
    const name = label.matches(".md-nav__title") ? `Tillbaka från ${words}` : `Visa ${words || label.parentElement.textContent.trim()}`;
    const sign = document.createElement("button");
    sign.type = "button";
    sign.className = "niva-knapp";
    sign.setAttribute("aria-label", name.replace(/\s+/g, " "));
    sign.append(...label.childNodes);
    sign.addEventListener("click", () => document.getElementById(label.htmlFor).click());
    label.append(sign);
    return sign;
  });
  sidebar?.addEventListener("change", ({ target }) => {
    const item = target.parentElement;
    item.querySelector(target.checked ? ":scope > nav > label button" : ":scope > label button, :scope > div > label button")?.focus();
  });
  drawer.addEventListener("change", tell);
  tell();
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawer.checked) drawer.click();
  });
  // There is no menu to open on a wide screen: whoever turns the device must not be left behind it.
  matchMedia("(min-width: 76.25em)").addEventListener("change", (wide) => {
    if (wide.matches && drawer.checked) drawer.click();
  });

  // On paper: where the page is found, unless the build knows it, and the day it was printed. Not before: the page may
  // have been open since yesterday, and a phone takes long to write its first date.
  addEventListener("beforeprint", () => {
    const place = document.querySelector("[data-adress]");
    if (place && location.protocol !== "file:") place.textContent = location.href.split("#")[0];
    const day = document.querySelector("[data-utskriven]");
    if (day) day.textContent = new Date().toLocaleDateString("sv-SE", { day: "numeric", month: "long", year: "numeric" });
  });

  // Opened from a folder a link leads to a list of files, since no host turns a folder into its page.
  if (location.protocol === "file:") {
    for (const a of document.querySelectorAll("a[href]")) {
      if (a.protocol === "file:" && a.pathname.endsWith("/")) a.pathname += "index.html";
    }
  }

  // The last day of a limit, from a day that the visitor gives. It stays in the field: nothing is stored or sent.
  for (const place of document.querySelectorAll("[data-dagar]")) {
    const field = document.createElement("input");
    field.type = "date";
    field.autocomplete = "off";
    const label = document.createElement("label");
    label.append(`${place.dataset.dagen} `, field);
    const answer = document.createElement("p");
    answer.setAttribute("role", "status");
    field.addEventListener("input", () => {
      const day = field.valueAsDate;
      day?.setUTCDate(day.getUTCDate() + Number(place.dataset.dagar));
      const said = day?.toLocaleDateString("sv-SE", { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
      answer.textContent = said ? `Senast ${said}, om inget villkor ger mer tid. Det du skriver sparas inte.` : "";
    });
    place.append(label, answer);
  }

  // A web may be older than what it tells: an overdue review and a changed law show once their day has passed.
  const now = new Date();
  const today = new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  for (const note of document.querySelectorAll("[data-efter]")) if (today > note.dataset.efter) note.hidden = false;
})();
