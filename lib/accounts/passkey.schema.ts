import * as z from 'zod/mini'
import { codeSchema, passwordSchema } from './account.schema'
import { TRANSPORTS } from './passkey.rules'

/** What a browser gives back of an authenticator; what it is worth is judged by the signature. */
const base64url = (most: number) => z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(most))
const id = base64url(1_400)
const outer = { id, rawId: id, type: z.literal('public-key'), clientExtensionResults: z.object({}) }

const registration = z.object({
  ...outer,
  response: z.object({
    clientDataJSON: base64url(4_000),
    attestationObject: base64url(20_000),
    transports: z.optional(z.array(z.string()).check(z.maxLength(10))),
  }),
})
const assertion = z.object({
  ...outer,
  response: z.object({
    clientDataJSON: base64url(4_000),
    authenticatorData: base64url(4_000),
    signature: base64url(4_000),
  }),
})
export type Registration = z.output<typeof registration>
export type Assertion = z.output<typeof assertion>

const name = z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(60, 'tooLong'))
export const passkeyNameSchema = z.strictObject({ name })
export const addPasskeySchema = z.strictObject({ name, answer: registration })
export const passkeyIdSchema = z.strictObject({ passkeyId: z.uuid() })
export const renamePasskeySchema = z.strictObject({ passkeyId: z.uuid(), name })

const passkeySchema = z.strictObject({ passkey: assertion })
/** The second step of signing in: a code of the app, a recovery code, or a passkey. */
export const secondStepSchema = z.union([codeSchema, passkeySchema])
/** By what a person proves once more who they are: the second step, or the password where the account has none. */
export const proofSchema = z.union([codeSchema, passkeySchema, passwordSchema])
export type Proof = z.output<typeof proofSchema>

/** The words that we know of how a browser speaks with an authenticator; a newer one is a hint less. */
export const toTransports = (said: readonly string[] = []) =>
  said.flatMap((one) => TRANSPORTS.match(one) ?? [])
