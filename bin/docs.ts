import fs from "node:fs";
import { stagesDocument } from "~/domain/cases/stages-document";
import { stageWords } from "~/i18n/stages-page";

fs.writeFileSync("docs/stages.md", stagesDocument(stageWords));
