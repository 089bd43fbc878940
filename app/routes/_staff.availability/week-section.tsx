import * as availability from "~/i18n/availability";
import { useFormat, useText } from "~/i18n/use-text";
import { Section } from "~/ui/section";
import { Status } from "~/ui/status";
import type { FormAnswer } from "../_staff/refusal.server";
import { hoursLines } from "../_staff.roster/hours-words";
import type { AvailabilityShown } from "./route";
import { WeekForm } from "./week-form";

/** The weeks that hold, with their dates, and the form that puts another in. */
export function WeekSection({ kept, answer }: { kept: AvailabilityShown; answer?: FormAnswer }) {
  const t = useText(availability);
  const format = useFormat();
  return (
    <Section id="week" title={t("week.title")} note={t("week.note")}>
      {kept.weeks.length === 0 ? <p className="gap">{t("week.follows")}</p> : null}
      <ul className="attn">
        {kept.weeks.map((week) => (
          <li key={`${week.validFrom} ${week.validTo}`}>
            {week.validTo
              ? t("week.until", { from: format.date(week.validFrom), to: format.date(week.validTo) })
              : t("week.from", { from: format.date(week.validFrom) })}{" "}
            {week.isCurrent ? <Status tone="now">{t("week.current")}</Status> : null}
            {week.hours.length === 0 ? <p>{t("week.never")}</p> : null}
            {hoursLines(format, week.hours).map((line) => (
              <p key={line} className="num">
                {line}
              </p>
            ))}
          </li>
        ))}
      </ul>
      <WeekForm kept={kept} answer={answer} />
    </Section>
  );
}
