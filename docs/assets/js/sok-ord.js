// Words made comparable, the same way when the index is made and when somebody searches.
import { SwedishStemmer } from "./bibliotek/snowball-svenska-3.0.1.js";

const snowball = new SwedishStemmer();
const known = new Map();

// The ways to cite a section: 19 kap. 1 §, kap 19 § 1, 19:1, 26:9 a; but not 2025:400 or 2012/13:10.
const LETTER = "(?:\\s?([a-hjk])(?![a-zåäö]))?";
const CITED = [
  new RegExp(`(?<![\\d/:])(\\d{1,2})\\s*kap(?:\\.|itlet)?\\s*(\\d{1,2})${LETTER}\\s*§*`, "g"),
  new RegExp(`(?:kap\\.?|kapitel)\\s*(\\d{1,2})\\s*,?\\s*(?:§+|paragraf)\\s*(\\d{1,2})${LETTER}`, "g"),
  new RegExp(`(?<![\\d/:])(\\d{1,2})\\s*:\\s*(\\d{1,2})(?!\\d)${LETTER}\\s*§*`, "g"),
];

// Words that say nothing of what is sought, without diacritics.
const EMPTY = new Set(
  `alla allt att av bara bli blir blivit blev da de dem den denna deras dess dessa det detta dig din dina ditt dit du dar efter
  ej eller en er era ert ett for fran gar gor gora ha hade han har hans hennes hon hur har i icke ingen inget inom inte jag ju
  kan kap kunde man maste med mellan men mig min mina mitt mot mycket ni nu nar nagon nagot nagra och om oss pa sa sedan sig
  sin sina sitt ska skulle som sadan till under upp ut utan vad var vara vart varfor varit vem vi vid vilka vilken vilket
  vill vore ar an over behover`.split(/\s+/),
);

/** The text in lower case and without diacritics. */
export const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

/** Whether a word says nothing of what is sought. */
export const empty = (word) => EMPTY.has(fold(word));

/** The words of a text, in lower case, with a cited section of law as one word: ”19:1”, ”26:9a”. */
export function words(text) {
  let plain = text.normalize("NFC").toLowerCase();
  for (const cited of CITED) {
    plain = plain.replace(cited, (_, chapter, section, letter = "") => ` ${chapter}:${section}${letter} `);
  }
  return plain.match(/\d+:\d+[a-z]?|[\p{L}\d]+/gu) ?? [];
}

/** What the forms of a word share: orosanmälan and orosanmälningarna give the same. */
export function stem(word) {
  if (!known.has(word)) known.set(word, bare(word));
  return known.get(word);
}

/** The word without its endings: also those on endings (barn-en-s), and those that Snowball leaves: what makes a noun of
 * a verb (anmäl-an, anmäl-ning) and past forms (anmäl-d, anmäl-t). */
function bare(word) {
  const less = snowball.stemWord(word).replace(/(?<=...)(?:n?ing|an)$/, "").replace(/(?<=...[lr])[dt]$/, "").replace(/dr$/, "");
  return less === word ? word : bare(less);
}

/** The stems of the words of a text that say something. */
export const stems = (text) => words(text).filter((word) => !empty(word)).map(stem);
