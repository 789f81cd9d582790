// Writes a mail to the person: from a template or from nothing, seen as it will arrive before it goes. It
// leaves after half a minute, so that Undo means it. What is typed stays in this tab until then.
import { Button, Select, Textarea, TextInput } from "@mantine/core";
import type { ContactReason } from "@studydesk/domain/contact/contact-reason";
import { mayContact } from "@studydesk/domain/contact/may-contact";
import { fullName } from "@studydesk/domain/leads/full-name";
import {
  mergeText,
  missingFieldsSentence,
  unknownFieldsSentence,
} from "@studydesk/domain/templates/merge-fields";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ContactReasonField } from "../../../components/contact-reason-field";
import { formKeys } from "../../../lib/form-keys";
import { useMe } from "../../../lib/me";
import { useTRPC } from "../../../lib/trpc";
import { offerUndo } from "../../../lib/undo";
import { useDraft } from "../../../lib/use-draft";
import { useNow } from "../../../lib/use-now";
import type { LeadView } from "../lead-types";
import { useWriteMail } from "../use-write-mail";
import classes from "./lead-forms.module.css";
import { mergeValues, orderTemplates, templateLabel, textOf } from "./mail-draft";
import { MailPreview } from "./mail-preview";

interface Props {
  lead: LeadView;
  onDone: () => void;
}

export function MailForm({ lead, onDone }: Props) {
  const me = useMe();
  const now = useNow();
  const trpc = useTRPC();
  const write = useWriteMail(lead);
  const asked = useQuery(trpc.templates.list.queryOptions({ siteId: lead.siteId }));
  const [subject, setSubject] = useDraft(`mail.subject.${lead.id}`);
  const [body, setBody] = useDraft(`mail.body.${lead.id}`);
  const [templateId, setTemplateId] = useDraft(`mail.template.${lead.id}`);
  const [despite, setDespite] = useState<ContactReason>();
  const [isPreviewing, setPreviewing] = useState(false);
  const [hasTried, setTried] = useState(false);

  const templates = asked.data?.templates ?? [];
  const { theirs, others } = orderTemplates(templates, lead.language);
  const template = templates.find(({ id }) => String(id) === templateId);
  const language = template?.language ?? lead.language ?? "en";
  const gate = mayContact({ ...lead, hasConsent: lead.consent !== null }, now, "email");
  const problem = problemOf();

  function problemOf(): string | undefined {
    const { missing, unknown } = mergeText(`${subject}\n${body}`, mergeValues(lead, me));
    if (unknown.length > 0) return unknownFieldsSentence(unknown);
    if (missing.length > 0) return missingFieldsSentence(missing);
    if (!hasTried) return undefined;
    if (subject.trim() === "") return "Write a subject, then send it.";
    if (body.trim() === "") return "Write something to the person, then send it.";
    if (gate.answer === "ask" && !despite) return "Say why it is sent all the same.";
    return undefined;
  }

  function pickTemplate(id: string | null) {
    const before = { subject, body, templateId };
    const picked = templates.find((each) => String(each.id) === id);
    const text = picked ? textOf(picked, mergeValues(lead, me)) : { subject: "", body: "" };
    setTemplateId(id ?? "");
    setSubject(text.subject);
    setBody(text.body);
    const known = template && textOf(template, mergeValues(lead, me));
    const isOwnText = body.trim() !== "" && body !== known?.body;
    if (!isOwnText) return;
    offerUndo({
      message: picked ? `“${picked.name}” took your text's place.` : "Your text was cleared.",
      run: () => {
        setTemplateId(before.templateId);
        setSubject(before.subject);
        setBody(before.body);
      },
    });
  }

  function send(event?: FormEvent) {
    event?.preventDefault();
    if (write.isPending) return;
    setTried(true);
    const isWhole = subject.trim() !== "" && body.trim() !== "";
    if (problem || !isWhole || (gate.answer === "ask" && !despite)) return;
    const mail = { leadId: lead.id, subject, body, language, expectedVersion: lead.version };
    write.mutateAsync({ ...mail, ...(despite ? { despite } : {}) }).then((changed) => {
      setSubject("");
      setBody("");
      setTemplateId("");
      onDone();
      offerUndo({
        message: `Mail to ${fullName(changed)} leaves in half a minute.`,
        changeId: changed.changeId,
      });
    }, keepForm);
  }

  const options = (some: typeof templates) =>
    some.map((each) => ({ value: String(each.id), label: templateLabel(each) }));
  return (
    <form className={classes.form} onSubmit={send} onKeyDown={formKeys({ send, close: onDone })}>
      <h2 className={classes.title}>Write a mail</h2>
      {templates.length > 0 ? (
        <Select
          label="Template"
          placeholder="Begin with nothing"
          clearable
          clearButtonProps={{ "aria-label": "Begin with nothing" }}
          value={template ? templateId : null}
          onChange={pickTemplate}
          comboboxProps={{ withinPortal: false }}
          data={[
            ...(theirs.length > 0
              ? [{ group: "In the person’s language", items: options(theirs) }]
              : []),
            ...(others.length > 0 ? [{ group: "In other languages", items: options(others) }] : []),
          ]}
        />
      ) : null}
      <TextInput
        label="Subject"
        maxLength={200}
        value={subject}
        dir="auto"
        ref={focusOnce}
        onChange={(event) => setSubject(event.currentTarget.value)}
      />
      <Textarea
        label="Text"
        description={
          body.includes("{studyTitle}")
            ? "{studyTitle} becomes the study’s name in this language; the preview shows it. Below the text stand how to answer you, and the way to the person’s own page."
            : "Below it stand how to answer you, and the way to the person’s own page."
        }
        autosize
        minRows={5}
        maxRows={16}
        maxLength={10_000}
        dir="auto"
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      {gate.answer === "ask" ? (
        <ContactReasonField gate={gate} verb="Written" value={despite} onChange={setDespite} />
      ) : null}
      {problem ? (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      ) : null}
      {isPreviewing ? <MailPreview mail={{ leadId: lead.id, subject, body, language }} /> : null}
      <div className={classes.buttons}>
        <Button type="submit" loading={write.isPending}>
          Send it
        </Button>
        <Button
          variant="default"
          aria-expanded={isPreviewing}
          disabled={subject.trim() === "" || body.trim() === ""}
          onClick={() => setPreviewing(!isPreviewing)}
        >
          {isPreviewing ? "Hide the preview" : "Preview"}
        </Button>
        <Button variant="default" onClick={onDone}>
          Close
        </Button>
      </div>
    </form>
  );
}

/** When it appears, not at every keystroke. */
function focusOnce(field: HTMLInputElement | null): void {
  field?.focus({ preventScroll: true });
}

/** The change itself says what went wrong; what was typed stays. */
function keepForm(): void {}
