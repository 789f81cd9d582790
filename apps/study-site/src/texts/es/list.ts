// The list of recruiting studies.
import type { ListTexts } from "../en/list";

export const list: ListTexts = {
  title: "Estudios que buscan participantes",
  intro:
    "Estos estudios buscan personas que quieran participar. Abra uno para leer de qué trata y preguntar al equipo del estudio.",
  none: "En este momento ningún estudio recibe mensajes. Vuelva a mirar más adelante.",
  search: "Buscar estudios abiertos en el registro público",
  next: "Estudios anteriores",
};
