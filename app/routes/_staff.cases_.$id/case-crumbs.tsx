import type { ReactNode } from "react";
import * as nav from "~/i18n/nav";
import * as shell from "~/i18n/shell";
import * as stages from "~/i18n/stages";
import { useFormat, useText } from "~/i18n/use-text";
import { Crumbs, Head } from "~/ui/page";
import { Status } from "~/ui/status";
import { Numeral } from "~/ui/table";
import { stageTone } from "../_staff.cases/row-words";
import type { CaseShown } from "./case.server";
import { numberOf, sidesOf } from "./names";

interface CaseCrumbsProps {
  header: CaseShown["header"];
  title: string;
  about?: ReactNode;
  acts?: ReactNode;
}

/** The head of a page below a case: where it lies, which case, what is done here. */
export function CaseCrumbs({ header, title, about, acts }: CaseCrumbsProps) {
  const [tShell, tNav, stage] = [useText(shell), useText(nav), useText(stages)];
  const format = useFormat();
  return (
    <>
      <Crumbs
        label={tShell("crumbs")}
        crumbs={[
          { href: "/cases", label: tNav("nav.cases") },
          { href: `/cases/${header.caseId}`, label: <Numeral>{numberOf(header)}</Numeral> },
          { label: title },
        ]}
      />
      <Head title={title} acts={acts}>
        {format.versus(...sidesOf(header))}
        {" · "}
        <Status tone={stageTone(header.stage)}>{stage(header.stage)}</Status>
        {about ? (
          <>
            <br />
            {about}
          </>
        ) : null}
      </Head>
    </>
  );
}
