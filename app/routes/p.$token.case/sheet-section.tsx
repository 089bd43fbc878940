import * as party from "~/i18n/party-elements";
import { useText } from "~/i18n/use-text";
import { Anchor } from "~/ui/router";

/** The way to the side's own element sheet, where the cause has one. */
export function SheetSection({ token }: { token: string }) {
  const t = useText(party);
  return (
    <section aria-labelledby="h-sheet">
      <h2 id="h-sheet">{t("caseLink")}</h2>
      <p>{t("caseText")}</p>
      <p className="mt">
        <Anchor href={`/p/${token}/elements`}>{t("caseGo")}</Anchor>
      </p>
    </section>
  );
}
