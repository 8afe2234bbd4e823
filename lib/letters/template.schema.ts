import * as z from 'zod/mini'
import { LANGUAGES } from '@/lib/sheets/sheet.rules'
import { FAULTS } from './fault.rules'
import { PURPOSES, READERS, TEMPLATE_STATES } from './template.rules'

const text = (most: number) =>
  z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(most, 'tooLong'))

/** What is said beside the document. An edition of a template that is there names it and the edition that was read. */
export const templateSchema = z.strictObject({
  templateId: z.union([z.literal(''), z.uuid()]),
  version: z.int().check(z.minimum(0), z.maximum(10_000)),
  name: text(80),
  reader: z.enum(READERS.codes, 'required'),
  purpose: z.enum(PURPOSES.codes, 'required'),
  language: z.enum(LANGUAGES.codes, 'required'),
  kinds: z
    .array(z.string().check(z.regex(/^[a-z0-9_]{1,40}$/, 'unknownChoice')))
    .check(z.maxLength(20, 'tooMany')),
  because: text(500),
})
export type TemplateInput = z.output<typeof templateSchema>

/** A document that is looked at before it is published: for whom it would be. */
export const lookSchema = z.pick(templateSchema, { reader: true })

export const lookedSchema = z.strictObject({
  faults: z.array(z.strictObject({ code: z.enum(FAULTS.codes), of: z.string(), near: z.string() })),
  tags: z.array(z.string()),
})

/** Retires a template or brings it back; both are an edition with a reason. */
export const templateStateSchema = z.strictObject({
  templateId: z.uuid(),
  version: z.int(),
  state: z.enum(TEMPLATE_STATES.codes),
  because: text(500),
})
