import { STAGES } from "~/domain/cases/stages";
import * as series from "~/i18n/series";
import * as stages from "~/i18n/stages";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { Facts, Strip } from "~/ui/facts";
import { Section } from "~/ui/section";
import type { SeriesShown } from "./route";

/** The whole series in short: amounts, mediators, and how many cases stand where, in the order of a case's life. */
export function ShortSection({ page }: { page: SeriesShown }) {
  const [t, stage] = [useText(series), useText(stages)];
  const format = useFormat();
  const isZh = useLocale() === "zh-CN";
  const rows = STAGES.flatMap((one) => page.stages.filter((each) => each.stage === one));
  const mediators = page.mediators.map(({ name, nameEn, n }) =>
    t("mediatorCount", { name: isZh ? name : nameEn, count: n }),
  );
  return (
    <Section id="short" title={t("facts")}>
      <Facts
        isPadded
        facts={[
          { term: t("amount"), value: format.money(page.amountFen) },
          { term: t("mediators"), value: mediators.length ? format.list(mediators) : t("nobody") },
        ]}
      />
      <Strip facts={rows.map((row) => ({ term: stage(row.stage), value: row.n }))} />
    </Section>
  );
}
