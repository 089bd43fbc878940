import type { ReactNode } from "react";
import { Button, LinkButton } from "./button";
import { Form } from "./router";

interface QueryFormProps {
  label: string;
  action: string;
  search: string;
  clear: { href: string; label: string };
  /** Values of the address that a search keeps, such as the tab. */
  keep?: Record<string, string>;
  children: ReactNode;
}

/** Fields above a list; sends them into the address, so that a filter can be kept, sent and printed. */
export function QueryForm({ label, action, search, clear, keep = {}, children }: QueryFormProps) {
  return (
    <Form method="get" action={action} className="sheet query" aria-label={label}>
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <div className="acts">
        <Button look="main">{search}</Button>
        <LinkButton look="quiet" href={clear.href}>
          {clear.label}
        </LinkButton>
      </div>
    </Form>
  );
}
