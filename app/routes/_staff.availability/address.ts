/** The page of one resource (without an id one's own), with what else stands in its address. */
export function availabilityHref(
  resourceId: string | undefined,
  more: Readonly<Record<string, string>> = {},
) {
  const search = new URLSearchParams({ ...(resourceId ? { resourceId } : {}), ...more }).toString();
  return `/availability${search ? `?${search}` : ""}`;
}
