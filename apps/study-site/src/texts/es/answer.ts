// After sending: who has the message, and what happens next.
import { isolate } from "@studydesk/domain/isolate";
import type { AnswerTexts } from "../en/answer";

const value = (text: string) => isolate("es", text);

export const answer: AnswerTexts = {
  title: (siteName) => `${value(siteName)} ha recibido su mensaje`,
  titleUnknown: "El equipo del estudio ha recibido su mensaje",
  sent: (siteName) => `El equipo del estudio en ${value(siteName)} ya tiene sus datos de contacto.`,
  copyTitle: "Su copia",
  copy: "Le hemos enviado una copia de su mensaje por correo electrónico. Si no la ve en una hora, mire en la carpeta de correo no deseado.",
  ownPage:
    "En la copia hay un enlace privado a una página propia: en qué punto está su consulta, cómo prefiere que le contacten y cómo retirarlo todo. Para protegerle, ese enlace se envía solo por correo.",
  sendAgain: "¿No le llega o lo ha perdido? Pida que le enviemos otra vez el enlace",
  others: "Otros estudios",
  othersText:
    "¿Quiere que le avisemos cuando empiece cerca de usted otro estudio sobre la misma enfermedad? Escribimos como mucho una vez por semana y puede dejarlo cuando quiera.",
  othersLink: "Avisarme de otros estudios",
  next: "Qué pasa ahora",
  call: "Alguien del equipo del estudio se pondrá en contacto con usted.",
  questions:
    "Le contarán más sobre el estudio y le harán algunas preguntas, para ver si puede ser adecuado para usted.",
  free: "Usted decide con calma. Puede dejarlo en cualquier momento, sin dar explicaciones.",
  urgent:
    "Nadie lee estos mensajes a todas horas. Si se encuentra mal en este momento, llame a su médico o al número de emergencias de su zona.",
  back: "Volver al estudio",
};
