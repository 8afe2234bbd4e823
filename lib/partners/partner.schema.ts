import * as z from 'zod/mini'
import { AGES, REGIONS } from '@/lib/countries/help-body.rules'
import { LANGUAGE_CODES } from '@/lib/people/country-list.rules'
import { idOrNone } from '@/lib/registers/register.schema'
import { dayOrNone } from '@/lib/shared/day.schema'
import { COMING_WAYS, PARTNER_KINDS } from './partner.rules'

const text = (most: number) => z.string().check(z.trim(), z.maxLength(most, 'tooLong'))
const asked = (most: number) => text(most).check(z.minLength(1, 'required'))
const version = z.int().check(z.minimum(0), z.maximum(100_000))
const email = z.union([
  z.literal(''),
  z.string().check(z.trim(), z.maxLength(120, 'tooLong'), z.regex(/^[^@\s]+@[^@\s]+$/, 'emailInvalid')),
])
const languages = z
  .array(z.string().check(z.refine((code) => LANGUAGE_CODES.includes(code), 'unknownChoice')))
  .check(z.maxLength(LANGUAGE_CODES.length, 'tooLong'))

/** What an organisation writes down of a partner, wherever it is said: in its form, and in a file of the configuration. */
export const partnerFields = {
  name: asked(120),
  kind: z.enum(PARTNER_KINDS.codes, 'required'),
  languages,
  regions: z.array(z.enum(REGIONS.codes)).check(z.maxLength(REGIONS.codes.length, 'tooLong')),
  ages: z.enum(AGES.codes, 'required'),
  takes: text(300),
  hours: text(300),
  howTo: text(1000),
  phone: text(60),
  email,
}

/** A partner, new (no id) or as it is known. */
export const partnerSchema = z
  .strictObject({
    partnerId: idOrNone,
    version,
    ...partnerFields,
    freePlaces: z.string().check(z.trim(), z.regex(/^\d{0,4}$/, 'notANumber')),
    freeOn: dayOrNone,
    actorSlug: z.string().check(z.regex(/^[a-z0-9-]{0,80}$/, 'unknownChoice')),
    checkedOn: dayOrNone,
  })
  .check(
    z.refine(({ freePlaces, freeOn }) => freePlaces === '' || freeOn !== '', {
      path: ['freeOn'],
      error: 'required',
    }),
  )
export type PartnerInput = z.output<typeof partnerSchema>

const which = { partnerId: z.uuid(), version }

/** A colleague confirmed today that all of it is right. */
export const partnerCheckedSchema = z.strictObject(which)
/** Chosen no more, or again. */
export const partnerStateSchema = z.strictObject({ ...which, isRetired: z.boolean() })
/** Written down twice: `into` is the one that is used; none takes it back. */
export const samePartnerSchema = z.strictObject({ ...which, into: idOrNone })

/** Someone at a partner. */
export const partnerPersonSchema = z.strictObject({
  partnerId: z.uuid(),
  partnerPersonId: idOrNone,
  version,
  name: asked(120),
  role: text(120),
  phone: text(60),
  email,
  languages,
  ways: z.array(z.enum(COMING_WAYS.codes)).check(z.maxLength(COMING_WAYS.codes.length, 'tooLong')),
  signedUntil: dayOrNone,
})
export type PartnerPersonInput = z.output<typeof partnerPersonSchema>
export const partnerPersonGoneSchema = z.strictObject({
  partnerId: z.uuid(),
  partnerPersonId: z.uuid(),
  version,
})

export const partnerWarningSchema = z.strictObject({ partnerId: z.uuid(), reason: asked(500) })
export const partnerWarningBackSchema = z.strictObject({ partnerId: z.uuid(), warningId: z.uuid() })
