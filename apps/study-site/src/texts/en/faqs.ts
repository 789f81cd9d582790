// Common questions about clinical studies, answered in general words.

export interface Faq {
  question: string;
  answer: string;
}

export const faqs: readonly Faq[] = [
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
