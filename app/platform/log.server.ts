import { Writable } from "node:stream";
import pino from "pino";

/** Resident ids, credit codes, mobile numbers, bank cards, e-mail addresses, tokens: replaced in the finished line. */
const PERSONAL: readonly [RegExp, string][] = [
  [/\b\d{17}[\dXx]\b/g, "[id]"],
  [/\b[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}\b/g, "[code]"],
  [/\b1[3-9]\d{9}\b/g, "[mobile]"],
  [/\b\d{16,19}\b/g, "[card]"],
  [/[\w.+-]+@[\w-]+\.[\w.]+/g, "[mail]"],
  [/\b[a-z]{2,4}\d{0,4}-[\w-]{22,}/g, "[token]"],
  [/(\/p\/|\/a\/|\/feeds\/)[^\s"/?]+/g, "$1[token]"],
];

export const scrub = (line: string): string =>
  PERSONAL.reduce((text, [pattern, mark]) => text.replace(pattern, mark), line);

export const scrubbing = (out: NodeJS.WritableStream): Writable =>
  new Writable({
    write(chunk, _encoding, done) {
      out.write(scrub(String(chunk)), done);
    },
  });

export const log = pino(
  { level: process.env.NODE_ENV === "test" ? "silent" : "info", base: null },
  scrubbing(process.stdout),
);
