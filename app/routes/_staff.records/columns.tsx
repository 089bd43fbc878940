import { ACTOR_NAMES } from "~/domain/policy/roles";
import * as records from "~/i18n/records";
import * as roles from "~/i18n/roles";
import * as stages from "~/i18n/stages";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { verbText } from "~/i18n/verb-text";
import { Anchor } from "~/ui/router";
import { type Column, Numeral, Sub } from "~/ui/table";
import { isStage } from "../_staff.cases_.$id/steps";
import type { Trail } from "./route";

type Row = Trail["rows"][number];

/** When, who, what, on which case, with what particulars. */
export function useColumns(): Column<Row>[] {
  const [t, role, stage] = [useText(records), useText(roles), useText(stages)];
  const format = useFormat();
  const locale = useLocale();
  const roleName = (name: string) => {
    const known = ACTOR_NAMES.find((one) => one === name);
    return known ? role(known) : name;
  };
  return [
    {
      id: "at",
      head: t("col.at"),
      isNowrap: true,
      cell: (row) => (
        <>
          {format.instant(row.at)}
          {row.happenedAt.slice(0, 16) === row.at.slice(0, 16) ? null : (
            <Sub>{t("late", { at: format.instantShort(row.happenedAt) })}</Sub>
          )}
        </>
      ),
    },
    {
      id: "who",
      head: t("col.who"),
      isNowrap: true,
      cell: (row) => (
        <>
          {row.by ?? t("job")}
          <Sub>{row.side ? t("party", { side: role(`mediation.${row.side}`) }) : roleName(row.role)}</Sub>
        </>
      ),
    },
    { id: "what", head: t("col.what"), isRowHead: true, cell: (row) => verbText(locale, row.verb) },
    {
      id: "case",
      head: t("col.case"),
      isNowrap: true,
      cell: (row) =>
        row.caseId && row.number ? (
          <>
            <Numeral href={`/cases/${row.caseId}`}>{row.number}</Numeral>
            <Sub>
              <Anchor href={`/cases/${row.caseId}/records`}>
                {t("caseTrail")}
                <span className="sr"> {row.number}</span>
              </Anchor>{" "}
              · {t("seq", { seq: row.seq })}
            </Sub>
          </>
        ) : (
          <span className="q">{t("noCase")}</span>
        ),
    },
    {
      id: "data",
      head: t("col.data"),
      cell: (row) => (
        <span className="codes">
          {row.data.map((one) => (
            <span key={one.key}>
              <code>{one.key}</code>{" "}
              {one.key === "stage" && isStage(one.value) ? stage(one.value) : one.value}
            </span>
          ))}
        </span>
      ),
    },
  ];
}
