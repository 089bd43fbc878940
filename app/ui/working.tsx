import { useFetchers, useNavigation } from "@remix-run/react";

/**
 * Tells the eye that something is under way. Until it goes, the page may already show an answer beside what was read
 * before it. Screen readers are told of the new page by its heading, so it says nothing.
 */
export function Working() {
  const isMoving = useNavigation().state !== "idle";
  const isAsking = useFetchers().some((one) => one.state !== "idle");
  return <div className="working" data-working={isMoving || isAsking ? "" : undefined} aria-hidden="true" />;
}
