import 'server-only'
import { listNamedPlaces } from '@/lib/countries/place.data'
import type { Work } from '@/lib/db/work'
import { dayOf } from '@/lib/shared/dates'
import { countryName } from './country.rules'
import { foldName } from './name.rules'
import { countryVocabulary } from './search-words'
import type { Chip } from './sentence.rules'

/** What the words of a sentence may name: centres, colleagues, countries. */
export const vocabularyOf = async (work: Work) => {
  const [places, workers] = [
    await listNamedPlaces(work, 'closed_centre'),
    await work.tx.staff.findMany({
      where: { active: true },
      select: { id: true, name: true },
      // In one order, so that of two who bear a word the same one is meant each time.
      orderBy: { id: 'asc' },
    }),
  ]
  const named = places.map(({ id, slug, label, name, city, aliases }) => ({
    id,
    label,
    words: [
      ...[slug, name, city ?? '', ...Object.values(label)]
        .flatMap((text) => foldName(text).split(' '))
        .filter((word) => word.length > 3 && !GENERIC.test(word)),
      // As the organisation calls it, however short.
      ...aliases.map(foldName).filter((word) => word !== '' && !word.includes(' ')),
    ],
  }))
  return { places: named, workers, countries: countryVocabulary(), today: dayOf(work.now) }
}
/** Words of every centre's name. */
const GENERIC =
  /^(clos|closed|ferme|gesloten|geschloss|centre|center|centrum|zentrum|illeg|transit|transitzentrum|detention|repat|rapat|woon|unit|house|huis|maison|voor|pour|fur|with|avec|met|mit|adult|famil)/u

export type Vocabulary = Awaited<ReturnType<typeof vocabularyOf>>
/** A chip in words. */
export const labelOf = (chip: Chip, known: Vocabulary, locale: string): string => {
  switch (chip.kind) {
    case 'country':
      return countryName(chip.country, locale)
    case 'place':
      return placeName(known, chip.placeId, locale)
    case 'worker':
      return known.workers.find(({ id }) => id === chip.workerId)?.name ?? ''
    case 'age':
      return `${chip.from}–${chip.to}`
    case 'period':
      return `${chip.from} ${chip.to}`
    case 'sex':
      return chip.sex
    case 'number':
    case 'code':
    case 'name':
      return chip.text
  }
}
export const placeName = (known: Vocabulary, placeId: string, locale: string): string => {
  const label = known.places.find(({ id }) => id === placeId)?.label
  return label === undefined
    ? ''
    : locale === 'fr' || locale === 'nl' || locale === 'de'
      ? label[locale]
      : label.en
}
