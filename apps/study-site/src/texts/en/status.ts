// A person's own page: how far their request has come, how to be contacted, taking everything back.
import { isolate } from "@studydesk/domain/isolate";
import { minutes, promise } from "./durations";

const value = (text: string) => isolate("en", text);

export const status = {
  title: "Your request",
  withTeam: (siteName: string, city: string) =>
    `It is with the study team at ${value(siteName)}, ${value(city)}.`,
  onlyYours:
    "This page is for you alone. Whoever has its address can see it, so please do not pass it on.",
  study: "About the study",
  saved: "Saved. The study team sees it from now on.",

  progress: {
    title: "How far it has come",
    times: (city: string) => `Times are those of ${value(city)}.`,
    states: { done: "done", now: "now", ahead: "still to come" },
    steps: {
      received: "Your message came in",
      first_contact: "The team gets in touch with you",
      questions: "Questions about you and the study",
      doctor: "A study doctor looks at your answers",
      visit: "First visit at the study centre",
    },
    what: {
      received: "",
      first_contact: "Somebody calls or writes, tells you more and answers your questions.",
      questions: "The team goes through them with you, to see whether the study may suit you.",
      doctor: "A doctor decides whether it makes sense to invite you.",
      visit:
        "There you read and talk about everything before you decide. Until you sign, you are not part of the study.",
    },
    waiting: (since: string) => `You have been waiting since ${since}.`,
    aim: (hours: number) => `The centre aims to get in touch within ${promise(hours)}.`,
    late: "This takes longer than the centre aims for. Your request still stands on their desk, and you need not send it again. If you would rather not wait, call them.",
    tried: (at: string) => `They last tried to reach you: ${at}.`,
    visitAt: (at: string, length: string) => `Your visit: ${at}, about ${length}.`,
    place: (place: string) => `Where: ${value(place)}`,
    noVisit: "The team arranges a day with you.",
    consented:
      "You have signed the study's consent form. With tests the team now finds out whether the study is right for you; you can stop at any time.",
    ends: {
      withdrawn: {
        title: "You took back your consent to be contacted",
        text: "Nobody calls or writes to you about this any more. If you change your mind, send a new message from the study's page.",
      },
      declined: {
        title: "Closed: you do not want to take part",
        text: "That is what the team noted. If it is not so, or you change your mind, call them or send a new message.",
      },
      could_not_reach: {
        title: "The team could not reach you",
        text: "They tried and have closed the request for now. If you are still interested, call them, or send a new message with a number where they find you.",
      },
      withdrawn_in_study: {
        title: "You took back your consent to be contacted",
        text: "Nobody calls or writes to you from this page any more. You have signed the study's own consent form, too, and the study's records must be kept by law. If you want to leave the study itself, tell the study team.",
      },
      not_suitable: {
        title: "This study does not suit you just now",
        text: "Studies look for very particular groups of people, and only some who ask can take part. The team gladly explains it to you. Thank you for your time; another study may suit you.",
      },
      takes_part: {
        title: "You take part in the study",
        text: "From here on the study team tells you all that comes next. You can stop at any time and need not say why.",
      },
      left_study: {
        title: "You take part in the study no longer",
        text: "Thank you for having been part of it. If you have a question, or do not feel well, call the study team.",
      },
      closed: {
        title: "The team closed this request",
        text: "If you think that this is a mistake, call them or send a new message.",
      },
    },
  },

  wish: {
    title: "How would you like to be contacted?",
    hint: "The team sees your wish beside your number and follows it where it can.",
    channel: "The best way",
    channels: { phone: "By phone", email: "By e-mail", text_message: "By text message" },
    hours: "The best time of day",
    hoursOf: {
      morning: "In the morning",
      afternoon: "In the afternoon",
      evening: "In the evening",
      any: "Any time",
    },
    save: "Save",
  },

  reach: "Whom you can call or write to",

  sent: {
    title: "What you sent",
    hint: "Shown only in part, so that nobody who looks at your screen learns it.",
    name: "Name",
    email: "E-mail",
    phone: "Phone",
    language: "Language",
    messages: "Sent",
    wrong: "Is something wrong? Tell the team when they get in touch, or send the form again.",
  },

  copy: {
    title: "A copy of what is held about you",
    text: "What is kept about this request: what you sent, what you agreed to, mails, visits, answers and decisions, and when somebody opened it. The file says what is not in it. Keep it where nobody else finds it.",
    html: "Copy to read",
    json: "Copy for a program",
  },

  changes: "Taking things back",
  withdraw: {
    link: "I do not want to be contacted any more",
    title: "Take back your consent to be contacted?",
    what: [
      "The team may not call or write to you about this study from then on, and your request is closed.",
      "What you sent stays with the centre, so that it can see why it must not contact you. If you want that gone, too, have it erased.",
      "You need not give a reason, and it has no disadvantage for your care.",
    ],
    inStudy: [
      "The team may not call or write to you from here any more.",
      "You have signed the study's own consent form, too. What the study has recorded about you stays, because the law asks for it. If you want to leave the study itself, tell the study team.",
      "You need not give a reason, and it has no disadvantage for your care.",
    ],
    button: "Take back my consent",
  },
  erase: {
    link: "Erase everything about me",
    title: "Erase everything about you?",
    goesTitle: "What goes, for good",
    goes: [
      "your name, e-mail address, phone number, year of birth, language and messages",
      "what the team wrote about you here, private notes and their copies included",
      "mails to you that are kept here, and those that have not gone out yet",
      "sign-ups for study alerts with the same address",
      "this page and every link to it",
    ],
    staysTitle: "What stays, without anything that says it was you",
    stays: [
      "that somebody wrote on that day, how far the request came, and when",
      "that consent to be contacted was given and taken back",
    ],
    notHere:
      "Other requests of yours have pages of their own: erase them there. What the centre keeps elsewhere, on paper or in copies against loss, it has to take care of itself; ask them if you want to be sure.",
    sure: "I understand that this cannot be undone.",
    sureMissing: "Tick the box, so that nobody is erased by mistake.",
    button: "Erase everything about me",
    keptTitle: "This cannot be erased here",
    kept: "You take part in the study, or took part. The law asks that its records be kept, so they cannot be erased with a button. Ask the study team what can be done.",
  },
  inFooter: "Have you written to us? Your own page",
  back: "Back to my page",

  erased: {
    title: "You are erased",
    text: "Nothing that says who you are is left of this request, and the team knows that it must not contact you. The link to your page does not work any more.",
    thanks: "Thank you for having asked about a study.",
  },

  unknown: {
    title: "This link does not work",
    text: "It may have been cut off on its way, it may be too old, or what it led to was erased. You can have a new one sent to you.",
  },
  tooMany: {
    title: "Please wait a little",
    text: (wait: number) =>
      `Too much was asked from your connection in a short time. Try again in ${minutes(wait)}.`,
  },

  ask: {
    title: "The link to your own page",
    text: "Whoever sends us a message about a study gets a copy by e-mail. In it is a link to a page of your own: how far your request has come, how you would like to be contacted, and the way to take everything back. If you cannot find it any more, have it sent again.",
    email: "Your e-mail address",
    hint: "The one that you gave in the form.",
    problem: "Enter an e-mail address, for example name@example.org.",
    button: "Send me my link again",
    askedTitle: "Look into your mailbox",
    asked:
      "If a message was sent to us from this address, a mail with the link is on its way. It can take some minutes; look among the unwanted mail, too.",
    same: "For everybody's protection this page says the same whether we know an address or not.",
  },
};

export type StatusTexts = typeof status;
