// What may be asked about people: the shapes, with limits that keep nonsense out.
import { z } from "zod";
import { passwordMaxLength } from "./password-policy";
import { roleSchema } from "./viewer";

/** Compared and kept in lower case: one address is one person. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "An e-mail address has at most 254 characters")
  .pipe(z.email("Write an e-mail address, such as name@example.org"));

export const personNameSchema = z
  .string()
  .trim()
  .min(1, "Write a name")
  .max(120, "Use at most 120 characters");

/** A typed password: judged by `checkPassword` when it is to become one. */
export const passwordSchema = z
  .string()
  .min(1, "Type the password")
  .max(passwordMaxLength, `A password has at most ${passwordMaxLength} characters`);

const siteId = z.int32().positive();
const userId = z.string().min(1).max(64);
/** 32 random bytes in base64url. */
const invitationToken = z.string().trim().min(1).max(100);

/** As typed; `readTypedCode` says what it is. */
export const codeSchema = z.string().trim().min(1, "Type the code").max(60, "A code is shorter");

export const signInInput = z.object({
  email: emailSchema,
  password: passwordSchema,
  /** Of whoever has a second factor. */
  code: codeSchema.optional(),
});

export const changePasswordInput = z.object({
  currentPassword: passwordSchema,
  newPassword: passwordSchema,
});
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;

export const revokeSessionInput = z.object({ sessionId: z.string().min(1).max(64) });
export type RevokeSessionInput = z.infer<typeof revokeSessionInput>;

export const setUpOwnerInput = z.object({
  email: emailSchema,
  name: personNameSchema,
  password: passwordSchema,
});
export type SetUpOwnerInput = z.infer<typeof setUpOwnerInput>;

export const inviteInput = z.object({ email: emailSchema, siteId, role: roleSchema });
export type InviteInput = z.infer<typeof inviteInput>;

export const revokeInvitationInput = z.object({ invitationId: z.int32().positive() });
export type RevokeInvitationInput = z.infer<typeof revokeInvitationInput>;

export const readInvitationInput = z.object({ token: invitationToken });
export type ReadInvitationInput = z.infer<typeof readInvitationInput>;

export const acceptInvitationInput = z.object({
  token: invitationToken,
  /** Not needed by somebody who has an account. */
  name: z.string().trim().max(120, "Use at most 120 characters"),
  /** A new one, or the one that the account has. */
  password: passwordSchema,
});
export type AcceptInvitationInput = z.infer<typeof acceptInvitationInput>;

export const askPasswordResetInput = z.object({ email: emailSchema });
export type AskPasswordResetInput = z.infer<typeof askPasswordResetInput>;

/** 32 random bytes in base64url. */
const resetToken = z.string().trim().min(1).max(100);

export const readPasswordResetInput = z.object({ token: resetToken });
export type ReadPasswordResetInput = z.infer<typeof readPasswordResetInput>;

export const setNewPasswordInput = z.object({ token: resetToken, password: passwordSchema });
export type SetNewPasswordInput = z.infer<typeof setNewPasswordInput>;

export const removeRoleInput = z.object({ userId, siteId, role: roleSchema });
export type RemoveRoleInput = z.infer<typeof removeRoleInput>;

/** Somebody's account, by those who look after it. */
export const accountInput = z.object({ userId });
export type AccountInput = z.infer<typeof accountInput>;

/** Proves that whoever sits at an open screen is the one who signed in; the code where there is a second factor. */
export const accountProof = z.object({ password: passwordSchema, code: codeSchema.optional() });
export type AccountProof = z.infer<typeof accountProof>;

export const firstCodeInput = z.object({ code: codeSchema });
export type FirstCodeInput = z.infer<typeof firstCodeInput>;
