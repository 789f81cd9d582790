// What stands around every page, and the pages for when there is nothing to show.
import { isolate } from "@studydesk/domain/isolate";
import { localeOf } from "@studydesk/domain/public-language";
import type { FrameTexts } from "../en/frame";

export const frame: FrameTexts = {
  dateLocale: localeOf("es"),
  comma: ", ",
  brand: "Estudios clínicos",
  skipToContent: "Ir al contenido",
  allStudies: "Estudios abiertos",
  yourNotes: "Sus notas",
  addNote: "Añadir una nota",
  noteInvitation:
    "Seleccione unas palabras de esta página para escribir una nota sobre ellas. Solo usted ve sus notas; si lo desea, puede compartirlas con una clave.",
  notesNotLoaded: "No se pudieron cargar sus notas. Compruebe su conexión e inténtelo de nuevo.",
  languages: "Idioma",
  demo: "Esto es una demostración. Nada de lo que envíe aquí llega a un hospital ni al equipo de un estudio.",
  footer:
    "Los datos de los estudios vienen del registro público ClinicalTrials.gov. No sustituyen el consejo de su médico.",
  notFound: {
    title: "Aquí no hay ninguna página",
    text: "Puede que la dirección tenga una errata o que el estudio no figure aquí. Búsquelo entre los estudios abiertos o, por su número, en el registro público.",
    registry: "Buscar en ClinicalTrials.gov",
  },
  problem: {
    title: "No ha funcionado",
    tooLarge:
      "Lo que ha enviado es más grande de lo que podemos recibir. Acórtelo y vuelva a enviarlo, por favor.",
    tooMany:
      "Han llegado muchas peticiones desde su red en poco tiempo. Espere unos minutos y vuelva a intentarlo, por favor.",
    notTaken:
      "No hemos podido recibir lo que ha enviado. Vuelva atrás, cargue otra vez la página e inténtelo de nuevo.",
    broken:
      "Algo ha fallado por nuestra parte. Vuelva a intentarlo dentro de un momento, por favor.",
    requestId: (id) =>
      `Si vuelve a ocurrir, dígale este número al centro del estudio: ${isolate("es", id)}`,
    back: "Estudios abiertos",
  },
};
