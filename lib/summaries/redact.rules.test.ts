import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everyFact, type Invented } from './invented.view'
import {
  DETAILS,
  detailOf,
  LEVEL_FOR,
  LEVELS,
  type Level,
  PIECES,
  type Piece,
  SECTIONS,
  SENSITIVE,
  type Section,
  SUMMARY_AUDIENCES,
  sectionsAt,
  TICKED,
} from './level.rules'
import { type Fact, type Part, redact, type ShownValue } from './redact.rules'
import { withoutContacts } from './value.rules'

const isPiece = (key: string): key is Piece => key in PIECES
const ALL = Object.keys(PIECES).filter(isPiece)

/** What a file can hold of one person, drawn so that it could be found again on paper. */
const drawn: fc.Arbitrary<Invented> = fc.record({
  text: fc.stringMatching(/^Zz[a-z]{4,9} Qq[a-z]{4,9}$/),
  day: fc
    .date({ min: new Date('2021-01-01'), max: new Date('2026-10-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  country: fc.constantFrom('GN', 'ER', 'AF', 'SY', 'PS', 'XXA', 'XXX'),
  years: fc.integer({ min: 0, max: 90 }),
})

const toParts = (facts: readonly Fact[]): Part<Fact>[] =>
  SECTIONS.codes.map((section) => ({
    section,
    items: [{ as: 'facts', facts: facts.filter(({ piece }) => PIECES[piece].section === section) }],
  }))
const said = (
  parts: readonly Part<Fact>[],
  level: Level,
  sections: readonly Section[] = SECTIONS.codes,
): ShownValue[] =>
  redact(parts, { level, sections }).flatMap(({ items }) => items.flatMap(({ facts }) => facts))
const rank = (piece: Piece, level: Level): number => DETAILS.rank(detailOf(piece, level))

describe('the table of levels', () => {
  it('never lets a level show less than the one below it', () => {
    for (const piece of ALL)
      expect({ piece, ranks: LEVELS.codes.map((level) => rank(piece, level)) }).toEqual({
        piece,
        ranks: LEVELS.codes.map((level) => rank(piece, level)).sort(),
      })
  })

  it('shows at the lowest level no piece that is typed, or names someone, the file or a place', () => {
    const naming = ALL.filter((piece) =>
      ['name', 'staff', 'office', 'text', 'code', 'own'].includes(PIECES[piece].kind),
    )
    expect(naming.length).toBeGreaterThan(10)
    expect(naming.filter((piece) => detailOf(piece, 'unnamed') !== 'hidden')).toEqual([])
    const exact = ALL.filter((piece) =>
      [
        'day',
        'when',
        'days',
        'age',
        'place',
        'nationality',
        'country',
        'held',
        'window',
        'conflict',
        'steps',
      ].includes(PIECES[piece].kind),
    )
    expect(exact.filter((piece) => detailOf(piece, 'unnamed') === 'shown')).toEqual([])
  })

  it('ticks nothing about health or violence before someone does, and gives no one more than is asked for', () => {
    for (const audience of SUMMARY_AUDIENCES.codes) {
      expect(TICKED[audience].filter((section) => SENSITIVE.includes(section))).toEqual([])
      expect(TICKED[audience].length).toBeLessThan(SECTIONS.codes.length)
    }
    expect(LEVEL_FOR).toEqual({
      lawyer: 'whole',
      organisation: 'known_to_them',
      colleague: 'known_to_them',
      discussion: 'unnamed',
      authority: 'whole',
      person: 'whole',
    })
  })
})

describe('what stands on a sheet', () => {
  it('is drawn here for every piece there is', () => {
    const facts = everyFact({ text: 'Zz', day: '2026-01-02', country: 'GN', years: 20 })
    expect(new Set(facts.map(({ piece }) => piece))).toEqual(new Set(ALL))
    expect(facts.length).toBe(ALL.length)
  })

  it('has, without identity, no name, no code, no text, no day, no country and no age of the person', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const paper = JSON.stringify(said(toParts(everyFact(one)), 'unnamed'))
        for (const word of one.text.split(' ')) expect(paper).not.toContain(word)
        for (const hidden of [one.day, `"${one.country}"`, '14:30', '"days":61'])
          expect(paper).not.toContain(hidden)
      }),
    )
  })

  it('gains with each level and loses nothing', () => {
    fc.assert(
      fc.property(drawn, fc.subarray([...SECTIONS.codes]), (one, sections) => {
        const parts = toParts(everyFact(one))
        for (const [index, level] of LEVELS.codes.slice(0, -1).entries()) {
          const above = LEVELS.codes[index + 1] ?? 'whole'
          const [less, more] = [said(parts, level, sections), said(parts, above, sections)]
          for (const { piece } of less) expect(more.map((other) => other.piece)).toContain(piece)
          // What a level says as the file has it, the next one does not make coarser.
          const whole = new Set(said(parts, 'whole', sections).map((other) => JSON.stringify(other)))
          for (const line of less.map((other) => JSON.stringify(other)).filter((text) => whole.has(text)))
            expect(more.map((other) => JSON.stringify(other))).toContain(line)
        }
      }),
    )
  })

  it('has no need at all unless it is for the lawyer, and no heading that would say that none is recorded', () => {
    const parts = toParts(everyFact({ text: 'Zz', day: '2026-01-02', country: 'GN', years: 20 }))
    const headings = (level: Level) =>
      redact(parts, { level, sections: SECTIONS.codes }).map(({ section }) => section)
    expect(headings('whole')).toContain('needs')
    for (const level of ['known_to_them', 'unnamed'] as const) {
      // To whom a person was referred would recognise them where no name does.
      const hidden =
        level === 'unnamed' ? ['needs', 'referrals', 'own', 'own_sensitive'] : ['needs', 'own_sensitive']
      expect(headings(level)).toEqual(SECTIONS.codes.filter((section) => !hidden.includes(section)))
      expect(sectionsAt(level)).not.toContain('needs')
    }
  })

  it('is of the ticked sections and of no other, also where a piece was put into the wrong one', () => {
    const facts = everyFact({ text: 'Zz', day: '2026-01-02', country: 'GN', years: 20 })
    const misplaced: Part<Fact>[] = [{ section: 'identity', items: [{ as: 'facts', facts }] }]
    const pieces = said(misplaced, 'whole', ['identity']).map(({ piece }) => PIECES[piece].section)
    expect(new Set(pieces)).toEqual(new Set(['identity']))
    expect(said(toParts(facts), 'whole', [])).toEqual([])
  })

  it('says once what is the same after it was made coarser', () => {
    const on = (day: string): Fact => ({ piece: 'issuedOn', value: { kind: 'day', on: day } })
    const parts: Part<Fact>[] = [
      { section: 'procedure', items: [{ as: 'facts', facts: [on('2026-03-02'), on('2026-03-30')] }] },
    ]
    expect(said(parts, 'unnamed')).toEqual([
      { piece: 'issuedOn', value: { kind: 'about', when: { form: 'month', year: 2026, month: 3 } } },
    ])
    expect(said(parts, 'whole')).toHaveLength(2)
  })

  it('makes bands that meet at eighteen, and continents of countries', () => {
    const of = (years: number) =>
      said(toParts(everyFact({ text: 'Zz', day: '2026-11-25', country: 'GN', years })), 'unnamed')
    const saidOf = (years: number, piece: Piece) => of(years).find((one) => one.piece === piece)?.value
    expect(saidOf(17, 'age')).toEqual({ kind: 'band', from: 16, to: 17 })
    expect(saidOf(18, 'age')).toEqual({ kind: 'band', from: 18, to: 24 })
    expect(saidOf(71, 'age')).toEqual({ kind: 'band', from: 60, to: null })
    expect(saidOf(17, 'nationality')).toEqual({ kind: 'continent', code: '002' })
  })
})

describe('a text without ways to reach someone', () => {
  it('keeps what was said and loses mail, pages and long numbers, however they are written', () => {
    expect(
      withoutContacts(
        'Ask her brother (0470 12.34/56) or kalimo@fictar.example, see www.fictar.example/x; art. 9ter, day 12',
      ),
    ).toBe('Ask her brother ([…]) or […] see […] art. 9ter, day 12')
  })

  it('has no address and no seven digits in a row of any kind', () => {
    const numbers = fc.stringMatching(/^\+?[0-9][0-9 ./()-]{8,16}[0-9]$/)
    const mails = fc.emailAddress()
    fc.assert(
      fc.property(fc.array(fc.oneof(numbers, mails, fc.string()), { maxLength: 6 }), (parts) => {
        const left = withoutContacts(parts.join(' '))
        expect(left).not.toMatch(/[^\s@]@[^\s@]/)
        expect(left).not.toMatch(/\p{Nd}(?:[\s./()-]*\p{Nd}){6,}/u)
      }),
    )
  })
})
