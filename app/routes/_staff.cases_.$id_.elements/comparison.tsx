import type { Sheet } from "~/domain/elements/element";
import { type Compared, countsOf } from "~/domain/elements/sheet-comparison";
import { named, valueWords } from "~/i18n/element-words";
import * as elements from "~/i18n/elements";
import * as roles from "~/i18n/roles";
import * as shell from "~/i18n/shell";
import { useLocale, useText } from "~/i18n/use-text";
import { Section } from "~/ui/section";
import { Status } from "~/ui/status";
import { type Column, Sub, Table } from "~/ui/table";

const TONES = { agreed: "done", partly: "part", disputed: "risk", unanswered: "wait" } as const;

/** What one side said, the other's stand and figure, and how they compare; block by block as the form has them. */
export function Comparison({ sheet, compared }: { sheet: Sheet; compared: readonly Compared[] }) {
  const [t, tShell] = [useText(elements), useText(shell)];
  const locale = useLocale();
  const columns = useColumns();
  const blocks = sheet.blocks.filter((block) => compared.some((one) => one.block === block));
  return (
    <>
      {compared.length > 0 ? (
        <p>
          <strong>{t("counts", countsOf(compared))}</strong>
        </p>
      ) : null}
      {blocks.map((block) => (
        <Section key={block.key} title={named(locale, block)} note={t(`part.${block.part}`)}>
          <Table
            className="sides"
            caption={named(locale, block)}
            scrollLabel={tShell("scrolls", { what: named(locale, block) })}
            columns={columns}
            rows={compared.filter((one) => one.block === block)}
            rowKey={({ name }) => name}
          />
        </Section>
      ))}
      {sheet.advice.length > 0 ? (
        <Section title={t("advice")}>
          <ul className="said">
            {sheet.advice.map((one) => (
              <li key={one.zh}>
                {named(locale, one)} <span className="q2">{one.source}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

function useColumns(): readonly Column<Compared>[] {
  const [t, role] = [useText(elements), useText(roles)];
  const locale = useLocale();
  return [
    { id: "element", head: t("element"), cell: ({ element }) => named(locale, element), isRowHead: true },
    {
      id: "claimant",
      head: role("mediation.claimant"),
      cell: ({ element, claimant }) => valueWords(locale, element, claimant),
    },
    {
      id: "respondent",
      head: role("mediation.respondent"),
      cell: ({ element, response, isOutdated }) =>
        response ? (
          <>
            {[t(`stand.${response.stand}`), valueWords(locale, element, response.value)]
              .filter(Boolean)
              .join(locale === "en" ? ": " : "：")}
            {response.note ? <Sub>{response.note}</Sub> : null}
            {isOutdated ? <Sub>{t("outdated")}</Sub> : null}
          </>
        ) : null,
    },
    {
      id: "comparison",
      head: t("compared"),
      cell: ({ comparison }) => <Status tone={TONES[comparison]}>{t(`comparison.${comparison}`)}</Status>,
      isNowrap: true,
    },
  ];
}
