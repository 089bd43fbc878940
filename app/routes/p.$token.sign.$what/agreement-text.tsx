import * as party from "~/i18n/party";
import { useText } from "~/i18n/use-text";

/** The agreement as the parties sign it: serif, whole, in order. */
export function AgreementText({
  agreement,
  lines,
}: {
  agreement: { number: string; mainFacts: string };
  lines: readonly string[];
}) {
  const t = useText(party);
  return (
    <article className="doc">
      <p>
        {t("agreementNo")} <span className="no">{agreement.number}</span>
      </p>
      <h2>{t("mainFacts")}</h2>
      <p>{agreement.mainFacts}</p>
      <h2>{t("terms")}</h2>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </article>
  );
}
