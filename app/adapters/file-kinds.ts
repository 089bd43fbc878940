import { openArchive } from "./archive";

export const FILE_KINDS = ["pdf", "png", "jpg", "docx", "xlsx", "csv"] as const;
/** What a file is by its own bytes; the name and the browser's word count for nothing. */
export type FileKind = (typeof FILE_KINDS)[number];

export const mediaTypes: Readonly<Record<FileKind, string>> = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

const startsWith = (bytes: Buffer, ...magic: number[]) =>
  bytes.subarray(0, magic.length).equals(Buffer.from(magic));

/** The kind, or undefined for everything we do not take (old .xls, HTML, SVG, scripts, macros, damaged archives). */
export function sniff(bytes: Buffer): FileKind | undefined {
  if (bytes.subarray(0, 1024).includes("%PDF-")) return "pdf";
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return "jpg";
  if (startsWith(bytes, 0x50, 0x4b)) return officeKind(bytes);
  const text = decodeText(bytes);
  return text !== undefined && text.trim() !== "" && !/^\s*</.test(text) ? "csv" : undefined;
}

function officeKind(bytes: Buffer): FileKind | undefined {
  try {
    const names = new Set(openArchive(bytes).map((entry) => entry.name));
    if (!names.has("[Content_Types].xml") || [...names].some((name) => name.endsWith("vbaProject.bin")))
      return undefined;
    if (names.has("word/document.xml")) return "docx";
    return names.has("xl/workbook.xml") ? "xlsx" : undefined;
  } catch {
    return undefined;
  }
}

/** UTF-8 (with or without a mark), UTF-16 with a mark, else GB18030; undefined when it is no text. */
export function decodeText(bytes: Buffer): string | undefined {
  const order = startsWith(bytes, 0xff, 0xfe)
    ? ["utf-16le"]
    : startsWith(bytes, 0xfe, 0xff)
      ? ["utf-16be"]
      : ["utf-8", "gb18030"];
  for (const encoding of order) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return /[^\P{Cc}\t-\r\x85]/u.test(text) ? undefined : text;
    } catch {}
  }
  return undefined;
}
