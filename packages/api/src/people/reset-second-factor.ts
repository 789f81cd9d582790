// Takes away a colleague's second factor, for the day when phone and recovery codes are gone. It opens
// nothing by itself: the password is still asked for, and whoever has to have a second factor sets one up at
// once. All sessions end, and a mail tells the person.
import { inTransaction } from "@studydesk/db/open-database";
import { lockPerson } from "@studydesk/db/people/account-queries";
import { deleteSecondFactor } from "@studydesk/db/people/second-factor-queries";
import { deleteSessionsOf } from "@studydesk/db/people/session-queries";
import { DomainError } from "@studydesk/domain/errors";
import type { AccountInput } from "@studydesk/domain/people/people-inputs";
import type { Deps } from "../deps";
import { recordChange } from "../record-change";
import { type AccountActor, auditOf, getAccount } from "./get-account";
import { holdActor } from "./hold-viewer";
import { type ChangeMailDeps, tellOfChange } from "./tell-of-change";

export async function resetSecondFactor(
  deps: ChangeMailDeps & Pick<Deps, "viewers">,
  actor: AccountActor,
  { userId }: AccountInput,
): Promise<{ sessions: number }> {
  const { db, now } = deps;
  const at = now().toISOString();
  const { actorId, details } = auditOf(actor);
  const ended = await inTransaction(db, async (trx) => {
    await lockPerson(trx, userId);
    const { email } = await getAccount(trx, await holdActor(trx, actor), userId);
    if (!(await deleteSecondFactor(trx, userId))) {
      throw new DomainError(
        "rule_broken",
        "There is no second factor on this account. Nothing was changed.",
        { reason: "second_factor_off" },
      );
    }
    const sessions = await deleteSessionsOf(trx, userId);
    await tellOfChange(trx, deps, email, "second_factor_reset");
    await recordChange(trx, {
      ...{ at, actorId, action: "person.second_factor_reset", subject: "person" },
      ...{ subjectId: userId, siteId: null, details: { ...details, sessions } },
    });
    return { sessions };
  });
  deps.viewers.forgetAll();
  deps.mailQueued();
  deps.live.announce();
  return ended;
}
