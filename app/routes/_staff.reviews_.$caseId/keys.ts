import { useNavigate } from "@remix-run/react";
import { useCallback, useEffect, useState } from "react";

const KEPT = "tiaosu-review-keys";

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest("input:not([type=checkbox]), textarea, select, dialog") !== null;

function focusOn(selector: string) {
  const found = document.querySelector<HTMLElement>(selector);
  found?.scrollIntoView({ block: "center" });
  found?.focus();
}

/** Are single-letter shortcuts wanted on this device? They can be switched off (WCAG 2.1.4). */
export function useKeySwitch(): [boolean, (isOn: boolean) => void] {
  const [isOn, setOn] = useState(true);
  useEffect(() => setOn(localStorage.getItem(KEPT) !== "off"), []);
  const change = useCallback((next: boolean) => {
    localStorage.setItem(KEPT, next ? "on" : "off");
    setOn(next);
  }, []);
  return [isOn, change];
}

interface Keys {
  isOn: boolean;
  previous: string | null;
  next: string | null;
}

/** J and K go through the queue, R, D and C lead to a decision without making it, digits tick. */
export function useReviewKeys({ isOn, previous, next }: Keys): void {
  const navigate = useNavigate();
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target))
        return;
      const key = event.key.toLowerCase();
      const ways: Record<string, (() => void) | undefined> = {
        j: next ? () => navigate(`/reviews/${next}`) : undefined,
        k: previous ? () => navigate(`/reviews/${previous}`) : undefined,
        r: () => focusOn("#decide textarea"),
        d: () => focusOn("#code"),
        c: () => focusOn("[data-main]:not(:disabled), [data-check]:not(:checked)"),
        "?": () => document.querySelector<HTMLDialogElement>("#keys")?.showModal(),
      };
      const tick = /^[1-9]$/.test(key) ? document.querySelector<HTMLElement>(`[data-check="${key}"]`) : null;
      const way = tick ? () => tick.click() : ways[key];
      if (!way) return;
      event.preventDefault();
      way();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [isOn, previous, next, navigate]);
}
