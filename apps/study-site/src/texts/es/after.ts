// What happens after somebody wrote: said before they do, with the time that the centre really takes.

import type { AnswerTime } from "@studydesk/domain/contact/answer-time";
import { isolate } from "@studydesk/domain/isolate";
import { plural } from "@studydesk/domain/plural";
import type { AfterTexts } from "../en/after";
import { promise } from "./durations";

const value = (text: string) => isolate("es", text);

const time = ({ count, unit }: AnswerTime) =>
  plural(
    "es",
    count,
    {
      hour: { one: "una hora", other: "# horas" },
      day: { one: "un día", other: "# días" },
      week: { one: "una semana", other: "# semanas" },
    }[unit],
  );

export const after: AfterTexts = {
  title: "Qué sucede después de escribir",
  goes: (siteName) => `Su mensaje llega al equipo del estudio en ${value(siteName)}.`,
  goesToChosen: "Su mensaje llega al equipo del estudio del centro que usted elija.",
  usually: (answer) => `Suelen responder en ${time(answer)} aproximadamente.`,
  usuallyOf: (siteName, answer) =>
    `${value(siteName)} suele responder en ${time(answer)} aproximadamente.`,
  usuallyHere: (answer) => `suele responder en ${time(answer)} aproximadamente`,
  aim: (hours) => `Procuran responder en un plazo de ${promise(hours)}.`,
  aimOf: (siteName, hours) =>
    `${value(siteName)} procura responder en un plazo de ${promise(hours)}.`,
  measured:
    "Es un tiempo medido, no prometido: en ese plazo se contactó con la mitad de quienes escribieron en los últimos 60 días.",
  talk: "Alguien le llama o le escribe, le explica más y le hace algunas preguntas para ver si el estudio puede ser adecuado para usted.",
  free: "Usted decide con calma. Preguntar no le compromete a nada y puede dejarlo en cualquier momento.",
};
