import * as z from 'zod'

const text = z.string().trim().min(1)

/** Names that are one (weight: how surely), and names that are easily taken for one another and are two. */
export const nameEquivalentFile = z.strictObject({
  about: text,
  source: text,
  recordedOn: z.iso.date(),
  groups: z.array(z.strictObject({ weight: z.number().gt(0).lte(1), names: z.array(text).min(2) })),
  apart: z.array(z.tuple([text, text])),
})
