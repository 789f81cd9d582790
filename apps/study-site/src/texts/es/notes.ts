// What the reader's own notes say, until something is shared.
import { plural } from "@studydesk/domain/plural";
import type { NotesTexts } from "../en/notes";
import { quoted } from "../quoted";

export const notes: NotesTexts = {
  dateLocale: "es",
  title: "Sus notas",
  addNote: "Añadir una nota",
  attachHere: "Poner la nota aquí",
  onlyYou: "Solo usted puede verla, en este dispositivo.",
  empty:
    "Todavía no tiene notas en esta página. Seleccione unas palabras para escribir una, o use «Añadir una nota» junto a un texto.",
  newNote: "Nota nueva",
  editNote: "Cambiar su nota",
  attachNote: "Volver a poner su nota",
  passage: "El texto",
  passageHint:
    "Seleccione las palabras de las que trata su nota. Si no selecciona nada, trata de todo el texto.",
  about: (quote) => `Su nota trata de ${quoted("es", quote)}`,
  tooLong:
    "Una nota puede tratar de 1000 caracteres como máximo. Ahora trata de los 1000 primeros.",
  note: "Su nota",
  save: "Guardar",
  cancel: "Cancelar",
  close: "Cerrar",
  edit: "Cambiar",
  remove: "Borrar",
  undo: "Deshacer",
  emptyNote: "Escriba algo primero y después guárdelo.",
  saved: "Su nota está guardada en este dispositivo.",
  deleted: "La nota se ha borrado.",
  number: (n) => `Nota ${n}`,
  numberOn: (n, quote) => `Nota ${n} sobre ${quoted("es", quote)}`,
  show: "Ver en el texto",
  written: (date) => `Escrita el ${date}`,
  changed: (changes) => `El texto ha cambiado aquí: ${changes}. Léalo de nuevo.`,
  became: (was, now) => `donde decía ${was} ahora dice ${now}`,
  cameIn: (now) => `se ha añadido ${quoted("es", now)}`,
  wentOut: (was) => `se ha quitado ${quoted("es", was)}`,
  looked: "Ya lo he leído",
  mayHaveMoved: "Este texto se ha escrito de nuevo. Probablemente es el lugar que usted marcó.",
  orphan: "Las palabras de las que trataba esta nota ya no están en la página.",
  attachAgain: "Volver a ponerla",
  attaching:
    "Seleccione las palabras a las que pertenece ahora la nota, o use «Añadir una nota» junto a un texto.",
  otherLanguage: (language) => `La escribió en la página en otro idioma: ${language}.`,
  openThere: "Abrir esa página",
  draft: "Empezó una nota y no la guardó.",
  goOn: "Seguir escribiendo",
  discard: "Descartarla",
  clear: "Borrar mis notas",
  clearHint:
    "Sus notas se quedan en este navegador hasta que las borre. ¿Usa este dispositivo otra persona? Entonces bórrelas cuando termine.",
  clearAsk: (n) =>
    plural("es", n, {
      one: "¿Borrar su única nota? No se podrá recuperar.",
      other: "¿Borrar sus # notas, de todos los estudios? No se podrán recuperar.",
    }),
  clearYes: "Sí, borrarlas",
  clearNo: "Conservarlas",
  cleared: "Ya no queda ninguna nota suya en este dispositivo.",
  saveFile: "Guardar en un archivo",
  notKept:
    "Este navegador no guarda nada en este momento (ventana privada o sin espacio). Sus notas duran hasta que cierre esta página.",
  share: "Compartir con una clave",
  shares: "Enlaces que compartió",
  notLoaded: "No se pudo cargar esta parte. Compruebe su conexión e inténtelo de nuevo.",
};
