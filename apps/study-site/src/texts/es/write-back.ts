// What the form says by which somebody outside writes back, sealed: what happened, and what to do next.
import { plural } from "@studydesk/domain/plural";
import type { WriteBackTexts } from "../en/write-back";

export const writeBack: WriteBackTexts = {
  title: "Responda a quien la envió",
  intro:
    "Su respuesta se sella en este dispositivo. Solo puede leerla la persona que envió la nota; el servidor no puede.",
  text: "Su respuesta",
  name: "Su nombre, si quiere",
  send: "Enviar sellada",
  sending: "Sellando y enviando…",
  used: (percent) => `Hasta 8 kB: se usa el ${percent} %.`,
  sent: "Enviada y sellada. Ahora espera a la persona que envió la nota. Puede escribir de nuevo.",
  waitMinutes: (n) =>
    plural("es", n, {
      one: "Se hicieron demasiados envíos por esta vía. Lo que escribió sigue aquí: espere un minuto y envíelo de nuevo.",
      other:
        "Se hicieron demasiados envíos por esta vía. Lo que escribió sigue aquí: espere # minutos y envíelo de nuevo.",
    }),
  waitHours: (n) =>
    plural("es", n, {
      one: "Se hicieron demasiados envíos por esta vía. Lo que escribió sigue aquí: espere una hora y envíelo de nuevo.",
      other:
        "Se hicieron demasiados envíos por esta vía. Lo que escribió sigue aquí: espere # horas y envíelo de nuevo.",
    }),
  problems: {
    empty: "Escriba algo primero; todavía no hay nada que enviar.",
    tooLarge: "Son más de 8 kB, así que no se envió. Acórtela o envíela en dos partes.",
    offline: "No tiene conexión. Lo que escribió sigue aquí: conéctese y envíelo de nuevo.",
    unreachable:
      "El servidor no respondió. Compruebe su conexión y envíela de nuevo: llega una sola vez, aunque lo intente varias.",
    failed:
      "El servidor no pudo recibirla ahora. Lo que escribió sigue aquí: espere un minuto y envíelo de nuevo.",
    ended:
      "Este enlace ya no admite respuestas. Lo que escribió sigue aquí: cópielo y pregunte a la persona que envió la nota cómo hacérselo llegar.",
    enough:
      "Por este enlace ya llegaron todas las respuestas que admite. Lo que escribió sigue aquí: cópielo y pida un enlace nuevo a la persona que envió la nota.",
  },
};
