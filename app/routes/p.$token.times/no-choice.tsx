import * as times from "~/i18n/party-times";
import { useFormat, useText } from "~/i18n/use-text";

interface NoChoiceProps {
  status: "expired" | "withdrawn" | "never";
  until: string | null;
  phone: string;
}

/** Nothing can be answered here now: why, and what comes next. */
export function NoChoice({ status, until, phone }: NoChoiceProps) {
  const t = useText(times);
  const format = useFormat();
  return (
    <div>
      <h1>{t(status)}</h1>
      <p>
        {status === "expired" && until
          ? t("expiredLead", { until: format.instant(until), phone })
          : t(status === "withdrawn" ? "withdrawnLead" : "neverLead")}
      </p>
    </div>
  );
}
