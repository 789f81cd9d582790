// People as the dashboard asks for them: oneself, one's sessions, the team, invitations. Signing in and
// out set a cookie and live in auth-handler.ts.
import { findInstallation } from "@studydesk/db/people/installation-queries";
import { saveKeyPreference } from "@studydesk/db/people/key-preference-queries";
import { keyPreferenceSchema } from "@studydesk/domain/people/key-preference";
import {
  acceptInvitationInput,
  accountInput,
  accountProof,
  askPasswordResetInput,
  changePasswordInput,
  firstCodeInput,
  inviteInput,
  readInvitationInput,
  readPasswordResetInput,
  removeRoleInput,
  revokeInvitationInput,
  revokeSessionInput,
  setNewPasswordInput,
} from "@studydesk/domain/people/people-inputs";
import { accountProcedure, publicProcedure, router, staffProcedure } from "../trpc";
import { acceptInvitation, readInvitation } from "./accept-invitation";
import { changePassword } from "./change-password";
import { deactivatePerson, reactivatePerson } from "./deactivate-person";
import { readInvitations, takeBackInvitation } from "./invitations";
import { invitePerson } from "./invite-person";
import {
  beginSecondFactor,
  confirmSecondFactor,
  readOwnSecondFactor,
  renewRecoveryCodes,
  turnOffSecondFactor,
} from "./own-second-factor";
import { askPasswordReset, readPasswordReset, setNewPassword } from "./password-reset";
import { readMe } from "./read-me";
import { readOpenLeads } from "./read-open-leads";
import { readTeam } from "./read-team";
import { removeRole } from "./remove-role";
import { resetSecondFactor } from "./reset-second-factor";
import { readOwnSessions, revokeOtherSessions, revokeSession } from "./sessions";

export const peopleRouter = router({
  me: publicProcedure.query(({ ctx }) => (ctx.viewer ? readMe(ctx.deps, ctx.viewer) : null)),
  installation: publicProcedure.query(async ({ ctx }) => ({
    isDemo: (await findInstallation(ctx.deps.db))?.isDemo ?? false,
    /** Without a mail server, whoever forgot their password is told whom to ask. */
    sendsMail: ctx.deps.hasMailServer,
  })),

  sessions: router({
    list: accountProcedure.query(({ ctx }) => readOwnSessions(ctx.deps, ctx.viewer)),
    revoke: accountProcedure
      .input(revokeSessionInput)
      .mutation(({ ctx, input }) => revokeSession(ctx.deps, ctx.viewer, input)),
    revokeOthers: accountProcedure.mutation(({ ctx }) => revokeOtherSessions(ctx.deps, ctx.viewer)),
  }),
  changePassword: accountProcedure
    .input(changePasswordInput)
    .mutation(({ ctx, input }) => changePassword(ctx.deps, ctx.viewer, input)),

  secondFactor: router({
    read: accountProcedure.query(({ ctx }) => readOwnSecondFactor(ctx.deps, ctx.viewer)),
    begin: accountProcedure
      .input(accountProof)
      .mutation(({ ctx, input }) => beginSecondFactor(ctx.deps, ctx.viewer, input)),
    confirm: accountProcedure
      .input(firstCodeInput)
      .mutation(({ ctx, input }) => confirmSecondFactor(ctx.deps, ctx.viewer, input)),
    turnOff: accountProcedure
      .input(accountProof)
      .mutation(({ ctx, input }) => turnOffSecondFactor(ctx.deps, ctx.viewer, input)),
    renewCodes: accountProcedure
      .input(accountProof)
      .mutation(({ ctx, input }) => renewRecoveryCodes(ctx.deps, ctx.viewer, input)),
  }),

  /** One's own keys, in all browsers. */
  setKeys: accountProcedure
    .input(keyPreferenceSchema)
    .mutation(({ ctx, input }) => saveKeyPreference(ctx.deps.db, ctx.viewer.userId, input)),

  people: staffProcedure.query(({ ctx }) => readTeam(ctx.deps, ctx.viewer)),
  removeRole: staffProcedure
    .input(removeRoleInput)
    .mutation(({ ctx, input }) => removeRole(ctx.deps, ctx.viewer, input)),

  deactivate: staffProcedure
    .input(accountInput)
    .mutation(({ ctx, input }) => deactivatePerson(ctx.deps, ctx.viewer, input)),
  reactivate: staffProcedure
    .input(accountInput)
    .mutation(({ ctx, input }) => reactivatePerson(ctx.deps, ctx.viewer, input)),
  resetSecondFactor: staffProcedure
    .input(accountInput)
    .mutation(({ ctx, input }) => resetSecondFactor(ctx.deps, ctx.viewer, input)),
  /** What somebody leaves behind, for giving it to others. */
  openLeads: staffProcedure
    .input(accountInput)
    .query(({ ctx, input }) => readOpenLeads(ctx.deps, ctx.viewer, input)),

  invite: staffProcedure
    .input(inviteInput)
    .mutation(({ ctx, input }) => invitePerson(ctx.deps, ctx.viewer, input)),
  invitations: staffProcedure.query(({ ctx }) => readInvitations(ctx.deps, ctx.viewer)),
  revokeInvitation: staffProcedure
    .input(revokeInvitationInput)
    .mutation(({ ctx, input }) => takeBackInvitation(ctx.deps, ctx.viewer, input)),

  // Mutations all, though some only read: a token must not stand in an address.
  readInvitation: publicProcedure
    .input(readInvitationInput)
    .mutation(({ ctx, input }) => readInvitation(ctx.deps, input)),
  acceptInvitation: publicProcedure
    .input(acceptInvitationInput)
    .mutation(({ ctx, input }) => acceptInvitation(ctx.deps, ctx, input)),
  askPasswordReset: publicProcedure
    .input(askPasswordResetInput)
    .mutation(({ ctx, input }) => askPasswordReset(ctx.deps, ctx, input)),
  readPasswordReset: publicProcedure
    .input(readPasswordResetInput)
    .mutation(({ ctx, input }) => readPasswordReset(ctx.deps, input)),
  setNewPassword: publicProcedure
    .input(setNewPasswordInput)
    .mutation(({ ctx, input }) => setNewPassword(ctx.deps, ctx, input)),
});
