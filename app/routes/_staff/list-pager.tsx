import type { ReactNode } from "react";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Pager } from "~/ui/pager";
import type { pagesOf } from "./list-address";

interface ListPagerProps {
  pages: Pick<ReturnType<typeof pagesOf>, "previous" | "next">;
  summary: ReactNode;
}

/** The way to the pages before and after this one of a long list. */
export function ListPager({ pages: { previous, next }, summary }: ListPagerProps) {
  const t = useText(shell);
  return (
    <Pager
      label={t("pages")}
      summary={summary}
      previous={previous ? { href: previous, label: t("previousPage") } : undefined}
      next={next ? { href: next, label: t("nextPage") } : undefined}
    />
  );
}
