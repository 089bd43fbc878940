import * as party from "~/i18n/party";
import { useText } from "~/i18n/use-text";
import { Status } from "~/ui/status";

export function FactList({
  facts,
}: {
  facts: readonly { factId: string; no: number; text: string; signedByMe: boolean; complete: boolean }[];
}) {
  const t = useText(party);
  return (
    <ol className="doc">
      {facts.map((fact) => (
        <li key={fact.factId}>
          {fact.text}{" "}
          {fact.complete ? (
            <Status tone="done">{t("complete")}</Status>
          ) : fact.signedByMe ? (
            <Status tone="part">{t("signed")}</Status>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
