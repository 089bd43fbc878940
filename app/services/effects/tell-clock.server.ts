import { CLOCK_CODES } from "~/domain/cases/clock-codes";
import * as clocks from "~/i18n/clocks";
import { formatFor } from "~/i18n/format";
import * as notices from "~/i18n/notices";
import { textFor } from "~/i18n/text";
import { caseAndCourt, caseMailbox, staffAddress } from "./addressees.server";
import { deliverMail } from "./deliver.server";
import { type Handler, type Job, textOf } from "./job.server";
import { letterHtml } from "./letter.server";

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
    people: await Promise.all(ids.map(async (id) => ({ id, ...(await staffAddress(tx, id)) }))),
  }));
  const number = row.caseNo ?? row.registrationNo;
  const what = sentenceOf(job);
  for (const person of people) {
    if (!person.address) continue;
    const lines = [
      t("greeting", { name: person.name }),
      what,
      t("number", { number }),
      t("openCase"),
      `${deps.publicUrl}/cases/${caseId}`,
    ];
    await deliverMail(
      deps,
      { courtId, caseId },
      {
        key: `notice:${job.key}:${person.id}`,
        to: { name: person.name, address: person.address },
        from: caseMailbox(deps, court.name, courtId, caseId),
        subject: t("subjectStaff", { court: court.shortName, number, what }),
        text: `${lines.join("\n\n")}\n`,
        html: letterHtml(lines),
      },
    );
  }
};
