// The words of a study's page.
import { plural } from "@studydesk/domain/plural";
import type { StudyTexts } from "../en/study";

export const study: StudyTexts = {
  updated: (date) => `actualizado el ${date}`,
  askJump: "Preguntar cómo participar",
  overview: "De qué trata este estudio",
  fromRegistry: "Tomado de la ficha del estudio en el registro público.",
  wordedHere:
    "Traducido por el equipo del estudio a partir de la ficha del registro público, que está en inglés.",
  more: "Leer la descripción detallada",
  whoCanTakePart: "Quién puede participar",
  inclusion: "Pueden participar",
  exclusion: "No pueden participar",
  criteriaHint:
    "No tiene que averiguar por su cuenta si este estudio es para usted: el equipo lo repasará con usted.",
  noCriteria: "El registro no indica ninguno.",
  alsoWritten: "El registro añade:",
  details: "Datos del estudio",
  conditions: "Enfermedad o afección",
  sponsor: "Promotor",
  type: "Tipo de estudio",
  types: {
    INTERVENTIONAL: "Prueba un tratamiento o un procedimiento",
    OBSERVATIONAL: "Observa, sin cambiar el tratamiento",
    EXPANDED_ACCESS: "Tratamiento fuera de un estudio",
  },
  phase: "Fase",
  ages: "Edad",
  sex: "Sexo",
  healthyVolunteers: "Acepta voluntarios sanos",
  yes: "Sí",
  no: "No",
  started: "Inicio",
  ends: "Fin",
  status: "Estado en el registro",
  registryNumber: "Número de registro",
  registryRecord: (nctId) => `${nctId} en ClinicalTrials.gov`,
  lastUpdate: "Última actualización",
  officialTitle: "Título completo",
  centres: "Centros del estudio",
  moreCentres: (n) =>
    plural("es", n, {
      one: "Mostrar # centro más",
      other: "Mostrar # centros más",
    }),
  contact: "Contacto del estudio",
  contactHint: "Tal como figura en el registro.",
  faqs: "Preguntas frecuentes",
  faqHint: "Sobre los estudios clínicos en general.",
  inEnglish: "Esta parte está en inglés: el equipo del estudio aún no la ha traducido a su idioma.",
  registryText: "Leer el texto original del registro",
  seeRegistryText: "Ver el texto del registro",
  plainByAi: (date) =>
    `Resumen en lenguaje sencillo redactado por IA y revisado por el equipo del estudio el ${date}.`,
  plainByTeam: (date) => `Resumen en lenguaje sencillo del equipo del estudio, ${date}.`,
  ownFaqHint: "Del equipo del estudio.",
  onPaper: (address) => `Esta página en la web: ${address}`,
};
