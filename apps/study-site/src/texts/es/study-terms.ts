// The words about how studies are done that a study's text uses, explained.
import type { Explanation, StudyTermId } from "../../glossary/explanation";

export const studyTerms: Record<StudyTermId, Explanation> = {
  randomised: {
    name: "Aleatorizado",
    text: "El azar decide en qué grupo del estudio queda usted, como al lanzar una moneda. No lo eligen ni usted ni el médico.",
  },
  placebo: {
    name: "Placebo",
    text: "Algo que parece el tratamiento pero no contiene ningún principio activo. Permite ver qué hace el tratamiento por sí mismo.",
  },
  blinded: {
    name: "Ciego o enmascarado",
    text: "No se revela quién recibe cada tratamiento, ni a usted, ni al equipo o a ninguno de los dos, para que las expectativas no influyan en los resultados. En una urgencia se puede consultar.",
  },
  openLabel: { name: "Abierto", text: "Todos saben qué tratamiento recibe usted." },
  controlGroup: {
    name: "Grupo de control",
    text: "Las personas con las que se compara a las demás. A menudo reciben el tratamiento habitual hoy en día.",
  },
  cohort: {
    name: "Cohorte",
    text: "Un grupo de personas a las que se sigue durante un tiempo, a menudo años, para ver cómo evoluciona su salud.",
  },
  prospective: {
    name: "Prospectivo",
    text: "Mira hacia adelante: primero se pregunta a las personas y a partir de entonces se registra lo que les sucede.",
  },
  baseline: {
    name: "Situación inicial",
    text: "Cómo están las cosas al comienzo, antes de hacer nada. Los resultados posteriores se comparan con ella.",
  },
  screening: {
    name: "Selección",
    text: "Las preguntas y pruebas que muestran si el estudio es adecuado para usted, una vez que las ha aceptado.",
  },
  protocol: {
    name: "Protocolo",
    text: "El plan escrito del estudio: quién puede participar, qué se hace, cuándo, y cómo se protege a las personas.",
  },
  investigational: {
    name: "En investigación",
    text: "Todavía se está estudiando y aún no está aprobado para este uso.",
  },
  informedConsent: {
    name: "Consentimiento informado",
    text: "Le explican qué supone el estudio, lo bueno y lo malo, puede preguntar lo que quiera y después decide con libertad. Puede cambiar de opinión en cualquier momento.",
  },
  hipaa: {
    name: "HIPAA",
    text: "Una ley de Estados Unidos que protege los datos de salud. La autorización permite que el estudio use los suyos.",
  },
  washout: {
    name: "Período de lavado",
    text: "Una pausa sin un medicamento determinado, hasta que no quede nada en el cuerpo. Nunca lo deje por su cuenta.",
  },
  adverseEvent: {
    name: "Acontecimiento adverso",
    text: "Cualquier problema de salud que aparece durante un estudio, lo haya causado o no el tratamiento.",
  },
  standardOfCare: {
    name: "Tratamiento habitual",
    text: "El tratamiento que los médicos suelen dar hoy en día.",
  },
  contraindication: {
    name: "Contraindicación",
    text: "Un motivo por el que un tratamiento no sería seguro para una persona.",
  },
  comorbidity: {
    name: "Comorbilidad",
    text: "Otra enfermedad que la persona tiene al mismo tiempo.",
  },
  asymptomatic: { name: "Asintomático", text: "Sin molestias que la persona note." },
  prognosis: { name: "Pronóstico", text: "Cómo se espera que evolucione una enfermedad." },
  ecog: {
    name: "Escala ECOG",
    text: "Cómo se desenvuelve una persona en su vida diaria, de 0 (como antes de la enfermedad) a 4 (siempre en cama); el 5 indica fallecimiento.",
  },
  kps: {
    name: "KPS (escala de Karnofsky)",
    text: "Cómo se desenvuelve una persona en su vida diaria, de 100 (sin molestias) hasta 0. Con 80, la actividad normal cuesta cierto esfuerzo.",
  },
  asaClass: {
    name: "Clase ASA",
    text: "El estado de salud de una persona antes de una operación, según los anestesistas. ASA I significa sana.",
  },
};
