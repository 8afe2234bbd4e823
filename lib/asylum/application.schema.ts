import * as z from 'zod/mini'
import { NO_APPLICATION_REASONS } from './transit.rules'
import { PLACES, PROCEDURE_LANGUAGES, WAYS } from './vocabulary.rules'

/** A way in or through; without an id it is a new one. */
export const applicationSchema = z.strictObject({
  caseId: z.uuid(),
  applicationId: z.union([z.literal(''), z.uuid()]),
  version: z.int().check(z.minimum(0)),
  way: z.enum(WAYS.codes, 'required'),
  sequence: z.union([z.literal(''), z.string().check(z.regex(/^[1-9]\d?$/, 'notANumber'))]),
  language: z.union([z.literal(''), z.enum(PROCEDURE_LANGUAGES.codes)], 'unknownChoice'),
  place: z.union([z.literal(''), z.enum(PLACES.codes)], 'unknownChoice'),
  reasons: z.array(z.enum(NO_APPLICATION_REASONS.codes)),
})
export type ApplicationInput = z.output<typeof applicationSchema>
