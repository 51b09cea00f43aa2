// The words that the pages use: their forms, and the parts of their compounds.
import { empty, fold, stem, words } from "./sok-ord.js";

// The fewest letters of a part: socialtjänst-, oros-, -tid.
const FIRST = 4;
const LAST = 3;
// The fewest letters of a word whose diacritics may have been left out: aga is not äga.
const PLAIN = 4;

export class Ordlista {
  /** `texts`: every text of every page. */
  constructor(texts) {
    this.forms = new Map(); // each stem, with the words as written
    this.folded = new Map(); // each word, without diacritics
    this.compounds = new Map();
    for (const word of new Set(texts.flatMap(words))) {
      if (empty(word)) continue;
      const key = stem(word);
      this.folded.set(word, fold(word));
      if (!this.forms.has(key)) this.forms.set(key, []);
      this.forms.get(key).push(word);
    }
    this.plain = new Map(); // each stem without diacritics, with the stems that it may be
    for (const key of this.forms.keys()) this.plain.set(fold(key), [...(this.plain.get(fold(key)) ?? []), key]);
  }

  /** The known stems that a word may have; one without diacritics may lack them: ”vald” is vald or våld. */
  stems(word) {
    const key = stem(word);
    const may = this.plain.get(fold(key)) ?? [];
    return word === fold(word) && word.length >= PLAIN ? may : may.filter((one) => one === key);
  }

  has(key) {
    return this.forms.has(key);
  }

  /** The stems with a form that begins so; one letter says too little. */
  begun(start) {
    if (start.length < 2) return [];
    const like = start === fold(start) && start.length >= PLAIN ? (form) => this.folded.get(form) : (form) => form;
    return [...this.forms].filter(([, forms]) => forms.some((form) => like(form).startsWith(start))).map(([key]) => key);
  }

  /** The form of a stem that is most like a word. */
  likest(key, word) {
    return this.forms.get(key).reduce((best, form) => (slips(form, word) < slips(best, word) ? form : best));
  }

  /** The stems that a compound is made of; none for what is not a compound of known words. */
  parts(word) {
    if (!this.compounds.has(word)) {
      const exact = this.#split(word, (key) => [key].filter((one) => this.has(one)));
      const loose = () => this.#split(word, (key) => this.plain.get(key) ?? []);
      this.compounds.set(word, exact.length || word !== fold(word) ? exact : loose());
    }
    return this.compounds.get(word);
  }

  /** The known word that an unknown compound ends with, which says what it is: hedersvåld is våld. */
  ending(word) {
    for (let at = FIRST; at <= word.length - FIRST; at++) {
      const end = word.slice(at);
      if (!empty(end) && this.folded.has(end)) return [end]; // as it stands: skap is no form of skapa
    }
    return [];
  }

  /** The stems of a compound's parts; `known` gives the stems of the pages that a stem stands for. */
  #split(word, known) {
    const part = (piece) => (empty(piece) ? undefined : known(stem(piece)).find((key) => key.length >= LAST));
    // What joins: samverkan-s-möte, elevhälsa → elevhälso, förskola → förskole, skola → skol.
    const joined = (start) => [start, start.replace(/s$/, ""), start.replace(/[oe]$/, "a"), `${start}a`].map(part).find(Boolean);
    const ends = [];
    for (let at = word.length - LAST; at >= FIRST; at--) {
      const last = part(word.slice(at));
      const first = last && joined(word.slice(0, at));
      if (first) return [first, last];
      if (last) ends.push([word.slice(0, at), last]);
    }
    for (const [start, last] of ends) {
      const more = this.#split(start.replace(/s$/, ""), known);
      if (more.length) return [...more, last];
    }
    return [];
  }
}

/** How many letters differ between two words (Levenshtein's distance). */
export function slips(a, b) {
  let row = [...b, ""].map((_, i) => i);
  [...a].forEach((sign, i) => {
    const next = [i + 1];
    [...b].forEach((other, j) => next.push(Math.min(next[j] + 1, row[j + 1] + 1, row[j] + (sign === other ? 0 : 1))));
    row = next;
  });
  return row[b.length];
}
