// Which pages answer a search, best first. Knows nothing of the page it runs in.
import MiniSearch from "./bibliotek/minisearch-7.2.0.js";
import { empty, fold, stem, stems, words } from "./sok-ord.js";
import { Ordlista, slips } from "./sok-ordlista.js";

const BOOST = { titel: 3, rubrik: 4, ord: 5, vardag: 4, text: 1 };
// How much less a word counts that is only akin to what was written.
const AKIN = { part: 0.5, begun: 0.8, near: 0.8, synonym: 0.9 };
// How much each word counts of an expression that leads to a section, when all of it is there; less for each next page.
const LEADS = 2;
const TOGETHER = 1.5; // several words that belong together are seldom there by chance
const NEXT = 0.85;
const NAMED = 1.3; // the heading has the very word
const WHOLE = 1.5; // the heading, or a word for it, is just what was sought
const ONE_SECTION = 0.7; // how much the best section counts against the page as a whole
const SHOWN = 3;
const SECOND = 0.6; // so good, against the best, a page's second section must be to be a result of its own
const OWN = 1.3; // how much more what is for one's own work counts
const LAST = 0.3; // and how much less what only tells of a page
const LONG = 5; // so many words that say something are a story, and may be about a child
// So long a word must be for so many slips of the finger: shorter ones are other words (gäng is not gång).
const SURE = { 1: 7, 2: 10 };
// A part of a compound is another term than the word alone: ”~möt” in samverkansmöte.
const part = (key) => `~${key}`;
const TERM = { tokenize: (term) => [term], processTerm: (term) => term, boost: BOOST, bm25: { k: 1.2, b: 0.7, d: 0.5 } };

// How a word that no page has can be read, the first that gives something, and what the visitor is told of it.
const READINGS = [
  [(motor, word) => motor.near(word, 1), "menade"],
  [(motor, word) => motor.ordlista.parts(word).map((key) => motor.ordlista.likest(key, key)), null],
  [(motor, word) => motor.near(word, 2), "menade"],
  [(motor, word) => motor.ordlista.ending(word), "också"],
];

export class Motor {
  /** `index`: what hooks/samverkan/web/search_index.py makes. */
  constructor(index) {
    this.index = index;
    this.sections = index.sidor.flatMap(([, , titel, sections], page) =>
      sections.map(([ankare, rubrik, text, ord = ""]) => ({ page, ankare, titel, rubrik: rubrik || titel, text, ord })),
    );
    this.sections.forEach((section, id) => Object.assign(section, { id, vardag: "" }));
    this.leads = this.#leads(index.vardagsord);
    this.ordlista = new Ordlista(this.sections.flatMap((section) => Object.keys(BOOST).map((field) => section[field])));
    const terms = new Map();
    this.mini = new MiniSearch({
      fields: Object.keys(BOOST),
      tokenize: words,
      processTerm: (word) => {
        if (!terms.has(word)) terms.set(word, !empty(word) && [stem(word), ...this.ordlista.parts(word).map(part)]);
        return terms.get(word);
      },
    });
    this.mini.addAll(this.sections);
    this.headings = this.sections.map(({ titel, rubrik, ord }) => ({
      words: new Set(words(`${titel} ${rubrik}`).map(fold)),
      whole: new Set([rubrik, ...ord.split("; ")].map((text) => fold(stems(text).join()))),
    }));
    this.synonyms = index.begrepp
      .flatMap(([name, others]) => others.flatMap((other) =>
        // Möten om samverkan is a samverkansmöte.
        [stems(other), words(other).length === 1 ? this.ordlista.parts(words(other)[0]) : []]
          .map((from) => ({ name, from, to: stems(name) }))))
      .filter(({ from, to }) => from.length && from.join() !== to.join());
  }

