/** Says on every page, and on paper, that nobody here is real. */
export function DemoMark({ text }: { text: string }) {
  return (
    <aside className="demo-mark" aria-label={text}>
      <p>{text}</p>
    </aside>
  );
}
