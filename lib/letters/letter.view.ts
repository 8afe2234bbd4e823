import type { CaseHeader } from '@/lib/cases/case-header.data'
import type { Day } from '@/lib/shared/dates'
import { type SummaryFile, toParts } from '@/lib/summaries/file.view'
import { LEVEL_FOR, PIECES, type Piece, type Section } from '@/lib/summaries/level.rules'
import { type OwnRow, toOwn, toOwnSensitive } from '@/lib/summaries/own.view'
import { type Fact, type Part, redact, type ShownValue } from '@/lib/summaries/redact.rules'
import type { Value } from '@/lib/summaries/value.rules'
import type { Filling } from './make-letter'
import { type MergeField, OWN_TAGS, type PlainTag, TYPED_TAGS } from './tag.rules'
import { AUDIENCE_FOR, type Reader, type Use } from './template.rules'

/** What is left open in a letter, to be written by hand. */
export const BLANK = '…………'

/** Whom a file is about. */
export const isMain = ({ inFile }: CaseHeader['people'][number]): boolean => inFile.role === 'principal'

/** A file as a letter about one of its people sees it: what is said of the others whom it is about is not there. */
export const aboutOne = (file: SummaryFile, personId: string): SummaryFile => {
  const isTheirs = (row: { readonly personId: string | null }): boolean =>
    row.personId === null || row.personId === personId
  const { caseHeader } = file
  return {
    ...file,
    caseHeader: {
      ...caseHeader,
      people: caseHeader.people.filter((one) => !isMain(one) || one.id === personId),
      contacts: caseHeader.contacts.filter(isTheirs),
    },
    needs: file.needs.filter(isTheirs),
    matters: file.matters.filter(isTheirs),
    guardianship: file.guardianship.filter(isTheirs),
    referrals: file.referrals.filter(({ row }) => isTheirs(row)),
    own: file.own.filter(isTheirs),
  }
}

/** Words for values and names of fields, in the language of the letter. */
export type Words = {
  readonly say: (value: Value) => string | readonly string[]
  /** What was answered to a field of the organisation's own, without its name. */
  readonly answer: (value: Extract<Value, { kind: 'own' }>) => string
}

export type Source = {
  readonly parts: readonly Part<Fact>[]
  /** To fields of the organisation's own. */
  readonly own: readonly OwnRow[]
  readonly plain: Readonly<Record<(typeof OWN_TAGS.codes)[number], string>>
}
/** What a letter draws on: one file and one person of it, as the gate of summaries is given it. */
export const toSource = (file: SummaryFile, personId: string, today: Day, plain: Source['plain']): Source => {
  const one = aboutOne(file, personId)
  return { parts: toParts(one, today), own: one.own, plain }
}

/** Of one tag: what the letter says, or that nothing is known. */
export type Datum = {
  readonly field: MergeField
  readonly text: string
  /** Nothing is known: it is typed for this letter, or left open. */
  readonly isMissing: boolean
}
export type Listed = {
  readonly loop: string
  readonly lines: readonly (readonly { piece: Piece; text: string }[])[]
}
export type Contents = { readonly data: readonly Datum[]; readonly lists: readonly Listed[] }

const isTyped = (tag: PlainTag): boolean => TYPED_TAGS.has(tag)
const textOf = (values: readonly Value[], words: Words): string =>
  [
    ...new Set(
      values.flatMap((value) => (value.kind === 'own' ? [words.answer(value)] : [words.say(value)].flat())),
    ),
  ].join(', ')
const ofPiece = (facts: readonly ShownValue[], piece: Piece): Value[] =>
  facts.filter((one) => one.piece === piece).map(({ value }) => value)

const isPiece = (tag: string): tag is Piece => Object.hasOwn(PIECES, tag)
const piecesIn = (uses: readonly Use[], loop: string): readonly Piece[] => [
  ...new Set(
    uses.flatMap((use) =>
      use.loop === loop && isPiece(use.tag) && PIECES[use.tag].section === loop ? [use.tag] : [],
    ),
  ),
]

type Gate = Parameters<typeof redact>[1]

