// What only the form's script says.
import type { FormScriptTexts } from "../en/form-script";
import { formProblem } from "./form-problems";

export const formScript: FormScriptTexts = {
  problem: formProblem,
  sending: "Enviando…",
  draftKept: "Lo que escribe se guarda en este dispositivo hasta que lo envíe, 7 días como máximo.",
  draftClear: "Borrarlo",
  draftCleared: "Borrado. En este dispositivo ya no queda nada guardado.",
  phoneRead: (number, country) =>
    country ? `Lo leemos así: ${number} (${country}).` : `Lo leemos así: ${number}.`,
  phoneDoubtful:
    "No hemos podido reconocer un número completo. Revíselo, por favor; también puede enviarlo tal como está.",
  waitingTitle: "No hay conexión",
  waiting:
    "Su mensaje espera en este dispositivo y se enviará por sí solo en cuanto haya conexión. Deje abierta esta página o vuelva a ella más tarde.",
  waitingStill: "Sigue sin haber conexión. Su mensaje continúa esperando aquí.",
  sendNow: "Enviar ahora",
  doNotSend: "No enviar",
  takenBack: "Su mensaje no se ha enviado. Lo que escribió sigue en el formulario.",
  waitedTooLong:
    "Su mensaje esperó en este dispositivo más de 7 días sin conexión. No se ha enviado y se ha borrado de aquí.",
};
