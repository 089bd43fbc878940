import { useEffect, useState } from "react";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";

/** Prints the page. Without script the browser's own command does it, so there is no button then. */
export function PrintButton({ label }: { label?: string }) {
  const t = useText(shell);
  const [isLive, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  if (!isLive) return null;
  return (
    <Button type="button" icon="print" onClick={() => window.print()}>
      {label ?? t("print")}
    </Button>
  );
}
