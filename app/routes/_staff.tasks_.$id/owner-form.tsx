import * as taskPage from "~/i18n/task-page";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Form } from "~/ui/router";
import type { TaskPage } from "./route";

/** Taking it on, so that nobody else calls the same person meanwhile. */
export function OwnerForm({ shown }: { shown: TaskPage }) {
  const t = useText(taskPage);
  const { task, isMine } = shown;
  return (
    <Form method="post" className="acts">
      <input type="hidden" name="_key" value={`${shown.formKey}-own`} />
      <span className="q">
        {isMine ? t("taken") : task.owner ? t("takenBy", { name: task.owner }) : t("nobody")}
      </span>
      <Button name="intent" value={isMine ? "give" : "take"}>
        {t(isMine ? "give" : "take")}
      </Button>
    </Form>
  );
}
