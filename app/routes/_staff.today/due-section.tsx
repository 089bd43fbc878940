import * as day from "~/i18n/day";
import { useFormat, useText } from "~/i18n/use-text";
import { Attention } from "~/ui/day-list";
import { Anchor } from "~/ui/router";
import { Section } from "~/ui/section";
import { Status } from "~/ui/status";
import { Numeral } from "~/ui/table";
import type { Day } from "./day.server";

/** What runs out first among a person's cases. */
export function DueSection({ page }: { page: Day }) {
  const t = useText(day);
  const format = useFormat();
  return (
    <Section id="due" title={t("due")} note={t("dueNote")}>
      {page.expiring.length === 0 ? <p className="hint gap">{t("dueNone")}</p> : null}
      <Attention
        items={page.expiring.map((one) => {
          const words = `${format.daysLeft(one.daysLeft)}${one.dueOn ? `，${format.dateShort(one.dueOn)}` : ""}`;
          const isPressing = one.tone === "urgent" || one.tone === "over";
          return {
            id: one.caseId,
            line: (
              <>
                <Numeral href={`/cases/${one.caseId}`}>{one.number}</Numeral>{" "}
                {one.toEnd ? (
                  <Status tone="over">
                    {one.toEnd.byOn <= page.today
                      ? t("endToday")
                      : t("endBy", { on: format.dateShort(one.toEnd.byOn) })}
                  </Status>
                ) : isPressing ? (
                  <Status tone={one.tone === "over" ? "over" : "risk"}>{words}</Status>
                ) : (
                  <span className="q2">{words}</span>
                )}
              </>
            ),
            // ONL 25(6): what has run out can no longer be extended, only ended.
            why:
              isPressing && (one.stage === "mediation" || one.stage === "signing") ? (
                <Anchor href={`/cases/${one.caseId}/${one.tone === "over" ? "end" : "extend"}`}>
                  {t(one.tone === "over" ? "end" : "extend")}
                  <span className="sr"> {one.number}</span>
                </Anchor>
              ) : undefined,
          };
        })}
      />
    </Section>
  );
}
