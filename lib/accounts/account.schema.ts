import * as z from 'zod'
import { ROLES } from '@/lib/access/roles'
import { LOCALES } from '@/lib/i18n/locales'
import { isDay } from '@/lib/shared/dates'
import { normalizeEmail } from './invitation.rules'
import { MAX_LENGTH } from './password.rules'

const name = z.string().trim().min(1, 'required').max(120, 'tooLong')
const version = z.int().min(1)
const day = z.string().min(1, 'required').refine(isDay, 'notADay')
// Length is judged before anything else touches a password; whether it is good depends on the account (password.rules).
const password = z.string().min(1, 'required').max(MAX_LENGTH, 'passwordTooLong')
const email = z
  .string()
  .min(1, 'required')
  .max(254, 'tooLong')
  .transform(normalizeEmail)
  .pipe(z.email('emailInvalid'))

export const nothing = z.strictObject({})
export const signInSchema = z.strictObject({ email: z.string().min(1, 'required'), password })
export const codeSchema = z.strictObject({ code: z.string().trim().min(1, 'required').max(40, 'tooLong') })
export const sessionSchema = z.strictObject({ sessionId: z.uuid() })
export const linkSchema = z.strictObject({ token: z.string().min(1).max(200) })

export const acceptanceSchema = z
  .strictObject({
    token: z.string().min(1).max(200),
    name,
    locale: z.enum(LOCALES),
    password,
    again: password,
  })
  .refine((input) => input.password === input.again, { path: ['again'], error: 'passwordsDiffer' })

export const newPasswordSchema = z
  .strictObject({ token: z.string().min(1).max(200), password, again: password })
  .refine((input) => input.password === input.again, { path: ['again'], error: 'passwordsDiffer' })

export const passwordChangeSchema = z
  .strictObject({ current: password, password, again: password })
  .refine((input) => input.password === input.again, { path: ['again'], error: 'passwordsDiffer' })

export const profileSchema = z.strictObject({
  name,
  locale: z.enum(LOCALES),
  /** ISO 639 codes of the languages one works in. */
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/, 'unknownChoice')).max(20, 'tooMany'),
  version,
})

const office = z.union([z.uuid(), z.literal('').transform(() => null)])
const invited = { email, role: z.enum(ROLES, 'required'), teamId: office }
type Invited = { role: string; teamId: string | null }
const hasOfficeIfNeeded = ({ role, teamId }: Invited): boolean =>
  teamId !== null || role === 'admin' || role === 'guest'
const tokenHash = z.string().regex(/^[0-9a-f]{64}$/)
const officeMissing = { path: ['teamId'], error: 'required' }

/** What the admin types. */
export const invitationFormSchema = z.strictObject(invited).refine(hasOfficeIfNeeded, officeMissing)

/** What the admin's browser sends: it made the link and alone knows it; the server sees the SHA-256 of its secret. */
export const invitationSchema = z
  .strictObject({ ...invited, tokenHash })
  .refine(hasOfficeIfNeeded, officeMissing)

export const invitationIdSchema = z.strictObject({ invitationId: z.uuid() })
export const colleagueSchema = z.strictObject({ staffId: z.uuid(), version })
export const resetSchema = z.strictObject({ staffId: z.uuid(), tokenHash })
export const staffIdSchema = z.strictObject({ staffId: z.uuid() })
export const teamSchema = z.strictObject({ name })

export const roleSchema = z
  .strictObject({ staffId: z.uuid(), version, role: z.enum(ROLES), teamIds: z.array(z.uuid()).max(50) })
  .refine((input) => input.teamIds.length > 0 || input.role === 'admin' || input.role === 'guest', {
    path: ['teamIds'],
    error: 'required',
  })

export const accreditationSchema = z
  .strictObject({
    staffId: z.uuid(),
    placeId: z.uuid('required'),
    validFrom: day,
    validUntil: day,
    note: z.string().trim().max(500, 'tooLong'),
  })
  .refine((input) => input.validFrom <= input.validUntil, { path: ['validUntil'], error: 'endBeforeStart' })
