// Words around a mail that a study's team writes to a person.
import { isolate } from "@studydesk/domain/isolate";
import type { LeadMessageTexts } from "../en/lead-message";

const value = (text: string) => isolate("es", text);

export const leadMessage: LeadMessageTexts = {
  answer: (name) => `Puede responder a este correo: la respuesta le llega a ${value(name)}.`,
  ownPage:
    "En su propia página puede ver en qué punto está su solicitud, decir cómo prefiere que le contacten o que ya no quiere que le contacten:",
  openOwnPage: "Abrir mi página",
  footer: (site) =>
    `Recibe este correo porque preguntó a ${value(site)} por un estudio. Trata solo de ese estudio.`,
};
