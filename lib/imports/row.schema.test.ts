import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eachPersonField } from '@/lib/people/person-field.rules'
import type { Reading } from './cell.schema'
import { exampleDay, joinSigns, signsOf, toDateText } from './date-order.rules'
import { checkColumns, type Field } from './field.rules'
import { guessColumns } from './heading.rules'
import { judgeRow } from './row.schema'
import { duplicateKey, unknownWords } from './row-keys.schema'
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
  places: [
    {
      id: VOTTEM,
      slug: 'civ',
      kind: 'closed_centre',
      abbreviation: 'CIV',
      city: 'Vottem',
      names: ['Closed centre Vottem', 'Centre fermé de Vottem'],
    },
  ],
  workers: [],
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
  recall: () => null,
  headers: FIELDS,
  book,
  teamId: OFFICE,
  kind: 'asylum',
  own: [],
  ground: { on: '2026-11-26', kinds: new Set(['asylum', 'thb']), centres: new Set([VOTTEM]) },
}
const judge = (row: Partial<Record<Field, string>>, over: Partial<Reading> = {}) =>
  judgeRow(
    FIELDS.map((field) => row[field] ?? ''),
    { ...reading, ...over },
  )
/** Why a row makes no file, or which of its cells go into a note. */
const reasons = (row: Partial<Record<Field, string>>, over: Partial<Reading> = {}) => {
  const judged = judge({ name: 'Fictar', ...row }, over)
  const given = judged.ok ? judged.unread : judged.reasons
  return given.map(({ field, code }) => `${judged.ok ? 'note: ' : ''}${field} ${code}`)
}
const use = { isBirth: true, thisYear: 2026 }
const SOON = { isBirth: false, thisYear: 2026 }

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
      exampleDay('03/04/1998', 'dmy', use),
      exampleDay('03/04/1998', 'mdy', use),
      exampleDay('13/01/2020', 'mdy', use),
    ]).toEqual(['1998-04-03', '1998-03-04', null])
  })

  it('turns a date round and nothing else', () => {
    expect(toDateText('03/04/1998', 'mdy', use)).toBe('4/3/1998')
    expect(toDateText('03.04.1998 00:00', 'dmy', use)).toBe('3/4/1998')
    expect(toDateText('1998-04-03T00:00:00', 'mdy', use)).toBe('1998-04-03')
    const day = fc.date({ min: new Date('1901-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const [d, m, y] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()]
        expect(toDateText(`${m}/${d}/${y}`, 'mdy', use)).toBe(toDateText(`${d}/${m}/${y}`, 'dmy', use))
      }),
    )
  })

  it.each([
    ['3-9-26', SOON, '3/9/2026'],
    ['3-9-98', use, '3/9/1998'],
    ["3/9/'05", use, '3/9/2005'],
    ['03 09 26', SOON, '3/9/2026'],
    ['3.9.26.', SOON, '3/9/2026'],
    ['3-sept-26', SOON, '3 9 2026'],
    ['3 sept. 2026', SOON, '3 sept. 2026'],
    ['jeudi 3 sept. 2026', SOON, '3 sept. 2026'],
    ['do 3/9/2026', SOON, '3/9/2026'],
    ['né le 3/4/1998', use, '3/4/1998'],
    ['°1998', use, '1998'],
    ['46268', SOON, '2026-09-03'],
    ['46268,5', SOON, '2026-09-03'],
    ['19980403', use, '1998-04-03'],
    ['1998', use, '1998'],
    ['vers 1998', use, 'vers 1998'],
    ['sept-26', SOON, 'sept 2026'],
    ['mars', SOON, 'mars'],
    ['00/00/1990', use, '1990'],
    ['xx/05/1990', use, '05/1990'],
    ['01/01/1990*', use, '1/1/1990'],
  ])('%s is %s', (cell, of, text) => expect(toDateText(cell, 'dmy', of)).toBe(text))
})

