import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eachPersonField } from '@/lib/people/person-field.rules'
import { exampleDay, inDayMonthOrder, joinSigns, signsOf } from './date-order.rules'
import { checkColumns, type Field, guessColumns } from './field.rules'
import { duplicateKey, judgeRow, type Reading, unknownWords } from './row.schema'
import { makeWordBook } from './word.rules'

const label = (code: string, labelEn: string, labelFr = labelEn) => ({
  code,
  labelEn,
  labelFr,
  labelNl: labelEn,
  labelDe: labelEn,
})
const VOTTEM = '00000000-0000-4000-8000-000000000001'
const OFFICE = '00000000-0000-4000-8000-000000000002'
const book = makeWordBook({
  kinds: [label('asylum', 'Asylum', 'Asile'), label('thb', 'Possible trafficking')],
  places: [{ ...label(VOTTEM, 'Vottem'), slug: 'cie-vottem' }],
  answers: {
    ...eachPersonField(() => []),
    sex: [
      ['Female', 'f'],
      ['Masculin', 'm'],
    ],
    interpreterNeed: [['Souhaité', 'yes']],
  },
})
const FIELDS: readonly Field[] = [
  'name',
  'sex',
  'born',
  'nationality',
  'language',
  'kind',
  'place',
  'since',
  'openedOn',
  'age',
]
const reading: Reading = {
  columns: FIELDS,
  dateOrder: 'dmy',
  said: {},
  book,
  teamId: OFFICE,
  kind: 'asylum',
  ground: { on: '2026-11-26', kinds: new Set(['asylum', 'thb']), centres: new Set([VOTTEM]) },
}
const judge = (row: Partial<Record<Field, string>>, over: Partial<Reading> = {}) =>
  judgeRow(
    FIELDS.map((field) => row[field] ?? ''),
    { ...reading, ...over },
  )
const reasons = (row: Partial<Record<Field, string>>, over: Partial<Reading> = {}) => {
  const judged = judge({ name: 'Fictar', ...row }, over)
  return judged.ok ? [] : judged.reasons.map(({ field, code }) => `${field} ${code}`)
}

describe('the order of dates in numbers', () => {
  it('is asked about by dates that would be two days', () => {
    expect(signsOf(['13/01/2020', '03/04/1998', '05/05/2001', 'mars 2009', '2009'])).toEqual({
      found: 3,
      onlyDmy: 1,
      onlyMdy: 0,
      examples: ['03/04/1998', '13/01/2020', '05/05/2001'],
    })
    expect(signsOf(['1/31/2020', '2009-03-04']).onlyMdy).toBe(1)
    expect(joinSigns([signsOf(['1/31/2020']), signsOf(['31/1/2020', '1/31/2020'])])).toEqual({
      found: 3,
      onlyDmy: 1,
      onlyMdy: 2,
      examples: ['1/31/2020', '31/1/2020'],
    })
    expect([
      exampleDay('03/04/1998', 'dmy'),
      exampleDay('03/04/1998', 'mdy'),
      exampleDay('13/01/2020', 'mdy'),
    ]).toEqual(['1998-04-03', '1998-03-04', null])
  })

  it('turns a date round and nothing else', () => {
    expect(inDayMonthOrder('03/04/1998', 'mdy')).toBe('4/3/1998')
    expect(inDayMonthOrder('03.04.1998 00:00', 'dmy')).toBe('3/4/1998')
    expect(inDayMonthOrder('1998-04-03T00:00:00', 'mdy')).toBe('1998-04-03')
    fc.assert(fc.property(fc.string(), (text) => /^\d/.test(text) || inDayMonthOrder(text, 'mdy') === text))
    const day = fc.date({ min: new Date('1901-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const [d, m, y] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()]
        expect(inDayMonthOrder(`${m}/${d}/${y}`, 'mdy')).toBe(inDayMonthOrder(`${d}/${m}/${y}`, 'dmy'))
      }),
    )
  })
})

describe('the columns of a table', () => {
  it.each([
    { headers: ['Nom', 'Prénom', 'Date de naissance'], are: ['familyName', 'givenName', 'born'] },
    { headers: ['Nom', 'Sexe'], are: ['name', 'sex'] },
    { headers: ['Naam', 'Voornaam', 'Geslacht', 'Schoenmaat'], are: ['familyName', 'givenName', 'sex', ''] },
    { headers: ['Full name', 'DOB', 'Country', 'Country'], are: ['name', 'born', 'nationality', ''] },
    {
      headers: ['VORNAME', 'Nachname', 'Staatsangehörigkeit'],
      are: ['givenName', 'familyName', 'nationality'],
    },
  ])('$headers are guessed', ({ headers, are }) => {
    expect(guessColumns(headers)).toEqual(are)
    expect(checkColumns(guessColumns(headers))).toBeNull()
  })

  it('hold a name, and each field once', () => {
    expect(checkColumns(['sex', ''])).toBe('nameMissing')
    expect(checkColumns(['name', 'sex', 'sex'])).toBe('twice')
    expect(checkColumns(['name', 'givenName'])).toBe('nameWhole')
  })
})

