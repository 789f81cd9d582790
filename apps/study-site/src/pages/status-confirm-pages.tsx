// The second step before something is taken back: what it means in plain words, and a button. Opening
// these pages changes nothing, since mail programs open links by themselves.

import { pathIn } from "@studydesk/domain/public-language";
import type { StatusPage } from "@studydesk/domain/status-page/status-page";
import { Layout } from "../components/layout";
import { TitleLine } from "../components/title-line";
import type { PageShell } from "../page-shell";
import type { Texts } from "../texts/texts";

export interface Confirmation {
  page: StatusPage;
  token: string;
  /** The button was pressed with the box unticked. */
  isUnsure: boolean;
}

interface Props {
  t: Texts;
  shell: PageShell;
  confirmation: Confirmation;
}

export function WithdrawPageView({ t, shell, confirmation }: Props) {
  const { page, token } = confirmation;
  const words = t.status.withdraw;
  return (
    <Layout t={t} shell={shell} title={words.title} brand={page.site.name} isPrivate>
      <div className="hero narrow own">
        <TitleLine t={t} study={page.study} />
        <h1>{words.title}</h1>
        {(page.mayErase ? words.what : words.inStudy).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <form method="post" action={pathIn(t.lang, `/status/${token}/withdraw`)}>
          <button className="button plain" type="submit">
            {words.button}
          </button>
        </form>
        <Back t={t} token={token} />
      </div>
    </Layout>
  );
}

export function ErasePageView({ t, shell, confirmation }: Props) {
  const { page, token, isUnsure } = confirmation;
  const words = t.status.erase;
  const title = page.mayErase ? words.title : words.keptTitle;
  return (
    <Layout t={t} shell={shell} title={title} brand={page.site.name} isPrivate>
      <div className="hero narrow own">
        <TitleLine t={t} study={page.study} />
        <h1>{title}</h1>
        {page.mayErase ? (
          <>
            <List id="goes" title={words.goesTitle} items={words.goes} />
            <List id="stays" title={words.staysTitle} items={words.stays} />
            <p>{words.notHere}</p>
            <form method="post" action={pathIn(t.lang, `/status/${token}/erase`)}>
              <div className={isUnsure ? "field has-problem" : "field"}>
                {isUnsure && (
                  <p className="wrong" id="sure-problem" role="alert">
                    {words.sureMissing}
                  </p>
                )}
                <label className="choice">
                  <input
                    type="checkbox"
                    name="sure"
                    value="yes"
                    required
                    {...(isUnsure
                      ? { "aria-invalid": true, "aria-describedby": "sure-problem" }
                      : {})}
                  />
                  <span>{words.sure}</span>
                </label>
              </div>
              <button className="button plain grave" type="submit">
                {words.button}
              </button>
            </form>
          </>
        ) : (
          <p>{words.kept}</p>
        )}
        <Back t={t} token={token} />
      </div>
    </Layout>
  );
}

function List(props: { id: string; title: string; items: readonly string[] }) {
  return (
    <section aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      <ul>
        {props.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}

function Back({ t, token }: { t: Texts; token: string }) {
  return (
    <p>
      <a href={pathIn(t.lang, `/status/${token}`)}>{t.status.back}</a>
    </p>
  );
}
