// What may be done with somebody's account, behind a button in their row.
import { Button, Menu } from "@mantine/core";
import { menuProps } from "../../components/menu-props";
import classes from "./people-list.module.css";
import type { Person } from "./people-types";

export type AccountStep = "deactivate" | "reactivate" | "reset_second_factor";

interface Props {
  person: Person;
  onStep: (step: AccountStep, person: Person) => void;
}

export function AccountMenu({ person, onStep }: Props) {
  return (
    <Menu {...menuProps} position="bottom-end">
      <Menu.Target>
        <Button variant="default" size="compact-sm" aria-label={`Account of ${person.name}`}>
          Account
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {person.refusal ? <p className={classes.refusal}>{person.refusal}</p> : null}
        {person.refusal === null && person.deactivatedAt === null ? (
          <Menu.Item color="var(--bad)" onClick={() => onStep("deactivate", person)}>
            Deactivate…
          </Menu.Item>
        ) : null}
        {person.refusal === null && person.hasSecondFactor ? (
          <Menu.Item onClick={() => onStep("reset_second_factor", person)}>
            Take the second factor away…
          </Menu.Item>
        ) : null}
        {person.refusal === null && person.deactivatedAt !== null ? (
          <Menu.Item onClick={() => onStep("reactivate", person)}>Open the account again</Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
