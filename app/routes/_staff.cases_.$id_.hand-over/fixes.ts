import type { PackageFault } from "~/domain/review/package";

/** Where a missing piece of a package is put right. */
export function fixOf(caseId: string, fault: PackageFault, lastSessionId: string | null): string {
  const base = `/cases/${caseId}`;
  switch (fault) {
    case "identityUnverified":
      return lastSessionId ? `/sessions/${lastSessionId}#attendance` : `${base}/book`;
    case "agreementMissing":
    case "agentUnauthorised":
      return `${base}/agreement`;
    case "agreementNotEffective":
      return `${base}/agreement#sign`;
    case "applicationMissing":
      return `${base}/agreement#apply`;
    case "reportMissing":
      return `${base}/end`;
    case "caseNumberMissing":
      return `${base}/number`;
    case "orgProofMissing":
      return `${base}/assign`;
    default:
      return base;
  }
}
