// The search: a dialog from the header, and the same wherever a page has <div data-sok></div>. What is
// written stays on the page: it is in no address, no storage and no request.
(() => {
  "use strict";

  const here = document.currentScript.src;
  const root = new URL("../../", here);
  const WAIT = 80; // ms without a key before searching
  let started = null;
  let asked = 0;
  let mine = []; // the funktioner of the visitor's own work, if it is chosen
  document.addEventListener("mitt-arbete", ({ detail }) => { mine = detail.ids; });
  let places = 0;

  const make = (tag, attributes = {}, ...content) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...content);
    return element;
  };
  const link = (address, ...content) => make("a", { href: new URL(address, root).href }, ...content);
  const enumerated = (items) => items.flatMap((item, i) => (i ? [i === items.length - 1 ? " och " : ", ", item] : [item]));

  /** Fetch the index and start the worker, once, when somebody goes to a search. */
  const start = () => {
    started ??= (async () => {
      const index = fetch(new URL("../sok.json", here)).then((answer) => {
        if (!answer.ok) throw new Error(answer.statusText);
        return answer.text();
      });
      const worker = new Worker(new URL("sok-arbetare.js", here), { type: "module" });
      const waiting = new Map();
      const ready = new Promise((resolve, reject) => {
        worker.addEventListener("error", reject);
        worker.addEventListener("message", ({ data }) => {
          if (data.redo) return resolve(data.börja);
          waiting.get(data.nummer)(data);
          waiting.delete(data.nummer);
        });
      });
      worker.postMessage({ index: await index });
      const börja = await ready;
      const search = (fråga) => new Promise((resolve) => {
        waiting.set(++asked, resolve);
        worker.postMessage({ nummer: asked, fråga, mina: mine });
      });
      return { börja, search };
    })();
    started.catch(() => { started = null; }); // a lost connection may come back
    return started;
  };

  /** A field, what is said of the search, and the results. */
  const component = () => {
    const id = `sok-falt-${++places}`;
    // Without a name, and not to be filled in: what is written is nothing to send or remember.
    const field = make("input", {
      id, type: "search", enterkeyhint: "search", autocomplete: "off",
      autocapitalize: "off", autocorrect: "off", spellcheck: "false",
    });
    const label = make("label", { for: id }, "Sök med dina egna ord");
    const form = make("form", { role: "search", class: "sok-form" }, label, field);
    const status = make("p", { role: "status", class: "sok-besked" });
    const results = make("div", { class: "sok-svar" });
    const whole = make("div", { class: "sok" }, form, status, results);
    let timer = 0;
    let latest = "";
    let answered = null; // what the results answer; null when none are shown
    const NOT_TO_BE_HAD = {}; // answers nothing that anybody can write

    const say = (text, ...shown) => {
      answered = null;
      status.textContent = text;
      results.replaceChildren(...shown);
    };
    const beginnings = (börja) => make("ul", { class: "sok-borja" }, ...[
      ...börja.map(([text, address]) => link(address, text)),
      link("ordlista/", "Slå upp ett ord i ordlistan"),
      link("sok/", "Hitta utan att söka"),
    ].map((one) => make("li", {}, one)));

    const seek = async () => {
      const text = field.value.trim();
      latest = text;
      let engine;
      try {
        const loading = setTimeout(() => {
          if (latest === text && answered !== NOT_TO_BE_HAD) say("Hämtar sökningen …");
        }, 150);
        engine = await start().finally(() => clearTimeout(loading));
      } catch {
        if (latest !== text || answered === NOT_TO_BE_HAD) return; // said already: the link in it stays where it is
        const fromFolder = location.protocol === "file:";
        const otherwise = link(fromFolder ? "sok/index.html" : "sok/", "Hitta utan att söka");
        say(fromFolder
          ? "Sökningen fungerar inte när webben är öppnad från en mapp. Öppna webben på dess adress för att söka."
          : "Sökningen gick inte att hämta. Kontrollera uppkopplingen och försök igen.", otherwise);
        answered = NOT_TO_BE_HAD;
        return;
      }
      const found = text && await engine.search(text);
      if (latest !== text || answered === text) return; // something else has been written since, or it stands there
      if (text) show(found, engine.börja);
      else say("", make("p", {}, "Det här söker många:"), beginnings(engine.börja));
      answered = text;
    };

    const show = ({ antal, sidor, också, menade, okända, ersatta, orolig, rättat }, börja) => {
      const said = [
        antal === 0 ? "Inga träffar." : antal === 1 ? "1 träff." : `${antal} träffar.`,
        antal > sidor.length ? `De ${sidor.length} bästa visas.` : "",
        menade.length ? `Visar träffar på ${enumerated(menade).join("")}.` : "",
        okända.length && antal ? `Inget handlar om ${okända.map((word) => `”${word}”`).join(", ")}.` : "",
        också.length ? `Visar också: ${också.join(", ")}.` : "",
      ];
      const replaced = [...new Set(ersatta.map(({ gammal }) => gammal))].map((old) => {
        const now = ersatta.filter(({ gammal }) => gammal === old).map(({ nytt, adress }) => link(adress, nytt));
        return make("p", { class: "sok-ersatt" }, `${old} har ersatts av `, ...enumerated(now), ".");
      });
      const list = antal
        ? [make("ol", { class: "sok-traffar" }, ...sidor.map(result))]
        : [make("p", {}, "Prova ett kortare ord eller ett annat ord för samma sak, eller börja här:"),
          beginnings(börja.filter(([, address]) => address !== orolig[1]))];
      say(said.filter(Boolean).join(" "), ...worried(orolig, sidor), ...meant(menade, rättat), ...replaced, ...list);
    };

    // Whoever tells of a child is never left to look for what to do.
    const worried = ([name, address, answer], [first]) =>
      (name && first?.adress !== address ? [make("p", { class: "sok-forst" }, link(address, name), " ", answer)] : []);

    // A slip that was corrected is said, and can be asked for alone.
    const meant = (words, corrected) => {
      if (!words.length) return [];
      const button = make("button", { type: "button" }, `Menade du ${corrected}?`);
      button.addEventListener("click", () => {
        field.value = corrected;
        field.focus();
        seek();
      });
      return [make("p", { class: "sok-menade" }, button)];
    };

    const result = ({ adress, titel, sort, form, avsnitt: [best, ...more] }) => {
      const to = ({ ankare }) => (ankare ? `${adress}#${ankare}` : adress);
      // Where each section is an answer of its own, its question is what the result is called.
      const named = best.ankare ? [best.rubrik, titel] : [titel, ""];
      const [name, other] = form === "delar" ? named : [titel, best.ankare ? best.rubrik : ""];
      const main = link(to(best), make("span", { class: "sok-titel" }, name));
      if (other) main.append(" ", make("span", { class: "sok-avsnitt" }, other));
      const others = more.filter(({ ankare, rubrik }) => ankare && rubrik);
      const item = make("li", {}, main);
      if (sort !== titel) item.append(" ", make("span", { class: "sok-sort" }, sort));
      const excerpt = best.utdrag.map(([text, hit]) => (hit ? make("mark", {}, text) : text));
      item.append(make("p", { class: "sok-utdrag" }, ...excerpt));
      if (others.length) {
        const links = others.map((one) => make("li", {}, link(to(one), one.rubrik)));
        item.append(make("ul", { class: "sok-fler" }, ...links));
      }
      return item;
    };

    field.addEventListener("focus", seek, { once: true });
    field.addEventListener("pointerenter", () => { start().catch(() => {}); }, { once: true });
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(seek, WAIT);
    });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      clearTimeout(timer);
      await seek();
      // The list is shown, never followed unseen; the keyboard of a phone goes away, and a second Enter opens the first.
      results.querySelector(".sok-traffar a")?.focus();
    });
    const move = (step) => {
      const stops = [field, ...results.querySelectorAll("a, button")];
      const next = stops[stops.indexOf(document.activeElement) + step];
      next?.focus();
      return Boolean(next);
    };
    whole.addEventListener("keydown", async (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
      if (answered === field.value.trim()) {
        if (move(step)) event.preventDefault();
        return;
      }
      event.preventDefault(); // nobody is led to results that are about to be replaced
      clearTimeout(timer);
      await seek();
      move(step);
    });
    return { whole, field };
  };

  for (const place of document.querySelectorAll("[data-sok]")) place.replaceChildren(component().whole);

  const way = document.querySelector("[data-sok-oppna]");
  if (!way) return;
  const button = make("button", { type: "button", class: way.className, "aria-haspopup": "dialog" }, ...way.childNodes);
  way.replaceWith(button);
  let dialog = null;
  let inside = null;
  for (const near of ["pointerenter", "focus"]) button.addEventListener(near, () => { start().catch(() => {}); }, { once: true });
  button.addEventListener("click", () => {
    if (!dialog) {
      inside = component();
      const close = make("button", { type: "button", class: "sok-stang" }, "Stäng");
      dialog = make("dialog", { class: "sok-dialog md-typeset", "aria-label": "Sök" }, close, inside.whole);
      close.addEventListener("click", () => dialog.close());
      dialog.addEventListener("click", (event) => {
        if (event.target === dialog || event.target.closest(".sok-svar a")) dialog.close();
      });
      dialog.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return; // else the first Escape would only empty the field
        event.preventDefault();
        dialog.close();
      });
      document.body.append(dialog);
    }
    dialog.showModal();
    inside.field.focus();
    inside.field.select();
  });
})();
