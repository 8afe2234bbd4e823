import * as z from 'zod/mini'
import { checkAge } from '@/lib/people/age.schema'
import { nameText, notSame, personFields } from '@/lib/people/person.schema'
import { day, dayOrNone } from '@/lib/shared/day.schema'
import { FILE_ROLES, KIN_BASES, LEFT_BECAUSE } from './file-people.rules'

const version = z.int().check(z.minimum(1))
/** '' is not asked. */
const basis = z.union([z.literal(''), z.enum(KIN_BASES.codes)])
const role = z.enum(FILE_ROLES.codes)

/**
 * Someone joins a file: written down anew, or (personId) someone known from another file within reach, of whom nothing
 * else is then asked.
 */
export const joinSchema = z
  .strictObject({
    caseId: z.uuid(),
    personId: z.union([z.literal(''), z.uuid()]),
    ...personFields,
    notSame,
    name: nameText,
    role,
    basis,
    since: day,
    placeId: z.union([z.literal(''), z.uuid('unknownChoice')]),
    placeSince: dayOrNone,
  })
  .check(
    z.superRefine((fields, context) => {
      if (fields.placeSince !== '' && fields.placeId === '')
        context.addIssue({ code: 'custom', path: ['placeId'], message: 'required' })
      if (fields.personId !== '') return
      if (fields.name === '') context.addIssue({ code: 'custom', path: ['name'], message: 'required' })
      checkAge(fields, context)
    }),
  )

/** What a person of the file is to the main person, and since when they are in it. The version is that of their place in it. */
export const roleSchema = z.strictObject({
  caseId: z.uuid(),
  personId: z.uuid(),
  version,
  role,
  basis,
  since: dayOrNone,
})

export const leaveSchema = z.strictObject({
  caseId: z.uuid(),
  personId: z.uuid(),
  version,
  on: day,
  because: z.enum(LEFT_BECAUSE.codes),
})

/** A person who left is in the file again. */
export const returnSchema = z.strictObject({ caseId: z.uuid(), personId: z.uuid(), version })