describe('the columns of a table', () => {
  it.each([
    { headers: ['Nom', 'Prénom', 'Date de naissance'], are: ['familyName', 'givenName', 'born'] },
    { headers: ['Nom', 'Sexe'], are: ['name', 'sex'] },
    { headers: ['Naam', 'Voornaam', 'Geslacht', 'Schoenmaat'], are: ['familyName', 'givenName', 'sex', ''] },
    {
      headers: [
        'N°',
        'Nom (prénom)',
        'Date de naissance (jj/mm/aaaa)',
        'Sexe H/F',
        'Tél.',
        'N° SP',
        'Remarques',
        'Remarque',
      ],
      are: ['', 'name', 'born', 'sex', 'phone', 'officeNumber', 'note', 'note'],
    },
    { headers: ['Naam', 'Naam advocaat', 'Nom du tuteur'], are: ['name', '', ''] },
    {
      headers: ['code', 'Naam', 'Geb./lft', 'Waar?', '1e bezoek', 'Wie?'],
      are: ['ownReference', 'name', 'born', 'place', 'openedOn', 'worker'],
    },
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
      place: 'CF Vottem',
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
    { row: { name: '', sex: 'V', age: '17' }, are: ['name required'] },
    { row: { kind: 'Possible trafficking' }, are: ['kind needsSecrecy'] },
    { row: { name: 'x'.repeat(300) }, are: ['name tooLong'] },
    // What cannot be read of a row costs the cell.
    { row: { born: '31/02/1998' }, are: ['note: born whenNoSuchDay'] },
    { row: { born: '03/04/98' }, are: [] },
    { row: { born: '3/4/2031' }, are: ['note: born inTheFuture'] },
    { row: { age: 'old' }, are: ['note: age notANumber'] },
    { row: { born: '31/02/1998', age: '28' }, are: ['note: born whenNotRead'] },
    { row: { born: '98' }, are: ['note: born whenWholeYear'] },
    { row: { nationality: 'constructor' }, are: ['note: nationality unknownChoice'] },
    { row: { age: '200' }, are: ['note: age notANumber'] },
    { row: { age: '17 (déclaré)' }, are: ['note: age readInPart'] },
    { row: { age: 'env. 25 ans' }, are: [] },
    {
      row: { nationality: 'Ruritania', sex: 'q' },
      are: ['note: sex unknownChoice', 'note: nationality unknownChoice'],
    },
    {
      row: { place: 'Atlantis', since: '1/1/2026' },
      are: ['note: place unknownChoice', 'note: since needsPlace'],
    },
    { row: { since: '1/1/2026' }, are: ['note: since needsPlace'] },
    { row: { place: 'Vottem', since: 'mars 2026' }, are: ['note: since notADay'] },
    { row: { place: 'Vottem', since: '1/1/2030' }, are: ['note: since inTheFuture'] },
    { row: { openedOn: '01/01/2030' }, are: ['note: openedOn inTheFuture'] },
    { row: { kind: 'Atlantis' }, are: ['note: kind unknownChoice'] },
    { row: { sex: 'homme (mineur)' }, are: ['note: sex readInPart'] },
    { row: { born: '01/01/2008 (déclarée)' }, are: ['note: born readInPart'] },
  ])('gives its reasons: $are', ({ row, are }) => {
    expect(reasons(row)).toEqual(are)
  })

  it.each([
    ['ABDI Hodan + baby (3 mnd)', 'ABDI Hodan', ''],
    ['KEITA Sékou, broer van nr 3', 'KEITA Sékou', ''],
    ['ZADRAN Gul & ZADRAN Nazar (broer)', 'ZADRAN Gul', ''],
    ['BOUZID Karim “Kiki”', 'BOUZID Karim', 'Kiki'],
    ['AZIZ Hemin (= HUSSEIN Hemin?)', 'AZIZ Hemin', 'HUSSEIN Hemin?'],
    ['DOS SANTOS & Filhos', 'DOS SANTOS & Filhos', ''],
  ])('reads the name of %s', (cell, name, otherName) => {
    expect(judge({ name: cell, sex: 'm' })).toMatchObject({ ok: true, input: { name, otherName } })
  })

  it.each(['lft 29', 'rond de 29', 'leeftijd: 29', '29 jaar', 'âgée de 29 ans', 'rund 29'])(
    'reads the age of %s',
    (cell) => {
      expect(judge({ name: 'Fictar', age: cell })).toMatchObject({ ok: true, input: { ageYears: '29' } })
    },
  )

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
    expect(reasons({ born: '13/04/1998' }, { dateOrder: 'mdy' })).toEqual(['note: born whenNoSuchDay'])
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

  it('says why a row is about no one', () => {
    const left = (row: Partial<Record<Field, string>>) => {
      const judged = judge(row)
      return judged.ok ? 'a file' : judged.left
    }
    expect([
      left({ name: 'Total: 43' }),
      left({ name: 'TOTAL', age: '43' }),
      left({ name: 'Totaal aantal personen:', sex: '12' }),
      left({ name: 'Name', sex: 'Sex', born: 'Born', place: 'Vottem' }),
      left({ name: '--- Vottem ---' }),
      left({}),
      left({ name: 'TOTAAL: 120', sex: 'm: 91 / v: 29' }),
      left({ name: 'Total Kalimo', sex: 'm' }),
      left({ name: 'Somme Fictar' }),
      left({ name: 'Vottem' }),
      left({ name: 'Liste mise à jour le 3/9/2026' }),
      left({ name: '43' }),
    ]).toEqual([
      'totalRow',
      'totalRow',
      'totalRow',
      'headingRow',
      'headingRow',
      'emptyRow',
      'totalRow',
      'a file',
      'a file',
      'headingRow',
      'headingRow',
      'totalRow',
    ])
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
