import { writeTable } from "~/adapters/spreadsheets/write.server";
import { CASE_COLUMNS, type CaseColumn } from "./case-sheet.server";

const isColumn = (key: string): key is CaseColumn => Object.hasOwn(CASE_COLUMNS, key);

/** The blank sheet for an import of cases, with the columns that the reader knows; every cell is text, so numbers keep their digits. */
export function importTemplate(name: string): Promise<Buffer> {
  const keys = Object.keys(CASE_COLUMNS).filter(isColumn);
  return writeTable({
    name,
    columns: keys.map((key) => ({ key, title: CASE_COLUMNS[key][0] })),
    rows: [],
  });
}
