// How and when a person would like to be contacted: plain radio buttons, sent with one press.
import { contactHours, preferredChannels } from "@studydesk/domain/contact/contact-preference";
import type { StatusPage } from "@studydesk/domain/status-page/status-page";
import type { Texts } from "../texts/texts";

export function WishForm(props: { t: Texts; page: StatusPage; action: string }) {
  const { t, page } = props;
  const words = t.status.wish;
  return (
    <section aria-labelledby="wish">
      <h2 id="wish">{words.title}</h2>
      <p className="quiet small">{words.hint}</p>
      <form method="post" action={props.action} className="wish">
        <div className="two">
          <Choices
            name="channel"
            legend={words.channel}
            choices={preferredChannels.map((value) => [value, words.channels[value]])}
            chosen={page.preference.channel}
          />
          <Choices
            name="hours"
            legend={words.hours}
            choices={contactHours.map((value) => [value, words.hoursOf[value]])}
            chosen={page.preference.hours}
          />
        </div>
        <button className="button plain" type="submit">
          {words.save}
        </button>
      </form>
    </section>
  );
}

function Choices(props: {
  name: string;
  legend: string;
  choices: readonly (readonly [value: string, label: string])[];
  chosen: string | null;
}) {
  return (
    <fieldset className="field">
      <legend>{props.legend}</legend>
      {props.choices.map(([value, label]) => (
        <label key={value} className="choice">
          <input
            type="radio"
            name={props.name}
            value={value}
            defaultChecked={value === props.chosen}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
