import { isBlank } from "~/domain/elements/element-values";
import { begunWith, type Proposal } from "~/domain/elements/sheet-terms";
import * as page from "~/i18n/agreement-page";
import { named, valueWords } from "~/i18n/element-words";
import * as elements from "~/i18n/elements";
import * as roles from "~/i18n/roles";
import { useLocale, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Check } from "~/ui/choices";
import { Field } from "~/ui/field";
import { Select } from "~/ui/input";
import type { Values } from "../_staff/form-fields";
import type { AgreementShown } from "./agreement.server";
import { proposedIn } from "./from-sheet";

/** Which claims of the element sheet go into the agreement, and with whose figure; one press writes them down below. */
export function SheetTerms({ shown, values }: { shown: AgreementShown; values: Values }) {
  const t = useText(page);
  const { proposals } = proposedIn(shown.sheet);
  if (proposals.length === 0) return null;
  return (
    <details className="fold" open={!shown.agreement && values.stamp === undefined}>
      <summary>{t("fromSheet")}</summary>
      <p className="hint gap">{t("fromSheetHint")}</p>
      {proposals.map((one) => (
        <ProposalField key={one.name} of={one} value={values[`sheet.${one.name}`]} />
      ))}
      <div className="checks">
        <Check name="sheetMerge" label={t("sheetMerge")} defaultChecked={values.sheetMerge === "on"} />
      </div>
      <p className="gap">
        <Button name="intent" value="fromSheet">
          {t("fromSheetDo")}
        </Button>
      </p>
    </details>
  );
}

function ProposalField({ of, value }: { of: Proposal; value: string | undefined }) {
  const [t, say, role] = [useText(page), useText(elements), useText(roles)];
  const locale = useLocale();
  const { name, block, element, claimant, own, comparison, response } = of;
  const words = (which: typeof claimant) => valueWords(locale, element, which);
  const side = (which: "claimant" | "respondent", said: typeof claimant) =>
    t("sheetSide", { side: role(`mediation.${which}`), value: words(said) });
  return (
    <Field
      id={`sheet.${name}`}
      label={`${named(locale, block)} · ${named(locale, element)}`}
      hint={[say(`comparison.${comparison}`), response?.note]
        .filter(Boolean)
        .join(locale === "en" ? "; " : "；")}
    >
      <Select
        name={`sheet.${name}`}
        blank={t("sheetLeave")}
        defaultValue={value ?? begunWith(of) ?? ""}
        options={[
          { value: "claimant", label: side("claimant", claimant) },
          ...(isBlank(own) ? [] : [{ value: "respondent", label: side("respondent", own) }]),
        ]}
      />
    </Field>
  );
}
