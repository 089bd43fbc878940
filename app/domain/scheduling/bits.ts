/** Sets of small numbers as words of 32 bits: here the positions of starts on a grid. Sets of one size belong together. */
export type Bits = Uint32Array;

export const noBits = (size: number): Bits => new Uint32Array((size + 31) >>> 5);

/** Puts [from, to) into the set. */
export function fill(bits: Bits, from: number, to: number): void {
  if (from >= to) return;
  const first = from >>> 5;
  const last = (to - 1) >>> 5;
  const head = 0xffffffff << (from & 31);
  const tail = 0xffffffff >>> (31 - ((to - 1) & 31));
  if (first === last) bits[first]! |= head & tail;
  else {
    bits[first]! |= head;
    for (let word = first + 1; word < last; word++) bits[word] = 0xffffffff;
    bits[last]! |= tail;
  }
}

export function allBits(size: number): Bits {
  const bits = noBits(size);
  fill(bits, 0, size);
  return bits;
}

export const has = (bits: Bits, at: number): boolean => ((bits[at >>> 5]! >>> (at & 31)) & 1) === 1;

/** Leaves in `bits` what is in `others` too. */
export function keep(bits: Bits, others: Bits): void {
  for (let word = 0; word < bits.length; word++) bits[word]! &= others[word]!;
}

export function add(bits: Bits, others: Bits): void {
  for (let word = 0; word < bits.length; word++) bits[word]! |= others[word]!;
}

export function drop(bits: Bits, others: Bits): void {
  for (let word = 0; word < bits.length; word++) bits[word]! &= ~others[word]!;
}

export function isEmpty(bits: Bits): boolean {
  for (let word = 0; word < bits.length; word++) if (bits[word] !== 0) return false;
  return true;
}

function ones(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function count(bits: Bits): number {
  let sum = 0;
  for (let word = 0; word < bits.length; word++) sum += ones(bits[word]!);
  return sum;
}

/** How many of [from, to) are in the set. */
export function countWithin(bits: Bits, from: number, to: number): number {
  if (from >= to) return 0;
  const first = from >>> 5;
  const last = (to - 1) >>> 5;
  let sum = 0;
  for (let word = first; word <= last; word++) {
    let rest = bits[word]!;
    if (word === first) rest &= 0xffffffff << (from & 31);
    if (word === last) rest &= 0xffffffff >>> (31 - ((to - 1) & 31));
    sum += ones(rest);
  }
  return sum;
}

/** Calls with each member, ascending. */
export function each(bits: Bits, visit: (at: number) => void): void {
  for (let word = 0; word < bits.length; word++) {
    let rest = bits[word]!;
    while (rest !== 0) {
      const bit = 31 - Math.clz32(rest & -rest);
      visit((word << 5) + bit);
      rest &= rest - 1;
    }
  }
}
