import * as words from "~/i18n/court-clocks";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Section, Sheet } from "~/ui/section";
import { Status } from "~/ui/status";
import { Table } from "~/ui/table";
import type { RulesShown } from "./route";

/** Every rule with its basis, and whether anybody has read it. */
export function RuleTable({ rules }: Pick<RulesShown, "rules">) {
  const [t, tShell] = [useText(words), useText(shell)];
  return (
    <Section id="all" title={t("all")} note={t("allNote", { count: rules.length })}>
      <Sheet className="gap">
        <Table
          caption={t("all")}
          scrollLabel={tShell("scrolls", { what: t("all") })}
          rows={rules}
          rowKey={(rule) => rule.code}
          columns={[
            { id: "name", head: t("col.name"), isRowHead: true, cell: (rule) => rule.name },
            { id: "length", head: t("col.length"), isNowrap: true, cell: (rule) => rule.length },
            { id: "article", head: t("col.article"), cell: (rule) => rule.article },
            { id: "extension", head: t("col.extension"), cell: (rule) => rule.extension },
            {
              id: "mark",
              head: t("col.mark"),
              isNowrap: true,
              cell: (rule) =>
                rule.isRead ? (
                  t("mark.read")
                ) : (
                  <Status tone="risk">{t(rule.isOn ? "mark.unread" : "mark.off")}</Status>
                ),
            },
          ]}
        />
      </Sheet>
    </Section>
  );
}