  /**
   * What answers a search, for whoever has chosen the work of `mine` (ids). `sidor`: {adress, titel, sort, form, avsnitt:
   * [{ankare, rubrik, text}]}; `orolig`: [name, address, answer] of what stands first where a child may be ill-treated;
   * `också` and `menade`: words that it was read as; `rättat`: the search with those instead; `okända`: words that no page has; `ersatta`: {gammal, nytt, adress}
   * of old sections of law; `märk`: stems to mark.
   */
  search(query, mine = []) {
    const said = { också: new Set(), menade: new Set(), okända: new Set(), märk: new Set(), rättat: query };
    const asked = this.#asked(query, said);
    const found = asked.map(() => new Map());
    const give = (at, alternatives, weight) => {
      alternatives.flat().forEach((term) => said.märk.add(term.replace("~", "")));
      for (const [section, score] of this.#score(alternatives)) {
        for (const word of at) found[word].set(section, Math.max(found[word].get(section) ?? 0, score * weight));
      }
    };
    asked.forEach(({ word, near, open }, at) => {
      const keys = this.ordlista.stems(word);
      for (const key of keys) {
        give([at], [[key]], near ? AKIN.near : 1);
        give([at], [[part(key)]], AKIN.part);
      }
      const parts = this.ordlista.parts(word);
      if (parts.length) give([at], parts.map((key) => [key, part(key)]), AKIN.part);
      if (open && !keys.length) this.ordlista.begun(word).forEach((key) => give([at], [[key]], AKIN.begun));
    });
    // A word that few sections have says more of what is sought.
    const rare = found.map(({ size }) => Math.log(1 + this.sections.length / (1 + size)));
    const sought = asked.map(({ word }) => this.ordlista.stems(word));
    const led = new Map(); // each section that an expression leads to, with what each of its words counts
    let child = asked.length >= LONG;
    for (const { from, section, weight, barn } of this.leads) {
      const at = from.map((key) => sought.findIndex((keys) => keys.includes(key)));
      if (at.includes(-1)) continue;
      child ||= barn;
      if (!led.has(section)) led.set(section, found.map(() => 0));
      const words = led.get(section);
      for (const word of at) words[word] = Math.max(words[word], rare[word] * weight * (new Set(at).size > 1 ? TOGETHER : 1));
    }
    for (const { name, from, to } of this.synonyms) {
      const at = from.map((key) => sought.findIndex((keys) => keys.includes(key)));
      if (at.includes(-1)) continue;
      give(at, to.map((key) => [key, part(key)]), AKIN.synonym);
      said.också.add(name);
    }
    const ersatta = this.#replaced(asked);
    const sidor = this.#pages(found, asked, ersatta, rare, led, mine);
    const unsure = !sidor.length || said.okända.size > 0 || said.menade.size > 0;
    return {
      sidor, ersatta, orolig: child || unsure ? this.index.orolig : [],
      också: [...said.också], menade: [...said.menade], okända: [...said.okända], rättat: said.rättat, märk: [...said.märk],
    };
  }

