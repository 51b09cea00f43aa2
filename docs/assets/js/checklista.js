// Checklists: how many points are done, print, and clear. Nothing is kept unless the visitor asks for it; then what
// is ticked, and how the points read, stay on the device for a time. What a tick hangs on: views/ticking.py.
(() => {
  "use strict";

  const ALL = "checklista:";
  const KEY = ALL + location.pathname;
  const CANNOT = "Webbläsaren låter inte sidan spara något. Du kan bocka av, men det är borta när du stänger sidan.";
  const date = (day) => day.toLocaleDateString("sv-SE", { day: "numeric", month: "long" });

  // What is kept for a list; what is too old, or not of our making, goes.
  const kept = (key) => {
    try {
      const found = JSON.parse(localStorage.getItem(key));
      if (Date.parse(found.till) > Date.now() && found.punkter && Array.isArray(found.klara)) return found;
    } catch {
      // As little as what is too old.
    }
    forget(key);
    return null;
  };
  const forget = (key) => {
    try {
      localStorage.removeItem(key);
    } catch {
      // A browser that stores nothing has nothing to forget.
    }
  };
  const keep = (value) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  };

  // Too old is too old on every list, whichever page is visited.
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(ALL)) kept(key);
  } catch {
    // Nothing is stored here.
  }

  const list = document.querySelector("[data-checklista]");
  if (!list) return;
  const points = [...list.querySelectorAll("[data-punkt]")].map((row) => ({
    id: row.dataset.punkt,
    row,
    box: row.querySelector("input"),
    text: row.querySelector("label").textContent.replace(/\s+/g, " ").trim(),
  }));
  const make = (name, put, ...inside) => {
    const element = Object.assign(document.createElement(name), put);
    element.append(...inside);
    return element;
  };

  const tools = list.previousElementSibling;
  const [count, bar, remember, told] = ["[role=status]", "progress", "input", ".regel"].map((name) => tools.querySelector(name));
  const [print, clear] = tools.querySelectorAll("button");
  const asked = told.textContent; // how long, and what is kept
  print.addEventListener("click", () => window.print());
  clear.addEventListener("click", () => {
    for (const { box } of points) box.checked = false;
    remember.checked = false;
    for (const note of document.querySelectorAll(".har-andrats")) note.remove();
    save();
  });

  const tell = () => {
    bar.value = points.filter(({ box }) => box.checked).length;
    count.textContent = `${bar.value} av ${points.length} klara`;
  };
  const until = (day) => `Till ${date(day)} sparas${asked.slice(asked.indexOf(" vilka"))}`;
  const save = () => {
    tell();
    told.textContent = asked;
    if (!remember.checked) return forget(KEY);
    const till = new Date(Date.now() + tools.dataset.minns * 86_400_000);
    const done = keep({
      version: list.dataset.checklista,
      till: till.toISOString(),
      punkter: Object.fromEntries(points.map(({ id, text }) => [id, text])),
      klara: points.filter(({ box }) => box.checked).map(({ id }) => id),
    });
    remember.checked = done;
    told.textContent = done ? until(till) : CANNOT;
  };

  // A list that has changed since: what is new, changed and gone is told; what reads as it did is still ticked.
  const compare = (before) => {
    const now = new Set(points.map(({ id }) => id));
    const found = [
      ["Ny", "Nya punkter", points.filter(({ id }) => !(id in before.punkter))],
      ["Ändrad", "Ändrade punkter: läs dem igen", points.filter(({ id, text }) => before.punkter[id] && before.punkter[id] !== text)],
      ["", "Borttagna punkter", Object.keys(before.punkter).filter((id) => !now.has(id)).map((id) => ({ text: before.punkter[id] }))],
    ].filter(([, , those]) => those.length);
    if (!found.length) return;
    const note = make("div", { className: "obs har-andrats" }, make("p", {}, make("b", {}, "Listan har ändrats sedan du bockade av.")));
    note.setAttribute("role", "note");
    for (const [mark, heading, those] of found) {
      note.append(make("p", {}, `${heading}:`), make("ul", {}, ...those.map(({ text }) => make("li", {}, text))));
      if (mark) for (const { row } of those) row.append(make("span", { className: "typ har-andrats" }, mark));
    }
    list.before(note);
  };

  const before = kept(KEY);
  if (before) {
    remember.checked = true;
    told.style.minHeight = `${told.getBoundingClientRect().height}px`; // what is said now is shorter, and nothing is to move
    for (const { id, box, text } of points) box.checked = before.klara.includes(id) && before.punkter[id] === text;
    if (before.version !== list.dataset.checklista) compare(before);
    tell();
    told.textContent = until(new Date(before.till));
  } else save();
  list.addEventListener("change", save);
  remember.addEventListener("change", save);
})();
