import * as day from "~/i18n/day";
import { useText } from "~/i18n/use-text";
import { Empty } from "~/ui/notice";
import { Section } from "~/ui/section";
import { SoonList } from "./soon-list";
import type { WeekEntry } from "./week.server";

/** What may fall through in the next two days. */
export function SoonSection({ entries }: { entries: readonly WeekEntry[] }) {
  const t = useText(day);
  return (
    <Section id="soon" title={t("soon")} note={t("soonNote", { count: entries.length })}>
      {entries.length === 0 ? <Empty title={t("soonNone")}>{t("soonNoneText")}</Empty> : null}
      <SoonList entries={entries} hrefOf={(one) => one.href} />
    </Section>
  );
}
