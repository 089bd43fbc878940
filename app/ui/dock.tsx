import { Icon } from "./icon";
import type { NavItem } from "./masthead";
import { Anchor } from "./router";

/** The main navigation at the foot of a phone's page: five places at most. A wide page shows it in its masthead. */
export function Dock({ label, items }: { label: string; items: readonly NavItem[] }) {
  return (
    <nav className="dock" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <Anchor href={item.href} aria-current={item.isCurrent ? "page" : undefined}>
              {item.icon ? <Icon name={item.icon} /> : null}
              {item.label}
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  );
}
