import { describe, expect, it } from 'vitest'
import { countryVocabulary } from './search-words'
import { readSentence } from './sentence.rules'

const known = {
  places: [
    { id: 'v', words: ['vottem'] },
    { id: 'b', words: ['bruges', 'brugge'] },
  ],
  workers: [{ id: 'w', name: 'Anna Invented' }],
  countries: countryVocabulary(),
  today: '2026-11-26',
}
const read = (sentence: string) => readSentence(sentence, known)
const kalimo = { id: 'name', kind: 'name', text: 'Kalimo Fictar' }
const guinea = { id: 'country:GN', kind: 'country', country: 'GN' }
const boy = [
  { id: 'sex:m', kind: 'sex', sex: 'm' },
  { id: 'age:0-21', kind: 'age', from: 0, to: 21 },
]
const vottem = { id: 'place:v', kind: 'place', placeId: 'v' }
const spring = { id: 'period:2026-03-01', kind: 'period', from: '2026-03-01', to: '2026-06-30' }

describe('a sentence about someone', () => {
  it.each([
    'That Guinean boy, maybe Kalimo Fictar, seen in Vottem in spring',
    'Ce garçon guinéen, peut-être Kalimo Fictar, vu à Vottem au printemps',
    'Die Guineese jongen, misschien Kalimo Fictar, gezien in Vottem in de lente',
    'Der guineische Junge, vielleicht Kalimo Fictar, im Frühling in Vottem gesehen',
  ])('is read in four languages: %s', (sentence) => {
    const chips = read(sentence)
    expect(chips[0]).toEqual(kalimo)
    expect(chips).toHaveLength(6)
    expect(chips).toEqual(expect.arrayContaining([guinea, ...boy, vottem, spring]))
  })

  it('reads a word behind what French leaves out, and leaves a name that begins so', () => {
    expect(read('Quelqu’un, peut-être Kalimo Fictar, vu l’hiver à Vottem')).toEqual([
      kalimo,
      vottem,
      expect.objectContaining({ kind: 'period' }),
    ])
    expect(read("une femme d'Afghanistan")).toEqual([
      { id: 'sex:f', kind: 'sex', sex: 'f' },
      { id: 'country:AF', kind: 'country', country: 'AF' },
    ])
    expect(read('N’Diayo D’Almeido')).toEqual([{ id: 'name', kind: 'name', text: 'N’Diayo D’Almeido' }])
  })

  it.each([
    'Kalimo Fictar or Karimo',
    'Kalimo Fictar ou Karimo',
    'Kalimo Fictar of Karimo',
    'Kalimo Fictar oder Karimo',
    'Kalimo Fictar or maybe Karimo',
  ])('reads one name or another: %s', (sentence) => {
    expect(read(sentence)).toEqual([kalimo, { id: 'name:2', kind: 'name', text: 'Karimo' }])
  })
  it('reads one country, centre or age or another, and no "of" before a place as one', () => {
    expect(read('Guinean or Malian, 16 or 18, in Vottem or Bruges')).toEqual([
      guinea,
      { id: 'country:ML', kind: 'country', country: 'ML' },
      { id: 'age:14-20', kind: 'age', from: 14, to: 20 },
      vottem,
      { id: 'place:b', kind: 'place', placeId: 'b' },
    ])
    expect(read('Kalimo of Vottem Fictar')).toEqual([kalimo, vottem])
  })

  it('knows ages, codes, colleagues and years', () => {
    expect(read('Fictar, about 17')).toContainEqual({ id: 'age:15-19', kind: 'age', from: 15, to: 19 })
    expect(read('Fictar 30-25 ans')).toContainEqual({ id: 'age:25-30', kind: 'age', from: 25, to: 30 })
    expect(read('k7m-3qfp')).toEqual([{ id: 'code:K7M-3QFP', kind: 'code', text: 'K7M-3QFP' }])
    expect(read('Fictar with Anna')).toContainEqual({ id: 'worker:w', kind: 'worker', workerId: 'w' })
    expect(read('Fictar winter 2025')).toContainEqual({
      id: 'period:2025-12-01',
      kind: 'period',
      from: '2025-12-01',
      to: '2026-03-31',
    })
    expect(read('Fictar december')).toContainEqual(expect.objectContaining({ from: '2025-12-01' }))
  })

  it('leaves what it does not know in the name, whatever its letters', () => {
    expect(read('Onliher dos Fabelo')).toEqual([{ id: 'name', kind: 'name', text: 'Onliher dos Fabelo' }])
    expect(read('ስም قلم Имя')).toEqual([{ id: 'name', kind: 'name', text: 'ስም قلم Имя' }])
    expect(read(' , ; ')).toEqual([])
  })
})
