// Words of the mails about study alerts: the question whether somebody wants them, and the alerts.
import { isolate } from "@studydesk/domain/isolate";
import { plural } from "@studydesk/domain/plural";

const value = (text: string) => isolate("en", text);

export const alerts = {
  confirm: {
    subject: "Please confirm your study alerts",
    title: "Do you want study alerts?",
    asked:
      "Somebody, probably you, asked us to write to this address when a study begins to look for people. This is what was asked for:",
    press: "If that is right, open the link and press the button there. Only then does it count.",
    button: "See and confirm",
    until:
      "The link works for seven days. If it was not you, leave it alone: you will hear no more of it.",
  },
  known: {
    subject: "Your study alerts",
    title: "You get this alert already",
    asked:
      "Somebody, probably you, signed this address up once more for an alert that you confirmed before:",
    press: "There is nothing to confirm: the alert goes on as it was. You can change or stop it.",
    button: "Change or stop this alert",
  },
  onceOnly: "You get this mail because this address was typed into our sign-up for study alerts.",
  alert: {
    subject: (n: number) =>
      plural("en", n, {
        one: "A study that fits your alert",
        other: "# studies that fit your alerts",
      }),
    title: (n: number) =>
      plural("en", n, {
        one: "A study is looking for people",
        other: "# studies are looking for people",
      }),
    intro: "What follows fits what you asked to be told of, and takes messages now.",
    reopened: "It had stopped for a while and takes messages again.",
    centre: (site: string, city: string) => `${value(site)}, ${value(city)}`,
    distance: (distance: string, town: string) => `about ${distance} from ${value(town)}`,
    read: "Read about this study",
    free: "Whether you write to them is up to you. A study looks for an answer that nobody has yet; your doctor can help you think about it.",
    yourAlerts: "What you asked to be told of",
    change: "Change or stop it",
    stopAll: "Stop all study alerts at once",
    footer:
      "You get this mail because you confirmed this address for study alerts. There is one such mail a week at most.",
  },
};

export type AlertsTexts = typeof alerts;
