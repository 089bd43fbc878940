import { classNames } from "./class-names";
import { Anchor } from "./router";

export interface Tab {
  href: string;
  label: string;
  count?: number | string;
  isCurrent?: boolean;
  /** Something in it is overdue: the count turns cinnabar. */
  isOver?: boolean;
}

/** Links that cut one list by what it waits for; the address holds the choice. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label}>
      <ul className="tabs">
        {tabs.map((tab) => (
          <li key={tab.href} className={classNames(tab.isOver && "is-over")}>
            <Anchor href={tab.href} aria-current={tab.isCurrent ? "page" : undefined}>
              {tab.label}
              {tab.count === undefined ? null : <span className="n">{tab.count}</span>}
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  );
}
