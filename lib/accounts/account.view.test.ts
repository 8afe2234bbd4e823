import { expect, it } from 'vitest'
import { toAccreditationLines } from './account.view'

it('an accreditation names its centre in the language of the reader', () => {
  const place = {
    id: 'place',
    labelEn: 'Closed centre Bruges',
    labelFr: 'Centre fermé de Bruges',
    labelNl: 'Gesloten centrum Brugge',
    labelDe: 'Geschlossenes Zentrum Brügge',
  }
  const [from, until] = [new Date('2026-01-01'), new Date('2026-12-31')]
  const one = { id: 'one', validFrom: from, validUntil: until, note: null, version: 1, place }
  const named = (locale: 'en' | 'fr' | 'nl' | 'de') =>
    toAccreditationLines([one], '2026-11-29', locale).map(({ centre }) => centre)
  expect(named('fr')).toEqual(['Centre fermé de Bruges'])
  expect(named('nl')).toEqual(['Gesloten centrum Brugge'])
})
