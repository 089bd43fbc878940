import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { templateBytes } from "./blocks";
import { TEMPLATE_VERSION } from "./fields";
import { layouts } from "./layouts";

/** Writes the templates beside this file: `npx tsx app/adapters/documents/build-templates.ts` after a change of layout. */
const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), "templates");
mkdirSync(folder, { recursive: true });
for (const [kind, { name, blocks }] of Object.entries(layouts))
  templateBytes(`${name}　${kind}@${TEMPLATE_VERSION}`, blocks).then((bytes) =>
    writeFileSync(path.join(folder, `${kind}.docx`), bytes),
  );
