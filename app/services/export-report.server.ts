import { z } from "zod";
import { mediaTypes } from "~/adapters/file-kinds";
import { writeTable } from "~/adapters/spreadsheets/write.server";
import { formatFor } from "~/i18n/format";
import { LOCALES } from "~/i18n/locale";
import * as report from "~/i18n/report";
import { sayAny, textFor } from "~/i18n/text";
import { iso } from "./iso.server";
import { dailyReportQuery } from "./queries-report.server";
import { fileQuery } from "./query.server";

/** The day's figures with their definitions and the cut-off, as an .xlsx. */
export const exportReport = fileQuery({
  name: "export-report",
  ability: "view-report",
  input: dailyReportQuery.input.extend({ locale: z.enum(LOCALES).default("zh-CN") }),
  run: async (question) => {
    const { locale } = question.input;
    const t = textFor(locale, report);
    const { on, figures } = await dailyReportQuery.run(question);
    const cutOff = formatFor(locale).instant(iso(question.now));
    await question.trace({ verb: "export-report", data: { on } });
    const bytes = await writeTable({
      name: t("title"),
      columns: [
        { key: "on", title: t("on") },
        { key: "figure", title: t("figure"), width: 24 },
        { key: "count", title: t("count") },
        { key: "definition", title: t("definition"), width: 60 },
        { key: "cutOff", title: t("cutOff"), width: 28 },
      ],
      rows: figures.map(({ code, count }) => ({
        on,
        figure: sayAny(locale, report, `figure.${code}`),
        count,
        definition: sayAny(locale, report, `about.${code}`),
        cutOff,
      })),
    });
    return { on, bytes, name: `${t("exportFile")}-${on}.xlsx`, type: mediaTypes.xlsx };
  },
});
