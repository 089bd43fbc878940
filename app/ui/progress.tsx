/** How far something has come, as a bar; the words beside it say the same. Without `value` it is not known yet. */
export function Progress({ label, value, most }: { label: string; value?: number; most?: number }) {
  return <progress className="progress" aria-label={label} value={value} max={most} />;
}
