import * as reviewDecision from "~/i18n/review-decision";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { chanceOf } from "./chance";
import type { ReviewShown } from "./review.server";
import { useIsLive } from "./use-is-live";

const MAIN = [
  { event: "takeUp", key: "takeUp", about: "willTakeUp" },
  { event: "confirmAgreement", key: "confirm", about: "willConfirm" },
  { event: "issueStatement", key: "statement", about: "willStatement" },
] as const;

/** The one main button of this moment. While something is open it says what, and script keeps it from being pressed. */
export function MainDecision({ shown }: { shown: ReviewShown }) {
  const t = useText(reviewDecision);
  const isLive = useIsLive();
  // On the other route the table names the route as the hindrance; that is no decision of this file at all.
  const route = shown.agreement?.route ?? shown.header.route;
  const offered = MAIN.filter(({ event }) =>
    event === "takeUp" ? true : (event === "confirmAgreement") === (route === "confirm"),
  );
  const main = offered.find(({ event }) => chanceOf(shown, event));
  const chance = main ? chanceOf(shown, main.event) : null;
  if (!main || !chance) return null;
  const open = shown.checklist.filter((one) => one.answer !== "yes").length;
  const isDecision = main.event !== "takeUp";
  const why = isDecision && open > 0 ? t("openLeft", { count: open }) : chance.why;
  return (
    <div className="main-way">
      <Button
        look="main"
        isBig
        name="intent"
        value={main.event}
        shortcut="C"
        data-main=""
        disabled={isLive && why !== null}
        aria-describedby="main-why"
      >
        {t(main.key)}
      </Button>
      <p className="hint" id="main-why" aria-live="polite">
        {why ?? t(main.about)}
      </p>
    </div>
  );
}
