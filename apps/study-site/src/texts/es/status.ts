// A person's own page: how far their request has come, how to be contacted, taking everything back.
import { isolate } from "@studydesk/domain/isolate";
import type { StatusTexts } from "../en/status";
import { minutes, promise } from "./durations";

const value = (text: string) => isolate("es", text);

export const status: StatusTexts = {
  title: "Su consulta",
  withTeam: (siteName, city) =>
    `La tiene el equipo del estudio en ${value(siteName)} (${value(city)}).`,
  onlyYours:
    "Esta página es solo para usted. Quien tenga la dirección puede verla, así que le rogamos que no la comparta.",
  study: "Sobre el estudio",
  saved: "Guardado. El equipo del estudio ya puede verlo.",

  progress: {
    title: "En qué punto está",
    times: (city) => `Las horas son las de ${value(city)}.`,
    states: { done: "hecho", now: "ahora", ahead: "más adelante" },
    steps: {
      received: "Recibimos su mensaje",
      first_contact: "El equipo se pone en contacto con usted",
      questions: "Preguntas sobre usted y el estudio",
      doctor: "Un médico del estudio revisa sus respuestas",
      visit: "Primera visita al centro",
    },
    what: {
      received: "",
      first_contact: "Alguien le llama o le escribe, le cuenta más y responde a sus preguntas.",
      questions: "El equipo las repasa con usted para ver si el estudio puede ser adecuado.",
      doctor: "Un médico decide si tiene sentido invitarle.",
      visit:
        "Allí podrá leerlo y hablarlo todo antes de decidir. Mientras no firme, no forma parte del estudio.",
    },
    waiting: (since) => `Está esperando desde el ${since}.`,
    aim: (hours) => `El centro procura ponerse en contacto en un plazo de ${promise(hours)}.`,
    late: "Está tardando más de lo que el centro se propone. Su consulta sigue abierta y no hace falta que la envíe otra vez. Si prefiere no esperar, llame al centro.",
    tried: (at) => `Último intento de contactar con usted: ${at}.`,
    visitAt: (at, length) => `Su visita: ${at}, aproximadamente ${length}.`,
    place: (place) => `Dónde: ${value(place)}`,
    noVisit: "El equipo acordará un día con usted.",
    consented:
      "Usted ha firmado el consentimiento del estudio. Ahora el equipo comprueba con pruebas si el estudio es adecuado para usted; puede dejarlo en cualquier momento.",
    ends: {
      withdrawn: {
        title: "Usted retiró su consentimiento para que le contacten",
        text: "Ya nadie le llamará ni le escribirá sobre este estudio. Si cambia de opinión, envíe un mensaje nuevo desde la página del estudio.",
      },
      declined: {
        title: "Cerrada: usted no desea participar",
        text: "Así lo ha anotado el equipo. Si no es así, o si cambia de opinión, llame al centro o envíe un mensaje nuevo.",
      },
      could_not_reach: {
        title: "El equipo no consiguió hablar con usted",
        text: "Lo han intentado y, por ahora, han cerrado la consulta. Si le sigue interesando, llame al centro o envíe un mensaje nuevo con un número en el que le encuentren.",
      },
      withdrawn_in_study: {
        title: "Usted retiró su consentimiento para que le contacten",
        text: "Desde esta página ya nadie le llamará ni le escribirá. También firmó el consentimiento del propio estudio, y la ley exige conservar sus registros. Si desea dejar el estudio, dígaselo al equipo.",
      },
      not_suitable: {
        title: "Este estudio no es adecuado para usted en este momento",
        text: "Los estudios buscan grupos de personas muy concretos, y solo pueden participar algunas de las que preguntan. El equipo se lo explicará con gusto. Gracias por su tiempo; quizá otro estudio sea adecuado.",
      },
      takes_part: {
        title: "Usted participa en el estudio",
        text: "A partir de aquí el equipo del estudio le explica todo lo que viene. Puede dejarlo en cualquier momento, sin decir por qué.",
      },
      left_study: {
        title: "Usted ya no participa en el estudio",
        text: "Gracias por haber formado parte de él. Si tiene alguna pregunta o no se encuentra bien, llame al equipo del estudio.",
      },
      closed: {
        title: "El equipo ha cerrado esta consulta",
        text: "Si cree que es un error, llame al centro o envíe un mensaje nuevo.",
      },
    },
  },

  wish: {
    title: "¿Cómo prefiere que le contacten?",
    hint: "El equipo ve su preferencia junto a su número y la sigue siempre que puede.",
    channel: "La mejor manera",
    channels: {
      phone: "Por teléfono",
      email: "Por correo electrónico",
      text_message: "Por mensaje de texto",
    },
    hours: "El mejor momento del día",
    hoursOf: {
      morning: "Por la mañana",
      afternoon: "Por la tarde",
      evening: "A última hora de la tarde",
      any: "A cualquier hora",
    },
    save: "Guardar",
  },

  reach: "A quién puede llamar o escribir",

  sent: {
    title: "Lo que usted envió",
    hint: "Se muestra solo en parte, para que nadie que mire su pantalla pueda leerlo.",
    name: "Nombre",
    email: "Correo electrónico",
    phone: "Teléfono",
    language: "Idioma",
    messages: "Enviado",
    wrong:
      "¿Hay algo incorrecto? Dígaselo al equipo cuando le contacten o envíe otra vez el formulario.",
  },

  copy: {
    title: "Una copia de lo que se guarda sobre usted",
    text: "Lo que se conserva de esta consulta: lo que usted envió, lo que aceptó, correos, visitas, respuestas y decisiones, y cuándo se abrió. El archivo indica lo que no contiene. Guárdelo donde nadie más lo encuentre.",
    html: "Copia para leer",
    json: "Copia para un programa",
  },

  changes: "Retirar lo que nos dio",
  withdraw: {
    link: "No deseo que me contacten más",
    title: "¿Retirar su consentimiento para que le contacten?",
    what: [
      "A partir de ese momento el equipo ya no podrá llamarle ni escribirle sobre este estudio, y su consulta quedará cerrada.",
      "Lo que usted envió se queda en el centro, para que conste por qué no deben contactarle. Si quiere que desaparezca también, pida que se borre.",
      "No tiene que dar explicaciones, y no tendrá ninguna desventaja en su atención médica.",
    ],
    inStudy: [
      "Desde aquí el equipo ya no podrá llamarle ni escribirle.",
      "También firmó el consentimiento del propio estudio. Lo que el estudio ha registrado sobre usted se conserva, porque así lo exige la ley. Si desea dejar el estudio, dígaselo al equipo.",
      "No tiene que dar explicaciones, y no tendrá ninguna desventaja en su atención médica.",
    ],
    button: "Retirar mi consentimiento",
  },
  erase: {
    link: "Borrar todo sobre mí",
    title: "¿Borrar todo sobre usted?",
    goesTitle: "Lo que desaparece para siempre",
    goes: [
      "su nombre, correo electrónico, teléfono, año de nacimiento, idioma y mensajes",
      "lo que el equipo escribió aquí sobre usted, incluidas las notas privadas y sus copias",
      "los correos dirigidos a usted que se guardan aquí, también los que aún no han salido",
      "las suscripciones a avisos de estudios con la misma dirección",
      "esta página y todos los enlaces que llevan a ella",
    ],
    staysTitle: "Lo que se queda, sin nada que diga que era usted",
    stays: [
      "que alguien escribió ese día, hasta dónde llegó la consulta y cuándo",
      "que se dio y se retiró el consentimiento para contactar",
    ],
    notHere:
      "Sus otras consultas tienen su propia página: bórrelas allí. De lo que el centro guarde en otro lugar, en papel o en copias de seguridad, debe ocuparse el propio centro; pregúnteles si quiere estar seguro.",
    sure: "Entiendo que esto no se puede deshacer.",
    sureMissing: "Marque la casilla, para que nadie se borre por error.",
    button: "Borrar todo sobre mí",
    keptTitle: "Esto no se puede borrar aquí",
    kept: "Usted participa o ha participado en el estudio. La ley exige conservar sus registros, por eso no pueden borrarse con un botón. Pregunte al equipo del estudio qué se puede hacer.",
  },
  inFooter: "¿Ya nos ha escrito? Su página",
  back: "Volver a mi página",

  erased: {
    title: "Sus datos están borrados",
    text: "De esta consulta no queda nada que diga quién es usted, y el equipo sabe que no debe contactarle. El enlace a su página ya no funciona.",
    thanks: "Gracias por haber preguntado por un estudio.",
  },

  unknown: {
    title: "Este enlace no funciona",
    text: "Puede que se cortara por el camino, que sea demasiado antiguo o que se borrara aquello a lo que llevaba. Puede pedir que le enviemos uno nuevo.",
  },
  tooMany: {
    title: "Espere un poco, por favor",
    text: (wait) =>
      `Desde su conexión se han hecho demasiadas peticiones en poco tiempo. Vuelva a intentarlo dentro de ${minutes(wait)}.`,
  },

  ask: {
    title: "El enlace a su página",
    text: "Quien nos envía un mensaje sobre un estudio recibe una copia por correo electrónico. En ella hay un enlace a una página propia: en qué punto está su consulta, cómo prefiere que le contacten y cómo retirarlo todo. Si ya no lo encuentra, pida que se lo enviemos otra vez.",
    email: "Su correo electrónico",
    hint: "El que escribió en el formulario.",
    problem: "Escriba una dirección de correo, por ejemplo nombre@example.org.",
    button: "Enviarme otra vez mi enlace",
    askedTitle: "Mire su correo",
    asked:
      "Si desde esta dirección se nos envió algún mensaje, el correo con el enlace está en camino. Puede tardar unos minutos; mire también en la carpeta de correo no deseado.",
    same: "Para proteger a todas las personas, esta página dice lo mismo conozcamos o no la dirección.",
  },
};
