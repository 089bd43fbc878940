import * as casePage from "~/i18n/case-page";
import * as codes from "~/i18n/codes";
import * as nav from "~/i18n/nav";
import * as shell from "~/i18n/shell";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { Crumbs, Head } from "~/ui/page";
import { Rail } from "~/ui/rail";
import { Section, Sheet } from "~/ui/section";
import { Numeral } from "~/ui/table";
import { PrintButton } from "../_staff/print-button";
import type { CaseShown } from "./case.server";
import { numberOf, sidesOf } from "./names";
import { stepsOf } from "./steps";

/** Number, what it is about, and where it stands. */
export function CaseHead({ shown }: { shown: CaseShown }) {
  const { header } = shown;
  const [t, code, tShell, tNav] = [useText(casePage), useText(codes), useText(shell), useText(nav)];
  const format = useFormat();
  const isZh = useLocale() === "zh-CN";
  const dates: Partial<Record<string, string | null>> = {
    "step.intake": header.submittedAt ?? header.createdAt,
    "step.delegated": shown.assignments.find((one) => one.acceptedAt)?.acceptedAt ?? null,
    "step.mediation": header.nextSessionAt,
    "step.closed": header.closedAt,
  };
  return (
    <>
      <Crumbs
        label={tShell("crumbs")}
        crumbs={[
          { href: "/cases", label: tNav("nav.cases") },
          { label: <Numeral>{numberOf(header)}</Numeral> },
        ]}
      />
      <Head title={<span className="no">{numberOf(header)}</span>} acts={<PrintButton label={t("print")} />}>
        {t("summary", {
          cause: isZh ? header.cause.zh : header.cause.en,
          versus: format.versus(...sidesOf(header)),
          amount: header.amountFen === null ? "" : t("amount", { amount: format.money(header.amountFen) }),
          procedure: t(`procedure.${header.procedureHint}`),
          act: code(`legalAct.${header.legalAct}`),
        })}{" "}
        <span className="q">
          {header.caseNo
            ? t("registration", { number: header.registrationNo })
            : t("unnumbered", { number: header.registrationNo })}
        </span>
      </Head>
      <Section title={t("rail")} isTitleHidden>
        <Sheet isPadded>
          <Rail
            steps={stepsOf(
              header.stage,
              header.mediationEnd !== null && header.mediationEnd !== "agreed",
            ).map(({ key, progress }) => {
              const at = progress === "ahead" && key !== "step.mediation" ? null : dates[key];
              return { id: key, label: t(key), progress, note: at ? format.instantShort(at) : undefined };
            })}
          />
        </Sheet>
      </Section>
    </>
  );
}
