import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { bigrams, nameLikeness } from "./bigrams";
import { creditCodeCheck, creditCodeFault, creditCodeSchema } from "./credit-code";
import { maskAccount, maskAddress, maskEmail, maskId, maskName, maskPhone } from "./mask";
import { normalisePhone, phoneKind } from "./phone";
import { ageOn, birthOn, residentIdCheck, residentIdFault, residentIdSchema } from "./resident-id";

describe("resident id", () => {
  test.each(["11010519491231002X", "440524188001010014"])("%s is good", (id) => {
    expect(residentIdFault(id, "2026-11-23")).toBeNull();
  });
  test.each([
    ["110105194912310021", "residentIdChecksum"],
    ["11010519490231002X", "residentIdDate"],
    ["1101051949123100", "residentIdForm"],
    ["01010519491231002X", "residentIdForm"],
  ])("%s is not: %s", (id, fault) => {
    expect(residentIdFault(id, "2026-11-23")).toBe(fault);
  });
  test("nobody is born tomorrow", () => {
    const base = "11010520261124001";
    const id = base + residentIdCheck(base);
    expect(residentIdFault(id, "2026-11-23")).toBe("residentIdDate");
    expect(residentIdFault(id, "2026-11-24")).toBeNull();
  });
  test("a form's value is folded before it is judged, and errors are codes", () => {
    const schema = residentIdSchema(DateTime.fromISO("2026-11-23T09:00:00+08:00"));
    expect(schema.parse(" 110105 19491231 002x")).toBe("11010519491231002X");
    expect(schema.safeParse("110105194912310021").error?.issues[0]?.message).toBe("residentIdChecksum");
  });
  test("tells the birthday and the age on a day", () => {
    expect(birthOn("11010519491231002X")).toBe("1949-12-31");
    expect(ageOn("11010519491231002X", "2026-12-30")).toBe(76);
    expect(ageOn("11010519491231002X", "2026-12-31")).toBe(77);
  });
  test("property: changing one digit is always noticed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const good = "11010519491231002X";
        const digit = (Number(good[place]) + shift) % 10;
        expect(residentIdFault(good.slice(0, place) + digit + good.slice(place + 1))).not.toBeNull();
      }),
    );
  });
});

describe("credit code", () => {
  test.each(["9144030071526726XG", "91350100M000100Y43", "91330100799655058B"])("%s is good", (code) => {
    expect(creditCodeFault(code)).toBeNull();
    expect(creditCodeCheck(code)).toBe(code[17]);
  });
  test.each([
    ["91330100799655058C", "creditCodeChecksum"],
    ["91330100799655059B", "creditCodeOrganisation"],
    ["9133010079965505OB", "creditCodeForm"],
  ])("%s is not: %s", (code, fault) => {
    expect(creditCodeFault(code)).toBe(fault);
    expect(creditCodeSchema.safeParse(code).error?.issues[0]?.message).toBe(fault);
  });
});

test.each([
  ["138 0013 0027", "13800130027", "mobile"],
  ["+86-138-0013-0027", "13800130027", "mobile"],
  ["１３８００１３００２７", "13800130027", "mobile"],
  ["010-68899000", "010-68899000", "landline"],
  ["4008001234", "4008001234", "hotline"],
  ["12800130027", "12800130027", null],
])("phone %s", (text, phone, kind) => {
  expect(normalisePhone(text)).toBe(phone);
  expect(phoneKind(phone)).toBe(kind);
});

test("masks keep their length and hide the middle", () => {
  expect(maskId("11010519491231123X")).toBe("1101**********123X");
  expect(maskPhone("13800130027")).toBe("138****0027");
  expect(maskPhone("010-68899000")).toBe("010-*****000");
  expect(maskName("张小明")).toBe("张**");
  expect(maskEmail("zhang@example.com")).toBe("z****@example.com");
  expect(maskAddress("北京市石景山区阜石路164号")).toBe("北京市石景山********");
  expect(maskAccount("6222 0000 1111 1234")).toBe("6222********1234");
  expect(maskId("123")).toBe("***");
});

describe("names", () => {
  test("are indexed by their pairs", () => {
    expect(bigrams("张小明")).toEqual(["小明", "张小"]);
    expect(bigrams("ＡＢ 公司")).toEqual(["ab", "b公", "公司"]);
    expect(bigrams("李")).toEqual(["李"]);
  });
  test("look alike by what they share", () => {
    expect(nameLikeness("北京某某银行", "北京某某银行")).toBe(1);
    expect(nameLikeness("北京某某银行", "北京某某银行股份有限公司")).toBeGreaterThan(0.5);
    expect(nameLikeness("张三", "李四")).toBe(0);
  });
});
