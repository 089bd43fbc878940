import type { ReactNode } from "react";
import { Icon, type IconName, Mark } from "./icon";
import { Anchor, Form } from "./router";

export interface Brand {
  href: string;
  name: string;
  place?: string;
}

export interface NavItem {
  href: string;
  label: string;
  icon?: IconName;
  isCurrent?: boolean;
  count?: number;
}

export interface Find {
  action: string;
  name: string;
  label: string;
  placeholder: string;
  value?: string;
}

interface MastheadProps {
  brand: Brand;
  nav?: { label: string; items: readonly NavItem[] };
  find?: Find;
  /** Who is signed in, with sign-out; or only the language. */
  me?: ReactNode;
}

/** The band above a staff page. */
export function Masthead({ brand, nav, find, me }: MastheadProps) {
  return (
    <header className="top">
      <div className="top-in">
        <Anchor className="brand" href={brand.href}>
          <Mark />
          <b>{brand.name}</b>
          {brand.place ? <span>{brand.place}</span> : null}
        </Anchor>
        {nav ? (
          <nav className="top-nav" aria-label={nav.label}>
            <ul>
              {nav.items.map((item) => (
                <li key={item.href}>
                  <Anchor href={item.href} aria-current={item.isCurrent ? "page" : undefined}>
                    {item.label}
                    {item.count ? <span className="n">{item.count}</span> : null}
                  </Anchor>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        {find ? <FindForm {...find} /> : null}
        {me ? <div className="top-me">{me}</div> : null}
      </div>
    </header>
  );
}

function FindForm({ action, name, label, placeholder, value }: Find) {
  return (
    <Form className="top-find" role="search" method="get" action={action}>
      <label className="sr" htmlFor="find">
        {label}
      </label>
      <Icon name="find" />
      <input
        className="in"
        id="find"
        name={name}
        type="search"
        placeholder={placeholder}
        defaultValue={value}
      />
    </Form>
  );
}
