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

// What people put in when they talk, and what English puts in: as written, since ”at” is not ät, and ”do” is not dö.
const TALK = new Set(
  `alltså asså ba brukar fan hel hela hej hann igår idag ju kanske liksom massa nån nåt nånting nog o precis sån sånt såna
  snälla ta tiden tja tror tycker typ vet väl verkar verkligen å
  a and are as at be can did do does for from has have he her him his if is it me my of on or our she should that the their
  them there they this to was we what when who will with you your`.split(/\s+/),
);

/** The text in lower case and without diacritics. */
export const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

/** Whether a word says nothing of what is sought. */
export const empty = (word) => TALK.has(word) || EMPTY.has(fold(word));

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
  if (!known.has(word)) known.set(word, bare(FORMS.get(word) ?? word));
  return known.get(word);
}

// Forms that no ending gives away: each with the word that it is a form of.
const FORMS = new Map(Object.entries({
  bet: "bita", bitit: "bita", brann: "brinna", brunnit: "brinna", bröt: "bryta", brutit: "bryta", brodern: "bror",
  bröder: "bror", dog: "dö", dött: "dö", drack: "dricka", druckit: "dricka", drog: "dra", dragit: "dra", fick: "få", fått: "få",
  gav: "ge", gett: "ge", gick: "gå", gått: "gå", grät: "gråta", höll: "hålla", hållit: "hålla", kom: "komma", kommit: "komma",
  ljög: "ljuga", låg: "ligga", legat: "ligga", lät: "låta", läst: "läsa", mödrar: "mor", fäder: "far", rev: "riva",
  rivit: "riva", sade: "säga", sagt: "säga", satt: "sitta", sett: "se", såg: "se", skar: "skära", skurit: "skära",
  skrek: "skrika", skrikit: "skrika", skrev: "skriva", skrivit: "skriva", sköt: "skjuta", skjutit: "skjuta", slagen: "slå",
  slaget: "slå", slagit: "slå", slog: "slå", slapp: "slippa", sov: "sova", sprang: "springa", stack: "sticka", stuckit: "sticka",
  stal: "stjäla", stulit: "stjäla", stod: "stå", stått: "stå", svalt: "svälta", tog: "ta", tagit: "ta", vann: "vinna",
  slår: "slå", tar: "ta", ser: "se", dör: "dö", står: "stå", ger: "ge", drar: "dra",
  // Two words that would else be one.
  papper: "pappr", papperen: "pappr", pappret: "pappr", pappren: "pappr",
  hemlig: "hemlg", hemligt: "hemlg", hemliga: "hemlg", hemlighet: "hemlg", hemligheten: "hemlg", hemligheter: "hemlg",
  myndighet: "mynght", myndigheten: "mynght", myndigheter: "mynght", myndigheterna: "mynght",
}));

/** The word without its endings: also those on endings (barn-en-s), and those that Snowball leaves: what makes a noun of
 * a verb (anmäl-an, anmäl-ning), past forms (anmäl-d, anmäl-t) and the definite -et and -n (barn-et, rektor-n, numr-et). */
function bare(word) {
  const unit = word.match(/^.+enhet(?=(?:en|er|erna|ens|s)?$)/); // an enhet is no ending: familje-enheten
  if (unit) return unit[0];
  const definite = word.replace(/(?<=.[^aeiouyåäö])ret$/, "er").replace(/(?<=..[^e])et$/, "").replace(/(?<=..or)n$/, "");
  const less = snowball.stemWord(definite).replace(/(?<=...)(?<!ordn?)(?:n?ing|an)$/, "").replace(/(?<=...[lr])(?<!ord)[dt]$/, "")
    .replace(/dr$/, "").replace(/mm$/, "m").replace(/nn$/, "n");
  return less === word ? word : bare(less);
}

/** The stems of the words of a text that say something. */
export const stems = (text) => words(text).filter((word) => !empty(word)).map(stem);
