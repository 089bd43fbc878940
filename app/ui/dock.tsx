import { Icon, type IconName } from "./icon";
import { Anchor } from "./router";

/** Navigation at the foot of a phone page: four places at most. */
export function Dock({
  label,
  items,
}: {
  label: string;
  items: readonly { href: string; label: string; icon: IconName; isCurrent?: boolean }[];
}) {
  return (
    <nav className="dock" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <Anchor href={item.href} aria-current={item.isCurrent ? "page" : undefined}>
              <Icon name={item.icon} />
              {item.label}
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  );
}
