// The words around a copy of somebody's data, in the languages of the public side. What somebody wrote stays as it was
// written.
import type { PublicLanguage } from "../public-language";
import type { PersonFileSection } from "./person-file";

export interface PersonFileWords {
  title: string;
  made: string;
  study: string;
  site: string;
  /** Whom to ask, beside the site. */
  ask: string;
  intro: string;
  nothing: string;
  leftOut: string;
  /** Why nobody's private notes are in it, and who opened a record without a name. */
  notNotes: string;
  notNames: string;
  notTeamWords: string;
  rights: string;
  sections: Readonly<Record<PersonFileSection, string>>;
}

export const personFileWords: Readonly<Record<PublicLanguage, PersonFileWords>> = {
  en: {
    title: "What is held about you",
    made: "Made",
    study: "Study",
    site: "Study centre",
    ask: "Whom to ask",
    intro:
      "This is a copy of what this installation holds about you for this study. What somebody wrote, and what was signed, is shown in the words in which it was kept; times are in UTC.",
    nothing: "Nothing is held.",
    leftOut: "What is not in it",
    notNotes:
      "Private working notes that members of the study team may keep, and sealed copies of them: the installation shows them to nobody but their author, and they often speak of other people, too. If you want to know whether there are any about you, ask the study team; it has to look and answer you.",
    notNames:
      "Names of people of the study team, and whoever else is in the records. You see in what role somebody opened your record and when.",
    notTeamWords:
      "What the study team wrote about you in its own words, for example after a call. It is looked through first, because it may name other people. Ask the study team, and you get it as well.",
    rights:
      "If something is wrong, or you want it erased, write to the study centre or use your own page.",
    sections: {
      facts: "About you",
      messages: "What you wrote",
      consents: "What you agreed to",
      contacts: "When somebody tried to reach you",
      mails: "Mails to you",
      visits: "Visits",
      answers: "Answers to the study's questions",
      decisions: "What an investigator decided",
      steps: "What happened, step by step",
      alerts: "Study alerts to your address",
      imports: "Rows of files that named you",
      shares: "Sealed notes about your request that were shared",
      links: "Links to your own page",
      access: "When your record was opened, and in what role",
    },
  },
  es: {
    title: "Lo que se guarda sobre usted",
    made: "Fecha",
    study: "Estudio",
    site: "Centro del estudio",
    ask: "A quién preguntar",
    intro:
      "Esta es una copia de lo que esta instalación guarda sobre usted para este estudio. Lo que alguien escribió o firmó aparece con las palabras en que se guardó; las horas están en UTC.",
    nothing: "No se guarda nada.",
    leftOut: "Lo que no contiene",
    notNotes:
      "Notas de trabajo privadas que pueda tener el equipo del estudio, y sus copias selladas: la instalación solo las muestra a quien las escribió, y a menudo hablan también de otras personas. Si quiere saber si hay alguna sobre usted, pregunte al equipo del estudio; debe buscarlo y responderle.",
    notNames:
      "Los nombres de las personas del equipo y de otras personas que figuren en los registros. Usted ve con qué función se abrió su registro y cuándo.",
    notTeamWords:
      "Lo que el equipo escribió sobre usted con sus propias palabras, por ejemplo después de una llamada. Antes se revisa, porque puede nombrar a otras personas. Pídalo al equipo del estudio y también lo recibirá.",
    rights:
      "Si algo no es correcto o quiere que se borre, escriba al centro del estudio o use su propia página.",
    sections: {
      facts: "Sobre usted",
      messages: "Lo que usted escribió",
      consents: "Lo que usted aceptó",
      contacts: "Cuándo intentaron comunicarse con usted",
      mails: "Correos para usted",
      visits: "Visitas",
      answers: "Respuestas a las preguntas del estudio",
      decisions: "Lo que decidió el médico del estudio",
      steps: "Lo que ocurrió, paso a paso",
      alerts: "Avisos de estudios a su dirección",
      imports: "Filas de archivos que le nombraban",
      shares: "Notas selladas sobre su solicitud que se compartieron",
      links: "Enlaces a su propia página",
      access: "Cuándo se abrió su registro y con qué función",
    },
  },
  zh: {
    title: "我们保存的关于您的资料",
    made: "制作时间",
    study: "研究",
    site: "研究中心",
    ask: "咨询对象",
    intro:
      "这是本系统为该研究保存的关于您的资料副本。有人书写或签署的内容按保存时的原文显示；时间为协调世界时（UTC）。",
    nothing: "没有保存任何内容。",
    leftOut: "其中不包括的内容",
    notNotes:
      "研究团队成员可能保留的私人工作笔记及其加密副本：系统只向笔记作者显示，而且其中常常也提到其他人。如果您想知道是否有关于您的笔记，请询问研究团队；他们必须查看并答复您。",
    notNames: "研究团队成员以及记录中其他人的姓名。您可以看到何时、以何种职责打开过您的记录。",
    notTeamWords:
      "研究团队用自己的话写下的关于您的内容，例如通话之后的记录。因为其中可能提到其他人，须先经过检查。请向研究团队索取，您同样可以得到。",
    rights: "如果有错误，或者您希望删除这些资料，请写信给研究中心，或使用您自己的页面。",
    sections: {
      facts: "关于您",
      messages: "您写的内容",
      consents: "您同意的内容",
      contacts: "何时有人尝试联系您",
      mails: "发给您的邮件",
      visits: "就诊",
      answers: "对研究问题的回答",
      decisions: "研究医生的决定",
      steps: "逐步发生的事情",
      alerts: "发往您地址的研究提醒",
      imports: "文件中提到您的行",
      shares: "已分享的关于您请求的加密笔记",
      links: "通往您自己页面的链接",
      access: "您的记录何时、以何种职责被打开",
    },
  },
  ar: {
    title: "ما يُحفظ عنك",
    made: "أُعدّت في",
    study: "الدراسة",
    site: "مركز الدراسة",
    ask: "من يمكنك سؤاله",
    intro:
      "هذه نسخة مما يحفظه هذا النظام عنك لهذه الدراسة. يظهر ما كتبه أحد أو وقّعه بالكلمات التي حُفظ بها؛ والأوقات بالتوقيت العالمي المنسق.",
    nothing: "لا يُحفظ شيء.",
    leftOut: "ما لا تحتويه",
    notNotes:
      "ملاحظات العمل الخاصة التي قد يحتفظ بها أعضاء فريق الدراسة ونسخها المختومة: لا يعرضها النظام إلا على كاتبها، وكثيرًا ما تذكر أشخاصًا آخرين أيضًا. إذا أردت أن تعرف هل توجد ملاحظات عنك فاسأل فريق الدراسة؛ وعليه أن ينظر ويجيبك.",
    notNames:
      "أسماء أفراد فريق الدراسة وغيرهم ممن يرد ذكرهم في السجلات. وترى متى فُتح سجلك وبأي صفة.",
    notTeamWords:
      "ما كتبه فريق الدراسة عنك بكلماته، بعد مكالمة مثلًا. يُراجَع أولًا لأنه قد يذكر أشخاصًا آخرين. اطلبه من فريق الدراسة فتحصل عليه أيضًا.",
    rights: "إذا كان شيء غير صحيح أو أردت محوه فاكتب إلى مركز الدراسة أو استخدم صفحتك الخاصة.",
    sections: {
      facts: "عنك",
      messages: "ما كتبته",
      consents: "ما وافقت عليه",
      contacts: "متى حاول أحد الاتصال بك",
      mails: "الرسائل إليك",
      visits: "الزيارات",
      answers: "الأجوبة عن أسئلة الدراسة",
      decisions: "ما قرره طبيب الدراسة",
      steps: "ما حدث خطوة بخطوة",
      alerts: "تنبيهات الدراسات إلى عنوانك",
      imports: "صفوف الملفات التي ذكرتك",
      shares: "ملاحظات مختومة عن طلبك جرت مشاركتها",
      links: "الروابط إلى صفحتك الخاصة",
      access: "متى فُتح سجلك وبأي صفة",
    },
  },
};
