// Follow-ups of mine that fall due while the desk is open: said quietly above the screen, in the tab's title,
// and in one tab alone.
import { UnstyledButton } from "@mantine/core";
import { fullName } from "@studydesk/domain/leads/full-name";
import { Link } from "@tanstack/react-router";
import classes from "../components/banner.module.css";
import { useDueReminders } from "./use-due-reminders";

const mostNamed = 3;

export function DueReminders() {
  const { due, dismiss } = useDueReminders();
  const named = due.slice(0, mostNamed);
  const more = due.length - named.length;
  return (
    <div role="status">
      {due.length === 0 ? null : (
        <p className={classes.banner} data-tone="due">
          <strong>{due.length === 1 ? "Due now:" : `${due.length} follow-ups are due now:`}</strong>{" "}
          {named.map((each, index) => (
            <span key={each.leadId}>
              {index > 0 ? ", " : ""}
              <Link
                to="/leads/$leadId"
                params={{ leadId: each.leadId }}
                onClick={() => dismiss([each])}
              >
                <bdi>{fullName(each) || `Lead ${each.leadId}`}</bdi>
              </Link>
              {each.followUpNote ? ` (${each.followUpNote})` : ""}
            </span>
          ))}
          {more > 0 ? (
            <>
              {" "}
              and{" "}
              <Link to="/inbox" search={{ view: "due" }}>
                {more} more
              </Link>
            </>
          ) : null}{" "}
          <UnstyledButton className={classes.dismiss} onClick={() => dismiss(due)}>
            Later
          </UnstyledButton>
        </p>
      )}
    </div>
  );
}
