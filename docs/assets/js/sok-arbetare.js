// The worker: makes the index ready, then answers one search at a time. What is sought stays in it.
import "./bibliotek/minisearch-7.2.0.js";
import "./bibliotek/snowball-svenska-3.0.1.js";
import { stem } from "./sok-ord.js";
import "./sok-ordlista.js";
import { excerpt } from "./sok-utdrag.js";
import { Motor } from "./sok-motor.js";

const SHOWN = 20;
let motor;

addEventListener("message", ({ data: { index, nummer, fråga, mina } }) => {
  if (index) {
    motor = new Motor(JSON.parse(index));
    postMessage({ redo: true, börja: motor.index.börja });
    return;
  }
  const { sidor, märk, ...said } = motor.search(fråga, mina);
  const marked = new Set(märk);
  const hit = (word) => marked.has(stem(word)) || motor.ordlista.parts(word).some((part) => marked.has(part));
  postMessage({
    nummer, ...said, antal: sidor.length,
    sidor: sidor.slice(0, SHOWN).map(({ adress, titel, sort, form, avsnitt }) => ({
      adress, titel, sort, form,
      avsnitt: avsnitt.map(({ ankare, rubrik, text }) => ({ ankare, rubrik, utdrag: excerpt(text, hit, Boolean(form)) })),
    })),
  });
});
