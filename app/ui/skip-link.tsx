/** The first thing a keyboard reaches: past the masthead, to the content. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a className="skip" href="#main">
      {label}
    </a>
  );
}
