import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { courtOfToken, createSecrets, SealBroken, sameBytes } from "./secrets.server";

const OLD = "old-secret-old-secret-old-secret-0001";
const NEW = "new-secret-new-secret-new-secret-0002";
const secrets = createSecrets([NEW]);
const place = "contacts:value:0192";

describe("sealed values", () => {
  it("open with the same place and come back byte for byte", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (plain, aad) => {
        expect(secrets.open(secrets.seal(plain, aad), aad)).toEqual(Buffer.from(plain));
      }),
    );
    expect(secrets.openText(secrets.seal("𠮷野家 110101", place), place)).toBe("𠮷野家 110101");
  });

  it("do not open in another row, nor with a single bit changed, nor cut", () => {
    const box = secrets.seal("13900001111", place);
    expect(() => secrets.open(box, "contacts:value:0193")).toThrow(SealBroken);
    for (let i = 0; i < box.length; i++) {
      const changed = Buffer.from(box);
      changed[i] = changed[i]! ^ 1;
      expect(() => secrets.open(changed, place), `byte ${i}`).toThrow(SealBroken);
    }
    for (let n = 0; n < box.length; n++)
      expect(() => secrets.open(box.subarray(0, n), place)).toThrow(SealBroken);
  });

  it("never look the same twice and never show the plain text", () => {
    const one = secrets.seal("张三", place);
    expect(one.equals(secrets.seal("张三", place))).toBe(false);
    expect(one.includes(Buffer.from("张三"))).toBe(false);
  });

  it("stay readable after a new secret leads, and say that they are stale", () => {
    const old = createSecrets([OLD]);
    const both = createSecrets([NEW, OLD]);
    const box = old.seal("x", place);
    expect(both.openText(box, place)).toBe("x");
    expect([both.isStale(box), both.isStale(both.seal("x", place))]).toEqual([true, false]);
    expect(() => secrets.open(box, place)).toThrow(/unknown key/);
  });

  it("refuse a secret that can be guessed, and an empty list", () => {
    expect(() => createSecrets(["short"])).toThrow(/32 bytes/);
    expect(() => createSecrets([])).toThrow(/at least one/);
  });
});

describe("blind indexes", () => {
  it("are equal for equal values of one kind only, and differ by secret", () => {
    const index = secrets.blindIndex("idNumber", "110101199003077715");
    expect(index).toHaveLength(32);
    expect(index.equals(secrets.blindIndex("idNumber", "110101199003077715"))).toBe(true);
    expect(index.equals(secrets.blindIndex("mobile", "110101199003077715"))).toBe(false);
    expect(secrets.blindIndex("a", "bc").equals(secrets.blindIndex("ab", "c"))).toBe(false);
    expect(index.equals(createSecrets([OLD]).blindIndex("idNumber", "110101199003077715"))).toBe(false);
  });

  it("are searched under every secret while a rotation runs", () => {
    const stored = createSecrets([OLD]).blindIndex("mobile", "13900001111");
    const [newest, older] = createSecrets([NEW, OLD]).blindIndexes("mobile", "13900001111");
    expect(older!.equals(stored)).toBe(true);
    expect(newest!.equals(secrets.blindIndex("mobile", "13900001111"))).toBe(true);
  });
});

describe("tokens", () => {
  it("begin with the court, hold at least 128 random bits and never repeat", () => {
    const tokens = new Set(Array.from({ length: 1000 }, () => secrets.newToken("bj0107")));
    expect(tokens.size).toBe(1000);
    for (const token of tokens) {
      expect(token).toMatch(/^bj0107-[\w-]{32}$/);
      expect(courtOfToken(token)).toBe("bj0107");
    }
    expect(courtOfToken("bj0107-short")).toBeUndefined();
    expect(courtOfToken("../../etc/passwd-0123456789012345678901")).toBeUndefined();
  });

  it("are found again by hash, also after a rotation", () => {
    const token = secrets.newToken("bj0107");
    const later = createSecrets([OLD, NEW]);
    expect(later.tokenHashes(token).some((hash) => sameBytes(hash, secrets.hashToken(token)))).toBe(true);
    expect(secrets.hashToken(token).equals(secrets.hashToken(`${token}x`))).toBe(false);
  });
});

it("texts derived for different purposes are independent", () => {
  const [cookie] = secrets.deriveTexts("cookie");
  expect(cookie).toHaveLength(43);
  expect(cookie).not.toBe(secrets.deriveTexts("anchor")[0]);
  expect(cookie).toBe(createSecrets([NEW]).deriveTexts("cookie")[0]);
});
