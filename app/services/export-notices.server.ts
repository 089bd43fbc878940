import { z } from "zod";
import { mediaTypes } from "~/adapters/file-kinds";
import { writeTable } from "~/adapters/spreadsheets/write.server";
import { COURT_ZONE } from "~/domain/scheduling/minutes";
import { formatFor } from "~/i18n/format";
import { LOCALES } from "~/i18n/locale";
import * as evidence from "~/i18n/notice-evidence";
import * as list from "~/i18n/notice-list";
import { textFor } from "~/i18n/text";
import { idText } from "./case-act.server";
import { noticesOfCase } from "./queries-case-notices.server";
import { fileQuery } from "./query.server";

const COLUMNS = [
  "at",
  "kind",
  "to",
  "session",
  "code",
  "channel",
  "address",
  "tracking",
  "status",
  "detail",
  "stepAt",
  "reply",
] as const;

/** Evidence of notice as an .xlsx, one step of one delivery a line; who took it is on his own chain. */
export const exportNotices = fileQuery({
  name: "export-notices",
  ability: "view-evidence",
  input: z.object({ caseId: idText, locale: z.enum(LOCALES).default("zh-CN") }),
  run: async ({ tx, courtId, input, theCase, trace, now }) => {
    const [t, say] = [textFor(input.locale, evidence), textFor(input.locale, list)];
    const format = formatFor(input.locale);
    const row = theCase();
    const notices = await noticesOfCase(tx, courtId, row.id);
    const rows = notices.flatMap((one) =>
      one.ways.flatMap((way) =>
        way.events.map((step) => ({
          at: format.instant(one.createdAt),
          kind: t(`kind.${one.kind}`),
          to: one.recipientMasked,
          session: one.startAt && one.endAt ? format.range(one.startAt, one.endAt) : "",
          code: one.code,
          channel: say(`channel.${way.channel}`),
          address: way.addressMasked,
          tracking: way.tracking ?? "",
          status: say(`status.${step.status}` as "status.sent"),
          detail: step.detail ?? "",
          stepAt: format.instant(step.at),
          reply: one.reply ? say(`reply.${one.reply}` as "reply.accepted") : "",
        })),
      ),
    );
    await trace({ verb: "export-notices", data: { caseId: row.id, count: rows.length } });
    const bytes = await writeTable({
      name: t("title"),
      columns: COLUMNS.map((key) => ({ key, title: t(`col.${key}`) })),
      rows,
    });
    const name = `${t("title")}-${row.registrationNo}-${now.setZone(COURT_ZONE).toFormat("yyyyMMdd-HHmm")}.xlsx`;
    return { bytes, name, type: mediaTypes.xlsx, count: rows.length };
  },
});
