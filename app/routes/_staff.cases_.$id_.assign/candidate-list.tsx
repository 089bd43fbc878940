import * as assignment from "~/i18n/assignment";
import * as roles from "~/i18n/roles";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { Empty } from "~/ui/notice";
import { SlotList } from "~/ui/slot-list";
import { nameIn } from "../_staff.cases_.$id/names";
import { reasonWords } from "./candidate-words";
import type { Candidate } from "./field.server";

/** Candidates, best first, each with the sentence that puts him there. */
export function CandidateList({ people, chosen }: { people: readonly Candidate[]; chosen?: string }) {
  const [t, role] = [useText(assignment), useText(roles)];
  const locale = useLocale();
  const format = useFormat();
  if (people.length === 0) return <Empty title={t("noneTitle")}>{t("noneText")}</Empty>;
  const best = people.find((one) => one.standing === "eligible")?.mediatorId;
  return (
    <SlotList
      name="mediatorId"
      legend={t("choose")}
      chosen={[chosen ?? best ?? ""]}
      slots={people.map((one) => {
        const reasons = reasonWords(locale, format, one.reasons);
        return {
          value: one.mediatorId,
          time: nameIn(locale, one),
          place: [one.category ? role(one.category) : null, one.org ? nameIn(locale, one.org) : null]
            .filter(Boolean)
            .join(" · "),
          reason: reasons.length > 0 ? t("sentence", { reasons: reasons.join("；") }) : t("plain"),
          mark:
            one.standing === "full"
              ? { tone: "risk" as const, word: t("full") }
              : one.mediatorId === best
                ? { tone: "now" as const, word: t("first") }
                : { tone: "wait" as const, word: t("load", { open: one.openCases, capacity: one.capacity }) },
        };
      })}
    />
  );
}
