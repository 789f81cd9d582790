// What the columns of a file hold, guessed from their names in the languages of the desk and its studies,
// and from what stands in them. Only a proposal: the importing person sees it beside the first rows.
import { isEmail } from "../leads/email-form";
import { foldText } from "../leads/fold-name";
import { type RowField, rowFieldLabels, rowFields } from "./row-problems";

const names: Readonly<Record<RowField, readonly string[]>> = {
  name: [
    "name",
    "full name",
    "participant",
    "patient",
    "nombre completo",
    "nombre y apellidos",
    "姓名",
    "الاسم الكامل",
    "الاسم",
  ],
  first_name: [
    "first name",
    "firstname",
    "given name",
    "forename",
    "nombre",
    "nombres",
    "名",
    "名字",
    "الاسم الاول",
  ],
  last_name: [
    "last name",
    "lastname",
    "surname",
    "family name",
    "apellido",
    "apellidos",
    "姓",
    "姓氏",
    "اسم العائلة",
    "اللقب",
  ],
  email: [
    "email",
    "e mail",
    "mail",
    "email address",
    "e mail address",
    "correo",
    "correo electronico",
    "电子邮件",
    "邮箱",
    "电邮",
    "البريد الالكتروني",
    "البريد",
  ],
  phone: [
    "phone",
    "telephone",
    "tel",
    "mobile",
    "cell",
    "phone number",
    "telefono",
    "movil",
    "celular",
    "电话",
    "手机",
    "电话号码",
    "手机号",
    "الهاتف",
    "رقم الهاتف",
    "الجوال",
  ],
  language: ["language", "preferred language", "idioma", "lengua", "语言", "اللغه"],
  birth_year: [
    "birth year",
    "year of birth",
    "born",
    "date of birth",
    "dob",
    "birthdate",
    "ano de nacimiento",
    "fecha de nacimiento",
    "出生年份",
    "出生日期",
    "سنه الميلاد",
    "تاريخ الميلاد",
  ],
  message: [
    "message",
    "comment",
    "comments",
    "mensaje",
    "mensajes",
    "comentarios",
    "comentario",
    "留言",
    "信息",
    "رساله",
    "الرساله",
  ],
  note: ["note", "notes", "remark", "remarks", "nota", "notas", "备注", "ملاحظه", "ملاحظات"],
  created_at: [
    "date",
    "created",
    "created at",
    "created on",
    "received",
    "submitted",
    "submission date",
    "timestamp",
    "fecha",
    "fecha de alta",
    "日期",
    "创建时间",
    "提交时间",
    "التاريخ",
    "تاريخ",
  ],
  status: ["status", "state", "stage", "estado", "状态", "الحاله"],
  status_reason: ["reason", "status reason", "motivo", "razon", "原因", "السبب"],
  owner: [
    "owner",
    "assigned to",
    "assignee",
    "coordinator",
    "responsable",
    "asignado a",
    "负责人",
    "المسوول",
  ],
  source: ["source", "lead source", "channel", "origen", "fuente", "来源", "المصدر"],
  consent: [
    "consent",
    "consent date",
    "consent given",
    "consented",
    "agreed",
    "opt in",
    "consentimiento",
    "fecha de consentimiento",
    "同意",
    "同意日期",
    "الموافقه",
    "تاريخ الموافقه",
  ],
};

const byName = new Map(
  rowFields.flatMap((field) =>
    [rowFieldLabels[field], ...names[field]].map((name) => [foldHeader(name), field] as const),
  ),
);

/** "E-Mail_Address " → "e mail address". */
export function foldHeader(name: string): string {
  return (
    foldText(name)
      .replace(/[\s_\-–:.*()/]+/gu, " ")
      // Arabic is written with and without these.
      .replace(/[أإآ]/gu, "ا")
      .replace(/ة/gu, "ه")
      .trim()
  );
}

/** `rows` are the first ones below the header. */
export function guessColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): (RowField | null)[] {
  const guessed = header.map((name) => byName.get(foldHeader(name)) ?? null);
  header.forEach((_, index) => {
    if (guessed[index]) return;
    const cells = rows.map((row) => (row[index] ?? "").trim()).filter((cell) => cell !== "");
    const most = (isOne: (cell: string) => boolean) =>
      cells.length > 0 && cells.filter(isOne).length > cells.length * 0.7;
    if (most(isEmail)) guessed[index] = "email";
    else if (most(isPhone)) guessed[index] = "phone";
  });
  // One column each: the first that bears the name.
  return guessed.map((field, index) => (guessed.indexOf(field) === index ? field : null));
}

function isPhone(cell: string): boolean {
  return /^\+?[\d\s().\-/]{7,24}$/.test(cell) && !/^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/.test(cell);
}

/** No column is called like an address or a number: then the first row is a row. */
export function looksLikeHeader(first: readonly string[]): boolean {
  if (first.some((cell) => byName.has(foldHeader(cell)))) return true;
  return !first.some((cell) => isEmail(cell.trim()) || isPhone(cell.trim()));
}
