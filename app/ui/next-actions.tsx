import type { ReactNode } from "react";

export interface NextAction {
  id: string;
  title: ReactNode;
  reason?: ReactNode;
  /** A Button in its form, or a LinkButton. */
  act?: ReactNode;
}

/** What to do now; the caller orders by what expires first. */
export function NextActions({ actions }: { actions: readonly NextAction[] }) {
  return (
    <ol className="next">
      {actions.map((action) => (
        <li key={action.id}>
          <div>
            <h3>{action.title}</h3>
            {action.reason ? <p>{action.reason}</p> : null}
          </div>
          {action.act}
        </li>
      ))}
    </ol>
  );
}
