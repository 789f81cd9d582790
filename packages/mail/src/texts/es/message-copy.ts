// Words of the copy that a visitor gets of what they sent.
import { isolate } from "@studydesk/domain/isolate";
import { plural } from "@studydesk/domain/plural";
import type { MessageCopyTexts } from "../en/message-copy";

const value = (text: string) => isolate("es", text);

export const messageCopy: MessageCopyTexts = {
  subject: (site) => `Su mensaje a ${value(site)}`,
  title: (site) => `${value(site)} ha recibido su mensaje`,
  hello: ({ firstName }) => `Hola, ${value(firstName)}:`,
  thanks: (site, city) =>
    `Gracias por preguntar por un estudio. Su mensaje ya está en manos del equipo del estudio en ${value(site)} (${value(city)}). Esta es su copia.`,
  again:
    "Usted ya nos había escrito antes sobre este estudio. Hemos guardado los dos mensajes y el equipo los ve juntos, así que no hace falta que vuelva a enviar nada.",
  next: (promise) =>
    `Qué pasa ahora: alguien del equipo se pondrá en contacto con usted. Procuran hacerlo ${promise}. Le contarán más sobre el estudio y le harán algunas preguntas. Preguntar no le compromete a nada: puede dejarlo cuando quiera, sin dar explicaciones.`,
  withinHours: (n) =>
    n === 24
      ? "en el plazo de un día"
      : plural("es", n, { one: "en el plazo de una hora", other: "en un plazo de # horas" }),
  withinDays: (n) =>
    plural("es", n, { one: "en el plazo de un día", other: "en un plazo de # días" }),
  whatYouSent: "Lo que usted envió",
  colon: ": ",
  facts: {
    study: "Estudio",
    name: "Nombre",
    email: "Correo electrónico",
    phone: "Teléfono",
    language: "Idioma",
    message: "Mensaje",
  },
  changed:
    "Si algo no es correcto, dígaselo a la persona que le llame o envíe otra vez el formulario.",
  ownPage:
    "Usted tiene una página propia. En ella puede ver en qué punto está su consulta, decirnos cómo prefiere que nos pongamos en contacto con usted o retirarlo todo:",
  openOwnPage: "Abrir mi página",
  keepToYourself:
    "Este enlace es solo para usted. Quien lo tenga puede ver su consulta y borrarla, así que le rogamos que no lo comparta.",
  studyPage: "La página del estudio",
  readAgain: "Volver a leer sobre el estudio",
  urgent:
    "Nadie lee este buzón y el equipo no atiende urgencias. Si se encuentra mal en este momento, llame a su médico o al número de emergencias de su zona.",
  footer:
    "Recibe este correo porque alguien escribió esta dirección en el formulario de contacto de la página del estudio. Si no fue usted, no tiene que hacer nada.",
};
