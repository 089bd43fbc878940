import { useFormat, useLocale } from "~/i18n/use-text";
import { Numeral, Sub } from "~/ui/table";
import { numberOf, sidesOf } from "../_staff.cases_.$id/names";

interface CaseCellProps {
  row: {
    caseNo: string | null;
    registrationNo: string;
    cause: { zh: string; en: string };
    amountFen: number | null;
  };
  href: string;
}

/** A case in a list: its number, which opens it, then what is contested and for how much. */
export function CaseCell({ row, href }: CaseCellProps) {
  const format = useFormat();
  const isZh = useLocale() === "zh-CN";
  return (
    <>
      <Numeral href={href}>{numberOf(row)}</Numeral>
      <Sub>
        {isZh ? row.cause.zh : row.cause.en}
        {row.amountFen === null ? null : (
          <>
            {" · "}
            <span className="nw">{format.money(row.amountFen)}</span>
          </>
        )}
      </Sub>
    </>
  );
}

interface PartiesCellProps {
  row: { claimantNames: string; respondentNames: string };
  /** How the list sets the respondents against the claimants: sued by them, or applying with them. */
  against: (name: string) => string;
}

/** Both sides of a case in a list, the claimants first. */
export function PartiesCell({ row, against }: PartiesCellProps) {
  const format = useFormat();
  const [claimants, respondents] = sidesOf(row);
  return (
    <>
      {format.names(claimants)}
      <Sub>{against(format.names(respondents))}</Sub>
    </>
  );
}
