import * as z from 'zod/mini'
import { NAME_KINDS } from './name.rules'
import { nameText } from './person.schema'

/** What is typed about someone, so far: part of a name, perhaps a nationality and a place. */
export const alikeSchema = z.strictObject({
  name: nameText.check(z.minLength(3, 'tooShort')),
  nationality: z.string().check(z.maxLength(20)),
  placeId: z.string().check(z.maxLength(36)),
  /** The file in which one types: what is kept apart from it is no match there. */
  caseId: z.optional(z.uuid()),
})

/** Someone within reach who could be meant, with what fits. */
export const alikePerson = z.object({
  caseId: z.uuid(),
  personId: z.uuid(),
  code: z.string(),
  /** Known from a restricted file: they join no other one. */
  isRestricted: z.boolean(),
  /** Null in discreet mode: the name does not come to the device then. */
  full: z.nullable(z.string()),
  initials: z.string(),
  country: z.nullable(z.string()),
  lastMetOn: z.nullable(z.string()),
  isSameName: z.boolean(),
  nameKind: z.enum(NAME_KINDS.codes),
  isSameNationality: z.boolean(),
  isSamePlace: z.boolean(),
})
export type Alike = z.output<typeof alikePerson>
