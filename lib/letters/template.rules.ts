import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import type { SheetLanguage } from '@/lib/sheets/sheet.rules'
import type { Audience } from '@/lib/summaries/level.rules'

/** Letters of an organisation's own (docs/adr/0175): for whom a template is, what for, in which language, and how large it may be. */

export const READERS = vocabulary('letters.readers', ['person', 'lawyer', 'authority', 'partner', 'inside'])
export type Reader = CodeOf<typeof READERS>

/** A letter is a summary in the organisation's own form: its level and what allows it to leave follow from for whom it is. */
export const AUDIENCE_FOR = {
  person: 'person',
  lawyer: 'lawyer',
  authority: 'authority',
  partner: 'organisation',
  inside: 'colleague',
} as const satisfies Readonly<Record<Reader, Audience>>

export const PURPOSES = vocabulary('letters.purposes', ['inform', 'ask', 'confirm', 'report', 'invite'])
export type Purpose = CodeOf<typeof PURPOSES>

export const TEMPLATE_STATES = vocabulary('letters.states', ['live', 'retired'])
export type TemplateState = CodeOf<typeof TEMPLATE_STATES>

export const TEMPLATE_LIMITS = {
  templates: 60,
  bytes: 2 * 2 ** 20,
  entries: 200,
  unpackedBytes: 20 * 2 ** 20,
  unpackedTimes: 200,
  /** Of the tags of one template. */
  tags: 400,
} as const

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** One tag of a template: what it names, and of which list each line of it is filled. */
export type Use = { readonly tag: string; readonly loop: string | null }

export type TemplateEdition = {
  readonly edition: number
  readonly state: TemplateState
  readonly name: string
  readonly reader: Reader
  readonly purpose: Purpose
  /** One of the languages of the handouts. */
  readonly language: SheetLanguage
  /** Kinds of file it is offered for; empty for all. */
  readonly kinds: readonly string[]
  readonly hash: string
  readonly uses: readonly Use[]
  readonly because: string
  readonly publishedAt: Date
  readonly by: string
}
export type Template = {
  readonly id: string
  readonly key: string
  readonly now: TemplateEdition
  /** The oldest first. */
  readonly editions: readonly TemplateEdition[]
}

/** A template that is in use and fits a file. */
export const fits = ({ now }: Template, kind: string): boolean =>
  now.state === 'live' && (now.kinds.length === 0 || now.kinds.includes(kind))
