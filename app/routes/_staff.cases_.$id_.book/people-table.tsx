import * as booking from "~/i18n/booking";
import * as shell from "~/i18n/shell";
import { useLocale, useText } from "~/i18n/use-text";
import { Section } from "~/ui/section";
import { Sub, Table } from "~/ui/table";
import type { Picker } from "./picker.server";

type Person = Picker["people"][number];
type Kind = "mediator" | "lawyer" | "agent" | "party";
const kindOf = (kind: string): Kind =>
  kind === "mediator" || kind === "lawyer" || kind === "agent" ? kind : "party";

/** Who is to come, and what the offered times rest on for each. */
export function PeopleTable({ people }: { people: readonly Person[] }) {
  const [t, tShell] = [useText(booking), useText(shell)];
  const isZh = useLocale() === "zh-CN";
  return (
    <Section id="people" title={t("people")} note={t("peopleNote")}>
      <Table
        caption={t("people")}
        scrollLabel={tShell("scrolls", { what: t("people") })}
        className="who"
        rows={people}
        rowKey={(one) => one.resourceId}
        columns={[
          {
            id: "who",
            head: t("people.who"),
            isRowHead: true,
            cell: (one) => (
              <>
                {isZh ? one.label : one.labelEn || one.label}
                <Sub>{t(`kind.${kindOf(one.kind)}`)}</Sub>
              </>
            ),
          },
          { id: "basis", head: t("people.basis"), cell: (one) => t(`basis.${kindOf(one.kind)}`) },
        ]}
      />
    </Section>
  );
}
