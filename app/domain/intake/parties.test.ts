import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { partySchema } from "./parties";

const schema = partySchema(DateTime.fromISO("2026-11-23T09:00:00+08:00"));
const person = {
  side: "claimant",
  kind: "natural",
  name: " 张三 ",
  idKind: "residentId",
  idNumber: "11010519491231002x",
};
const faults = (value: object) =>
  schema.safeParse(value).error?.issues.map((issue) => `${issue.path.join(".")}:${issue.message}`) ?? [];

test("a person and an organisation pass, folded", () => {
  expect(schema.parse(person)).toMatchObject({ name: "张三", idNumber: "11010519491231002X" });
  expect(
    faults({ ...person, kind: "org", idKind: "creditCode", idNumber: "9133 0100 7996 5505 8b" }),
  ).toEqual([]);
});
test.each([
  [{ idNumber: "110105194912310021" }, "idNumber:residentIdChecksum"],
  [{ kind: "org" }, "idKind:idKindOfOtherParty"],
  [{ name: "  " }, "name:nameMissing"],
  [{ phone: "123" }, "phone:phoneForm"],
  [{ idKind: "hkMacaoPermit", idNumber: "X1" }, "idNumber:idNumberForm"],
])("%o is refused by a code", (change, fault) => expect(faults({ ...person, ...change })).toContain(fault));
