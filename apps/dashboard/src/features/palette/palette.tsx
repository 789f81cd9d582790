// ⌘K: go to any lead, study or view, and run anything that a key of this screen does. What is chosen runs
// after the palette has gone and the focus is back where it was.
import { Combobox, Modal, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { leadStatusLabels } from "@studydesk/domain/leads/lead-status";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { KeyHint } from "../../components/key-hint";
import { errorSentence } from "../../lib/error-sentence";
import { focusAtOnce } from "../../lib/focus-at-once";
import type { KeyScope } from "../../lib/keys/key-registry";
import { leadName } from "../../lib/lead-name";
import { useTRPC } from "../../lib/trpc";
import classes from "./palette.module.css";
import { byGroup, entriesOfKeys, fitting, type PaletteEntry } from "./palette-entries";

interface Props {
  /** What the keys do on the screen below. */
  scopes: readonly KeyScope[];
  /** Places besides studies and leads. */
  places: readonly PaletteEntry[];
  onChoose: (run: () => void) => void;
  onClose: () => void;
}

const mostLeads = 8;

export function Palette({ scopes, places, onChoose, onClose }: Props) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const combobox = useCombobox({ opened: true });
  const [text, setText] = useState("");
  const [wanted] = useDebouncedValue(text.trim(), 60);
  const leads = useQuery(
    trpc.leads.find.queryOptions(
      { text: wanted, limit: mostLeads },
      { enabled: wanted !== "", placeholderData: keepPreviousData },
    ),
  );
  const studies = useQuery(trpc.studies.list.queryOptions());
  const views = useQuery(trpc.views.list.queryOptions());

  const found: PaletteEntry[] =
    text.trim() === ""
      ? []
      : (leads.data ?? []).map((lead) => ({
          id: `lead:${lead.id.toString()}`,
          group: "Leads",
          label: leadName(lead),
          detail: `#${lead.id.toString()} · ${leadStatusLabels[lead.status]} · ${lead.studyTitle}`,
          run: () => void navigate({ to: "/leads/$leadId", params: { leadId: lead.id } }),
        }));
  const viewEntries = (views.data?.views ?? []).map(({ id, name, ownerName, isOwn }) => ({
    id: `view:${id.toString()}`,
    group: "Views",
    label: name,
    detail: isOwn ? undefined : (ownerName ?? undefined),
    run: () => void navigate({ to: "/inbox", search: { view: id } }),
  }));
  const studyEntries = (studies.data?.studies ?? []).map((study) => ({
    id: `study:${study.id.toString()}`,
    group: "Studies",
    label: study.title,
    detail: study.nctId,
    run: () => void navigate({ to: "/studies/$studyId", params: { studyId: study.id } }),
  }));
  const fixed = fitting(
    [...entriesOfKeys(scopes), ...places, ...viewEntries, ...studyEntries],
    text,
  );
  const shown = [...found, ...fixed];

  const [, setList] = useState<HTMLElement | null>(null);
  const firstId = shown[0]?.id;
  // The first that fits is the one that Enter takes.
  useEffect(() => {
    if (firstId !== undefined) combobox.selectFirstOption();
  }, [firstId, text, combobox.selectFirstOption]);

  const isLooking = wanted !== text.trim() || leads.isFetching;
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size="lg"
      yOffset="12vh"
      transitionProps={{ duration: 0 }}
      returnFocus={false}
      attributes={{ content: { "aria-label": "Go anywhere, do anything" } }}
    >
      <Combobox
        store={combobox}
        onOptionSubmit={(id) => {
          const chosen = shown.find((entry) => entry.id === id);
          if (chosen) onChoose(chosen.run);
        }}
      >
        <Combobox.EventsTarget withExpandedAttribute>
          <TextInput
            ref={focusAtOnce}
            data-autofocus
            size="lg"
            classNames={{ input: classes.input ?? "" }}
            aria-label="A lead, a study, a view, or something to do"
            placeholder="A lead, a study, a view, or something to do"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Escape") onClose();
            }}
          />
        </Combobox.EventsTarget>
        <Combobox.Options
          className={classes.options}
          aria-label="Where to go, what to do"
          // Drawn again with the list there: only then can the field, whose arrows move in it, name it.
          ref={setList}
          id="palette-list"
        >
          {[...byGroup(shown)].map(([group, entries]) => (
            <Combobox.Group key={group} label={group}>
              {entries.map((entry) => (
                <Combobox.Option key={entry.id} value={entry.id} className={classes.option}>
                  <span className={classes.label} dir="auto">
                    {entry.label}
                  </span>
                  {entry.detail ? <span className={classes.detail}>{entry.detail}</span> : null}
                  {entry.keys ? <KeyHint keys={entry.keys} /> : null}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
          {shown.length === 0 && !isLooking ? (
            <Combobox.Empty>
              {leads.isError ? errorSentence(leads.error) : "Nothing fits. Try fewer letters."}
            </Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox>
      <p role="status" className={classes.said}>
        {text.trim() !== "" && !isLooking ? `${shown.length.toString()} found` : ""}
      </p>
    </Modal>
  );
}
