// Instead of a form: what a study's status means for somebody who would like to take part, and where
// else to look.
import { isolate } from "@studydesk/domain/isolate";
import type { ElsewhereTexts } from "../en/elsewhere";

const value = (text: string) => isolate("es", text);

const statusMeanings: ElsewhereTexts["statusMeanings"] = {
  RECRUITING: "Este estudio busca participantes.",
  NOT_YET_RECRUITING:
    "Este estudio todavía no ha empezado a buscar participantes. Puede que lo haga más adelante.",
  ENROLLING_BY_INVITATION:
    "En este estudio solo participan las personas a las que invita su equipo.",
  ACTIVE_NOT_RECRUITING: "Este estudio está en marcha y ya tiene los participantes que necesita.",
  COMPLETED: "Este estudio ha terminado según lo previsto.",
  SUSPENDED: "Este estudio está en pausa. Puede que continúe más adelante.",
  TERMINATED: "Este estudio se interrumpió antes de tiempo y no volverá a empezar.",
  WITHDRAWN: "Este estudio se canceló antes de que nadie participara.",
  AVAILABLE: "El tratamiento se puede pedir fuera de un estudio, a través de un médico.",
  NO_LONGER_AVAILABLE: "El tratamiento ya no se puede pedir fuera de un estudio.",
  TEMPORARILY_NOT_AVAILABLE:
    "Por ahora no se puede pedir el tratamiento. Puede que más adelante vuelva a ser posible.",
  APPROVED_FOR_MARKETING:
    "El tratamiento está aprobado: un médico puede recetarlo sin necesidad de un estudio.",
  WITHHELD: "El registro no muestra los datos de este estudio.",
  UNKNOWN:
    "Hace mucho tiempo que el registro no tiene noticias de este estudio, así que nadie puede decir si todavía busca participantes.",
};

export const elsewhere: ElsewhereTexts = {
  title: "Este estudio no recibe mensajes por ahora",
  statusMeanings,
  noSite:
    "Según el registro, este estudio busca participantes, pero en este momento ninguno de sus centros recibe mensajes aquí.",
  lastKnown: (status) =>
    `La última vez que el registro tuvo noticias, su estado era «${value(status)}».`,
  whyStopped: (reason) => `El registro da un motivo: ${value(reason)}`,
  look: "Dónde más puede buscar",
  ourStudies: "Estudios que buscan participantes aquí",
  search: (condition) =>
    `Estudios sobre ${value(condition)} que buscan participantes, en el registro público`,
  askContact: "Preguntar al contacto de este estudio",
  talk: "Su médico también puede informarle de estudios cerca de usted.",
  justStopped:
    "Este estudio dejó de recibir mensajes mientras usted escribía, así que el suyo no se ha enviado.",
  yourMessage: "Lo que usted escribió, por si quiere copiarlo:",
};