describe('a row of a table', () => {
  it('is read as the intake would have been typed', () => {
    const judged = judge({
      name: 'Élodie Fictar',
      sex: 'V',
      born: '03/04/1998',
      nationality: 'Guinée',
      language: 'Poular',
      kind: 'ASILE',
      place: 'cie vottem',
      since: '1.2.2026',
      openedOn: '02/02/2026',
    })
    expect(judged).toMatchObject({
      ok: true,
      openedOn: '2026-02-02',
      input: {
        name: 'Élodie Fictar',
        sex: 'f',
        ageAnswer: 'born',
        born: '3/4/1998',
        nationality: 'GN',
        language: 'ff',
        kind: 'asylum',
        placeId: VOTTEM,
        since: '2026-02-01',
        teamId: OFFICE,
      },
    })
  })

  it('may leave everything but a name open', () => {
    expect(judge({ name: 'Fictar', sex: '-', born: '?' })).toMatchObject({
      ok: true,
      openedOn: '2026-11-26',
      input: { sex: 'not_asked', ageAnswer: 'notKnown', kind: 'asylum', nationality: 'notAsked' },
    })
    expect(judge({ name: 'Fictar', age: '15-17' })).toMatchObject({
      ok: true,
      input: { ageYears: '15', ageTo: '17' },
    })
    expect(judge({ name: 'Fictar', age: '17 ans' })).toMatchObject({ ok: true, input: { ageYears: '17' } })
    expect(judge({ name: 'Fictar', born: 'printemps 2009' })).toMatchObject({
      ok: true,
      input: { born: 'printemps 2009' },
    })
  })

  it.each([
    { row: { name: '' }, are: ['name required'] },
    { row: { born: '31/02/1998' }, are: ['born whenNoSuchDay'] },
    { row: { born: '03/04/98' }, are: ['born whenWholeYear'] },
    { row: { born: '3/4/2031' }, are: ['born inTheFuture'] },
    { row: { age: 'old' }, are: ['age notANumber'] },
    { row: { nationality: 'Ruritania', sex: 'q' }, are: ['sex unknownChoice', 'nationality unknownChoice'] },
    { row: { place: 'Atlantis', since: '1/1/2026' }, are: ['place unknownChoice'] },
    { row: { since: '1/1/2026' }, are: ['place required'] },
    { row: { place: 'Vottem', since: 'mars 2026' }, are: ['since notADay'] },
    { row: { openedOn: '01/01/2030' }, are: ['openedOn inTheFuture'] },
    { row: { kind: 'Possible trafficking' }, are: ['kind needsSecrecy'] },
    { row: { name: 'x'.repeat(300) }, are: ['name tooLong'] },
  ])('gives its reasons: $are', ({ row, are }) => {
    expect(reasons(row)).toEqual(are)
  })

  it('follows what someone said a word means', () => {
    const cells = FIELDS.map((field) =>
      field === 'name' ? 'Fictar' : field === 'nationality' ? 'Ruritania' : '',
    )
    expect(unknownWords(cells, reading)).toEqual([{ field: 'nationality', word: 'Ruritania' }])
    const said = { nationality: { ruritania: 'GN' } }
    expect(unknownWords(cells, { ...reading, said })).toEqual([])
    expect(judge({ name: 'Fictar', nationality: 'RURITANIA' }, { said })).toMatchObject({
      ok: true,
      input: { nationality: 'GN' },
    })
    expect(
      judge({ name: 'Fictar', nationality: 'RURITANIA' }, { said: { nationality: { ruritania: '' } } }),
    ).toMatchObject({
      ok: true,
      input: { nationality: 'notAsked' },
    })
  })

  it('takes the month first where the table does', () => {
    expect(judge({ name: 'Fictar', born: '04/13/1998' }, { dateOrder: 'mdy' })).toMatchObject({
      ok: true,
      input: { born: '13/4/1998' },
    })
    expect(reasons({ born: '13/04/1998' }, { dateOrder: 'mdy' })).toEqual(['born whenNoSuchDay'])
  })

  it('is a duplicate of another with the same name and birth, in any order of words', () => {
    const key = (name: string, born: string) =>
      duplicateKey(
        FIELDS.map((f) => (f === 'name' ? name : f === 'born' ? born : '')),
        reading,
      )
    expect(key('Élodie Fictar', '3/4/1998')).toBe(key('FICTAR, Elodie', '03/04/1998'))
    expect(key('Elodie Fictar', '3/4/1998')).not.toBe(key('Elodie Fictar', ''))
    expect(key('', '3/4/1998')).toBeNull()
  })

  it('never breaks, whatever stands in its cells', () => {
    const cells = fc.array(fc.oneof(fc.string(), fc.constantFrom('?', '1/1/1', '99', '=1+1', '\u0000')), {
      minLength: 10,
      maxLength: 10,
    })
    fc.assert(
      fc.property(cells, (row) => typeof judgeRow(row, reading).ok === 'boolean'),
      { numRuns: 500 },
    )
  })
})
