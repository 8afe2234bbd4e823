import * as z from 'zod/mini'
import { RULINGS } from './name-ruling.rules'

/** One word, in any script: a whole name would be someone. */
const name = z.string().check(
  z.trim(),
  z.overwrite((text) => text.normalize('NFC')),
  z.minLength(1, 'required'),
  z.maxLength(40, 'tooLong'),
  z.regex(/^[\p{L}'’ʼʻ-]{2,40}$/u, 'oneName'),
)
const two = z.strictObject({ one: name, other: name })
const isTwo = ({ one, other }: z.output<typeof two>): boolean => one.toLowerCase() !== other.toLowerCase()
const differ = { path: ['other'], error: 'sameName' }

export const nameRulingSchema = z
  .extend(two, { ruling: z.enum(RULINGS.codes, 'required') })
  .check(z.refine(isTwo, differ))
export const namesSchema = two.check(z.refine(isTwo, differ))
