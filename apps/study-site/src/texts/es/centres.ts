// Study centres: the nearest first, and what to do where one takes no messages.

import { isolate } from "@studydesk/domain/isolate";
import { plural } from "@studydesk/domain/plural";
import type { CentresTexts } from "../en/centres";

const value = (text: string) => isolate("es", text);

export const centres: CentresTexts = {
  findTitle: "Buscar el más cercano",
  town: "Ciudad o localidad",
  townHint: "Por ejemplo: Valencia, España",
  sort: "Ordenar por distancia",
  useLocation: "Usar mi ubicación",
  locating: "Preguntando a su navegador dónde está usted…",
  locationRefused: "Su navegador no indicó dónde está usted. Escriba una localidad.",
  privacy:
    "La ubicación se redondea a unos diez kilómetros antes de enviarse. Se usa solo para esta lista y no se guarda.",
  from: (place) => `Primero los más cercanos a ${value(place)}.`,
  fromHere: "Primero los más cercanos a usted.",
  asTheCrowFlies: "Las distancias son en línea recta.",
  which: (typed) => `Hay varias localidades llamadas «${value(typed)}». ¿A cuál se refiere?`,
  another: "¿Se refería a otro lugar?",
  near: (town) => `cerca de ${value(town)}`,
  unknown: (typed) =>
    `No conocemos ninguna localidad llamada «${value(typed)}». Revise cómo está escrita o pruebe con la ciudad grande más próxima. Aquí no se reconocen códigos postales.`,
  empty: "Escriba el nombre de una localidad.",
  tooMany: "Desde su red se han buscado muchos lugares. Inténtelo de nuevo dentro de unos minutos.",
  failed:
    "En este momento no se pueden buscar localidades. Abajo figuran todos los centros del estudio.",
  reset: "Volver a mostrar toda la lista",
  noDistance: "Distancia desconocida",
  inCountry: (n) => plural("es", n, { one: "# centro", other: "# centros" }),
  noCountry: "Otros lugares",
  write: "Escribir a este centro",
  placeCredit: "Nombres y posiciones de las localidades: GeoNames (CC BY 4.0).",
  pausedTitle: (siteName) =>
    `${value(siteName)} no recibe mensajes para este estudio en este momento`,
  pausedAskOthers: "Otros centros sí. Puede escribirles con el formulario de esta página.",
};
