// What sharing notes says: before, while and after they are sealed.
import { plural } from "@studydesk/domain/plural";
import type { NotesShareTexts } from "../en/notes-share";

export const notesShare: NotesShareTexts = {
  dateLocale: "es",
  title: "Compartir con una clave",
  intro:
    "Sus notas se sellan en este dispositivo. Solo se abren con el enlace y la clave juntos. Nosotros no podemos leerlas.",
  which: "Qué notas",
  yourName: "Su nombre, si lo desea",
  yourNameHint: "Lo verá quien abra el enlace.",
  label: "Un nombre para su propia lista, si lo desea",
  labelHint: "Solo lo ve usted, por ejemplo «para mi hija».",
  lasts: "El enlace funciona durante",
  days: (n) => plural("es", n, { one: "# día", other: "# días" }),
  opens: "Se puede abrir",
  times: (n) => plural("es", n, { one: "una vez", other: "# veces" }),
  passcode: "Clave",
  passcodeHint: "Creada para usted. Puede escribir otra, de 8 caracteres como mínimo.",
  another: "Crear otra",
  preview: "Se comparte exactamente esto",
  previewNote: "No se envía nada más: ni quién es usted ni sus otras notas.",
  from: (name) => `De ${name}`,
  written: (date) => `Escrita el ${date}`,
  make: "Sellar y crear el enlace",
  cancel: "Cancelar",
  sealing: "Sellando en este dispositivo… tarda un momento.",
  keeping: "Guardando la copia sellada…",
  noneChosen: "Elija al menos una nota.",
  refusals: {
    too_short:
      "Esta clave es demasiado corta. Use 8 caracteres como mínimo, o la creada para usted.",
    common: "Esta clave es de las primeras que se prueban. Elija otra, o la creada para usted.",
    malformed:
      "Estas notas no se pudieron sellar tal como están. Elija otras o escríbalas de nuevo.",
    too_large: "Son más notas de las que caben en un enlace (32 kB). Comparta menos cada vez.",
    no_memory:
      "Este dispositivo no pudo sellar las notas. Cierre otras páginas e inténtelo de nuevo.",
  },
  offline: "No hay conexión. No se pierde nada: conéctese y pulse el botón de nuevo.",
  throttled: (minutes) =>
    plural("es", minutes, {
      one: "Se acaban de crear muchos enlaces. Espere un minuto y pulse el botón de nuevo. No se pierde nada.",
      other:
        "Se acaban de crear muchos enlaces. Espere # minutos y pulse el botón de nuevo. No se pierde nada.",
    }),
  failed: "El servidor no pudo guardarlo ahora. No se pierde nada: pulse el botón de nuevo.",
  readyTitle: "Su enlace está listo",
  ways: "Envíe cada cosa por un medio distinto: por ejemplo, el enlace por correo y la clave por teléfono. Quien tenga las dos puede leer las notas.",
  onlyNow: "El enlace y la clave se muestran solo ahora. Copie los dos antes de cerrar.",
  link: "Enlace",
  copyLink: "Copiar el enlace",
  copyPasscode: "Copiar la clave",
  copied: "Copiado",
  notCopied: "No se pudo copiar. Márquelo y cópielo usted.",
  qr: "El enlace como código QR",
  sendLink: "Enviar el enlace",
  mailLink: "Enviar el enlace por correo",
  mailSubject: "Notas para usted",
  mailText: (link) => `Aquí tiene unas notas. Le daré la clave por otro medio.\n\n${link}`,
  done: "Listo",
  noteCount: (n) => plural("es", n, { one: "# nota", other: "# notas" }),
  made: (date) => `creado el ${date}`,
  active: (times, until) =>
    plural("es", times, {
      one: `Se puede abrir una vez más, hasta el ${until}.`,
      other: `Se puede abrir # veces más, hasta el ${until}.`,
    }),
  expired: "Ha caducado.",
  used_up: "Se abrió todas las veces permitidas.",
  revoked: "Usted lo retiró. Nadie puede abrirlo.",
  locked: "Se cerró después de demasiadas claves equivocadas.",
  gone: "Terminó y se borró.",
  unknown: "Ahora no se pudo preguntar cómo está.",
  neverOpened: "Todavía no se ha abierto.",
  opened: (views, last) =>
    plural("es", views, {
      one: `Se abrió una vez, el ${last}.`,
      other: `Se abrió # veces, la última el ${last}.`,
    }),
  wrong: (n) =>
    plural("es", n, {
      one: "Se probó una clave equivocada.",
      other: "Se probaron # claves equivocadas.",
    }),
  takeBack: "Retirarlo",
  takenBack: "Retirado: el enlace ya no se abre.",
  notTakenBack: "Ahora no se pudo retirar. Compruebe su conexión e inténtelo de nuevo.",
  forget: "Quitar de esta lista",
};
