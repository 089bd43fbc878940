import type { Side } from "~/domain/cases/sides";
import { type Compared, countsOf } from "~/domain/elements/sheet-comparison";
import { named, valueWords } from "~/i18n/element-words";
import * as elements from "~/i18n/elements";
import * as party from "~/i18n/party-elements";
import { useLocale, useText } from "~/i18n/use-text";
import { Status } from "~/ui/status";

const TONES = { agreed: "done", partly: "part", disputed: "risk", unanswered: "wait" } as const;

/** What each side says to each element, one under the other: a table is too wide for a telephone. */
export function BothSides({ compared, side }: { compared: readonly Compared[]; side: Side }) {
  const [t, say] = [useText(elements), useText(party)];
  const locale = useLocale();
  const own = (is: boolean) => (is ? "yours" : "theirs");
  return (
    <section aria-labelledby="h-both">
      <h2 id="h-both">{say("other")}</h2>
      {compared.every(({ response }) => response === null) ? <p>{say("otherNone")}</p> : null}
      <p>{t("counts", countsOf(compared))}</p>
      <ul>
        {compared
          .filter(({ response }) => response !== null)
          .map(({ name, block, element, claimant, response, comparison, isOutdated }) => (
            <li key={name}>
              <b>
                {named(locale, block)} · {named(locale, element)}
              </b>{" "}
              <Status tone={TONES[comparison]}>{t(`comparison.${comparison}`)}</Status>
              <br />
              {say(own(side === "claimant"), { value: valueWords(locale, element, claimant) })}
              <br />
              {say(own(side === "respondent"), {
                value: [
                  response ? t(`stand.${response.stand}`) : "",
                  valueWords(locale, element, response?.value),
                  response?.note,
                ]
                  .filter(Boolean)
                  .join(locale === "en" ? "; " : "；"),
              })}
              {isOutdated ? <span className="sub">{t("outdated")}</span> : null}
            </li>
          ))}
      </ul>
    </section>
  );
}
