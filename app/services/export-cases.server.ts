import { sql } from "drizzle-orm";
import { z } from "zod";
import { arrayText } from "#db/types";
import { mediaTypes } from "~/adapters/file-kinds";
import { writeTable } from "~/adapters/spreadsheets/write.server";
import type { Stage } from "~/domain/cases/stages";
import { causeOf } from "~/domain/intake/causes";
import { COURT_ZONE } from "~/domain/scheduling/minutes";
import { formatFor } from "~/i18n/format";
import { LOCALES } from "~/i18n/locale";
import * as queue from "~/i18n/queue";
import * as stages from "~/i18n/stages";
import { textFor } from "~/i18n/text";
import { fileQuery, many } from "./query.server";
import { filterWhere, nowOf, queueShape } from "./queue-filter.server";
import { tabWhere } from "./queue-tabs.server";

/** More than this is a job for the figures, not for a list. */
const MOST = 5000;
const COLUMNS = [
  "registrationNo",
  "caseNo",
  "cause",
  "amount",
  "claimants",
  "respondents",
  "stage",
  "due",
  "mediator",
  "org",
  "takenIn",
  "session",
] as const;

type Row = {
  registration_no: string;
  case_no: string | null;
  cause_code: string;
  amount_fen: string | null;
  claimant_names: string;
  respondent_names: string;
  stage: Stage;
  due_on: string | null;
  mediator: string | null;
  org: string | null;
  taken_in: string;
  session_at: string | null;
};

/** The filtered queue, or the ticked rows of it, as an .xlsx; who took it and how many is recorded on his own chain. */
export const exportCases = fileQuery({
  name: "export-cases",
  ability: "export-list",
  input: queueShape.extend({
    locale: z.enum(LOCALES).default("zh-CN"),
    ids: many(z.string().uuid("idMalformed"), MOST),
  }),
  run: async (question) => {
    const { tx, input, trace, now } = question;
    const t = textFor(input.locale, queue);
    const stage = textFor(input.locale, stages);
    const format = formatFor(input.locale);
    const picked = input.ids.length
      ? sql`c.id = any(${arrayText(input.ids)}::uuid[])`
      : tabWhere(input.tab, nowOf(question));
    const rows = await tx.execute<Row>(sql`
      select c.registration_no, c.case_no, c.cause_code, c.amount_fen, c.claimant_names, c.respondent_names, c.stage,
        c.due_on::text, m.name as mediator, o.name as org,
        to_char(c.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as taken_in,
        to_char(c.next_session_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as session_at
      from cases c
      left join roster_members m on m.court_id = c.court_id and m.person_id = c.mediator_id and m.kind = 'mediator'
      left join organisations o on o.court_id = c.court_id and o.id = c.org_id
      where ${await filterWhere(question)} and ${picked}
      order by c.due_on asc nulls last, c.id limit ${MOST}`);
    await trace({
      verb: "export-list",
      data: { count: rows.length, tab: input.tab, picked: input.ids.length },
    });
    const bytes = await writeTable({
      name: t("title"),
      columns: COLUMNS.map((key) => ({ key, title: t(`export.${key}`) })),
      rows: rows.map((row) => {
        const cause = causeOf(row.cause_code);
        return {
          registrationNo: row.registration_no,
          caseNo: row.case_no,
          cause: (input.locale === "zh-CN" ? cause?.zh : cause?.en) ?? row.cause_code,
          amount: row.amount_fen === null ? "" : (Number(row.amount_fen) / 100).toFixed(2),
          claimants: row.claimant_names,
          respondents: row.respondent_names,
          stage: stage(row.stage),
          due: row.due_on,
          mediator: row.mediator,
          org: row.org,
          takenIn: row.taken_in,
          session: row.session_at ? format.instant(row.session_at) : "",
        };
      }),
    });
    const name = `${t("exportFile")}-${now.setZone(COURT_ZONE).toFormat("yyyyMMdd-HHmm")}.xlsx`;
    return { bytes, name, type: mediaTypes.xlsx, count: rows.length };
  },
});
