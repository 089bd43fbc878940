import * as day from "~/i18n/day";
import { useFormat, useText } from "~/i18n/use-text";
import { Attention } from "~/ui/day-list";
import { Empty } from "~/ui/notice";
import { Anchor } from "~/ui/router";
import { Section } from "~/ui/section";
import { Status } from "~/ui/status";
import { useSideLights } from "./side-lights";
import { MARKS } from "./week";
import type { WeekEntry } from "./week.server";

/** What may fall through in the next two days. */
export function SoonSection({ entries }: { entries: readonly WeekEntry[] }) {
  const t = useText(day);
  const format = useFormat();
  const lightsOf = useSideLights();
  return (
    <Section id="soon" title={t("soon")} note={t("soonNote", { count: entries.length })}>
      {entries.length === 0 ? <Empty title={t("soonNone")}>{t("soonNoneText")}</Empty> : null}
      <Attention
        items={entries.map((one) => ({
          id: one.sessionId,
          line: (
            <>
              <b>{format.instantShort(one.startAt)}</b>{" "}
              <Anchor className="no" href={one.href}>
                {format.list(one.cases.map((each) => each.number))}
              </Anchor>
            </>
          ),
          why: <Status tone={MARKS[one.mark]}>{t(`mark.${one.mark}`)}</Status>,
          lights: lightsOf(one.cases),
        }))}
      />
    </Section>
  );
}
