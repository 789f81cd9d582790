// What the page behind a shared link says: what happened, and what to do next.
import { plural } from "@studydesk/domain/plural";
import type { ReaderTexts } from "../en/reader";
import { writeBack } from "./write-back";

const askForNew = "Pida uno nuevo a la persona que se lo envió.";

export const reader: ReaderTexts = {
  dateLocale: "es",
  title: "Han compartido una nota con usted",
  intro:
    "Escriba la clave que le dieron. La nota se abre solo en este dispositivo; el servidor la guarda sellada y no puede leerla.",
  passcode: "Clave",
  passcodeHint:
    "En una clave como 7K2M-9QXP-4T, los guiones, los espacios y las minúsculas no importan. Una clave de palabras se escribe tal como se la dijeron.",
  open: "Abrir la nota",
  checking: "Comprobando la clave…",
  fetching: "Trayendo la nota…",
  incompleteLink: {
    title: "Este enlace no está completo",
    text: "Falta su última parte, la que va después de #, o se cortó. Abra de nuevo el enlace de su mensaje, o cópielo entero en la barra de direcciones.",
  },
  notSecure: {
    title: "Esta página no se abrió de forma segura",
    text: "Su navegador solo abre notas en una dirección segura, de las que empiezan por https://. Pídala a la persona que le envió el enlace.",
  },
  cleared: {
    title: "La nota ya no está en esta página",
    text: "No se guardó nada de ella en este dispositivo. Para leerla otra vez, abra el enlace de su mensaje, mientras siga funcionando.",
  },
  ends: {
    expired: { title: "Este enlace ha caducado", text: `Su tiempo terminó. ${askForNew}` },
    used_up: {
      title: "Este enlace ya se abrió todas las veces permitidas",
      text: `${askForNew} Si usted nunca lo abrió, dígaselo.`,
    },
    revoked: {
      title: "Este enlace fue retirado",
      text: "La persona que lo envió lo cerró. Pregúntele si todavía necesita la nota.",
    },
    reissued: {
      title: "Hay un enlace más nuevo",
      text: "La persona que envió este hizo otro en su lugar. Búsquelo en sus mensajes o pregúntele.",
    },
    too_many_failures: {
      title: "Este enlace se cerró",
      text: `Se probaron demasiadas claves equivocadas. ${askForNew}`,
    },
    unknown: { title: "Este enlace ya no se abre", text: askForNew },
  },
  problems: {
    empty: "Escriba primero la clave. Le llegó por un medio distinto del enlace.",
    noMatch:
      "Este enlace y esta clave no abren juntos ninguna nota. Revise la clave e inténtelo de nuevo; si sigue igual, pregunte a la persona que la envió.",
    offline:
      "No tiene conexión. Su clave sigue aquí: conéctese y abra la nota de nuevo. No se contó nada.",
    unreachable:
      "El servidor no respondió. Compruebe su conexión y abra la nota de nuevo: en los próximos dos minutos cuenta como la misma vez.",
    failed: "El servidor no pudo responder ahora. Espere un minuto y abra la nota de nuevo.",
    unreadable:
      "Lo que llegó no es lo que se selló, así que no se mostró. Abra la nota de nuevo; si sigue igual, pida un enlace nuevo a la persona que la envió.",
    noMemory:
      "A este dispositivo no le queda memoria para comprobar la clave. Cierre otras páginas e inténtelo de nuevo, o use otro dispositivo.",
  },
  waitMinutes: (n) =>
    plural("es", n, {
      one: "Se probaron demasiadas claves equivocadas. Espere un minuto y abra la nota de nuevo.",
      other: "Se probaron demasiadas claves equivocadas. Espere # minutos y abra la nota de nuevo.",
    }),
  waitHours: (n) =>
    plural("es", n, {
      one: "Se probaron demasiadas claves equivocadas. Espere una hora y abra la nota de nuevo.",
      other: "Se probaron demasiadas claves equivocadas. Espere # horas y abra la nota de nuevo.",
    }),
  onlyHere:
    "Se muestra solo en esta página: cuando la página se cierre o se cargue de nuevo, ya no estará aquí.",
  lastView: "Esta fue la última vez que se podía abrir el enlace.",
  opensAgain: (times, until) =>
    plural("es", times, {
      one: `El enlace se abre una vez más, hasta el ${until}.`,
      other: `El enlace se abre # veces más, hasta el ${until}.`,
    }),
  shared: (n) =>
    plural("es", n, { one: "Nota compartida con usted", other: "# notas compartidas con usted" }),
  sharedBy: (n, name) => `${plural("es", n, { one: "Nota", other: "# notas" })} de ${name}`,
  written: "Escrita el ",
  from: "De ",
  newTab: (source) => `${source} (se abre en otra pestaña)`,
  revision: (revision) => `, versión ${revision}`,
  print: "Imprimir",
  clear: "Quitar de este dispositivo",
  writeBack,
};
