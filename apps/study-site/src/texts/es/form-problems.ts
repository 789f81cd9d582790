// What may be wrong with a field of the contact form, and what to do about it.
import type {
  SubmissionField,
  SubmissionProblem,
} from "@studydesk/domain/submissions/submission-rules";
import type { FormProblem } from "../en/form-problems";

const missing: Record<SubmissionField, string> = {
  site: "Elija el centro del estudio al que quiere escribir.",
  first_name: "Escriba su nombre.",
  last_name: "Escriba sus apellidos.",
  email: "Escriba su correo electrónico, para que podamos enviarle una copia.",
  phone: "Escriba un número de teléfono, para que el equipo del estudio pueda llamarle.",
  birth_year: "Escriba un año de nacimiento o deje el campo vacío.",
  language: "Elija un idioma.",
  message: "Escriba su mensaje.",
  consent:
    "Marque la casilla. Sin ella nadie puede ponerse en contacto con usted, y no podemos enviar su mensaje.",
};

const problems: Record<Exclude<SubmissionProblem, "missing">, string> = {
  too_long: "Es más largo de lo que podemos guardar. Acórtelo, por favor.",
  not_an_email: "No parece una dirección de correo. Escríbala así: nombre@example.org.",
  too_few_digits:
    "Es demasiado corto para un número de teléfono. Escríbalo así: 202 555 0143, o con + y el prefijo del país.",
  not_a_year: "Escriba el año con cuatro cifras, por ejemplo 1968, o deje el campo vacío.",
  not_a_language: "Elija un idioma de la lista.",
  not_offered: "Este centro no recibe mensajes por ahora. Elija otro.",
  wording_changed: "El texto de abajo ha cambiado. Léalo otra vez y después marque la casilla.",
};

export const formProblem: FormProblem = (field, code) =>
  code === "missing" ? missing[field] : problems[code];
