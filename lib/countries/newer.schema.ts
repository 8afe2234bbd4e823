import * as z from 'zod/mini'
import { isDay } from '@/lib/shared/dates'
import { NEWER_ANSWERS } from './newer.rules'
import { QUALIFIERS } from './vocabulary.rules'

const id = z.uuid('required')
const day = z.string('required').check(z.refine(isDay, 'notADay'))
const reason = z.string().check(z.trim(), z.maxLength(1000, 'tooLong'))
const slug = z.string().check(z.regex(/^[a-z0-9-]{1,120}$/, 'unknownChoice'))

// "27.742" is twenty-seven thousand for one reader and twenty-seven for another: three digits after a sign are not taken, but after nought.
const NUMBER = /^(\d{1,12}([.,]\d{1,2})?|0[.,]\d{3})$/
const bare = (text: string): string => text.replace(/\s/g, '')

/** A number that was typed, without spaces and with either sign. NaN for what is none. */
export const toNumber = (text: string): number =>
  NUMBER.test(bare(text)) ? Number(bare(text).replace(',', '.')) : Number.NaN

const figure = z.string().check(
  z.trim(),
  z.maxLength(20, 'tooLong'),
  z.refine((text) => text === '' || !Number.isNaN(toNumber(text)), 'notPlainNumber'),
)

export const newerSchema = z
  .strictObject({
    country: z.string().check(z.regex(/^[A-Z]{2}$/, 'unknownChoice')),
    fact: slug,
    figure: figure.check(z.minLength(1, 'required')),
    upTo: figure,
    qualifier: z.enum(QUALIFIERS.codes, 'required'),
    from: day,
    until: day,
    source: z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(200, 'tooLong')),
    address: z
      .string()
      .check(
        z.trim(),
        z.minLength(1, 'required'),
        z.maxLength(500, 'tooLong'),
        z.regex(/^https?:\/\/[^\s/]+\.\S+$/, 'notAnAddress'),
      ),
    sourceOn: day,
    note: reason,
  })
  .check(
    z.refine(({ from, until }) => until >= from, { path: ['until'], error: 'endBeforeStart' }),
    z.refine(({ figure: first, upTo }) => upTo === '' || toNumber(upTo) > toNumber(first), {
      path: ['upTo'],
      error: 'notHigher',
    }),
  )

export const newerAnswerSchema = z
  .strictObject({ figureId: id, said: z.enum(NEWER_ANSWERS.codes, 'required'), reason })
  .check(
    z.refine(({ said, reason: why }) => said === 'agreed' || why !== '', {
      path: ['reason'],
      error: 'required',
    }),
  )
