import { useEffect, useState } from "react";
import * as letters from "~/i18n/letters";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";

/** Puts a text on the clipboard. Without script the text is selected and copied by hand, so there is no button then. */
export function CopyButton({ text, reading }: { text: string; reading: string }) {
  const t = useText(letters);
  const [isLive, setLive] = useState(false);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => setLive(Boolean(navigator.clipboard)), []);
  if (!isLive) return null;
  return (
    <div className="acts">
      <Button
        type="button"
        reading={reading}
        onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
      >
        {t("copy")}
      </Button>
      <span role="status">{isCopied ? t("copied") : null}</span>
    </div>
  );
}
