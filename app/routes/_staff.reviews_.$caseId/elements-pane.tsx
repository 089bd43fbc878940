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

type Compared = ReturnType<typeof compareSides>[number];

/** One element, with what each side said to it and how that compares. */
function Row({ one }: { one: Compared }) {
  const [t, role] = [useText(words), useText(roles)];
  const locale = useLocale();
  const { block, element, claimant, response, comparison } = one;
  const side = (which: "claimant" | "respondent", said: string) => `${role(`mediation.${which}`)}：${said}`;
  const answered = response
    ? [t(`stand.${response.stand}`), valueWords(locale, element, response.value), response.note]
    : [];
  return (
    <li>
      <div>
        <span className="q">
          {named(locale, block)} · {named(locale, element)}
        </span>{" "}
        {side("claimant", valueWords(locale, element, claimant))}
        {response ? (
          <small>{side("respondent", answered.filter(Boolean).join(locale === "en" ? "; " : "；"))}</small>
        ) : null}
      </div>
      <Status tone={TONES[comparison]}>{t(`comparison.${comparison}`)}</Status>
    </li>
  );
}

/** The sheet as it was handed over: how much is agreed, what is contested, and folded away what nobody answered. */
export function ElementsPane({ elements }: { elements: PackageElements | null }) {
  const [t, role] = [useText(words), useText(roles)];
  const sheet = elements ? sheetOf(elements.sheetKey) : null;
  if (!elements || !sheet) return null;
  const { claimant, respondent } = elements;
  const compared = compareSides(sheet, claimant.answers, respondent?.answers ?? {});
  const contested = compared.filter(({ comparison }) => comparison === "partly" || comparison === "disputed");
  const unanswered = compared.filter(({ comparison }) => comparison === "unanswered");
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
      {respondent && contested.length > 0 ? (
        <ul className="judge">
          {contested.map((one) => (
            <Row key={one.name} one={one} />
          ))}
        </ul>
      ) : null}
      {respondent && unanswered.length > 0 ? (
        <details>
          <summary>{t("unansweredFold", { count: unanswered.length })}</summary>
          <ul className="judge">
            {unanswered.map((one) => (
              <Row key={one.name} one={one} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
