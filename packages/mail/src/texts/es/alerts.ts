// Words of the mails about study alerts: the question whether somebody wants them, and the alerts.
import { isolate } from "@studydesk/domain/isolate";
import { plural } from "@studydesk/domain/plural";
import type { AlertsTexts } from "../en/alerts";

const value = (text: string) => isolate("es", text);

export const alerts: AlertsTexts = {
  confirm: {
    subject: "Confirme sus avisos de estudios",
    title: "¿Quiere recibir avisos de estudios?",
    asked:
      "Alguien, probablemente usted, nos pidió que escribamos a esta dirección cuando un estudio empiece a buscar participantes. Esto es lo que se pidió:",
    press:
      "Si es correcto, abra el enlace y pulse el botón que verá allí. Solo entonces cuenta el pedido.",
    button: "Ver y confirmar",
    until:
      "El enlace funciona durante siete días. Si no fue usted, no haga nada: no volverá a saber de esto.",
  },
  known: {
    subject: "Sus avisos de estudios",
    title: "Usted ya recibe este aviso",
    asked:
      "Alguien, probablemente usted, volvió a inscribir esta dirección para un aviso que usted ya había confirmado:",
    press: "No hay nada que confirmar: el aviso sigue como estaba. Puede cambiarlo o cancelarlo.",
    button: "Cambiar o cancelar este aviso",
  },
  onceOnly:
    "Recibe este correo porque alguien escribió esta dirección en nuestro formulario de avisos de estudios.",
  alert: {
    subject: (n) =>
      plural("es", n, {
        one: "Un estudio que corresponde a su aviso",
        other: "# estudios que corresponden a sus avisos",
      }),
    title: (n) =>
      plural("es", n, {
        one: "Un estudio busca participantes",
        other: "# estudios buscan participantes",
      }),
    intro:
      "Ya se puede escribir a su equipo, y corresponde a lo que usted pidió que le avisáramos.",
    reopened: "Había dejado de buscar por un tiempo y vuelve a recibir mensajes.",
    centre: (site, city) => `${value(site)}, ${value(city)}`,
    distance: (distance, town) => `a unos ${distance} de ${value(town)}`,
    read: "Leer sobre este estudio",
    free: "Escribirles o no es decisión suya. Un estudio busca una respuesta que todavía nadie tiene; su médico puede ayudarle a pensarlo.",
    yourAlerts: "Lo que usted pidió que le avisáramos",
    change: "Cambiarlo o cancelarlo",
    stopAll: "Dejar de recibir todos los avisos",
    footer:
      "Recibe este correo porque usted confirmó esta dirección para los avisos de estudios. Enviamos como máximo uno por semana.",
  },
};
