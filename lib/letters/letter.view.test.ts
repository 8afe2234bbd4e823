import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everyFact } from '@/lib/summaries/invented.view'
import { detailOf, LEVEL_FOR, PIECES, type Piece, SECTIONS, type Section } from '@/lib/summaries/level.rules'
import type { OwnRow } from '@/lib/summaries/own.view'
import type { Fact, Part } from '@/lib/summaries/redact.rules'
import type { Value } from '@/lib/summaries/value.rules'
import { anEdition } from '../../tests/support/given/editions'
import { BLANK, toContents, toFilling } from './letter.view'
import { ALL_PIECES, allFields, faultsOf, isOwnSection, nearest, ownTag, sectionsOf } from './tag.rules'
import { AUDIENCE_FOR, READERS, type Reader, type Use } from './template.rules'

/** One word a piece, by which it is found again in a letter. */
const wordOf = (piece: Piece): string => `Zz${piece.toLowerCase()}`
const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : []
/** Says whatever a value holds: what must not leave would be seen. */
const words = {
  say: (value: Value) => textsIn(value).join(' '),
  answer: ({ answer }: { answer: { text: string } }) => answer.text,
}
const factOf = (piece: Piece): Fact[] =>
  everyFact({ text: `${wordOf(piece)} Qqother`, day: '2026-01-02', country: 'GN', years: 20 }).filter(
    (fact) => fact.piece === piece,
  )
const PARTS: readonly Part<Fact>[] = SECTIONS.codes.map((section) => ({
  section,
  items: [
    {
      as: 'facts',
      facts: ALL_PIECES.filter((piece) => PIECES[piece].section === section).flatMap(factOf),
    },
  ],
}))
/** Pieces whose value holds their word as someone typed it. */
const TYPED = ALL_PIECES.filter(
  (piece) => !isOwnSection(PIECES[piece].section) && JSON.stringify(factOf(piece)).includes(wordOf(piece)),
)

const OWN = (['never', 'known', 'whole'] as const).flatMap((level) =>
  (['ordinary', 'sensitive'] as const).map((fieldClass) => {
    const now = anEdition({ level, labels: { en: 'Invented' } })
    return {
      id: `${level}-${fieldClass}`,
      key: `${level}_${fieldClass}`,
      owner: 'file' as const,
      type: 'short' as const,
      fieldClass,
      decimals: 0,
      now,
      editions: [now],
    }
  }),
)
const rowsOf = (): OwnRow[] =>
  OWN.map((field) => ({
    personId: null,
    field,
    given: {
      id: field.id,
      isDamaged: false,
      circleCaseId: null,
      fieldId: field.id,
      edition: 1,
      answerId: field.id,
      whose: { owner: 'file', id: 'invented' },
      answer: { state: 'given', codes: [], text: `Zzown${field.key}` },
      by: 'Invented',
      at: new Date(0),
      withdrawn: null,
    },
    named: null,
  }))

const uses: fc.Arbitrary<readonly Use[]> = fc.array(
  fc.record({
    tag: fc.constantFrom(...allFields(OWN).map(({ tag }) => tag)),
    loop: fc.option(fc.constantFrom<string>(...SECTIONS.codes)),
  }),
  { maxLength: 30 },
)
const source = {
  parts: PARTS,
  own: rowsOf(),
  plain: { today: 'Zztoday', organisation: 'Zzorganisation', contactDetails: 'Zzdetails', by: 'Zzby' },
}
const letterOf = (reader: Reader, some: readonly Use[], sections: readonly Section[]): string => {
  const contents = toContents(source, { reader, uses: some, sections }, allFields(OWN), words)
  return JSON.stringify(toFilling(contents, some, {}))
}

describe('what a letter says', () => {
  it('is never of a level that its reader is not given, nor of a section that its consent was not asked for', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...READERS.codes),
        uses,
        fc.subarray([...SECTIONS.codes]),
        (reader, some, sections) => {
          // Templates that were refused are tried as well: what is checked at upload is not what holds.
          const letter = letterOf(reader, some, sections)
          const level = LEVEL_FOR[AUDIENCE_FOR[reader]]
          for (const piece of TYPED) {
            const isGiven = detailOf(piece, level) !== 'hidden' && sections.includes(PIECES[piece].section)
            if (!isGiven) expect(letter).not.toContain(`${wordOf(piece)} `)
            if (detailOf(piece, level) === 'coarse' && ['name', 'staff'].includes(PIECES[piece].kind))
              expect(letter).not.toContain(`${wordOf(piece)} `)
          }
          for (const { key, fieldClass, now } of OWN) {
            const isGiven =
              now.level !== 'never' &&
              (level === 'whole' || (now.level === 'known' && fieldClass === 'ordinary')) &&
              sections.includes(fieldClass === 'sensitive' ? 'own_sensitive' : 'own')
            if (!isGiven) expect(letter).not.toContain(`Zzown${key}"`)
          }
        },
      ),
    )
  })

  it('has a value for each tag, and a line to write on where nothing is known', () => {
    fc.assert(
      fc.property(fc.constantFrom(...READERS.codes), uses, (reader, some) => {
        const contents = toContents(
          { ...source, parts: [], own: [] },
          { reader, uses: some, sections: SECTIONS.codes },
          allFields(OWN),
          words,
        )
        const { singles, loops } = toFilling(contents, some, { name: 'Typed' })
        for (const { tag, loop } of some) {
          const isInList =
            loop !== null &&
            loop in PARTS_BY &&
            ALL_PIECES.some((one) => one === tag && PIECES[one].section === loop)
          if (isInList) expect(loops[loop]).toEqual([])
          else expect(singles[tag]).toBeDefined()
        }
        if ('name' in singles) expect(singles.name).toBe('Typed')
        if ('mark' in singles) expect(singles.mark).toBe(BLANK)
      }),
    )
  })

  it('tells of each section that its tags name, so that a consent covers it', () => {
    fc.assert(
      fc.property(uses, (some) => {
        const named = sectionsOf(some, OWN)
        expect(named).toContain('identity')
        const letter = letterOf('lawyer', some, named)
        const all = letterOf('lawyer', some, SECTIONS.codes)
        // Nothing that was named is missing because its section was not.
        expect(letter).toBe(all)
      }),
    )
  })
})
const PARTS_BY: Readonly<Record<string, true>> = Object.fromEntries(SECTIONS.codes.map((one) => [one, true]))

describe('the names of fields', () => {
  it('are proposed by what they look like', () => {
    expect(nearest('Nmae', ['name', 'need'])).toBe('name')
    expect(nearest('file_code', ['fileCode', 'name'])).toBe('fileCode')
    expect(nearest('qqqqqqqq', ['name'])).toBe('')
  })

  it('are each one field’s alone', () => {
    const tags = allFields([]).map(({ tag }) => tag)
    expect(new Set(tags).size).toBe(tags.length)
  })

  it('of own fields that are on no letter, or that are gone, are refused', () => {
    const [never] = OWN
    if (never === undefined) throw new Error('no field')
    expect(faultsOf([{ tag: ownTag(never), loop: null }], 'lawyer', OWN)).toMatchObject([
      { code: 'tagNever' },
    ])
    expect(faultsOf([{ tag: 'own:gone', loop: null }], 'lawyer', OWN)).toMatchObject([{ code: 'tagUnknown' }])
    const sensitive = [{ tag: 'own:whole_sensitive', loop: null }]
    expect(faultsOf(sensitive, 'lawyer', OWN)).toEqual([])
    expect(faultsOf(sensitive, 'partner', OWN)).toMatchObject([{ code: 'tagLevel' }])
  })
})
