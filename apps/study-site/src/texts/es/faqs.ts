// Common questions about clinical studies, answered in general words.
import type { Faq } from "../en/faqs";

export const faqs: readonly Faq[] = [
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
