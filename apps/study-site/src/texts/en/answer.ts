// After sending: who has the message, and what happens next.
import { isolate } from "@studydesk/domain/isolate";

const value = (text: string) => isolate("en", text);

export const answer = {
  title: (siteName: string) => `${value(siteName)} has your message`,
  titleUnknown: "The study team has your message",
  sent: (siteName: string) => `Your contact details are with the study team at ${value(siteName)}.`,
  copyTitle: "Your copy",
  copy: "A copy of your message is on its way to your e-mail address. If it is not there within an hour, look among the unwanted mail.",
  ownPage:
    "In the copy is a private link to a page of your own: how far your request has come, how you would like to be contacted, and the way to take everything back. To protect you, that link goes out by mail alone.",
  sendAgain: "No mail, or lost it? Have the link sent again",
  others: "Other studies",
  othersText:
    "Would you like to hear when another study on the same condition begins near you? We write once a week at most, and you can stop it at any time.",
  othersLink: "Tell me about other studies",
  next: "What happens next",
  call: "Somebody from the study team gets in touch with you.",
  questions:
    "They tell you more about the study and ask a few questions, to see whether it may suit you.",
  free: "You decide in your own time. You can stop at any point and need not say why.",
  urgent:
    "Nobody watches these messages around the clock. If you feel unwell now, call your doctor or your local emergency number.",
  back: "Back to the study",
};

export type AnswerTexts = typeof answer;
