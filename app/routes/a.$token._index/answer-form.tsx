import type { ReactNode } from "react";
import * as party from "~/i18n/party";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Form } from "~/ui/router";

/** Of the page as it was sent: its own key, and the revision that it shows. */
export type Stamp = { readonly formKey: string; readonly sequence: number };

/** A form of this page: a plain POST, so that nothing that only looks answers for anybody. */
export function StampedForm({
  stamp,
  className,
  children,
}: {
  stamp: Stamp;
  className: string;
  children: ReactNode;
}) {
  return (
    <Form method="post" className={className}>
      <input type="hidden" name="formKey" value={stamp.formKey} />
      <input type="hidden" name="sequence" value={stamp.sequence} />
      {children}
    </Form>
  );
}

const ANSWERS = [
  ["accepted", "yes"],
  ["declined", "no"],
  ["tentative", "maybe"],
] as const;

/** One button per answer; where one is given, the others, to change it. */
export function AnswerForm({ stamp, reply }: { stamp: Stamp; reply: string }) {
  const t = useText(party);
  const isFirst = reply === "needsAction";
  return (
    <StampedForm stamp={stamp} className="btns">
      {ANSWERS.filter(([value]) => value !== reply).map(([value, words]) => (
        <Button
          key={value}
          type="submit"
          name="reply"
          value={value}
          look={isFirst && value === "accepted" ? "main" : undefined}
          isWide
        >
          {t(words)}
        </Button>
      ))}
    </StampedForm>
  );
}
