// What the page behind a request link says, where somebody outside is asked for a note.
import { plural } from "@studydesk/domain/plural";
import type { NoteRequestTexts } from "../en/note-request";
import type { WriteBackTexts } from "../en/write-back";
import { reader } from "./reader";
import { writeBack } from "./write-back";

const { dateLocale, newTab, incompleteLink, clear } = reader;
const askForNew = "Pida uno nuevo a la persona que se lo envió.";

const write: WriteBackTexts = {
  ...writeBack,
  title: "Escriba su nota",
  intro:
    "Su nota se sella en este dispositivo. Solo puede leerla la persona que la pide; el servidor no puede. No diga de nadie más de lo que esa persona necesita.",
  text: "Su nota",
  sent: "Enviada y sellada. Ahora espera a la persona que la pidió. Puede escribir otra.",
  problems: {
    ...writeBack.problems,
    ended:
      "Este enlace ya no admite notas. Lo que escribió sigue aquí: cópielo y pida un enlace nuevo a la persona que se lo envió.",
    enough:
      "Por este enlace ya llegaron todas las notas que admite. Lo que escribió sigue aquí: cópielo y pida un enlace nuevo a la persona que se lo envió.",
  },
};

export const noteRequest: NoteRequestTexts = {
  ...{ dateLocale, newTab, incompleteLink, clear },
  title: "Le piden una nota",
  intro:
    "Lo que le piden se abre solo en este dispositivo; el servidor lo guarda sellado y no puede leerlo.",
  fetching: "Trayendo lo que le piden…",
  again: "Intentar de nuevo",
  askedBy: (name) => `${name} le pide una nota`,
  takes: (notes, until) =>
    plural("es", notes, {
      one: `Este enlace admite una nota más, hasta el ${until}.`,
      other: `Este enlace admite # notas más, hasta el ${until}.`,
    }),
  whoSent: "Escriba solo si sabe quién le envió este enlace.",
  notSecure: {
    title: "Esta página no se abrió de forma segura",
    text: "Su navegador solo sella notas en una dirección segura, de las que empiezan por https://. Pídala a la persona que le envió el enlace.",
  },
  noMatch: {
    title: "Con este enlace no se pide nada",
    text: "Abra de nuevo el enlace de su mensaje, o cópielo entero en la barra de direcciones. Si sigue igual, pregunte a la persona que se lo envió.",
  },
  keysExchanged: {
    title: "Este enlace fue manipulado",
    text: "Otra persona podría leer lo que escriba aquí, así que no se puede enviar nada. Avise por otro medio a la persona que le envió el enlace.",
  },
  changed: {
    title: "Lo que llegó no es lo que se pidió",
    text: "Cambió por el camino, así que no se muestra ni se puede enviar nada. Abra el enlace de nuevo; si sigue igual, avise a la persona que se lo envió.",
  },
  ends: {
    expired: { title: "Este enlace ha caducado", text: `Su tiempo terminó. ${askForNew}` },
    revoked: {
      title: "Este enlace fue retirado",
      text: "La persona que lo envió lo cerró. Pregúntele si todavía necesita una nota.",
    },
    enough: {
      title: "Este enlace ya recibió todas sus notas",
      text: `Llegaron todas las que admite. ${askForNew}`,
    },
    unknown: { title: "Este enlace ya no admite notas", text: askForNew },
  },
  lastSent: {
    title: "Enviada y sellada",
    text: "Ahora espera a la persona que la pidió. Era la última nota que admite este enlace, y no se guardó nada de ella en este dispositivo.",
  },
  cleared: {
    title: "No queda nada en esta página",
    text: "Ni lo que le piden ni lo que escribió se guardó en este dispositivo. Para escribir otra vez, abra el enlace de su mensaje.",
  },
  problems: {
    unreachable: "El servidor no respondió. Compruebe su conexión e inténtelo de nuevo.",
    failed: "El servidor no pudo responder ahora. Espere un minuto e inténtelo de nuevo.",
  },
  write,
};
