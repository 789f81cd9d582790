// The five common questions about clinical studies that a study's page starts with, in general words: the
// study team may put its own in their place.
import type { PublicLanguage } from "../public-language";
import type { Faq } from "./faqs";

const english: readonly Faq[] = [
  {
    question: "What is a clinical trial?",
    answer:
      "A study in which people volunteer to help answer a medical question: does a treatment or a procedure work, and is it safe? What is learned opens the way to better care.",
  },
  {
    question: "Why would I take part?",
    answer:
      "Some people hope for an early chance at a treatment that may turn out to help; nobody can promise that it will. Others want to move medicine forward for those who come after them. Both are good reasons, and so is saying no.",
  },
  {
    question: "How long does a trial take?",
    answer:
      "It differs from trial to trial: a few weeks for some, several years for others. The phase and the aim of the trial decide. Ask the study team how many visits there are, and over what time.",
  },
  {
    question: "Will I be paid?",
    answer:
      "That depends on the trial. Some pay for your time or refund your travel, others do neither. The study team can tell you before you decide anything.",
  },
  {
    question: "How safe is it?",
    answer:
      "Trials follow strict ethical rules and a written plan made to protect the people in them. They are watched closely, and their safety is reviewed again and again. Every treatment can still have risks: the team has to explain those that are known before you agree.",
  },
];

const spanish: readonly Faq[] = [
  {
    question: "¿Qué es un ensayo clínico?",
    answer:
      "Un estudio en el que personas voluntarias ayudan a responder a una pregunta médica: ¿funciona un tratamiento o un procedimiento?, ¿es seguro? Lo que se aprende abre el camino a una mejor atención.",
  },
  {
    question: "¿Por qué participar?",
    answer:
      "Algunas personas esperan tener antes que otras un tratamiento que quizá les ayude; nadie puede prometer que sea así. Otras quieren que la medicina avance para quienes vengan después. Los dos motivos son buenos, y decir que no también lo es.",
  },
  {
    question: "¿Cuánto dura un ensayo?",
    answer:
      "Depende de cada ensayo: unas semanas en algunos, varios años en otros. Lo deciden la fase y el objetivo del ensayo. Pregunte al equipo del estudio cuántas visitas hay y durante cuánto tiempo.",
  },
  {
    question: "¿Me pagarán?",
    answer:
      "Depende del ensayo. Algunos pagan por su tiempo o le devuelven los gastos de viaje; otros, ninguna de las dos cosas. El equipo del estudio puede decírselo antes de que usted decida nada.",
  },
  {
    question: "¿Es seguro?",
    answer:
      "Los ensayos siguen normas éticas estrictas y un plan escrito pensado para proteger a quienes participan. Se vigilan de cerca y su seguridad se revisa una y otra vez. Aun así, todo tratamiento puede tener riesgos: el equipo tiene que explicarle los que se conocen antes de que usted acepte.",
  },
];

const chinese: readonly Faq[] = [
  {
    question: "什么是临床试验？",
    answer:
      "临床试验是有人自愿参加、帮助回答一个医学问题的研究：某种治疗或操作有没有效？安不安全？从中得到的认识，会为更好的医疗开辟道路。",
  },
  {
    question: "我为什么要参加？",
    answer:
      "有些人希望早一点用上可能对自己有帮助的治疗，但没有人能保证一定有用。也有些人希望为以后的病人推动医学进步。这两种理由都很好，决定不参加也完全可以。",
  },
  {
    question: "试验要多长时间？",
    answer:
      "每项试验都不一样：有的几个星期，有的好几年。这取决于试验的分期和目的。请问问研究团队一共要来几次，前后要多长时间。",
  },
  {
    question: "会有报酬吗？",
    answer:
      "这要看具体的试验。有些会补偿您的时间或报销路费，有些两样都没有。在您做任何决定之前，研究团队可以告诉您。",
  },
  {
    question: "安全吗？",
    answer:
      "试验必须遵守严格的伦理规定和一份书面方案，目的就是保护参加的人。试验全程受到密切监督，安全性会反复审查。不过任何治疗都可能有风险：在您同意之前，研究团队必须向您说明已知的风险。",
  },
];

const arabic: readonly Faq[] = [
  {
    question: "ما هي التجربة السريرية؟",
    answer:
      "هي دراسة يتطوع فيها أشخاص للمساعدة على الإجابة عن سؤال طبي: هل يفيد علاج أو إجراء ما، وهل هو آمن؟ وما نتعلمه منها يفتح الطريق إلى رعاية أفضل.",
  },
  {
    question: "لماذا قد أشارك؟",
    answer:
      "يأمل بعض الناس في الحصول مبكرًا على علاج قد يساعدهم، ولا يستطيع أحد أن يعد بذلك. ويريد آخرون أن يتقدم الطب من أجل من يأتون بعدهم. كلا السببين وجيه، ومن حقك أيضًا أن ترفض.",
  },
  {
    question: "كم تستغرق التجربة؟",
    answer:
      "يختلف ذلك من تجربة إلى أخرى: بضعة أسابيع في بعضها، وعدة سنوات في غيرها، بحسب مرحلة التجربة وهدفها. يمكنك أن تسأل فريق الدراسة عن عدد الزيارات وعن المدة التي تمتد عليها.",
  },
  {
    question: "هل سأحصل على مقابل مالي؟",
    answer:
      "يتوقف ذلك على التجربة. بعضها يدفع مقابل وقتك أو يعوضك عن تكاليف السفر، وبعضها لا يقدم أيًّا منهما. يستطيع فريق الدراسة أن يخبرك بذلك قبل أن تقرر أي شيء.",
  },
  {
    question: "ما مدى أمان ذلك؟",
    answer:
      "تتبع التجارب قواعد أخلاقية صارمة وخطة مكتوبة وُضعت لحماية المشاركين فيها، وتخضع لمتابعة دقيقة وتُراجَع سلامتها مرة بعد مرة. ومع ذلك قد تكون لأي علاج مخاطر: وعلى الفريق أن يشرح لك المعروف منها قبل أن توافق.",
  },
];

export const defaultFaqs: Readonly<Record<PublicLanguage, readonly Faq[]>> = {
  en: english,
  es: spanish,
  zh: chinese,
  ar: arabic,
};
