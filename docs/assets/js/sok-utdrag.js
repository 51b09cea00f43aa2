// The part of a text that shows why it was found.
const AROUND = 9; // words before the first hit
const LENGTH = 32; // words in all
const MORE = 24; // and so many more, where the sentence ends within them: its condition may stand last

/** The excerpt as [text, whether it is a hit] in turn; `hit` tells of a word whether it was sought, and `answers` that
 * the text begins with its answer, which is then shown. */
export function excerpt(text, hit, answers) {
  const found = [...text.matchAll(/[\p{L}\d]+/gu)].map(({ index: start, 0: word }) => ({
    start, end: start + word.length, hit: hit(word),
  }));
  if (!found.length) return [];
  const within = (from) => found.slice(from, from + LENGTH).filter((word) => word.hit).length;
  const starts = found.flatMap((word, i) => (word.hit ? [Math.max(0, i - AROUND)] : []));
  const from = answers ? 0 : starts.reduce((best, start) => (within(start) > within(best) ? start : best), starts[0] ?? 0);
  const ends = (i) => i >= found.length || /[.!?]/.test(text.slice(found[i - 1].end, found[i].start));
  const end = Array.from({ length: MORE }, (_, more) => from + LENGTH + more).find(ends) ?? from + LENGTH;
  const shown = found.slice(from, end);
  const last = from + shown.length === found.length;
  const pieces = [[from ? "… " : "", false]];
  let at = from ? shown[0].start : 0;
  for (const word of shown) {
    if (!word.hit) continue;
    pieces.push([text.slice(at, word.start), false], [text.slice(word.start, word.end), true]);
    at = word.end;
  }
  pieces.push([text.slice(at, last ? text.length : shown.at(-1).end) + (last ? "" : " …"), false]);
  return pieces.filter(([piece]) => piece);
}
