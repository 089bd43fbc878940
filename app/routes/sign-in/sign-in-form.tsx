import * as shell from "~/i18n/shell";
import * as signIn from "~/i18n/sign-in";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Notice } from "~/ui/notice";

/** Tries before the wait begins; sign-in.server.ts counts. */
const FREE_TRIES = 4;

export function SignInForm(props: {
  next: string | null;
  hasLeft: boolean;
  answer?: { message: string; login: string };
}) {
  const t = useText(signIn);
  const tShell = useText(shell);
  const { next, hasLeft, answer } = props;
  return (
    // Sent as a whole page: the answer carries the cookie under which everything else is asked.
    <form method="post" aria-labelledby="sign-in-title">
      <div>
        <h1 id="sign-in-title">{t("title")}</h1>
        <p className="q2">{t("who")}</p>
      </div>
      {hasLeft && !answer ? <Notice isOutcome>{t("signedOut")}</Notice> : null}
      <ErrorSummary
        title={t("failed")}
        errors={answer ? [{ fieldId: "login", message: answer.message }] : []}
        attempt={answer}
      />
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <Field id="login" label={t("login")} error={answer?.message} errorPrefix={tShell("error")}>
        <TextInput
          name="login"
          autoComplete="username"
          required
          maxLength={80}
          defaultValue={answer?.login}
        />
      </Field>
      <Field id="password" label={t("password")} hint={t("paste")}>
        <TextInput name="password" type="password" autoComplete="current-password" required maxLength={200} />
      </Field>
      <Button look="main" isWide>
        {t("submit")}
      </Button>
      <p className="hint">
        {t("delays", { count: FREE_TRIES })} {t("leave")}
      </p>
    </form>
  );
}
