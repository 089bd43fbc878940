import * as reviewCodes from "~/i18n/review-codes";
import * as reviewDecision from "~/i18n/review-decision";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Form } from "~/ui/router";
import { Status } from "~/ui/status";
import { useBasis } from "./basis";
import { chanceOf } from "./chance";
import { CheckRow } from "./check-row";
import type { ReviewShown } from "./review.server";
import { useIsLive } from "./use-is-live";

/** The statutory list: what the file proves, then what only the judge can say. */
export function LawPane({ shown }: { shown: ReviewShown }) {
  const [t, code] = [useText(reviewDecision), useText(reviewCodes)];
  const isLive = useIsLive();
  const basis = useBasis();
  const isOpen = chanceOf(shown, "checkItem")?.why === null;
  const machine = shown.checklist.filter((one) => one.by === "machine");
  const judged = shown.checklist.filter((one) => one.by === "judge");
  return (
    <>
      <Form method="post" className="ticks" aria-label={t("law")}>
        <input type="hidden" name="intent" value="check" />
        <ol className="judge">
          {judged.map((one, index) => (
            <CheckRow key={one.item} row={one} number={index + 1} isOpen={isOpen} />
          ))}
        </ol>
        {isOpen && !isLive && judged.length > 0 ? <Button>{t("saveTicks")}</Button> : null}
      </Form>
      <div className="sec-h sig">
        <h3>{t("machine")}</h3>
        <p>{t(machine.every((one) => one.answer === "yes") ? "machineAll" : "machineNot")}</p>
      </div>
      <ul className="judge is-tight">
        {machine.map((one) => (
          <li key={one.item} className={one.answer === "yes" ? undefined : "is-no"}>
            <div>{code(`check.${one.item}`)}</div>
            <Status tone={one.answer === "yes" ? "done" : "over"}>
              {t(one.answer === "yes" ? "machineYes" : "machineNo")}
            </Status>
          </li>
        ))}
      </ul>
      <p className="hint mt">{t("basis", { articles: basis(machine) })}</p>
    </>
  );
}
