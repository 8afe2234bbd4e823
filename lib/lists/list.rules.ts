import { type CodeOf, part, vocabulary } from '@/lib/shared/vocabulary'

/**
 * Code lists that an organisation may shape (docs/adr/0163). The standard value stays in its column, so that law, statistics and
 * exports go on reading what they read today; words, order and finer values of one's own stand beside it.
 */
export const SHOWN_LISTS = vocabulary('lists.shown', [
  'encounter_topic',
  'encounter_request',
  'action_type',
  'monitoring_theme',
  'concern_type',
  'closure_reason',
])
export type ShownList = CodeOf<typeof SHOWN_LISTS>

/** Lists that take finer values. */
export const FINER_LISTS = part('lists.finer', SHOWN_LISTS, [
  'encounter_topic',
  'encounter_request',
  'action_type',
])

/** Which list the items of a conversation are of. */
export const LIST_OF_KIND = {
  topic: 'encounter_topic',
  request: 'encounter_request',
  action: 'action_type',
} as const

/**
 * Standard values that are never hidden, because a rule, a danger or a duty starts from them; null: none of the list. app.is_pinned says
 * the same, and a test holds the two equal.
 */
export const PINNED: Readonly<Record<ShownList, readonly string[] | null>> = {
  encounter_topic: ['asylum_procedure', 'removal', 'legal_aid', 'health'],
  encounter_request: ['contact_lawyer', 'explain_decision', 'medical_care'],
  action_type: ['listened', 'lawyer_contacted'],
  monitoring_theme: [],
  concern_type: null,
  closure_reason: null,
}
export const isPinned = (list: ShownList, code: string): boolean => PINNED[list]?.includes(code) ?? true

/** How often a finer value was named, as admins are told it: nothing below ten. */
export const FINER_USES = vocabulary('lists.finer-uses', ['few', 'tens', 'hundreds', 'thousands'])
export type FinerUse = CodeOf<typeof FINER_USES>

export const MOST_VALUES = 60
export const MOST_UNDER_ONE = 12

/** Labels by language; '' or missing: none in that language. */
export type Labels = Readonly<Record<'en' | 'fr' | 'nl' | 'de', string>>

/** A finer value as forms, drafts and histories say it: the standard code, a dot, and its own key. */
export const joinFiner = (standard: string, key: string): string => `${standard}.${key}`
export const splitFiner = (code: string): { readonly standard: string; readonly key: string | null } => {
  const [standard = '', key] = code.split('.')
  return { standard, key: key ?? null }
}

/** The standard codes of what was chosen, each once. */
export const standardsOf = (codes: readonly string[]): string[] => [
  ...new Set(codes.map((code) => splitFiner(code).standard)),
]

type Item = {
  readonly kind: string
  readonly code: string
  readonly finer: readonly { readonly own: { readonly key: string } }[]
}
/** What was chosen, as the form says it: the finer values in the place of the standard one that they are of. */
export const toChosen = (items: readonly Item[]): { kind: string; code: string }[] =>
  items.flatMap(({ kind, code, finer }) =>
    finer.length === 0
      ? [{ kind, code }]
      : finer
          .map(({ own }) => ({ kind, code: joinFiner(code, own.key) }))
          .sort((a, b) => (a.code < b.code ? -1 : 1)),
  )

/** A key from a label: small letters, digits and _; with a number when it is taken. */
export const keyOf = (label: string, taken: ReadonlySet<string>): string => {
  const plain =
    label
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^[^a-z]+|_+$/g, '')
      .slice(0, 34) || 'own'
  for (let turn = 1; ; turn++) {
    const key = turn === 1 ? plain : `${plain}_${turn}`
    if (!taken.has(key)) return key
  }
}
