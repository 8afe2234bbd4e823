import * as z from 'zod/mini'
import { LOCALES } from '@/lib/i18n/locales'
import { isDay } from '@/lib/shared/dates'
import { ROLES } from '@/lib/shared/roles'
import { belongsToOffice, normalizeEmail } from './invitation.rules'
import { MAX_LENGTH } from './password.rules'

const name = z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(120, 'tooLong'))
const version = z.int().check(z.minimum(1))
const day = z.string().check(z.minLength(1, 'required'), z.refine(isDay, 'notADay'))
// Length is judged before anything else touches a password; whether it is good depends on the account (password.rules).
const password = z.string().check(z.minLength(1, 'required'), z.maxLength(MAX_LENGTH, 'passwordTooLong'))
const email = z.pipe(
  z.pipe(
    z.string().check(z.minLength(1, 'required'), z.maxLength(254, 'tooLong')),
    z.transform(normalizeEmail),
  ),
  z.email('emailInvalid'),
)

const token = z.string().check(z.minLength(1), z.maxLength(200))
const isRepeated = z.refine<{ password: string; again: string }>((input) => input.password === input.again, {
  path: ['again'],
  error: 'passwordsDiffer',
})

export const nothing = z.strictObject({})
export const signInSchema = z.strictObject({
  email: z.string().check(z.minLength(1, 'required')),
  password,
  /** Of the second step, only where the password alone was refused. */
  code: z.string().check(z.trim(), z.maxLength(40, 'tooLong')),
})
export const codeSchema = z.strictObject({
  code: z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(40, 'tooLong')),
})
export const passwordSchema = z.strictObject({ password })
export const sessionSchema = z.strictObject({ sessionId: z.uuid() })
export const linkSchema = z.strictObject({ token })

export const acceptanceSchema = z
  .strictObject({
    token,
    name,
    locale: z.enum(LOCALES.codes),
    password,
    again: password,
  })
  .check(isRepeated)

export const newPasswordSchema = z.strictObject({ token, password, again: password }).check(isRepeated)

export const passwordChangeSchema = z
  .strictObject({ current: password, password, again: password })
  .check(isRepeated)

export const profileSchema = z.strictObject({
  name,
  locale: z.enum(LOCALES.codes),
  /** ISO 639 codes of the languages one works in. */
  languages: z
    .array(z.string().check(z.regex(/^[a-z]{2,3}$/, 'unknownChoice')))
    .check(z.maxLength(20, 'tooMany')),
  version,
})

const office = z.union([
  z.uuid(),
  z.pipe(
    z.literal(''),
    z.transform(() => null),
  ),
])
const invited = { email, role: z.enum(ROLES.codes, 'required'), teamId: office }
type Invited = { role: string; teamId: string | null }
const hasOfficeIfNeeded = ({ role, teamId }: Invited): boolean => teamId !== null || !belongsToOffice(role)
const tokenHash = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const hasOffice = z.refine<Invited>(hasOfficeIfNeeded, { path: ['teamId'], error: 'required' })

/** What the admin types. */
export const invitationFormSchema = z.strictObject(invited).check(hasOffice)

/** What the admin's browser sends: it made the link and alone knows it; the server sees the SHA-256 of its secret. */
export const invitationSchema = z.strictObject({ ...invited, tokenHash }).check(hasOffice)

export const invitationIdSchema = z.strictObject({ invitationId: z.uuid() })
export const colleagueSchema = z.strictObject({ staffId: z.uuid(), version })
export const resetSchema = z.strictObject({ staffId: z.uuid(), tokenHash })
export const staffIdSchema = z.strictObject({ staffId: z.uuid() })
export const dataLeadSchema = z.strictObject({ staffId: z.uuid(), leads: z.boolean() })

export const roleSchema = z
  .strictObject({
    staffId: z.uuid(),
    version,
    role: z.enum(ROLES.codes),
    teamIds: z.array(z.uuid()).check(z.maxLength(50)),
  })
  .check(
    z.refine((input) => input.teamIds.length > 0 || input.role === 'admin' || input.role === 'guest', {
      path: ['teamIds'],
      error: 'required',
    }),
  )

export const accreditationSchema = z
  .strictObject({
    staffId: z.uuid(),
    placeId: z.uuid('required'),
    validFrom: day,
    validUntil: day,
    note: z.string().check(z.trim(), z.maxLength(500, 'tooLong')),
  })
  .check(
    z.refine((input) => input.validFrom <= input.validUntil, {
      path: ['validUntil'],
      error: 'endBeforeStart',
    }),
  )
