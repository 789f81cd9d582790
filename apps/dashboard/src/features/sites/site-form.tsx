// The fields of a site. When somebody saved another version meanwhile, both stand side by side and the
// owner decides; nothing is overwritten unseen.
import { Button, NumberInput, Select, TextInput } from "@mantine/core";
import { promiseHoursDefault } from "@studydesk/domain/sites/site-inputs";
import { type FormEvent, useState } from "react";
import dialog from "../../components/dialog-form.module.css";
import { ErrorNote } from "../../components/states";
import { isStale } from "../../lib/error-sentence";
import { listCountries } from "./countries";
import { SiteConflict } from "./site-conflict";
import { fieldsOf, type Site, type SiteFields } from "./site-fields";
import { useSaveSite } from "./use-save-site";

const countries = listCountries().map(({ code, name }) => ({ value: code, label: name }));
const timeZones = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];

const emptyFields: SiteFields = {
  name: "",
  city: "",
  countryCode: "",
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  promiseHours: promiseHoursDefault,
};

interface Props {
  site: Site | undefined;
  onClose: () => void;
}

export function SiteForm({ site, onClose }: Props) {
  const [fields, setFields] = useState<SiteFields>(site ? fieldsOf(site) : emptyFields);
  const { save, saving, theirs } = useSaveSite(site, onClose);

  function set(change: Partial<SiteFields>) {
    setFields((before) => ({ ...before, ...change }));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    save(fields);
  }

  const asked = { required: true, withAsterisk: false } as const;
  // Inside the dialog: what floats outside of it is lost to assistive technology.
  const inDialog = { comboboxProps: { withinPortal: false } } as const;
  return (
    <form className={dialog.form} onSubmit={submit}>
      <TextInput
        {...asked}
        label="Name"
        maxLength={160}
        data-autofocus
        value={fields.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        {...asked}
        label="City"
        maxLength={120}
        value={fields.city}
        onChange={(event) => set({ city: event.currentTarget.value })}
      />
      <Select
        {...asked}
        {...inDialog}
        label="Country"
        description="Phone numbers typed without a country code are read as this country’s."
        searchable
        data={countries}
        value={fields.countryCode || null}
        onChange={(code) => set({ countryCode: code ?? "" })}
        nothingFoundMessage="No country of this name"
      />
      <Select
        {...asked}
        {...inDialog}
        label="Time zone"
        searchable
        limit={100}
        data={timeZones}
        value={fields.timeZone}
        onChange={(zone) => set({ timeZone: zone ?? "" })}
        nothingFoundMessage="No such zone. Try the nearest large city."
      />
      <NumberInput
        {...asked}
        label="Promise, in hours"
        description="Visitors read that somebody answers within this time."
        min={1}
        max={720}
        allowDecimal={false}
        value={fields.promiseHours}
        onChange={(hours) => set({ promiseHours: Number(hours) })}
      />
      {saving.error && !isStale(saving.error) ? <ErrorNote error={saving.error} /> : null}
      {theirs ? (
        <SiteConflict
          mine={fields}
          theirs={theirs}
          onTakeTheirs={() => setFields(fieldsOf(theirs))}
        />
      ) : null}
      <div className={dialog.buttons}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={saving.isPending}>
          {theirs ? "Save mine" : site ? "Save" : "Add the site"}
        </Button>
      </div>
    </form>
  );
}
