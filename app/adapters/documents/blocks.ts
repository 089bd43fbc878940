import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { withoutTimes } from "../archive";
import { flagOf } from "./fields";

/** The few kinds of block that a court document is made of. `{field}` in a text is filled in later. */
export type Block =
  | { readonly type: "title" | "heading" | "body" | "plain" | "right" | "centre"; readonly text: string }
  | {
      readonly type: "table";
      readonly list: string;
      readonly columns: readonly (readonly [title: string, text: string, width: number])[];
    }
  | { readonly type: "grid"; readonly rows: readonly (readonly [label: string, text: string])[] }
  | { readonly type: "each" | "when"; readonly of: string; readonly blocks: readonly Block[] };

export const title = (text: string): Block => ({ type: "title", text });
export const heading = (text: string): Block => ({ type: "heading", text });
/** A paragraph of running text, first line indented by two characters. */
export const body = (text: string): Block => ({ type: "body", text });
export const plain = (text: string): Block => ({ type: "plain", text });
export const right = (text: string): Block => ({ type: "right", text });
export const centre = (text: string): Block => ({ type: "centre", text });
/** Repeats the blocks for every item of a list. */
export const each = (of: string, ...blocks: Block[]): Block => ({ type: "each", of, blocks });
/** Keeps the blocks only when the field or list is not empty. */
export const when = (of: string, ...blocks: Block[]): Block => ({ type: "when", of, blocks });
/** One row per item; widths in percent. */
export const table = (list: string, ...columns: [title: string, text: string, width: number][]): Block => ({
  type: "table",
  list,
  columns,
});
/** Label and value, one pair a row. */
export const grid = (...rows: [label: string, text: string][]): Block => ({ type: "grid", rows });

const SONG = "宋体";
const FANG = "仿宋";
const HEI = "黑体";
/** Latin letters in one face, Chinese ones in the face that court documents ask for. */
const font = (eastAsia: string) => ({
  ascii: "Times New Roman",
  hAnsi: "Times New Roman",
  cs: "Times New Roman",
  eastAsia,
});
const run = (text: string, face = FANG, size = 32, bold = false) =>
  new TextRun({ text, font: font(face), size, bold });

/** Sizes are half points: 二号 44, 三号 32, 小四 24, 五号 21. A line is 28 points. */
const styles = {
  title: (text: string) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 200, after: 300 },
      children: [run(text, SONG, 44, true)],
    }),
  heading: (text: string) =>
    new Paragraph({
      keepNext: true,
      spacing: { before: 160, line: 560, lineRule: "exact" },
      children: [run(text, HEI)],
    }),
  body: (text: string) =>
    new Paragraph({
      indent: { firstLine: 640 },
      spacing: { line: 560, lineRule: "atLeast" },
      children: [run(text)],
    }),
  plain: (text: string) =>
    new Paragraph({ spacing: { line: 560, lineRule: "atLeast" }, children: [run(text)] }),
  right: (text: string) =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      spacing: { line: 560, lineRule: "atLeast" },
      children: [run(text)],
    }),
  centre: (text: string) =>
    new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text, SONG, 32)] }),
} as const;

const border = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
const borders = { top: border, bottom: border, left: border, right: border };
const cell = (text: string, percent: number, face = FANG) =>
  new TableCell({
    borders,
    width: { size: percent, type: WidthType.PERCENTAGE },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    children: [new Paragraph({ children: [run(text, face, 24)] })],
  });
const framed = (rows: TableRow[]) => new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows });

function build(block: Block): (Paragraph | Table)[] {
  switch (block.type) {
    case "each":
      return [mark(`{#${block.of}}`), ...block.blocks.flatMap(build), mark(`{/${block.of}}`)];
    case "when":
      return [mark(`{#${flagOf(block.of)}}`), ...block.blocks.flatMap(build), mark(`{/${flagOf(block.of)}}`)];
    case "grid":
      return [
        framed(
          block.rows.map(
            ([label, text]) =>
              new TableRow({ cantSplit: true, children: [cell(label, 24, HEI), cell(text, 76)] }),
          ),
        ),
      ];
    case "table": {
      const head = new TableRow({
        tableHeader: true,
        children: block.columns.map(([name, , width]) => cell(name, width, HEI)),
      });
      const last = block.columns.length - 1;
      const texts = block.columns.map(
        ([, text], i) => `${i === 0 ? `{#${block.list}}` : ""}${text}${i === last ? `{/${block.list}}` : ""}`,
      );
      const row = new TableRow({
        cantSplit: true,
        children: block.columns.map(([, , width], i) => cell(texts[i]!, width)),
      });
      return [framed([head, row])];
    }
    default:
      return [styles[block.type](block.text)];
  }
}

/** Paragraphs that hold only a loop's mark disappear when the document is filled. */
const mark = (text: string) => new Paragraph({ children: [new TextRun({ text })] });

/** The .docx bytes of a layout: A4, header with the demo mark, footer with template version and page numbers. */
export async function templateBytes(name: string, blocks: readonly Block[]): Promise<Buffer> {
  const small = { font: font(SONG), size: 18 };
  const footer = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({ ...small, text: `${name}　第 ` }),
      new TextRun({ ...small, children: [PageNumber.CURRENT] }),
      new TextRun({ ...small, text: " 页，共 " }),
      new TextRun({ ...small, children: [PageNumber.TOTAL_PAGES] }),
      new TextRun({ ...small, text: " 页" }),
    ],
  });
  const header = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ ...small, text: "{demoMark}", color: "B22222" })],
  });
  const document = new Document({
    creator: "Tiaosu",
    title: name,
    styles: { default: { document: { run: { font: font(FANG), size: 32 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 2098, bottom: 1984, left: 1587, right: 1474 },
          },
        },
        headers: { default: new Header({ children: [header] }) },
        footers: { default: new Footer({ children: [footer] }) },
        children: blocks.flatMap(build),
      },
    ],
  });
  return withoutTimes(await Packer.toBuffer(document));
}
