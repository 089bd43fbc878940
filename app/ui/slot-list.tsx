import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Status, type Tone } from "./status";

export interface SlotOption {
  value: string;
  time: ReactNode;
  place: ReactNode;
  /** Why it stands here in the list. */
  reason?: ReactNode;
  mark?: { tone: Tone; word: string };
}

interface SlotListProps {
  name: string;
  legend: string;
  slots: readonly SlotOption[];
  chosen?: readonly string[];
  /** Several may be ticked (to offer three). */
  isMany?: boolean;
}

/** Times to choose from, best first. Stands inside a form. */
export function SlotList({ name, legend, slots, chosen = [], isMany }: SlotListProps) {
  return (
    <fieldset>
      <legend className="sr">{legend}</legend>
      <ul className="slots">
        {slots.map((slot, index) => {
          const id = `${name}-${index}`;
          const isChosen = chosen.includes(slot.value);
          return (
            <li key={slot.value} className={classNames(isChosen && "is-picked")}>
              <input
                type={isMany ? "checkbox" : "radio"}
                name={name}
                id={id}
                value={slot.value}
                defaultChecked={isChosen}
              />
              <label className="t" htmlFor={id}>
                {slot.time}
              </label>
              <div>
                <b>{slot.place}</b>
                {slot.reason ? <p>{slot.reason}</p> : null}
              </div>
              <div>{slot.mark ? <Status tone={slot.mark.tone}>{slot.mark.word}</Status> : null}</div>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
