// The words that other tables use for a lead's status, its source and a consent, and what they mean here.
import { foldText } from "../leads/fold-name";
import { type LeadSource, leadSources } from "../leads/lead-source";
import { type LeadStatus, leadStatusLabels, openLeadStatuses } from "../leads/lead-status";
import {
  declineReasons,
  giveUpReasons,
  invalidReasons,
  type StatusReason,
  statusReasonLabels,
} from "../leads/status-reasons";

/** What comes after these rests on answers and signatures that no table brings along. */
export const importStatuses = [
  "new",
  "contacting",
  "pre_screening",
  "could_not_reach",
  "declined",
  "invalid",
] as const satisfies readonly LeadStatus[];
export type ImportStatus = (typeof importStatuses)[number];

const statusWords: Readonly<Record<ImportStatus, readonly string[]>> = {
  new: ["open", "nuevo", "nueva", "abierto", "新", "新建", "جديد"],
  contacting: [
    "contacted",
    "in contact",
    "called",
    "in progress",
    "contactado",
    "en contacto",
    "联系中",
    "已联系",
    "تم التواصل",
  ],
  pre_screening: [
    "prescreening",
    "screening",
    "qualified",
    "preseleccion",
    "预筛选",
    "筛选中",
    "الفرز",
  ],
  could_not_reach: [
    "unreachable",
    "no answer",
    "not reached",
    "no contesta",
    "无法联系",
    "تعذر الوصول",
  ],
  declined: ["refused", "not interested", "rechazado", "no interesado", "拒绝", "رفض"],
  invalid: ["spam", "duplicate", "test", "no valido", "无效", "غير صالح"],
};

const statusByWord = new Map(
  importStatuses.flatMap((status) =>
    [status, leadStatusLabels[status], ...statusWords[status]].map(
      (word) => [foldWord(word), status] as const,
    ),
  ),
);

/** As the words of a status column are compared. */
export function foldWord(word: string): string {
  return foldText(word)
    .replace(/[\s_-]+/gu, " ")
    .slice(0, 100);
}

export function guessStatus(word: string): ImportStatus | undefined {
  return statusByWord.get(foldWord(word));
}

const reasonsOf: Readonly<Partial<Record<LeadStatus, readonly StatusReason[]>>> = {
  declined: declineReasons,
  could_not_reach: giveUpReasons,
  invalid: invalidReasons,
};

/** A closed lead has a reason: the file's, where it names one of ours, else that none was given. */
export function readStatusReason(status: LeadStatus, word: string): StatusReason | null {
  if (openLeadStatuses.includes(status)) return null;
  const wanted = foldWord(word);
  const offered = reasonsOf[status] ?? [];
  return (
    offered.find(
      (reason) => foldWord(reason) === wanted || foldWord(statusReasonLabels[reason]) === wanted,
    ) ?? "none_given"
  );
}

export function readSource(word: string): LeadSource | undefined {
  return leadSources.find((source) => foldWord(source) === foldWord(word));
}

const yes = ["yes", "y", "true", "1", "x", "given", "agreed", "si", "是", "同意", "نعم"];
const no = ["no", "n", "false", "0", "withdrawn", "refused", "否", "不同意", "لا"];

export function readYesOrNo(word: string): boolean | undefined {
  const wanted = foldWord(word);
  if (yes.includes(wanted)) return true;
  return no.includes(wanted) ? false : undefined;
}
