// Words of the mails about a visit.
import { isolate } from "@studydesk/domain/isolate";
import type { VisitTexts } from "../en/visit";

const value = (text: string) => isolate("es", text);

export const visit: VisitTexts = {
  planned: {
    subject: (site, day) => `Su visita en ${value(site)} el ${day}`,
    title: (site) => `Su visita en ${value(site)}`,
    what: "Hemos acordado una visita. Aquí tiene el día, la hora y el lugar, para que pueda consultarlos.",
  },
  moved: {
    subject: (site, day) => `Cambio: su visita en ${value(site)}, ahora el ${day}`,
    title: (site) => `Su visita en ${value(site)} ha cambiado`,
    what: "Su visita ha cambiado. Esto es lo que vale ahora; lo que le escribimos antes ya no vale.",
  },
  cancelled: {
    subject: (site, day) => `Cancelada: su visita en ${value(site)} el ${day}`,
    title: (site) => `Su visita en ${value(site)} se ha cancelado`,
    what: "Esta visita no tendrá lugar. No hace falta que venga.",
  },
  reminder: {
    subject: (site, day) => `Recordatorio: su visita en ${value(site)} el ${day}`,
    title: (site) => `Su visita en ${value(site)} es pronto`,
    what: "Le recordamos su visita.",
  },
  hello: (name) => `Hola, ${value(name)}:`,
  facts: { when: "Cuándo", length: "Duración", where: "Dónde" },
  colon: ": ",
  about: (length) => `aproximadamente ${length}`,
  clock: (city) => `La hora es la de ${value(city)}.`,
  calendar: "Con este correo llega un archivo para su calendario.",
  calendarEnds: "El archivo que llega con este correo quita la visita de su calendario.",
  answer: (name) =>
    `Si no puede venir o quiere preguntar algo, responda a este correo: la respuesta le llega a ${value(name)}. Puede dejarlo en cualquier momento, sin decir por qué.`,
  ownPage: "En su propia página puede ver en qué punto está su solicitud:",
  openOwnPage: "Abrir mi página",
  footer: (site) =>
    `Recibe este correo porque acordó una visita con ${value(site)}. Nadie más lo recibe.`,
  summary: (site) => `Visita en ${value(site)}`,
  inCalendar: (name) =>
    `Si no puede venir, responda al correo con el que llegó este archivo: la respuesta le llega a ${value(name)}.`,
};
