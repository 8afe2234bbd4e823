import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import { textsOf } from './draft-texts.rules'

/** What a kept text is, told from the name of its form: the part before the colon. */
export const KEPT_KINDS = vocabulary('drafts.kept-kinds', [
  'visit',
  'note',
  'intake',
  'claim',
  'join',
  'signal',
  'step',
  'assign',
  'correction',
  'task',
  'comment',
  'encounter',
  'account',
  'observation',
  'group',
  'handover',
])
export type KeptKind = CodeOf<typeof KEPT_KINDS> | 'other'

export const kindOf = (form: string): KeptKind =>
  KEPT_KINDS.codes.find((kind) => form === kind || form.startsWith(`${kind}:`)) ?? 'other'

/** The code of the file a text belongs to, from the page it was written on. */
export const fileCodeOf = (path: string): string | null => /^\/cases\/([A-Z0-9-]+)/.exec(path)?.[1] ?? null

type Values = Readonly<Record<string, unknown>>

const words = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length

/** How many words would be lost. */
export const countWords = (values: Values): number =>
  textsOf(values).reduce((sum, text) => sum + words(text), 0)

const lines = (value: unknown, path: string): string[] => {
  if (value === null || value === undefined || value === '') return []
  if (typeof value !== 'object') return [`${path}: ${String(value)}`]
  return Object.entries(value).flatMap(([key, inner]) => lines(inner, path === '' ? key : `${path}.${key}`))
}

/** Everything of it as plain text, for a file that its owner asks for. */
export const toPlainText = (title: string, values: Values): string =>
  [title, '', ...textsOf(values).flatMap((text) => [text, '']), ...lines(values, '')].join('\r\n')
