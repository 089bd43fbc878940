/** Letters and digits that nobody mistakes for each other, read aloud or typed: no 0 O 1 I L U. */
const SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 10;

/** A notice's code out of bytes that nobody can guess (at least 20): 49 bits. */
export function noticeCode(bytes: Uint8Array): string {
  if (bytes.length < LENGTH * 2) throw new RangeError("a code needs 20 bytes");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: LENGTH }, (_, i) => SIGNS[view.getUint16(i * 2) % SIGNS.length]).join("");
}

/** `K7Q2M-9XTDA`: as it is printed and read out. */
export const writtenCode = (code: string): string => `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;

/** What somebody typed, wide or small, with whatever marks between; null where it can be no code. */
export function readCode(typed: string): string | null {
  const code = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-–—_.·]/g, "");
  return code.length === LENGTH && [...code].every((sign) => SIGNS.includes(sign)) ? code : null;
}
