import * as day from "~/i18n/day";
import { useFormat, useText } from "~/i18n/use-text";
import { Attention } from "~/ui/day-list";
import { Anchor } from "~/ui/router";
import { Status } from "~/ui/status";
import { useSideLights } from "./side-lights";
import { MARKS } from "./week";
import type { WeekEntry } from "./week.server";

type Soon = Pick<WeekEntry, "sessionId" | "startAt" | "cases" | "mark">;

/** Sessions that may fall through: when, which cases, and what each side has said; a time that is only kept says so. */
export function SoonList<E extends Soon>({
  entries,
  hrefOf,
}: {
  entries: readonly E[];
  hrefOf: (entry: E) => string;
}) {
  const t = useText(day);
  const format = useFormat();
  const lightsOf = useSideLights();
  return (
    <Attention
      items={entries.map((one) => ({
        id: one.sessionId,
        line: (
          <>
            <b>{format.instantShort(one.startAt)}</b>{" "}
            <Anchor className="no" href={hrefOf(one)}>
              {format.list(one.cases.map((each) => each.number))}
            </Anchor>
          </>
        ),
        ...(one.mark === "held"
          ? { why: <Status tone={MARKS.held}>{t("mark.held")}</Status> }
          : { lights: lightsOf(one.cases) }),
      }))}
    />
  );
}
