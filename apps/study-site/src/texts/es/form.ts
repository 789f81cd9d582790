// The words of the contact form.
import { isolate } from "@studydesk/domain/isolate";
import type { FormTexts } from "../en/form";
import { minutes, promise } from "./durations";
import { formProblem } from "./form-problems";

const value = (text: string) => isolate("es", text);

export const form: FormTexts = {
  title: "Preguntar cómo participar",
  intro: (siteName, city) =>
    `Su mensaje llega directamente al equipo del estudio en ${value(siteName)} (${value(city)}).`,
  introSeveral: "Su mensaje llega directamente al equipo del centro que usted elija.",
  fieldNames: {
    site: "Centro del estudio",
    first_name: "Nombre",
    last_name: "Apellidos",
    email: "Correo electrónico",
    phone: "Teléfono",
    birth_year: "Año de nacimiento",
    language: "Idioma que prefiere",
    message: "Su mensaje",
    consent: "Consentimiento",
  },
  familyNameFirst: false,
  optional: "opcional",
  anyLanguage: "Me va bien el inglés",
  phoneHint: "Con + y el prefijo del país si es del extranjero.",
  birthYearHint: (ages) => `De la persona que participaría. Edad en este estudio: ${ages}.`,
  messageHint:
    "Por favor, todavía no escriba datos médicos; el equipo le preguntará cuando hablen.",
  sitePromise: (hours) => `procura responder en un plazo de ${promise(hours)}`,
  honeypot: "Deje este campo vacío",
  send: "Enviar",
  afterSending: "Recibirá una copia por correo electrónico.",
  problem: formProblem,
  problemsTitle: (n) => (n === 1 ? "Hay algo que revisar" : `Hay ${n} cosas que revisar`),
  problemsNote: "Todavía no se ha enviado nada, y lo que escribió sigue aquí.",
  tooManyTitle: "Espere un poco antes de enviar",
  tooMany: (wait) =>
    `Han llegado muchos mensajes desde su red en poco tiempo, así que este todavía no se ha enviado. Lo que escribió sigue aquí: vuelva a enviarlo dentro de ${minutes(wait)}.`,
  tooManyPhone: "Si prefiere no esperar, use el contacto del estudio que aparece en esta página.",
  failedTitle: "Su mensaje no se ha enviado",
  failed:
    "Algo ha fallado por nuestra parte. Lo que escribió sigue aquí: vuelva a enviarlo dentro de un momento, por favor.",
  tooLargeTitle: "Es demasiado para un solo mensaje",
  tooLarge:
    "Lo que envió ocupa tanto que no se ha podido leer, así que no se ha enviado nada y no aparece aquí. Si su navegador permite volver atrás, lo más probable es que su texto siga ahí. Acórtelo y vuelva a enviarlo, por favor.",
  outsideTitle: "Este estudio es para personas de otra edad",
  outside: (ages) =>
    `Gracias por querer ayudar. Edad en este estudio: ${ages}. Con el año de nacimiento que ha indicado, lo más probable es que no sea posible participar. Hasta ahora no se ha enviado ni guardado nada.`,
  outsideOthers: "Estos estudios aceptan a personas de esa edad:",
  outsideLook: "Ver todos los estudios abiertos",
  outsideStill:
    "¿Quiere escribir de todos modos al equipo del estudio, por ejemplo para otra persona? Lo que escribió está más abajo.",
  sendAllTheSame: "Enviar de todos modos",
};
