import * as safety from "~/i18n/safety";
import { useText } from "~/i18n/use-text";
import { Notice } from "~/ui/notice";
import { Anchor } from "~/ui/router";
import type { CaseShown } from "./case.server";

interface SafetyNoticeProps {
  shown: CaseShown;
  flag: {
    kind: "domesticViolence" | "protectionOrder" | "riskOfViolence";
    protectedPartyId: string;
    apartMinutes: number;
    bailiff: boolean;
  };
}

/** Staff only: the sides must not meet. */
export function SafetyNotice({ shown, flag }: SafetyNoticeProps) {
  const t = useText(safety);
  const name = shown.parties.find((one) => one.partyId === flag.protectedPartyId)?.name ?? "";
  return (
    <Notice tone="risk" title={t("flag")}>
      <p>
        {t("notice", { kind: t(`kind.${flag.kind}`), name, minutes: flag.apartMinutes })}{" "}
        {flag.bailiff ? `${t("bailiff")} ` : null}
        {shown.next.abilities.includes("set-safety") ? (
          <Anchor href={`/cases/${shown.header.caseId}/safety`}>{t("change")}</Anchor>
        ) : null}
      </p>
    </Notice>
  );
}
