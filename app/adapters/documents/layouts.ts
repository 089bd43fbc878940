import type { Block } from "./blocks";
import { courtLayouts } from "./court-layouts";
import { elementLayouts } from "./element-layouts";
import type { TemplateKind } from "./fields";
import { guidanceLayouts } from "./guidance-layouts";
import { mediationLayouts } from "./mediation-layouts";

/** `name` stands in the footer and in the file's properties. */
export type Layout = { readonly name: string; readonly blocks: readonly Block[] };

export const layouts: Readonly<Record<TemplateKind, Layout>> = {
  ...courtLayouts,
  ...guidanceLayouts,
  ...mediationLayouts,
  ...elementLayouts,
};
