import { CLOCK_CODES } from "~/domain/cases/clock-codes";
import * as clocks from "~/i18n/clocks";
import { formatFor } from "~/i18n/format";
import * as notices from "~/i18n/notices";
import { textFor } from "~/i18n/text";
import { caseAndCourt, staffAddressee } from "./addressees.server";
import { type Handler, type Job, textOf } from "./job.server";
import { postNotice } from "./post-notice.server";

/** What runs out or has run out, and what has to be done by when. */
function sentenceOf(job: Job): string {
  const t = textFor("zh-CN", notices);
  const format = formatFor("zh-CN");
  const rule = CLOCK_CODES.find((code) => code === job.payload.rule);
  const clock = rule ? textFor("zh-CN", clocks)(rule) : "";
  const on = format.date(textOf(job, "dueOn"));
  if (job.effect === "alertExpiry")
    return t("alertExpiry", { clock, on, by: format.date(textOf(job, "endByOn")) });
  return t("warnClock", { clock, on, left: format.daysLeft(Number(job.payload.daysLeft)) });
}

/** A line about a time limit to the persons whom the act named: the one who answers for it, or with him the leaders. */
export const tellClock: Handler = async (deps, job) => {
  const { courtId } = job;
  const caseId = textOf(job, "caseId");
  const ids = Array.isArray(job.payload.personIds) ? job.payload.personIds.map(String) : [];
  const t = textFor("zh-CN", notices);
  const { row, court, people } = await deps.db.withCourt(courtId, async (tx) => ({
    ...(await caseAndCourt(tx, courtId, caseId)),
    people: await Promise.all(ids.map((id) => staffAddressee(tx, id))),
  }));
  const number = row.caseNo ?? row.registrationNo;
  const what = sentenceOf(job);
  for (const to of people) {
    if (!to.mail) continue;
    await postNotice(deps, court, {
      key: `notice:${job.key}:${to.id}`,
      kind: "other",
      courtId,
      caseId,
      to,
      facts: { number },
      words: () => ({
        subject: t("subjectStaff", { court: court.shortName, number, what }),
        lines: [
          t("greeting", { name: to.name }),
          what,
          t("number", { number }),
          t("openCase"),
          `${deps.publicUrl}/cases/${caseId}`,
        ],
      }),
    });
  }
};
