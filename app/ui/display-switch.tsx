export interface DisplaySwitchProps {
  /** Where the choice is posted. */
  action: string;
  name: "lang" | "type";
  value: string;
  label: string;
  /** The language of the label, where it is not the page's. */
  lang?: string;
  /** The page to come back to. */
  returnTo: string;
}

/** One choice of how pages are shown (language, large type). A plain form: the whole page must change, `lang` and all. */
export function DisplaySwitch({ action, name, value, label, lang, returnTo }: DisplaySwitchProps) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="returnTo" value={returnTo} />
      <button type="submit" className="as-link" name={name} value={value} lang={lang}>
        {label}
      </button>
    </form>
  );
}
