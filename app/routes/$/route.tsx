/** Every address that no other route knows. Thrown, so that the page and the status are those of any 404. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

export default function NoSuchPage() {
  return null;
}
