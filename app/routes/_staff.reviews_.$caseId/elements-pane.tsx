import { compareSides, countsOf } from "~/domain/elements/sheet-comparison";
import { sheetOf } from "~/domain/elements/sheet-list";
import type { PackageElements } from "~/domain/review/package";
import { named, valueWords } from "~/i18n/element-words";
import * as words from "~/i18n/elements";
import * as roles from "~/i18n/roles";
import { useLocale, useText } from "~/i18n/use-text";
import { Status } from "~/ui/status";

const TONES = { agreed: "done", partly: "part", disputed: "risk", unanswered: "wait" } as const;

/** Which versions of the sheet go along with a case, or went. */
export function HandedElements({ elements }: { elements: PackageElements }) {
  const t = useText(words);
  const { claimant, respondent } = elements;
  return respondent
    ? t("handedOver", { claimant: claimant.version, respondent: respondent.version })
    : t("handedOverOne", { claimant: claimant.version });
}

/** The sheet as it was handed over: how much is agreed, and every element that is not. */
export function ElementsPane({ elements }: { elements: PackageElements | null }) {
  const [t, role] = [useText(words), useText(roles)];
  const locale = useLocale();
  const sheet = elements ? sheetOf(elements.sheetKey) : null;
  if (!elements || !sheet) return null;
  const { claimant, respondent } = elements;
  const compared = compareSides(sheet, claimant.answers, respondent?.answers ?? {});
  const open = compared.filter(({ comparison }) => comparison !== "agreed");
  const side = (which: "claimant" | "respondent", said: string) => `${role(`mediation.${which}`)}：${said}`;
  return (
    <>
      <div className="sec-h sig">
        <h3>{t("title")}</h3>
      </div>
      {respondent ? (
        <p className="mt">{t("counts", countsOf(compared))}</p>
      ) : (
        <p className="hint mt">
          {t("noAnswerHanded", { side: role("mediation.respondent"), count: compared.length })}
        </p>
      )}
      {respondent ? (
        <ul className="judge">
          {open.map(({ name, block, element, claimant: said, response, comparison }) => (
            <li key={name}>
              <div>
                <span className="q">
                  {named(locale, block)} · {named(locale, element)}
                </span>
                {side("claimant", valueWords(locale, element, said))}
                {response ? (
                  <small>
                    {side(
                      "respondent",
                      [
                        t(`stand.${response.stand}`),
                        valueWords(locale, element, response.value),
                        response.note,
                      ]
                        .filter(Boolean)
                        .join(locale === "en" ? "; " : "；"),
                    )}
                  </small>
                ) : null}
              </div>
              <Status tone={TONES[comparison]}>{t(`comparison.${comparison}`)}</Status>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
