import { z } from "zod";
import { mediaTypes } from "~/adapters/file-kinds";
import { writeTable } from "~/adapters/spreadsheets/write.server";
import { ACTOR_NAMES } from "~/domain/policy/roles";
import { COURT_ZONE } from "~/domain/scheduling/minutes";
import { formatFor } from "~/i18n/format";
import { LOCALES } from "~/i18n/locale";
import * as records from "~/i18n/records";
import * as roles from "~/i18n/roles";
import { textFor } from "~/i18n/text";
import { verbText } from "~/i18n/verb-text";
import { recordsFound, recordsShape } from "./queries-records.server";
import { fileQuery } from "./query.server";

/** More than this is for the database's own tools. */
const MOST = 10_000;
const COLUMNS = ["at", "happenedAt", "who", "role", "what", "case", "chain", "seq", "data"] as const;

/** The filtered trail as an .xlsx; who took it and how many entries is recorded on his own chain. */
export const exportRecords = fileQuery({
  name: "export-records",
  ability: "view-records",
  input: recordsShape.extend({ locale: z.enum(LOCALES).default("zh-CN") }),
  run: async (question) => {
    const { locale } = question.input;
    const [t, role] = [textFor(locale, records), textFor(locale, roles)];
    const format = formatFor(locale);
    const rows = await recordsFound(question, MOST);
    await question.trace({ verb: "export-records", data: { count: rows.length } });
    const bytes = await writeTable({
      name: t("title"),
      columns: COLUMNS.map((key) => ({ key, title: t(`export.${key}`) })),
      rows: rows.map((row) => {
        const name = ACTOR_NAMES.find((one) => one === row.role);
        return {
          at: format.instant(row.at),
          happenedAt: format.instant(row.happenedAt),
          who: row.by ?? t("job"),
          role: name ? role(name) : row.role,
          what: verbText(locale, row.verb),
          case: row.number,
          chain: row.chain,
          seq: row.seq,
          data: row.data.map((one) => `${one.key}=${one.value}`).join("; "),
        };
      }),
    });
    const name = `${t("exportFile")}-${question.now.setZone(COURT_ZONE).toFormat("yyyyMMdd-HHmm")}.xlsx`;
    return { bytes, name, type: mediaTypes.xlsx, count: rows.length };
  },
});
