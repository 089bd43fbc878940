import { useSearchParams } from "@remix-run/react";
import { EVENT_NAMES } from "~/domain/cases/events";
import type { Stage } from "~/domain/cases/stages";
import * as acts from "~/i18n/acts";
import * as casePage from "~/i18n/case-page";
import * as events from "~/i18n/events";
import * as stages from "~/i18n/stages";
import { useText } from "~/i18n/use-text";
import { Notice } from "~/ui/notice";
import { actTitle } from "./about";
import { isBeside } from "./beside";

type ThenKey = keyof typeof casePage.zh & `then.${string}`;
const isThen = (key: string): key is ThenKey => Object.hasOwn(casePage.zh, key);

/** After an act: what was done, where the case is now, what comes next. */
export function DoneNotice({ stage }: { stage: Stage }) {
  const [t, act, event, stageName] = [useText(casePage), useText(acts), useText(events), useText(stages)];
  const [search] = useSearchParams();
  const told = search.get("done");
  const done = isBeside(told) ? told : EVENT_NAMES.find((one) => one === told);
  if (!done) return null;
  const then = `then.${stage}`;
  return (
    <Notice tone="done" isOutcome>
      <p>
        <b>{t("done.title", { what: actTitle(act, event, done) })}</b>
      </p>
      <p>
        {t("done.next", { stage: stageName(stage) })} {isThen(then) ? t(then) : null}
      </p>
    </Notice>
  );
}
