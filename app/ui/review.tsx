import { type ReactNode, useId } from "react";
import { Form } from "./router";
import { SectionHead } from "./section";

export interface Pane {
  id: string;
  title: string;
  note?: ReactNode;
  body: ReactNode;
}

/** Three panes on one screen: what was signed, what the sides said, what the law asks. */
export function Trio({ panes }: { panes: readonly [Pane, Pane, Pane] }) {
  return (
    <div className="trio">
      {panes.map((pane) => (
        <section key={pane.id} aria-labelledby={pane.id}>
          <SectionHead id={pane.id} title={pane.title} note={pane.note} />
          {pane.body}
        </section>
      ))}
    </div>
  );
}

/** A text that the court or the parties have signed: set in serif. */
export function Doc({ title, children }: { title?: ReactNode; children: ReactNode }) {
  return (
    <div className="doc">
      {title ? <h3>{title}</h3> : null}
      {children}
    </div>
  );
}

export interface JudgeItem {
  id: string;
  label: ReactNode;
  basis?: ReactNode;
  /** A Status, or nothing when the judge ticks it. */
  mark?: ReactNode;
  tick?: { name: string; value: string; isTicked?: boolean; form?: string };
}

/** What the law asks, one by one: checked by the system (status) or by the judge (tick). */
export function JudgeList({ items }: { items: readonly JudgeItem[] }) {
  const prefix = useId();
  return (
    <ul className="judge">
      {items.map((item) => (
        <li key={item.id}>
          <div>
            {item.tick ? <label htmlFor={`${prefix}${item.id}`}>{item.label}</label> : item.label}
            {item.basis ? <small>{item.basis}</small> : null}
          </div>
          {item.tick ? (
            <input
              type="checkbox"
              id={`${prefix}${item.id}`}
              name={item.tick.name}
              value={item.tick.value}
              form={item.tick.form}
              defaultChecked={item.tick.isTicked}
            />
          ) : (
            item.mark
          )}
        </li>
      ))}
    </ul>
  );
}

interface DecideProps {
  id: string;
  title: string;
  action?: string;
  /** Other ways, each reason standing before its button. */
  ways: ReactNode;
  main: ReactNode;
  keys?: ReactNode;
  hidden?: Record<string, string>;
}

/** The judge's decision at the foot of the screen; reason first, then the button. */
export function Decide({ id, title, action, ways, main, keys, hidden = {} }: DecideProps) {
  const heading = useId();
  return (
    <Form className="decide" id={id} method="post" action={action} aria-labelledby={heading}>
      <h2 className="sr" id={heading}>
        {title}
      </h2>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="decide-in">
        <div className="decide-row">{ways}</div>
        {main}
        {keys ? <p className="keys">{keys}</p> : null}
      </div>
    </Form>
  );
}
