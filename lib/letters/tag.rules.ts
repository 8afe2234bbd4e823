import type { OwnField } from '@/lib/fields/field.rules'
import { rulesOf } from '@/lib/fields/owner.rules'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import {
  detailOf,
  LEVEL_FOR,
  NEVER_TO_PERSON,
  PIECES,
  type Piece,
  SECTIONS,
  type Section,
} from '@/lib/summaries/level.rules'
import { type Fault, fault } from './fault.rules'
import { AUDIENCE_FOR, type Reader, type Use } from './template.rules'

/**
 * What a template may name, once: the pieces of a summary (their section and level are said in level.rules.ts), the fields of the organisation's
 * own, and words that tell of no one.
 */

/** Typed for each letter anew. */
export const TYPED_TAGS = vocabulary('letters.typed-tags', ['to', 'subject', 'message'])
/** Of the organisation and of who makes the letter. */
export const OWN_TAGS = vocabulary('letters.own-tags', ['today', 'organisation', 'contactDetails', 'by'])
export type PlainTag = CodeOf<typeof TYPED_TAGS> | CodeOf<typeof OWN_TAGS>

const isPiece = (key: string): key is Piece => Object.hasOwn(PIECES, key)
export const ALL_PIECES: readonly Piece[] = Object.keys(PIECES).filter(isPiece)
/** Answers to own fields are named one by one, `own:` and the key. */
export const isOwnSection = (section: Section): boolean => section === 'own' || section === 'own_sensitive'

const OWN = 'own:'
export const ownTag = ({ key }: Pick<OwnField, 'key'>): string => `${OWN}${key}`
type Asked = Pick<OwnField, 'key' | 'owner' | 'fieldClass' | 'now'>
export const ownSection = ({ fieldClass }: Pick<OwnField, 'fieldClass'>): Section =>
  fieldClass === 'sensitive' ? 'own_sensitive' : 'own'

/** Whether a field of the organisation's own may be in a letter to this reader. */
const ownLeaves = ({ fieldClass, now }: Asked, reader: Reader): boolean => {
  const level = LEVEL_FOR[AUDIENCE_FOR[reader]]
  if (now.level === 'never' || now.state !== 'live' || level === 'unnamed') return false
  return level === 'whole' || (fieldClass === 'ordinary' && now.level === 'known')
}

/** Whether a piece may be in a letter to this reader, in full or coarser. */
export const pieceLeaves = (piece: Piece, reader: Reader): boolean =>
  !(reader === 'person' && NEVER_TO_PERSON.includes(PIECES[piece].section)) &&
  detailOf(piece, LEVEL_FOR[AUDIENCE_FOR[reader]]) !== 'hidden'

export type MergeField =
  | { readonly kind: 'plain'; readonly tag: PlainTag }
  | { readonly kind: 'piece'; readonly tag: Piece; readonly section: Section }
  | { readonly kind: 'own'; readonly tag: string; readonly section: Section; readonly field: Asked }

const PIECE_FIELDS: readonly MergeField[] = ALL_PIECES.filter(
  (piece) => !isOwnSection(PIECES[piece].section),
).map((piece) => ({ kind: 'piece', tag: piece, section: PIECES[piece].section }))
const PLAIN_FIELDS: readonly MergeField[] = [...OWN_TAGS.codes, ...TYPED_TAGS.codes].map((tag) => ({
  kind: 'plain',
  tag,
}))

/** Every name that a template may hold, for any reader. */
export const allFields = (fields: readonly Asked[]): readonly MergeField[] => [
  ...PLAIN_FIELDS,
  ...PIECE_FIELDS,
  ...fields
    .filter((field) => field.now.state === 'live' && rulesOf(field).isOfFile)
    .map((field): MergeField => ({ kind: 'own', tag: ownTag(field), section: ownSection(field), field })),
]

/** Whether it may be in a letter to this reader. */
export const leavesTo = (field: MergeField, reader: Reader): boolean => {
  switch (field.kind) {
    case 'plain':
      return true
    case 'piece':
      return pieceLeaves(field.tag, reader)
    case 'own':
      return ownLeaves(field.field, reader)
  }
}

/** Lists, each line of which is one of several: the sections of a summary. */
export const LOOPS: readonly Section[] = SECTIONS.codes.filter((section) => !isOwnSection(section))
const isLoop = (name: string): name is Section => LOOPS.some((one) => one === name)

/** How many letters have to be typed, taken away or changed to make one word of another. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1),
        ),
      )
    row = next
  }
  return row[b.length] ?? 0
}
const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9:]/gu, '')
/** The known name that a wrong one looks like; '' when none does. */
export const nearest = (name: string, known: readonly string[]): string => {
  const [best] = known
    .map((one) => ({ one, far: distance(bare(name), bare(one)) }))
    .sort((a, b) => a.far - b.far)
  return best !== undefined && best.far <= Math.max(1, Math.floor(best.one.length / 2)) ? best.one : ''
}

const faultOf = (
  { tag, loop }: Use,
  known: ReadonlyMap<string, MergeField>,
  reader: Reader,
): Fault | null => {
  if (loop !== null && !isLoop(loop)) return fault('loopUnknown', loop, nearest(loop, LOOPS))
  const field = known.get(tag)
  if (field === undefined)
    return isLoop(tag) ? fault('tagIsLoop', tag) : fault('tagUnknown', tag, nearest(tag, [...known.keys()]))
  if (loop !== null && field.kind !== 'piece' && field.kind !== 'plain') return fault('tagInLoop', tag, loop)
  if (field.kind === 'own' && field.field.now.level === 'never') return fault('tagNever', tag)
  return leavesTo(field, reader) ? null : fault('tagLevel', tag)
}

/** What of the tags of a template may not be: unknown ones, each with the nearest known name, and what its reader is never told. */
export const faultsOf = (
  uses: readonly Use[],
  reader: Reader,
  fields: readonly Asked[],
): readonly Fault[] => {
  const known = new Map(allFields(fields).map((field) => [field.tag, field]))
  const found = uses.flatMap((use) => faultOf(use, known, reader) ?? [])
  return found.filter(
    ({ code, of }, index) => found.findIndex((one) => one.code === code && one.of === of) === index,
  )
}

/** Which sections of a file a letter tells of. That it is about someone at all tells who they are. */
export const sectionsOf = (uses: readonly Use[], fields: readonly Asked[]): readonly Section[] => {
  const known = new Map(allFields(fields).map((field) => [field.tag, field]))
  const named = new Set<Section>(['identity'])
  for (const { tag, loop } of uses) {
    const field = known.get(tag)
    if (field !== undefined && field.kind !== 'plain') named.add(field.section)
    if (loop !== null && isLoop(loop)) named.add(loop)
  }
  return SECTIONS.codes.filter((section) => named.has(section))
}
