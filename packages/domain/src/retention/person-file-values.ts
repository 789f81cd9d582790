// The closed words of a copy of somebody's data in the languages of the public side: what happened, by whom, and every
// word of a list that the desk picks from. The machine's form keeps them in English; what somebody typed stays as typed.
import { type PublicLanguage, publicLanguages } from "../public-language";
import { listWords, type Translated } from "./person-file-list-words";

const ownWords: Readonly<Record<string, Translated>> = {
  "Message came in": ["Llegó un mensaje", "收到来信", "وصلت رسالة"],
  "Status changed": ["Cambió el estado", "状态更改", "تغيرت الحالة"],
  Contact: ["Contacto", "联系", "اتصال"],
  "Mail written": ["Correo escrito", "发送邮件", "كُتبت رسالة"],
  "Next step planned": ["Próximo paso previsto", "安排下一步", "حُددت الخطوة التالية"],
  "Given to somebody of the team": [
    "Asignado a alguien del equipo",
    "交给团队成员",
    "أُسند إلى أحد أفراد الفريق",
  ],
  "Facts about you put right": ["Datos sobre usted corregidos", "更正您的资料", "صُححت بياناتك"],
  "Brought in from a file": ["Traído de un archivo", "从文件导入", "أُدخل من ملف"],
  "Added by the team": ["Añadido por el equipo", "由团队添加", "أضافه الفريق"],
  "Change taken back": ["Cambio deshecho", "撤销更改", "أُلغي تغيير"],
  "Question answered": ["Pregunta respondida", "回答问题", "أُجيب عن سؤال"],
  "Put aside": ["Aplazado", "暂时搁置", "أُجّل"],
  "Merged with another request of yours": [
    "Unido a otra solicitud suya",
    "与您的另一请求合并",
    "دُمج مع طلب آخر لك",
  ],
  "Merge taken back": ["Unión deshecha", "撤销合并", "أُلغي الدمج"],
  "Investigator decided": ["Decidió el médico del estudio", "研究医生作出决定", "قرر طبيب الدراسة"],
  "Investigator's question answered": [
    "Respondida la pregunta del médico",
    "已答复研究医生的问题",
    "أُجيب عن سؤال الطبيب",
  ],
  "Visit planned": ["Visita programada", "安排就诊", "حُددت زيارة"],
  "Visit moved": ["Visita cambiada", "更改就诊", "نُقلت الزيارة"],
  "Visit ended": ["Visita terminada", "就诊结束", "انتهت الزيارة"],
  "Screening number set": ["Número de selección asignado", "设定筛选编号", "حُدد رقم الفرز"],
  "You said how to be contacted": [
    "Usted indicó cómo contactarle",
    "您说明了联系方式",
    "ذكرت كيف نتصل بك",
  ],
  "Consent to be contacted taken back": [
    "Consentimiento de contacto retirado",
    "撤回联系同意",
    "سُحبت الموافقة على الاتصال",
  ],
  Erased: ["Borrado", "已删除", "مُحي"],
  Opened: ["Abierto", "打开", "فُتح"],
  "Copy of the data made": [
    "Se hizo una copia de los datos",
    "制作资料副本",
    "أُعدّت نسخة من البيانات",
  ],
  You: ["Usted", "您", "أنت"],
  "You, or the program": ["Usted o el programa", "您或本系统", "أنت أو البرنامج"],
  "The study team": ["El equipo del estudio", "研究团队", "فريق الدراسة"],
  "Formerly of the study team": [
    "Antes del equipo del estudio",
    "曾为研究团队成员",
    "كان من فريق الدراسة",
  ],
  "Whoever runs the server": ["Quien administra el servidor", "服务器管理员", "من يدير الخادم"],
  Coordinator: ["Coordinación", "协调员", "منسق"],
  Investigator: ["Médico del estudio", "研究医生", "طبيب الدراسة"],
  Admin: ["Administración", "管理员", "مدير"],
};

const known = new Map(Object.entries({ ...ownWords, ...listWords }));

/** Yes and no: the two values that are nobody's words. */
export const yesAndNo: Readonly<Record<PublicLanguage, readonly [yes: string, no: string]>> = {
  en: ["Yes", "No"],
  es: ["Sí", "No"],
  zh: ["是", "否"],
  ar: ["نعم", "لا"],
};

/** The lines whose text is one of a closed list; of the others the text is somebody's own. */
const closedNames: readonly string[] = [
  ...["what", "by", "role", "status", "statusReason", "cameBy", "source", "kind", "state"],
  ...["channel", "hours", "preferredChannel", "preferredHours", "outcome", "although", "despite"],
  ...["answer", "decision", "reason", "from", "to", "fields", "taken", "stayed"],
  ...["browserCheck", "proof"],
];

/** The text itself where it is somebody's or has no other words. */
export function personFileValue(name: string, text: string, language: PublicLanguage): string {
  if (language === "en" || !closedNames.includes(name)) return text;
  const part = (each: string) => known.get(each)?.[publicLanguages.indexOf(language) - 1];
  // Somebody may hold several roles.
  return (
    part(text) ??
    text
      .split(", ")
      .map((each) => part(each) ?? each)
      .join(", ")
  );
}
