// A person's own page, behind their private link: how far their request has come, how to be contacted,
// what they sent, and the way to take it back. Complete without a script.

import { languageName } from "@studydesk/domain/leads/languages";
import { pathIn } from "@studydesk/domain/public-language";
import { personFileForms } from "@studydesk/domain/retention/person-file-forms";
import type { StatusPage } from "@studydesk/domain/status-page/status-page";
import { Layout } from "../components/layout";
import { Moment } from "../components/moment";
import { ProgressLine } from "../components/progress-line";
import { TitleLine } from "../components/title-line";
import { WishForm } from "../components/wish-form";
import type { PageShell } from "../page-shell";
import { gapIn } from "../texts/gap-in";
import type { Texts } from "../texts/texts";

export interface OwnPage {
  page: StatusPage;
  /** Of the private link, for the addresses on the page. */
  token: string;
  /** The wish was saved just now. */
  saved: boolean;
}

export function StatusPageView(props: { t: Texts; shell: PageShell; own: OwnPage }) {
  const { t, own } = props;
  const { page, token, saved } = own;
  const words = t.status;
  const { end } = page.progress;
  // Whoever could not be reached may still say how to be; whoever takes part goes on to be.
  const isOver = end !== null && end.how !== "could_not_reach" && end.how !== "takes_part";
  const link = (path: `/${string}`) => pathIn(t.lang, path);
  return (
    <Layout t={t} shell={props.shell} title={words.title} brand={page.site.name} isPrivate>
      <div className="hero narrow own">
        <TitleLine t={t} study={page.study} />
        <h1>{words.title}</h1>
        {saved && (
          <p className="notice kind" role="status">
            {words.saved}
          </p>
        )}
        <p>
          {words.withTeam(page.site.name, page.site.city)}
          {gapIn(t.lang)}
          <a href={link(`/studies/${page.study.nctId}`)}>{words.study}</a>
        </p>
        <p className="quiet small">{words.onlyYours}</p>
        <ProgressLine t={t} page={page} />
        {page.mayWithdraw && !isOver && (
          <WishForm t={t} page={page} action={link(`/status/${token}/wish`)} />
        )}
        <Reach t={t} page={page} />
        <Sent t={t} page={page} />
        <section aria-labelledby="copy">
          <h2 id="copy">{words.copy.title}</h2>
          <p className="quiet small">{words.copy.text}</p>
          <form method="post" action={link(`/status/${token}/copy`)} className="copies">
            {personFileForms.map((form) => (
              <button key={form} className="button plain" type="submit" name="form" value={form}>
                {words.copy[form]}
              </button>
            ))}
          </form>
        </section>
        <section aria-labelledby="changes">
          <h2 id="changes">{words.changes}</h2>
          <ul className="ways">
            {page.mayWithdraw && (
              <li>
                <a href={link(`/status/${token}/withdraw`)}>{words.withdraw.link}</a>
              </li>
            )}
            <li>
              <a href={link(`/status/${token}/erase`)}>{words.erase.link}</a>
            </li>
          </ul>
        </section>
      </div>
    </Layout>
  );
}

function Reach({ t, page }: { t: Texts; page: StatusPage }) {
  if (page.contacts.length === 0) return null;
  return (
    <section aria-labelledby="reach">
      <h2 id="reach">{t.status.reach}</h2>
      <ul className="contacts">
        {page.contacts.map(({ name, phone, email }, index) => (
          <li key={`${index}-${name}`}>
            <bdi>{name}</bdi>
            {phone && (
              <a href={`tel:${phone.replace(/[^+\d]/g, "")}`} dir="ltr">
                {phone}
              </a>
            )}
            {email && <a href={`mailto:${encodeURIComponent(email)}`}>{email}</a>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sent({ t, page }: { t: Texts; page: StatusPage }) {
  const words = t.status.sent;
  const { name, email, phone, language, receivedAt } = page.sent;
  const facts = [
    [words.name, <bdi key="name">{name}</bdi>],
    [words.email, <bdi key="email">{email}</bdi>],
    [
      words.phone,
      <bdi key="phone" dir="ltr">
        {phone}
      </bdi>,
    ],
    ...(language ? [[words.language, languageName(language, t.lang)] as const] : []),
    [
      words.messages,
      receivedAt.map((at) => (
        <div key={at}>
          <Moment language={t.lang} timeZone={page.timeZone} at={at} />
        </div>
      )),
    ],
  ] as const;
  return (
    <section aria-labelledby="what-you-sent">
      <h2 id="what-you-sent">{words.title}</h2>
      <p className="quiet small">{words.hint}</p>
      <dl className="facts">
        {facts.map(([fact, value]) => (
          <div key={fact}>
            <dt>{fact}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet small">{words.wrong}</p>
    </section>
  );
}
