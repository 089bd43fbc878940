import { createContext, useContext } from "react";
import * as reviewDecision from "~/i18n/review-decision";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Check } from "~/ui/choices";
import { useIsLive } from "./use-is-live";

/** Whether shortcuts are on, shared by the bar and the table of keys. */
export const KeySwitch = createContext<[boolean, (isOn: boolean) => void]>([true, () => undefined]);

const KEYS = ["j", "k", "r", "d", "c"] as const;

/** The keys that matter most, and the way to all of them. Nothing without script: then there are none. */
export function KeyHelp() {
  const t = useText(reviewDecision);
  const [isOn] = useContext(KeySwitch);
  const isLive = useIsLive();
  if (!isLive) return null;
  return (
    <>
      {isOn ? (
        <>
          <span>
            <kbd>J</kbd> <kbd>K</kbd> {t("keysNext")}
          </span>
          <span>
            <kbd>1</kbd>—<kbd>9</kbd> {t("keysTick")}
          </span>
        </>
      ) : null}
      <button
        type="button"
        className="key-help"
        onClick={() => document.querySelector<HTMLDialogElement>("#keys")?.showModal()}
      >
        <kbd>?</kbd> {t("keysAll")}
      </button>
    </>
  );
}

/** All keys in a dialog, with the switch that turns them off. */
export function KeyDialog() {
  const t = useText(reviewDecision);
  const [isOn, setOn] = useContext(KeySwitch);
  return (
    <dialog id="keys" className="keys-dialog" aria-labelledby="keys-h">
      <h2 id="keys-h">{t("keysTitle")}</h2>
      <dl className="facts pad">
        {KEYS.map((key) => (
          <div key={key} className="key-row">
            <dt>
              <kbd>{key.toUpperCase()}</kbd>
            </dt>
            <dd>{t(`key.${key}`)}</dd>
          </div>
        ))}
        <div className="key-row">
          <dt>
            <kbd>1</kbd>—<kbd>9</kbd>
          </dt>
          <dd>{t("key.n")}</dd>
        </div>
        <div className="key-row">
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>{t("key.q")}</dd>
        </div>
      </dl>
      <Check label={t("keysOn")} checked={isOn} onChange={(event) => setOn(event.currentTarget.checked)} />
      <form method="dialog" className="acts mt">
        <Button>{t("keysClose")}</Button>
      </form>
    </dialog>
  );
}
