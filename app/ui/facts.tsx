import { Fragment, type ReactNode } from "react";
import { classNames } from "./class-names";

export interface Fact {
  term: string;
  value: ReactNode;
}

/** Terms and values in two columns. */
export function Facts({ facts, isPadded }: { facts: readonly Fact[]; isPadded?: boolean }) {
  return (
    <dl className={classNames("facts", isPadded && "pad")}>
      {facts.map((fact) => (
        <Fragment key={fact.term}>
          <dt>{fact.term}</dt>
          <dd>{fact.value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** A few facts in one line, beside a page heading. */
export function Strip({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="strip">
      {facts.map((fact) => (
        <div key={fact.term}>
          <dt>{fact.term}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Cards of people, one under the other in one frame. */
export function People({
  people,
}: {
  people: readonly { id: string; title: ReactNode; facts: readonly Fact[]; after?: ReactNode }[];
}) {
  return (
    <div className="people">
      {people.map((person) => (
        <div key={person.id}>
          <h3>{person.title}</h3>
          <Facts facts={person.facts} />
          {person.after}
        </div>
      ))}
    </div>
  );
}
