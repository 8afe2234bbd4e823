import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DetentionEvent } from '@/lib/detention/event.rules'
import { makeAgeClaim } from '@/lib/people/age.rules'
import { PERSON_FIELD_NAMES, PERSON_FIELDS } from '@/lib/people/person-field.rules'
import { anEdition } from '../../tests/support/given/editions'
import { UNTOLD } from '../../tests/support/given/event-rows'
import {
  ANSWER_PIECES,
  AUDIENCES,
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
  sectionsAt,
  TICKED,
} from './level.rules'
import { type Fact, type Part, redact, type ShownValue } from './redact.rules'
import { withoutContacts } from './value.rules'

const isPiece = (key: string): key is Piece => key in PIECES
const ALL = Object.keys(PIECES).filter(isPiece)

/** What a file can hold of one person, drawn so that it could be found again on paper. */
type Drawn = { readonly text: string; readonly day: string; readonly country: string; readonly years: number }
const drawn: fc.Arbitrary<Drawn> = fc.record({
  text: fc.stringMatching(/^Zz[a-z]{4,9} Qq[a-z]{4,9}$/),
  day: fc
    .date({ min: new Date('2021-01-01'), max: new Date('2026-10-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  country: fc.constantFrom('GN', 'ER', 'AF', 'SY', 'PS', 'XXA', 'XXX'),
  years: fc.integer({ min: 0, max: 90 }),
})

const heldEvent = (day: string, country: string): DetentionEvent => ({
  ...UNTOLD,
  id: 'e',
  kind: 'removal_planned',
  on: { form: 'exact', day },
  at: '14:30',
  printedEnd: day,
  removalKind: 'repatriation',
  destination: country,
})

const ownAnswer = (text: string): Extract<Fact['value'], { kind: 'own' }> => {
  const now = anEdition({ labels: { en: text } })
  return {
    kind: 'own',
    field: { type: 'short', decimals: 0, now, editions: [now] },
    edition: 1,
    answer: { state: 'given', codes: [], text },
    place: null,
  }
}

/** One fact of every piece of the table, all about the same person. */
const everyFact = ({ text, day, country, years }: Drawn): Fact[] => {
  const claim = makeAgeClaim({
    basis: 'said',
    what: { form: 'age', from: years, to: years },
    asOf: day,
  })
  const labels = { labelEn: text, labelFr: text, labelNl: text, labelDe: text }
  const title = { en: 'Appeal', fr: 'Recours', nl: 'Beroep', de: 'Beschwerde' }
  const when = { form: 'exact', day } as const
  const on = { kind: 'day', on: day } as const
  const event = heldEvent(day, country)
  return [
    { piece: 'name', value: { kind: 'name', text } },
    { piece: 'otherName', value: { kind: 'name', text } },
    { piece: 'mark', value: { kind: 'text', text } },
    { piece: 'fileCode', value: { kind: 'code', text } },
    { piece: 'age', value: { kind: 'age', claim, today: '2026-11-25' } },
    { piece: 'minority', value: { kind: 'minority', status: 'disputed' } },
    {
      piece: 'nationality',
      value: { kind: 'nationality', country, certainty: 'said', since: day, until: null },
    },
    { piece: 'origin', value: { kind: 'country', country, certainty: 'said' } },
    { piece: 'language', value: { kind: 'language', language: 'ti', level: 'fluent' } },
    ...PERSON_FIELD_NAMES.codes.map(
      (field): Fact => ({
        piece: ANSWER_PIECES[field],
        value: { kind: 'answer', field, code: PERSON_FIELDS[field].answers.codes[0] },
      }),
    ),
    { piece: 'fileKind', value: { kind: 'listed', list: 'case_kind', code: 'detention' } },
    { piece: 'status', value: { kind: 'listed', list: 'case_status', code: 'active' } },
    { piece: 'openedOn', value: on },
    { piece: 'place', value: { kind: 'place', of: 'closed_centre', labels } },
    { piece: 'placeSince', value: on },
    { piece: 'reachOf', value: { kind: 'name', text } },
    { piece: 'reachRule', value: { kind: 'reach', channel: 'phone', owner: 'shared', message: 'never' } },
    { piece: 'reachAt', value: { kind: 'code', text } },
    { piece: 'reachSay', value: { kind: 'text', text } },
    { piece: 'reachHours', value: { kind: 'text', text } },
    { piece: 'worker', value: { kind: 'staff', text } },
    { piece: 'office', value: { kind: 'office', text } },
    { piece: 'way', value: { kind: 'way', way: 'border' } },
    { piece: 'sequence', value: { kind: 'ordinal', number: 2 } },
    { piece: 'state', value: { kind: 'asylumState', state: 'refused' } },
    {
      piece: 'event',
      value: { kind: 'asylumEvent', event: { kind: 'appeal', outcome: null, form: 'full' } },
    },
    { piece: 'eventOn', value: { kind: 'when', when: { form: 'about', of: when } } },
    { piece: 'notifiedOn', value: on },
    { piece: 'eventCountry', value: { kind: 'country', country, certainty: '' } },
    { piece: 'document', value: { kind: 'document', document: 'annex_26' } },
    { piece: 'issuedOn', value: on },
    { piece: 'expiresOn', value: on },
    { piece: 'reception', value: { kind: 'listed', list: 'reception_place_type', code: 'lri' } },
    { piece: 'receptionFrom', value: on },
    { piece: 'code207', value: { kind: 'listed', list: 'code_207_status', code: 'assigned' } },
    { piece: 'lawyer', value: { kind: 'name', text } },
    { piece: 'aid', value: { kind: 'aid', aid: 'second_line' } },
    { piece: 'mandateState', value: { kind: 'mandateState', state: 'waits' } },
    { piece: 'aidAskedOn', value: on },
    { piece: 'aidGrantedOn', value: on },
    { piece: 'mandateEndedOn', value: on },
    { piece: 'mandateEnd', value: { kind: 'mandateEnd', reason: 'replaced' } },
    { piece: 'need', value: { kind: 'listed', list: 'vulnerability', code: 'torture_violence' } },
    { piece: 'needOf', value: { kind: 'name', text } },
    { piece: 'needSource', value: { kind: 'needSource', source: 'said' } },
    { piece: 'needSince', value: { kind: 'when', when } },
    { piece: 'needTold', value: { kind: 'authority', authority: 'cgrs' } },
    { piece: 'needToldOn', value: on },
    { piece: 'needAnswer', value: { kind: 'needAnswer', answer: 'granted' } },
    { piece: 'needAnsweredOn', value: on },
    { piece: 'needEndedOn', value: on },
    { piece: 'matter', value: { kind: 'matter', matter: 'voluntary_return', step: 'applied' } },
    { piece: 'matterOn', value: { kind: 'when', when } },
    { piece: 'matterFor', value: { kind: 'name', text } },
    { piece: 'programme', value: { kind: 'programme', programme: 'iom' } },
    { piece: 'doubt', value: { kind: 'doubt', doubt: 'afraid' } },
    { piece: 'minorName', value: { kind: 'name', text } },
    { piece: 'guardianState', value: { kind: 'guardianState', state: 'reported' } },
    { piece: 'guardian', value: { kind: 'name', text } },
    { piece: 'guardianPhone', value: { kind: 'code', text } },
    { piece: 'guardianSince', value: { kind: 'when', when } },
    {
      piece: 'guardianEvent',
      value: { kind: 'guardianEvent', event: { kind: 'reported', outcome: null, form: null } },
    },
    { piece: 'guardianEventOn', value: { kind: 'when', when } },
    {
      piece: 'disappearance',
      value: { kind: 'guardianEvent', event: { kind: 'missing', outcome: null, form: null } },
    },
    { piece: 'disappearanceOn', value: { kind: 'when', when } },
    { piece: 'heldState', value: { kind: 'heldState', state: 'held' } },
    { piece: 'heldGround', value: { kind: 'listed', list: 'detention_legal_ground', code: 'art_7' } },
    { piece: 'heldSince', value: on },
    { piece: 'heldUntil', value: on },
    { piece: 'heldDays', value: { kind: 'days', days: 61 } },
    { piece: 'heldEvent', value: { kind: 'held', event } },
    { piece: 'heldEventOn', value: { kind: 'when', when: { form: 'between', from: when, to: when } } },
    { piece: 'deadline', value: { kind: 'title', title } },
    { piece: 'dueOn', value: on },
    { piece: 'meaning', value: { kind: 'meaning', meaning: 'act' } },
    { piece: 'noDate', value: { kind: 'noDate', reason: 'toConfirm' } },
    { piece: 'between', value: { kind: 'window', window: { earliest: day, latest: day } } },
    {
      piece: 'conflict',
      value: { kind: 'conflict', letter: day, rule: { earliest: day, latest: day }, days: 3 },
    },
    { piece: 'counted', value: { kind: 'steps', steps: [{ code: 'dayCounted', on: day }] } },
    { piece: 'rule', value: { kind: 'rule', article: 'art. 39/57', status: 'verified' } },
    { piece: 'nextStep', value: { kind: 'text', text } },
    { piece: 'nextStepOn', value: on },
    { piece: 'goal', value: { kind: 'text', text } },
    { piece: 'progress', value: { kind: 'progress', steps: 3, done: 1 } },
    { piece: 'step', value: { kind: 'text', text } },
    { piece: 'stepOn', value: on },
    { piece: 'stepBy', value: { kind: 'staff', text } },
    { piece: 'contact', value: { kind: 'contact', contact: 'visit' } },
    { piece: 'contactOn', value: on },
    { piece: 'contactPlace', value: { kind: 'place', of: 'closed_centre', labels } },
    { piece: 'contactBy', value: { kind: 'staff', text } },
    { piece: 'signal', value: { kind: 'listed', list: 'concern_type', code: 'health' } },
    { piece: 'incident', value: { kind: 'held', event } },
    { piece: 'incidentOn', value: { kind: 'when', when } },
    { piece: 'role', value: { kind: 'role', role: 'family_member' } },
    { piece: 'relativeName', value: { kind: 'name', text } },
    { piece: 'relativeAge', value: { kind: 'age', claim, today: '2026-11-25' } },
    { piece: 'referralTo', value: { kind: 'text', text } },
    { piece: 'referralKind', value: { kind: 'referralKind', of: 'health' } },
    { piece: 'referralState', value: { kind: 'referralState', state: 'told' } },
    { piece: 'referralOn', value: on },
    { piece: 'ownOf', value: { kind: 'name', text } },
    { piece: 'ownKnown', value: ownAnswer(text) },
    { piece: 'ownWholeOf', value: { kind: 'name', text } },
    { piece: 'ownWhole', value: ownAnswer(text) },
    { piece: 'ownSensitiveOf', value: { kind: 'name', text } },
    { piece: 'ownSensitive', value: ownAnswer(text) },
  ]
}
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
    for (const audience of AUDIENCES.codes) {
      expect(TICKED[audience].filter((section) => SENSITIVE.includes(section))).toEqual([])
      expect(TICKED[audience].length).toBeLessThan(SECTIONS.codes.length)
    }
    expect(LEVEL_FOR).toEqual({
      lawyer: 'whole',
      organisation: 'known_to_them',
      colleague: 'known_to_them',
      discussion: 'unnamed',
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
