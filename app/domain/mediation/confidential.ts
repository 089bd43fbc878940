/**
 * What was said in mediation: offers, concessions, caucus notes (INV 22, ONL 18). The value sits in a private field, so
 * nothing that copies, spreads, logs or serialises an object can carry it along; only `reveal()` gives it out.
 */
export class Confidential<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  reveal(): T {
    return this.#value;
  }

  toJSON(): never {
    throw new Error("confidential: may not be serialised");
  }

  toString(): string {
    return "[confidential]";
  }
}

type Plain = string | number | boolean | bigint | null | undefined;

/** The same shape in which everything confidential has become impossible. */
export type Public<T> = T extends Plain
  ? T
  : T extends Confidential<unknown>
    ? never
    : T extends readonly (infer Item)[]
      ? readonly Public<Item>[]
      : T extends object
        ? { readonly [Key in keyof T]: Public<T[Key]> }
        : T;
