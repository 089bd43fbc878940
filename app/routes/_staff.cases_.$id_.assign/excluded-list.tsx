import * as assignment from "~/i18n/assignment";
import * as roles from "~/i18n/roles";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { Status } from "~/ui/status";
import { nameIn } from "../_staff.cases_.$id/names";
import { reasonWords } from "./candidate-words";
import type { Candidate } from "./field.server";

/** Everybody who cannot be chosen, each with the reason: nobody drops out in silence. */
export function ExcludedList({ people }: { people: readonly Candidate[] }) {
  const [t, role] = [useText(assignment), useText(roles)];
  const locale = useLocale();
  const format = useFormat();
  if (people.length === 0) return null;
  return (
    <details className="fold">
      <summary>{t("excluded", { count: people.length })}</summary>
      <ul className="papers">
        {people.map((one) => (
          <li key={one.mediatorId}>
            <b>{nameIn(locale, one)}</b> <span className="q">{one.category ? role(one.category) : null}</span>
            <br />
            <Status tone="no">{reasonWords(locale, format, one.reasons).join("；")}</Status>
          </li>
        ))}
      </ul>
    </details>
  );
}
