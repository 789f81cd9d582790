// Every part of this language.
import type { LanguageTexts } from "../en/texts";
import { after } from "./after";
import { alerts } from "./alerts";
import { answer } from "./answer";
import { centres } from "./centres";
import { elsewhere } from "./elsewhere";
import { form } from "./form";
import { frame } from "./frame";
import { glossary } from "./glossary";
import { list } from "./list";
import { registry } from "./registry";
import { status } from "./status";
import { study } from "./study";

export const texts: LanguageTexts = {
  after,
  alerts,
  answer,
  centres,
  elsewhere,
  form,
  frame,
  glossary,
  list,
  registry,
  status,
  study,
};
