import { describe, expect, it } from "vitest";
import { ArchiveRefused, openArchive } from "./archive";
import { pack } from "./archive.fixture";

const text = (content: string) => Buffer.from(content);
const reason = (bytes: Buffer, use: (bytes: Buffer) => unknown = openArchive) => {
  try {
    use(bytes);
  } catch (problem) {
    return problem instanceof ArchiveRefused ? problem.reason : String(problem);
  }
  return "taken";
};
const readAll = (bytes: Buffer) => openArchive(bytes).map((entry) => entry.read().toString());

describe("archives", () => {
  it("gives the entries in order, with their bytes", () => {
    const bytes = pack([
      { name: "a.xml", plain: text("<a/>") },
      { name: "调解/b.xml", plain: text("乙") },
    ]);
    expect(openArchive(bytes).map((entry) => entry.name)).toEqual(["a.xml", "调解/b.xml"]);
    expect(readAll(bytes)).toEqual(["<a/>", "乙"]);
  });

  it("refuses a bomb of 200 MB by its directory, in no time and without unpacking it", () => {
    const bytes = pack([{ name: "xl/worksheets/sheet1.xml", plain: Buffer.alloc(200 * 1024 * 1024, 0x20) }]);
    expect(bytes.length).toBeLessThan(1024 * 1024);
    const started = performance.now();
    expect(reason(bytes)).toBe("tooLarge");
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it("refuses a bomb that claims to be small as soon as it proves larger", () => {
    const bytes = pack([
      { name: "a.xml", plain: Buffer.alloc(30 * 1024 * 1024, 0x20), lies: { size: 1000 } },
    ]);
    expect(reason(bytes, readAll)).toBe("unreadable");
  });

  it("refuses many medium entries, a high ratio, and too many names", () => {
    const medium = { plain: Buffer.from("0123456789abcdef".repeat(1024 * 64)) };
    const many = Array.from({ length: 60 }, (_, i) => ({ name: `${i}`, ...medium }));
    expect(reason(pack(many))).toBe("tooLarge");
    expect(reason(pack([{ name: "a", plain: Buffer.alloc(5 * 1024 * 1024) }]))).toBe("tooLarge");
    expect(reason(pack(Array.from({ length: 201 }, (_, i) => ({ name: `${i}`, plain: text("x") }))))).toBe(
      "tooLarge",
    );
  });

  it.each(["../evil", "/etc/passwd", "a/../../b", "C:\\x", "a\\b", "a\u0000b", ""])(
    "refuses the name %j",
    (name) => {
      expect(reason(pack([{ name, plain: text("x") }]))).toBe("unreadable");
    },
  );

  it("refuses encryption, double names, shared bytes, and damage of any kind", () => {
    const a = { name: "a", plain: text("aaaa") };
    expect(reason(pack([{ ...a, lies: { flags: 1 } }]))).toBe("unreadable");
    expect(reason(pack([a, a]))).toBe("unreadable");
    expect(reason(pack([a, { ...a, name: "b", lies: { sharesDataOf: 0 } }]))).toBe("unreadable");
    const good = pack([a]);
    for (let n = 0; n < good.length; n++) expect(reason(good.subarray(0, n), readAll)).toBe("unreadable");
    const changed = Buffer.from(good);
    changed[33] = changed[33]! ^ 1;
    expect(reason(changed, readAll)).toBe("unreadable");
  });
});
