// What each line of a copy of somebody's data is called, in the languages of the public side, so that whoever reads
// their own page in one of them knows what a date or a word stands for. The machine's form keeps the names themselves.
import type { PublicLanguage } from "../public-language";

/** English, Spanish, Chinese, Arabic. */
type Label = readonly [string, string, string, string];
/** Spanish, Chinese, Arabic. */
type Translated = readonly [string, string, string];

const order = ["en", "es", "zh", "ar"] as const satisfies readonly PublicLanguage[];

const labels: Readonly<Record<string, Label>> = {
  again: ["Done again", "Hecho de nuevo", "重新执行", "أُعيد تنفيذه"],
  although: ["Called although", "Se llamó aunque", "联系时已知的情况", "اتُّصل بك رغم أن"],
  answer: ["Answer", "Respuesta", "回答", "الجواب"],
  answeredAt: ["Answered", "Respondida", "回答时间", "وقت الجواب"],
  at: ["When", "Cuándo", "时间", "متى"],
  attempts: ["Attempts to reach you", "Intentos de comunicación", "联系次数", "محاولات الاتصال بك"],
  birthYear: ["Year of birth", "Año de nacimiento", "出生年份", "سنة الميلاد"],
  browserCheck: [
    "Check against spam",
    "Control contra spam",
    "垃圾信息检查",
    "فحص الرسائل المزعجة",
  ],
  by: ["By whom", "Por quién", "由谁", "من قام به"],
  calendar: ["Calendar file", "Archivo de calendario", "日历文件", "ملف التقويم"],
  cameBy: ["How it came in", "Cómo llegó", "来源", "كيف وصل"],
  cells: ["Words in the row", "Contenido de la fila", "该行内容", "محتوى الصف"],
  changedAt: ["Changed", "Modificada", "更改时间", "وقت التغيير"],
  changes: ["Changes", "Cambios", "更改内容", "التغييرات"],
  channel: ["By what means", "Medio", "联系方式", "الوسيلة"],
  condition: ["Condition", "Enfermedad", "疾病", "المرض"],
  confirmedAt: ["Confirmed", "Confirmado", "确认时间", "وقت التأكيد"],
  consentFormVersion: [
    "Version of the consent form",
    "Versión del formulario de consentimiento",
    "知情同意书版本",
    "إصدار نموذج الموافقة",
  ],
  consentVersion: [
    "Version of the consent text",
    "Versión del texto de consentimiento",
    "同意文本版本",
    "إصدار نص الموافقة",
  ],
  createdAt: ["Made", "Creado", "建立时间", "وقت الإنشاء"],
  decidedAt: ["Decided", "Decidido", "决定时间", "وقت القرار"],
  decision: ["Decision", "Decisión", "决定", "القرار"],
  despite: ["Called although", "Se llamó aunque", "联系时已知的情况", "اتُّصل بك رغم أن"],
  doNotContact: ["Not to be contacted", "No contactar", "请勿联系", "عدم الاتصال"],
  eligibleAt: ["Found eligible", "Considerado apto", "判定符合条件的时间", "وقت اعتبارك مناسبًا"],
  email: ["E-mail", "Correo electrónico", "电子邮件", "البريد الإلكتروني"],
  endedAt: ["Ended", "Terminado", "结束时间", "وقت الانتهاء"],
  enrolledAt: ["Enrolled", "Incorporado al estudio", "入组时间", "وقت الانضمام"],
  evidence: ["What it rests on", "En qué se basa", "依据", "ما يستند إليه"],
  expiresAt: ["Works until", "Válido hasta", "有效期至", "صالح حتى"],
  fields: ["What was changed back", "Lo que se restableció", "恢复的内容", "ما أُعيد كما كان"],
  fileName: ["File", "Archivo", "文件", "الملف"],
  first: ["First message", "Primer mensaje", "首次来信", "الرسالة الأولى"],
  firstAttemptAt: ["First attempt", "Primer intento", "首次尝试联系", "أول محاولة"],
  firstContactAt: ["First reached", "Primer contacto", "首次联系上", "أول تواصل"],
  firstName: ["First name", "Nombre", "名", "الاسم الأول"],
  followUpAt: [
    "Next step planned for",
    "Próximo paso previsto",
    "下一步计划时间",
    "موعد الخطوة التالية",
  ],
  followUpNote: [
    "Note on the next step",
    "Nota sobre el próximo paso",
    "下一步的备注",
    "ملاحظة عن الخطوة التالية",
  ],
  from: ["Before", "Antes", "之前", "قبل"],
  givenAt: ["Given", "Otorgado", "同意时间", "وقت الموافقة"],
  goesOn: ["This request goes on", "Esta solicitud continúa", "此请求继续", "يستمر هذا الطلب"],
  hours: ["Time of day", "Horario", "时段", "وقت اليوم"],
  importId: ["Number of the file", "Número del archivo", "文件编号", "رقم الملف"],
  importRow: ["Row of the file", "Fila del archivo", "文件中的行", "صف الملف"],
  kind: ["Kind", "Tipo", "类别", "النوع"],
  label: ["Question", "Pregunta", "问题", "السؤال"],
  language: ["Language", "Idioma", "语言", "اللغة"],
  lastAlertAt: ["Last alert", "Último aviso", "上次提醒", "آخر تنبيه"],
  lastAttemptAt: ["Last attempt", "Último intento", "最近一次尝试联系", "آخر محاولة"],
  lastName: ["Last name", "Apellido", "姓", "اسم العائلة"],
  loggedByMistake: ["Logged by mistake", "Anotado por error", "误记", "سُجّل خطأً"],
  mergedIntoRequest: [
    "Part of your request number",
    "Parte de su solicitud número",
    "已并入您的请求编号",
    "ضُمّ إلى طلبك رقم",
  ],
  message: ["Message", "Mensaje", "留言", "الرسالة"],
  minutes: ["Minutes", "Minutos", "分钟", "الدقائق"],
  note: ["Note", "Nota", "备注", "ملاحظة"],
  number: ["Number of the text", "Número del texto", "文本编号", "رقم النص"],
  outcome: ["What came of it", "Resultado", "结果", "النتيجة"],
  pageLanguage: ["Language of the page", "Idioma de la página", "网页语言", "لغة الصفحة"],
  phone: ["Phone", "Teléfono", "电话", "الهاتف"],
  phoneRead: [
    "Phone, as it is dialled",
    "Teléfono, tal como se marca",
    "电话（拨打格式）",
    "الهاتف كما يُطلب",
  ],
  phoneTyped: [
    "Phone, as you wrote it",
    "Teléfono, tal como lo escribió",
    "电话（您填写的）",
    "الهاتف كما كتبته",
  ],
  place: ["Place", "Lugar", "地点", "المكان"],
  placeName: ["Place", "Lugar", "地点", "المكان"],
  preference: [
    "How you want to be contacted",
    "Cómo prefiere que le contacten",
    "您希望的联系方式",
    "كيف تفضّل أن نتصل بك",
  ],
  proof: ["Check against spam", "Control contra spam", "垃圾信息检查", "فحص الرسائل المزعجة"],
  question: ["Question", "Pregunta", "问题", "السؤال"],
  radiusKm: ["Within how many km", "Radio en km", "范围（公里）", "النطاق بالكيلومتر"],
  reason: ["Reason", "Motivo", "原因", "السبب"],
  receivedAt: ["Received", "Recibido", "收到时间", "وقت الاستلام"],
  remindedAt: ["Reminder sent", "Recordatorio enviado", "提醒发送时间", "وقت إرسال التذكير"],
  replacedAt: [
    "Replaced by a later answer",
    "Sustituida después",
    "被后来的回答取代",
    "حلّ محله جواب لاحق",
  ],
  reply: ["Reply", "Contestación", "答复", "الرد"],
  request: ["Number of your request", "Número de su solicitud", "您的请求编号", "رقم طلبك"],
  revokedAt: ["Taken back", "Retirado", "撤回时间", "وقت السحب"],
  role: ["In what role", "Con qué función", "职责", "بأي صفة"],
  row: ["Row of the file", "Fila del archivo", "文件中的行", "صف الملف"],
  screenedAt: [
    "All questions answered",
    "Todas las preguntas respondidas",
    "全部问题答完",
    "اكتمال الأجوبة",
  ],
  screeningNumber: ["Screening number", "Número de selección", "筛选编号", "رقم الفرز"],
  sentAt: ["Sent", "Enviado", "发送时间", "وقت الإرسال"],
  signedAs: ["Meaning of the signature", "Significado de la firma", "签名的含义", "معنى التوقيع"],
  signedAt: ["Signed", "Firmado", "签名时间", "وقت التوقيع"],
  source: ["Where it came from", "Procedencia", "来源", "المصدر"],
  startsAt: ["Begins", "Comienza", "开始时间", "وقت البدء"],
  state: ["State", "Situación", "状态", "الحالة"],
  status: ["Status", "Estado", "状态", "الحالة"],
  statusReason: ["Reason for the status", "Motivo del estado", "状态的原因", "سبب الحالة"],
  statusSince: ["Status since", "Estado desde", "该状态开始于", "الحالة منذ"],
  stayed: ["What stayed as it was", "Lo que quedó igual", "保持不变的内容", "ما بقي كما هو"],
  studyConsentOn: [
    "Consent to the study",
    "Consentimiento para el estudio",
    "同意参加研究的日期",
    "الموافقة على الدراسة",
  ],
  subject: ["Subject", "Asunto", "主题", "الموضوع"],
  taken: ["What was taken over", "Lo que se incorporó", "并入的内容", "ما نُقل"],
  text: ["Text", "Texto", "内容", "النص"],
  timeZoneGuessed: [
    "Time zone, guessed",
    "Zona horaria supuesta",
    "时区（推测）",
    "المنطقة الزمنية (تقديرًا)",
  ],
  to: ["To", "A", "至", "إلى"],
  until: ["Until", "Hasta", "直到", "حتى"],
  value: ["Value", "Valor", "数值", "القيمة"],
  views: ["Times opened", "Veces abierto", "打开次数", "مرات الفتح"],
  visitHeldAt: ["Visit took place", "Visita realizada", "就诊时间", "وقت إجراء الزيارة"],
  what: ["What", "Qué", "事项", "ما حدث"],
  withdrawnAt: ["Taken back", "Retirado", "撤回时间", "وقت السحب"],
};

