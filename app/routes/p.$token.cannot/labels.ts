import * as absences from "~/i18n/absences";
import { useText } from "~/i18n/use-text";

/** What a field is called in the list of errors above a page about absences and needs. */
export function useAbsenceLabels(): (name: string) => string | undefined {
  const t = useText(absences);
  const labels: Record<string, string> = {
    agentId: t("who"),
    on: t("on"),
    from: t("from"),
    to: t("to"),
    fromOn: t("fromOn"),
    untilOn: t("untilOn"),
    weekday: t("weekday"),
    reason: t("reason"),
    language: t("needs.language"),
    needs: t("needs.legend"),
    words: t("needs.words"),
    locale: t("reading.language"),
    zone: t("reading.zone"),
  };
  return (name) => labels[name];
}
