import { useFetcher } from "@remix-run/react";
import { useId } from "react";
import * as reviewCodes from "~/i18n/review-codes";
import * as reviewDecision from "~/i18n/review-decision";
import { useText } from "~/i18n/use-text";
import { Status } from "~/ui/status";
import type { FormAnswer } from "../_staff/refusal.server";
import { useBasis } from "./basis";
import type { ReviewShown } from "./review.server";
import { useIsLive } from "./use-is-live";

type Row = ReviewShown["checklist"][number];

/** One item for the judge: a tick says it holds; "not met" says it does not. Saved at once, without leaving the page. */
export function CheckRow({ row, number, isOpen }: { row: Row; number: number; isOpen: boolean }) {
  const [t, code] = [useText(reviewDecision), useText(reviewCodes)];
  const fetcher = useFetcher<FormAnswer | null>();
  const isLive = useIsLive();
  const basis = useBasis();
  const id = useId();
  const answer = String(fetcher.formData?.get("answer") ?? row.answer);
  const label = code(`check.${row.item}`);
  const say = (next: string) =>
    fetcher.submit({ intent: "check", item: row.item, answer: next }, { method: "post" });
  return (
    <li className={answer === "no" ? "is-no" : undefined}>
      <div>
        <label htmlFor={id}>{label}</label>
        <small>
          {basis([row])}
          {fetcher.data && fetcher.state === "idle" ? (
            <span className="err" role="alert">
              {" "}
              {t("checkFailed", { why: fetcher.data.message })}
            </span>
          ) : null}
        </small>
      </div>
      {isOpen ? (
        <span className="tick">
          <button
            type="submit"
            name="no"
            value={row.item}
            className="mark-no"
            aria-pressed={answer === "no"}
            onClick={(event) => {
              event.preventDefault();
              say(answer === "no" ? "open" : "no");
            }}
          >
            {t("markNo")}
            <span className="sr"> {label}</span>
          </button>
          <input
            // Made anew once script runs: from then on the answer that is kept decides, not the box.
            key={isLive ? "live" : "sent"}
            type="checkbox"
            id={id}
            name="tick"
            value={row.item}
            data-check={number}
            {...(isLive
              ? {
                  checked: answer === "yes",
                  onChange: (event) => say(event.currentTarget.checked ? "yes" : "open"),
                }
              : { defaultChecked: row.answer === "yes" })}
          />
        </span>
      ) : (
        <Status tone={row.answer === "yes" ? "done" : row.answer === "no" ? "no" : "wait"}>
          {t(row.answer === "yes" ? "judgeYes" : row.answer === "no" ? "judgeNo" : "judgeOpen")}
        </Status>
      )}
    </li>
  );
}