const OWN_PIECES: readonly Piece[] = ['ownKnown', 'ownWhole', 'ownSensitive']
/** The answer to one own field as the gate lets it through; rows of one field alone go in. */
const ownText = (rows: readonly OwnRow[], gate: Gate, words: Words): string => {
  const parts: Part<Fact>[] = [
    { section: 'own', items: toOwn(rows, () => null) },
    { section: 'own_sensitive', items: toOwnSensitive(rows, () => null) },
  ]
  const facts = redact(parts, gate).flatMap(({ items }) => items.flatMap((item) => item.facts))
  return textOf(
    OWN_PIECES.flatMap((piece) => ofPiece(facts, piece)),
    words,
  )
}

/**
 * Everything that a letter will say of a file: each tag once, each list with its lines. Nothing comes here but through `redact`, at the level of
 * its reader and within the sections of its template.
 */
export const toContents = (
  { parts, own, plain }: Source,
  {
    reader,
    uses,
    sections,
  }: { readonly reader: Reader; readonly uses: readonly Use[]; readonly sections: readonly Section[] },
  fields: readonly MergeField[],
  words: Words,
): Contents => {
  const gate: Gate = { level: LEVEL_FOR[AUDIENCE_FOR[reader]], sections }
  const through = redact(parts, gate)
  const itemsOf = (section: string) =>
    through.filter((part) => part.section === section).flatMap(({ items }) => items)
  const facts = through.flatMap(({ items }) => items.flatMap((item) => item.facts))
  const known = new Map(fields.map((field) => [field.tag, field]))
  const textFor = (field: MergeField): string => {
    switch (field.kind) {
      case 'plain': {
        const mine = OWN_TAGS.match(field.tag)
        return mine === null ? '' : plain[mine]
      }
      case 'piece':
        return textOf(ofPiece(facts, field.tag), words)
      case 'own':
        return ownText(
          own.filter((row) => row.field.key === field.field.key),
          gate,
          words,
        )
    }
  }
  const inOwnList = ({ tag, loop }: Use): boolean => {
    const field = known.get(tag)
    return loop !== null && field?.kind === 'piece' && field.section === loop
  }
  const singles = [...new Set(uses.filter((use) => !inOwnList(use)).map(({ tag }) => tag))]
  const loops = [...new Set(uses.flatMap(({ loop }) => loop ?? []))]
  return {
    data: singles.flatMap((tag): Datum[] => {
      const field = known.get(tag)
      // The page and the handler ask faultsOf first.
      if (field === undefined) throw new Error(`a template names ${tag}, which is no field`)
      const text = textFor(field)
      return [{ field, text, isMissing: text === '' }]
    }),
    lists: loops.map((loop) => {
      const pieces = piecesIn(uses, loop)
      return {
        loop,
        lines: itemsOf(loop)
          .map((item) =>
            pieces.flatMap((piece) => {
              const text = textOf(ofPiece(item.facts, piece), words)
              return text === '' ? [] : [{ piece, text }]
            }),
          )
          .filter((line) => line.length > 0),
      }
    }),
  }
}
/** What fills the template: what is known, what was typed for this letter where nothing is, and a line to write on. */
export const toFilling = (
  { data, lists }: Contents,
  uses: readonly Use[],
  typed: Readonly<Record<string, string>>,
): Filling => {
  const say = (tag: string): string => (Object.hasOwn(typed, tag) ? (typed[tag] ?? '') : '')
  return {
    singles: Object.fromEntries(
      data.map(({ field, text, isMissing }) => [
        field.tag,
        isMissing ? say(field.tag) || (field.kind === 'plain' && isTyped(field.tag) ? '' : BLANK) : text,
      ]),
    ),
    loops: Object.fromEntries(
      lists.map(({ loop, lines }) => [
        loop,
        lines.map((line) => ({
          // A line says of each of its fields something, if only that there is nothing.
          ...Object.fromEntries(piecesIn(uses, loop).map((piece) => [piece, ''])),
          ...Object.fromEntries(line.map(({ piece, text }) => [piece, text])),
        })),
      ]),
    ),
  }
}
