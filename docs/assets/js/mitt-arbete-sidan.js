// Arranges the page by the visitor's choice of work, which mitt-arbete.js tells of: what is the visitor's own
// comes first and is marked in words, the rest is folded where it stands. Everything can be undone.
(() => {
  "use strict";

  const article = document.querySelector("article");
  let mine = null; // the choice, as the event tells it
  let everything = false; // ”Visa allt”: the choice stands, but this page shows all

  const undo = [];
  const element = (tag, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };
  const add = (made, place) => {
    place(made);
    undo.push(() => made.remove());
  };
  const button = (text, act) => element("button", { type: "button", textContent: text, onclick: act });
  const and = (words) => words.join(", ").replace(/, ([^,]*)$/, " och $1");
  // ”Lärare” within a sentence is ”lärare”, but ”BHV-sjuksköterska” keeps its capitals.
  const inside = (text) => (/^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));

  // [funktion, its roles] for each funktion of the choice that an element's data-som names.
  const held = (shown) =>
    shown.dataset.som.split(" ").map((part) => part.split(":")).filter(([id]) => mine.ids.includes(id));
  const concerns = (shown) => held(shown).length > 0;
  // One's own is what one answers for or does; what one only is asked or told of is another's.
  const acting = document.querySelector("[data-handlar]")?.dataset.handlar ?? "";
  const acts = (shown) => held(shown).some(([, letters]) => [...letters].some((letter) => acting.includes(letter)));
  const roles = (shown) => {
    const { roller, handlar } = shown.closest("[data-roller]").dataset;
    const words = roller.split("|").map((role) => role.split("="));
    const say = (letters) => and(words.filter(([letter]) => letters.includes(letter)).map(([, word]) => word));
    if (mine.isFunktion) {
      // One who answers for a step, or does it, does not ask or tell oneself (work.py says the same).
      const letters = held(shown).map(([, own]) => own).join("");
      return `Du ${say([...letters].filter((letter) => handlar.includes(letter)).join("") || letters)}`;
    }
    const all = and(held(shown).map(([id, letters]) => `${inside(mine.nameOf(id))} ${say(letters)}`));
    return all.charAt(0).toUpperCase() + all.slice(1);
  };
  const yours = (what) => `${mine.isFunktion ? "Ditt" : "Ert"} ${what}`;

  const arrange = () => {
    while (undo.length) undo.pop()();
    offer();
    if (!mine.work && !mine.kommun) return;
    showKommun();
    const steps = [...article.querySelectorAll("details.steg")];
    if (steps.length) lead(steps);
    if (mine.work && !steps.length) markOverviews();
    ownFirst();
    // Where the choice did nothing, the page says nothing of it.
    if (!undo.length) return;
    if (everything) while (undo.length) undo.pop()();
    banner();
  };

  // The page of a funktion or verksamhet offers itself as the choice.
  const offer = () => {
    for (const place of document.querySelectorAll("[data-val]")) {
      const own = place.dataset.val === mine.address;
      const take = () => {
        mine.choose(place.dataset.val);
        place.firstChild.focus();
      };
      const text = element("p", { tabIndex: -1 }, own ? "Det här är ditt val: det kommer först på varje sida." : "");
      if (!own) text.append(button("Gör det här till mitt val", take));
      place.replaceChildren(text);
    }
  };

  // What the page shows, and the way out of it.
  const banner = () => {
    const who = mine.work ? [element("a", { href: mine.page, textContent: mine.work })] : [];
    if (mine.kommun) who.push(mine.work ? ` i ${mine.kommun}` : mine.kommun);
    const all = button(everything ? "Visa mitt" : "Visa allt", () => {
      everything = !everything;
      arrange();
      article.querySelector(".mitt-visas button:last-of-type").focus();
    });
    const text = everything ? "Sidan visar allt. Ditt val är " : "Ditt står först: ";
    const line = element("p", { className: "mitt-visas" }, text, ...who, ". ", button("Ändra", mine.change), " ", all);
    // After the answer, which stays on the first screen.
    const after = article.querySelector(".svar") ?? article.querySelector(".lage") ?? article.querySelector("h1");
    add(line, (made) => (after ? after.after(made) : article.prepend(made)));
  };

  const showKommun = () => {
    const own = `[data-kommun="${mine.kommunId}"]`;
    for (const box of article.querySelectorAll("details.kommun-kontakter")) {
      if (!box.querySelector(own)) continue;
      const others = [...box.querySelectorAll("li[data-kommun]")].filter((shown) => !shown.matches(own));
      const was = box.open;
      box.open = true;
      for (const shown of others) shown.hidden = true;
      undo.push(() => {
        box.open = was;
        for (const shown of others) shown.hidden = false;
      });
    }
  };

  // A routine: the own steps first, the others folded where they stand.
  const lead = (steps) => {
    const own = steps.filter(acts);
    const contacts = ownContacts();
    if (mine.work || contacts.length) add(block(steps, own, contacts), (made) => article.querySelector(".svar").after(made));
    if (!own.length || own.length === steps.length) return;
    const others = steps.filter((step) => !own.includes(step));
    const toggle = button("", () => fold(!others.every((step) => step.open)));
    const fold = (open) => {
      for (const step of others) step.open = open;
      toggle.textContent = open ? "Fäll ihop andras steg" : "Visa alla steg";
    };
    fold(false);
    undo.push(() => { for (const step of steps) step.open = true; });
    const text = `${others.length} av ${steps.length} steg är andras och ligger hopfällda. `;
    add(element("p", { className: "mitt-visas" }, text, toggle), (made) => steps[0].before(made));
    for (const step of own) {
      add(element("span", { className: "ditt-steg" }, yours("steg")), (made) => step.querySelector("summary").append(made));
    }
  };

  // The overview of the page would say again what the block says.
  const hideOverview = () => {
    for (const shown of article.querySelectorAll("#korthet + ol.oversikt")) {
      shown.hidden = true;
      undo.push(() => { shown.hidden = false; });
    }
  };

  // What one is asked or told of, in the passive and without others' time limits.
  const told = (steps) => {
    const rows = article.querySelectorAll("ol.oversikt > li[data-som]");
    const list = steps.flatMap((step, at) => (!acts(step) && concerns(step)
      ? [element("li", {}, rows[at].querySelector("a").cloneNode(true), ": ", inside(roles(rows[at])))] : []));
    if (!list.length) return [];
    const summary = element("summary", { textContent: `${mine.isFunktion ? "Du blir tillfrågad" : "Ni blir tillfrågade"} eller får veta (${list.length})` });
    return [element("details", { className: "andras" }, summary, element("ul", {}, ...list))];
  };

  const block = (steps, own, contacts) => {
    const made = element("section", { className: "mitt" });
    const heading = mine.isFunktion ? `Dina steg som ${inside(mine.work)}` : `Steg för ${inside(mine.work)}`;
    made.append(element("h2", { textContent: mine.work ? heading : `Kontakter i ${mine.kommun}` }));
    if (own.length) {
      made.append(ownSteps(steps, own));
      hideOverview();
    } else if (mine.work) made.append(element("p", {}, "Rutinen har inget steg som den du valt svarar för eller gör. Därför visas alla."));
    if (mine.work) made.append(...told(steps));
    const lists = [...article.querySelectorAll("ul.checklistor > li")].filter(concerns);
    if (lists.length) {
      const links = lists.flatMap((row, number) => [number ? ", " : "Checklista: ", row.querySelector("a").cloneNode(true)]);
      made.append(element("p", {}, ...links));
    }
    for (const contact of contacts) made.append(element("div", { className: "mitt-kontakt" }, ...contact.childNodes));
    return made;
  };

  const ownSteps = (steps, own) => {
    const rows = article.querySelectorAll("ol.oversikt > li[data-som]");
    const list = element("ol", { className: "oversikt" });
    let before = 0;
    for (const step of own) {
      const number = steps.indexOf(step) + 1;
      const row = rows[number - 1];
      const item = element("li", { value: number }, row.querySelector("a").cloneNode(true),
        element("span", { className: "vem", textContent: roles(row) }));
      const time = row.querySelector(".tid");
      if (time) item.append(" ", time.cloneNode(true));
      item.style.counterIncrement = `steg ${number - before}`;
      before = number;
      list.append(item);
    }
    return list;
  };

  // The contacts of the chosen kommun, or of the kommun whose web it is; each once.
  const ownContacts = () => {
    const found = mine.kommun
      ? article.querySelectorAll(`.kontakter [data-kommun="${mine.kommunId}"]`)
      : article.querySelectorAll(".kontakter > p:has(a:is([href^='tel:'], [href^='mailto:']))");
    const clones = new Map([...found].map((shown) => [shown.textContent.trim(), shown.cloneNode(true)]));
    for (const clone of clones.values()) for (const inner of clone.querySelectorAll("[id]")) inner.removeAttribute("id");
    return [...clones.values()];
  };

  const markOverviews = () => {
    for (const row of article.querySelectorAll("ol.oversikt > li[data-som]")) {
      if (acts(row)) add(element("span", { className: "ditt-steg" }, `${yours("steg")}. ${roles(row)}.`), (made) => row.append(made));
    }
  };

  // In any list that asks for it, what is one's own or of one's kommun comes first; what the list calls that is said.
  const ownFirst = () => {
    for (const list of article.querySelectorAll("[data-egna-forst]")) {
      const rows = [...list.children];
      const own = rows.filter((row) => (row.dataset.som && concerns(row)) || (mine.kommun && row.dataset.kommun === mine.kommunId));
      if (!own.length) continue;
      // What is for nobody in particular is for all, and keeps its place; only what is others' comes last.
      list.append(...rows.filter((row) => !own.includes(row) && (row.dataset.som || row.dataset.kommun)));
      undo.push(() => list.append(...rows));
      const said = list.dataset.egnaForst;
      for (const row of said ? own : []) {
        const place = row.querySelector("h2") ?? row;
        add(element("span", { className: "ditt-steg" }, said), (made) => place.append(" ", made));
      }
    }
  };

  document.addEventListener("mitt-arbete", (event) => {
    mine = event.detail;
    everything = false;
    arrange();
  });
})();