  /** The words to look for. A slip is corrected; a compound that no page has is asked for by its parts. */
  #asked(query, said) {
    const all = words(query.replace(/(?<!\d)(\d{1,2})\s+(\d{1,2})(?!\d)/, "$1:$2"));
    const writing = /[\p{L}\d]$/u.test(query);
    const telling = all.map((word, i) => ({ word, open: writing && i === all.length - 1 })).filter(({ word }) => !empty(word));
    return telling.flatMap((one) => {
      if (this.ordlista.stems(one.word).length || (one.open && this.ordlista.begun(one.word).length)) return [one];
      for (const [read, told] of READINGS) {
        const words = read(this, one.word);
        words.forEach((word) => told && said[told].add(word));
        if (words.length && told === "menade") said.rättat = said.rättat.replace(new RegExp(one.word, "i"), words[0]);
        if (words.length) return words.map((word) => ({ word, near: told === "menade" }));
      }
      said.okända.add(one.word);
      return [one];
    });
  }

  /** The known word that is so many slips of the finger away, when it can hardly be another: never a guess. */
  near(word, fuzzy) {
    if (word.length < SURE[fuzzy]) return [];
    const near = new Map();
    for (const { terms, score } of this.mini.search(stem(word), { ...TERM, fuzzy })) {
      for (const term of terms) if (this.ordlista.has(term)) near.set(term, Math.max(near.get(term) ?? 0, score));
    }
    const forms = [...near].sort((a, b) => b[1] - a[1]).map(([term]) => this.ordlista.likest(term, word));
    const sure = (form) => slips(fold(form), fold(word)) <= fuzzy && fold(form)[0] === fold(word)[0]
      && (word.length > SURE[fuzzy] || form.length > word.length); // sparkar is not sparar; samtyke is samtycke
    return forms.filter(sure).slice(0, 1);
  }

  /** Sections that have a term of each of the lists, with the sum of the best of each; the first term counts most. */
  #score(lists) {
    const scored = lists.map((list) => {
      const best = new Map();
      list.forEach((term, i) => {
        for (const { id, score } of this.mini.search(term, TERM)) {
          best.set(id, Math.max(best.get(id) ?? 0, i ? score * AKIN.part : score));
        }
      });
      return best;
    });
    return [...scored[0]].filter(([id]) => scored.every((best) => best.has(id)))
      .map(([id]) => [id, scored.reduce((sum, best) => sum + best.get(id), 0)]);
  }

  /** Every expression that leads to a section: {from: its stems, section, weight}. */
  #leads(vardagsord) {
    const places = new Map(this.sections.map(({ page, ankare, id }) => [[this.index.sidor[page][0], ankare].join("#"), id]));
    const place = (address) => places.get(address.includes("#") ? address : `${address}#`);
    const barnets = new Set(this.index.barnets);
    const own = this.sections.flatMap(({ id, page, ord }) => (ord ? ord.split("; ") : [])
      .map((text) => ({ text, section: id, weight: 1, barn: barnets.has(this.index.sidor[page][0]) })));
    const common = vardagsord.flatMap(([expressions, addresses, barn]) => addresses.flatMap((address, i) =>
      expressions.map((text) => ({ text, section: place(address), weight: NEXT ** i, barn: Boolean(barn) }))));
    for (const [expressions, [first]] of vardagsord) {
      if (place(first) !== undefined) this.sections[place(first)].vardag += ` ${expressions.join(" ")}`;
    }
    return [...own, ...common].map(({ text, ...lead }) => ({ from: stems(text), ...lead }))
      .filter(({ from, section }) => from.length && section !== undefined);
  }

  #pages(found, asked, ersatta, rare, led, mine) {
    const whole = fold(asked.map(({ word }) => stem(word)).join());
    const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
    const value = (scores) => sum(scores) * (sum(rare.filter((_, at) => scores[at])) / sum(rare)) ** 1.5;
    const pages = new Map();
    for (const id of new Set([...led.keys(), ...found.flatMap((scores) => [...scores.keys()])])) {
      const { words: named, whole: heading } = this.headings[id];
      const scores = found.map((scores, at) => (scores.get(id) ?? 0) * (named.has(fold(asked[at].word)) ? NAMED : 1));
      const { page } = this.sections[id];
      if (!pages.has(page)) pages.set(page, []);
      const bonus = LEADS * sum(led.get(id) ?? []);
      const last = this.index.sist.includes(this.sections[id].ankare) ? LAST : 1;
      pages.get(page).push({ id, scores, bonus, value: (value(scores) * (heading.has(whole) ? WHOLE : 1) + bonus) * last });
    }
    const order = (page) => ersatta.findIndex(({ adress }) => adress === page.adress) >>> 0;
    return [...pages].flatMap(([page, sections]) => {
      const best = sections.sort((a, b) => b.value - a.value || a.id - b.id);
      const together = value(found.map((_, at) => Math.max(...sections.map(({ scores }) => scores[at]))));
      const [adress, sort, titel] = this.index.sidor[page];
      const [name, kind, form] = this.index.sorter[sort];
      const weight = kind * (mine.some((id) => this.index.för[adress]?.includes(id)) ? OWN : 1);
      const result = (found, value) => ({ adress, titel, sort: name, form, avsnitt: found.map(({ id }) => this.sections[id]), value });
      const first = (ONE_SECTION * best[0].value + (1 - ONE_SECTION) * (together + best[0].bonus)) * weight;
      // Where each section is an answer, a second one that is nearly as good is a result too.
      if (form !== "delar" || !best[1] || best[1].value < SECOND * best[0].value) return [result(best.slice(0, SHOWN), first)];
      const second = first * (best[1].value / best[0].value);
      return [result([best[0], ...best.slice(2, SHOWN)], first), result([best[1]], second)];
    }).sort((a, b) => order(a) - order(b) || b.value - a.value || (a.adress < b.adress ? -1 : 1));
  }

  /** What has taken the place of an old section that is cited: it comes first, in the law's order. */
  #replaced(asked) {
    const cited = new Set(asked.map(({ word }) => word));
    return this.index.ersatta.filter(([gammal]) => cited.has(words(gammal)[0]))
      .map(([gammal, nytt, adress]) => ({ gammal, nytt, adress }));
  }
}
