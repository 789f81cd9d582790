// Words of the mail that gives people the links to their own pages again.
import { isolate } from "@studydesk/domain/isolate";
import type { StatusLinkTexts } from "../en/status-link";

const value = (text: string) => isolate("es", text);

export const statusLink: StatusLinkTexts = {
  subject: "Su enlace privado",
  title: "Su enlace privado",
  asked:
    "Alguien, probablemente usted, ha pedido el enlace de lo que se nos envió desde esta dirección. Cada consulta tiene su propia página:",
  request: (study, site) => `${value(study)} (${value(site)})`,
  open: "Abrir esta página",
  keepToYourself:
    "Estos enlaces son solo para usted. Quien tenga uno puede ver la consulta y borrarla, así que le rogamos que no reenvíe este correo. Funcionan durante doce meses.",
  notYou: "Si no lo ha pedido usted, no tiene que hacer nada. No ha cambiado nada.",
  footer:
    "Recibe este correo porque alguien escribió esta dirección en nuestra página de enlaces privados. Nadie lee las respuestas.",
};
