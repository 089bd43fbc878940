import { writeTable } from "~/adapters/spreadsheets/write.server";
import { BLANK_ROW, CASE_COLUMNS, CASE_KEYS } from "./case-sheet.server";

/**
 * The blank sheet for an import of cases, with the columns that the reader knows; every cell is text, so numbers keep their
 * digits. With a cause its first line names it, to be copied down.
 */
export function importTemplate(name: string, causeName?: string): Promise<Buffer> {
  return writeTable({
    name,
    columns: CASE_KEYS.map((key) => ({ key, title: CASE_COLUMNS[key][0] })),
    rows: causeName ? [{ ...BLANK_ROW, cause: causeName }] : [],
  });
}
