import { type ReactNode, useEffect, useRef, useState } from "react";

interface BatchBarProps {
  label: string;
  /** Name of the row boxes in the same form. */
  name: string;
  /** Boxes ticked on arrival. */
  picked: number;
  /** "已选择 N 项" */
  summary: (picked: number) => ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}

/** What can be done with the ticked rows. Stands inside the form that holds the boxes; works without script, with it the count follows. */
export function BatchBar({ label, name, picked, summary, aside, children }: BatchBarProps) {
  const bar = useRef<HTMLFieldSetElement>(null);
  const [count, setCount] = useState(picked);
  useEffect(() => {
    const form = bar.current?.closest("form");
    if (!form) return;
    const recount = () => {
      let ticked = 0;
      for (const box of form.querySelectorAll<HTMLInputElement>("input[type=checkbox]")) {
        if (box.name !== name) continue;
        if (box.checked) ticked += 1;
        box.closest("tr")?.classList.toggle("is-picked", box.checked);
      }
      setCount(ticked);
    };
    recount();
    form.addEventListener("change", recount);
    return () => form.removeEventListener("change", recount);
  }, [name]);
  return (
    <fieldset className="batch" ref={bar} aria-label={label}>
      <p>
        <b aria-live="polite">{summary(count)}</b> {aside ? <span className="q">{aside}</span> : null}
      </p>
      {children}
    </fieldset>
  );
}

/** Ticks every row of the page. Only with script, since without it nothing could happen. */
export function PickAll({ name, label }: { name: string; label: string }) {
  const [isLive, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  if (!isLive) return null;
  return (
    <label className="check no-print">
      <input
        type="checkbox"
        onChange={(event) => {
          const { checked } = event.currentTarget;
          const form = event.currentTarget.closest("form");
          if (!form) return;
          for (const box of form.querySelectorAll<HTMLInputElement>("input[type=checkbox]")) {
            if (box.name === name && !box.disabled) box.checked = checked;
          }
          // The bar counts on the form\'s own event, which has passed it before these boxes were ticked.
          form.dispatchEvent(new Event("change"));
        }}
      />
      <span>{label}</span>
    </label>
  );
}
