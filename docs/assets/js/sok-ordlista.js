// The words that the pages use: their forms, and the parts of their compounds.
import { empty, fold, stem, words } from "./sok-ord.js";

const SHORTEST = 3;

export class Ordlista {
  /** `texts`: every text of every page. */
  constructor(texts) {
    this.forms = new Map(); // each stem, with the words as written
    this.compounds = new Map();
    for (const word of new Set(texts.flatMap(words))) {
      if (empty(word)) continue;
      const key = stem(word);
      if (!this.forms.has(key)) this.forms.set(key, []);
      this.forms.get(key).push(word);
    }
  }

  has(key) {
    return this.forms.has(key);
  }

  /** The stems with a form that begins so. */
  begun(start) {
    const folded = fold(start);
    return [...this.forms].filter(([, forms]) => forms.some((form) => fold(form).startsWith(folded))).map(([key]) => key);
  }

  /** The form of a stem that is most like a word. */
  likest(key, word) {
    return this.forms.get(key).reduce((best, form) => (slips(form, word) < slips(best, word) ? form : best));
  }

  /** The stems that a compound is made of; none for what is not a compound of known words. */
  parts(word) {
    if (!this.compounds.has(word)) this.compounds.set(word, this.#split(fold(word)));
    return this.compounds.get(word);
  }

  /** The known word that an unknown compound ends with, which says what it is: hedersvåld is våld. */
  ending(word) {
    const folded = fold(word);
    for (let at = SHORTEST; at <= folded.length - SHORTEST - 1; at++) {
      const key = this.#part(folded.slice(at));
      if (key) return [this.likest(key, word.slice(at))];
    }
    return [];
  }

  #split(folded) {
    for (let at = folded.length - SHORTEST; at >= SHORTEST; at--) {
      const last = this.#part(folded.slice(at));
      if (!last) continue;
      const first = folded.slice(0, at);
      // What joins: samverkan-s-möte, elevhälsa → elevhälso, förskola → förskole, skola → skol.
      const joined = [first, first.replace(/s$/, ""), first.replace(/[oe]$/, "a"), `${first}a`];
      const known = joined.map((part) => this.#part(part)).find(Boolean);
      if (known) return [known, last];
      const more = this.#split(first.replace(/s$/, ""));
      if (more.length) return [...more, last];
    }
    return [];
  }

  #part(folded) {
    const key = folded.length < SHORTEST || empty(folded) ? "" : stem(folded);
    return key.length >= SHORTEST && this.has(key) && key;
  }
}

/** How many letters differ between two words (Levenshtein's distance). */
function slips(a, b) {
  let row = [...b, ""].map((_, i) => i);
  [...a].forEach((sign, i) => {
    const next = [i + 1];
    [...b].forEach((other, j) => next.push(Math.min(next[j] + 1, row[j + 1] + 1, row[j] + (sign === other ? 0 : 1))));
    row = next;
  });
  return row[b.length];
}
