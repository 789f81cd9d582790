// What the form says by which somebody outside writes back, sealed: what happened, and what to do next.
import { plural } from "@studydesk/domain/plural";

export const writeBack = {
  title: "Answer the sender",
  intro:
    "Your answer is sealed on this device. Only the person who sent the note can read it; the server cannot.",
  text: "Your answer",
  name: "Your name, if you like",
  send: "Send sealed",
  sending: "Sealing and sending…",
  used: (percent: number) => `Up to 8 kB: ${percent} % of it is used.`,
  sent: "Sent, sealed. It now waits for the person who sent the note. You may write again.",
  waitMinutes: (n: number) =>
    plural("en", n, {
      one: "Too much came this way just now. What you wrote is still here: wait a minute, then send it again.",
      other:
        "Too much came this way just now. What you wrote is still here: wait # minutes, then send it again.",
    }),
  waitHours: (n: number) =>
    plural("en", n, {
      one: "Too much came this way just now. What you wrote is still here: wait an hour, then send it again.",
      other:
        "Too much came this way just now. What you wrote is still here: wait # hours, then send it again.",
    }),
  problems: {
    empty: "Write something first; there is nothing to send yet.",
    tooLarge: "This is more than 8 kB, so it was not sent. Shorten it, or send it in two parts.",
    offline: "You are offline. What you wrote is still here: connect, then send it again.",
    unreachable:
      "The server did not answer. Check your connection and send it again: it arrives once, however often you try.",
    failed:
      "The server could not take it just now. What you wrote is still here: wait a minute, then send it again.",
    ended:
      "This link takes no answers any more. What you wrote is still here: copy it, and ask the person who sent the note how to reach them.",
    enough:
      "As many answers came by this link as it takes. What you wrote is still here: copy it, and ask the person who sent the note for a new link.",
  },
};

export type WriteBackTexts = typeof writeBack;