/** The copy's own words for what happened and by whom; what was recorded stays as it was recorded. */
const values: Readonly<Record<string, Translated>> = {
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
  Coordinator: ["Coordinación", "协调员", "منسق"],
  Investigator: ["Médico del estudio", "研究医生", "طبيب الدراسة"],
  Admin: ["Administración", "管理员", "مدير"],
};

/** Yes and no: the two values that are nobody's words. */
export const yesAndNo: Readonly<Record<PublicLanguage, readonly [yes: string, no: string]>> = {
  en: ["Yes", "No"],
  es: ["Sí", "No"],
  zh: ["是", "否"],
  ar: ["نعم", "لا"],
};

const namesOfValues: readonly string[] = ["what", "by", "role"];

/** The text itself where it is somebody's or has no other words. */
export function personFileValue(name: string, text: string, language: PublicLanguage): string {
  if (language === "en" || !namesOfValues.includes(name)) return text;
  const part = (each: string) =>
    Object.hasOwn(values, each) ? values[each]?.[order.indexOf(language) - 1] : undefined;
  // Somebody may hold several roles.
  return (
    part(text) ??
    text
      .split(", ")
      .map((each) => part(each) ?? each)
      .join(", ")
  );
}

/** Undefined for a name that none of the copy's sections has. */
export function findPersonFileLabel(name: string, language: PublicLanguage): string | undefined {
  return Object.hasOwn(labels, name) ? labels[name]?.[order.indexOf(language)] : undefined;
}
