// Study alerts: the sign-up, the yes to it, and the reader's own page with the ways to change and to end.

import { isolate } from "@studydesk/domain/isolate";
import { plural } from "@studydesk/domain/plural";
import type { AlertField, AlertProblem } from "@studydesk/domain/subscriptions/subscription-input";
import type { AlertsTexts } from "../en/alerts";
import { minutes } from "./durations";

const value = (text: string) => isolate("es", text);

const missing: Record<AlertField, string> = {
  condition: "Escriba qué busca.",
  place: "Escriba una población.",
  radius: "Elija hasta dónde podría desplazarse.",
  email: "Escriba su correo electrónico: ahí enviaremos los avisos.",
};
const problems: Record<Exclude<AlertProblem, "missing">, string> = {
  too_long: "Es más largo de lo que podemos guardar. Acórtelo, por favor.",
  not_an_email: "Esto no parece un correo electrónico. Escríbalo así: nombre@example.org.",
  no_words: "Escriba el nombre de una enfermedad, o deje el campo vacío para cualquiera.",
  unknown_place:
    "No conocemos ninguna población con ese nombre. Revise cómo está escrito o ponga una ciudad más grande que esté cerca.",
  which_place: "Hay varias poblaciones con ese nombre. Elija la suya.",
  known_already:
    "Usted tiene otro aviso para exactamente lo mismo. Cambie ese, o cancele uno de los dos.",
};

export const alerts: AlertsTexts = {
  link: "Avisarme por correo cuando estudios como este busquen participantes",
  linkAny: "Avisarme por correo cuando un estudio empiece a buscar participantes",
  title: "Entérese de los estudios que se abren",
  intro:
    "Cuando un estudio que corresponda empiece a buscar participantes, le escribiremos. Así no tiene que estar pendiente.",
  fromStudy: (title) => `Usted viene de este estudio: ${value(title)}`,
  fieldNames: {
    condition: "Enfermedad",
    place: "Población",
    radius: "Hasta dónde podría desplazarse",
    email: "Correo electrónico",
  },
  language: "Idioma de los correos",
  conditionHint:
    "Elija de la lista o escriba otra con su nombre habitual. Los estudios suelen estar registrados en inglés. Déjelo vacío para enterarse de todos.",
  placeHint: "Déjelo vacío si le sirve cualquier lugar.",
  honeypot: "Deje este campo vacío",
  problem: (field, code) => (code === "missing" ? missing[field] : problems[code]),
  problemsTitle: (n) =>
    plural("es", n, { one: "Hay que revisar una cosa", other: "Hay que revisar # cosas" }),
  tooManyTitle: "Espere un poco, por favor",
  tooMany: (wait) =>
    `Muchas personas se han inscrito desde su red en poco tiempo. Lo que escribió sigue aquí: envíelo otra vez dentro de ${minutes(wait)}.`,
  send: "Enviarme avisos",
  afterSending:
    "Primero recibirá un correo con un enlace. Nada empieza hasta que diga que sí allí.",
  asked: {
    title: "Ahora mire su correo",
    text: "Si esta dirección es correcta, ya va un correo en camino: confirme ahí. Solo entonces empiezan los avisos.",
    unwanted: "Si no llega en una hora, mire en el correo no deseado o inscríbase otra vez.",
  },
  confirm: {
    title: "¿Quiere recibir estos avisos?",
    button: "Sí, quiero recibir estos avisos",
    otherwise: "Si no los quiere, cierre esta página: no se enviará nada.",
  },
  confirmed: {
    title: "Sus avisos ya están activos",
    text: "Le escribiremos cuando un estudio que corresponda empiece a buscar participantes.",
    openNow: "Estos corresponden y ya buscan participantes",
    change: "Cambiar o cancelar este aviso",
  },
  preferences: {
    title: "Su aviso de estudios",
    now: "Le escribimos cuando se abre un estudio que corresponde a esto:",
    saved: "Guardado. A partir de ahora le avisaremos de esto.",
    change: "Cambiarlo",
    save: "Guardar",
    stop: "Cancelar este aviso",
    stopHint: "Si tiene otros avisos, siguen activos.",
    erase: "Olvidarme",
    eraseHint:
      "Cancela todos los avisos de su dirección y borra la dirección junto con todo lo que guardamos sobre los avisos.",
  },
  unsubscribe: {
    title: "¿Dejar de recibir todos los avisos?",
    text: "No llegarán más avisos de estudios a esta dirección.",
    button: "Dejar de recibir todos los avisos",
  },
  ended: {
    title: "Los avisos se han cancelado",
    text: "No enviaremos nada más sobre esto. Puede inscribirse otra vez cuando quiera.",
  },
  forgotten: {
    title: "Hemos borrado sus datos",
    text: "Su dirección y todo lo relativo a sus avisos se han borrado aquí. Lo que haya escrito al equipo de un estudio es otra cosa y sigue en manos de ese equipo.",
  },
  gone: {
    title: "Este enlace no abre nada",
    text: "Está incompleto, es demasiado antiguo o aquello a lo que pertenecía ha terminado. No se envía ningún aviso por él.",
    again: "Inscribirse en los avisos de estudios",
  },
};
