import 'server-only'
import type * as z from 'zod'
import { seenByCode } from '@/lib/access/code.data'
import { scopeCases } from '@/lib/access/scope'
import { anyOf } from '@/lib/db/any-of'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { type Day, toDay } from '@/lib/shared/dates'
import { ageRange } from './age.rules'
import { countryName } from './country.rules'
import { COUNTRY_CODES } from './country-list.rules'
import { findNames, type NameHit } from './match.data'
import { NAME_KINDS } from './name.rules'
import { findNumber, type Numbered } from './number.data'
import { CURRENT } from './person.data'
import { fitOf, fitsLocked, meetingIn, type Searched, scoreOf } from './search.rules'
import type { Found, ShownChip, searchAnswer, searchSchema } from './search.schema'
import { labelOf, placeName, type Vocabulary, vocabularyOf } from './search-vocabulary.data'
import { type Chip, readSentence } from './sentence.rules'

/** Below it a name is another one. */
const LEAST = 0.45
const CLOSELY = 80
const SHOWN = 10

const rowsOf = {
  caseId: true,
  personId: true,
  file: {
    select: {
      code: true,
      secrecy: true,
      workerId: true,
      stays: { select: { placeId: true, since: true, until: true } },
      worker: { select: { name: true } },
    },
  },
  person: {
    select: {
      sex: true,
      // In one order: what is shown of a person must not hang on how the rows happen to lie.
      names: {
        where: { ...CURRENT, text: { not: null } },
        select: { id: true, kind: true, text: true },
        orderBy: { id: 'asc' },
      },
      nationalities: { where: CURRENT, select: { country: true }, orderBy: { id: 'asc' } },
      ageClaims: { where: CURRENT, select: { bornEarliest: true, bornLatest: true } },
      encounters: {
        where: { outcome: 'seen' },
        select: { metOn: true, placeId: true },
        orderBy: [{ metOn: 'desc' }, { id: 'desc' }],
        take: 50,
      },
    },
  },
} satisfies Prisma.CasePersonSelect
type Row = Prisma.CasePersonGetPayload<{ select: typeof rowsOf }>

/** Where to look when no name was said: what was said of their leads there. */
const bySaid = (chips: readonly Chip[]): Prisma.CasePersonWhereInput | null =>
  anyOf(
    chips.flatMap((chip): Prisma.CasePersonWhereInput[] => {
      if (chip.kind === 'country')
        return [{ person: { nationalities: { some: { ...CURRENT, country: chip.country } } } }]
      if (chip.kind === 'place') return [{ file: { stays: { some: { placeId: chip.placeId } } } }]
      return chip.kind === 'worker' ? [{ file: { workerId: chip.workerId } }] : []
    }),
  )

const toAge = (claims: Row['person']['ageClaims'], today: Day): Searched['age'] => {
  const ranges = claims.flatMap(({ bornEarliest, bornLatest }) => {
    const range = ageRange(
      { bornEarliest: bornEarliest && toDay(bornEarliest), bornLatest: bornLatest && toDay(bornLatest) },
      today,
    )
    return range === null ? [] : [range]
  })
  return ranges.length === 0
    ? null
    : { from: Math.min(...ranges.map(({ from }) => from)), to: Math.max(...ranges.map(({ to }) => to)) }
}

const isOf = (row: Row, { caseId, personId }: Numbered): boolean =>
  row.caseId === caseId && row.personId === personId

const toSearched = (
  row: Row,
  { hit, numbered, today }: { hit: NameHit | undefined; numbered: readonly Numbered[]; today: Day },
): Searched => ({
  name: hit?.score ?? 0,
  code: row.file.code,
  hasNumber: numbered.some((one) => isOf(row, one)),
  countries: row.person.nationalities.map(({ country }) => country),
  sex: row.person.sex,
  age: toAge(row.person.ageClaims, today),
  stays: row.file.stays.map(({ placeId, since, until }) => ({
    placeId,
    since: since && toDay(since),
    until: until && toDay(until),
  })),
  meetings: row.person.encounters.map(({ metOn, placeId }) => ({ placeId, on: toDay(metOn) })),
  workerId: row.file.workerId,
})

const toFound = (
  row: Row,
  {
    hit,
    searched,
    chips,
    known,
    locale,
  }: {
    hit: NameHit | undefined
    searched: Searched
    chips: readonly Chip[]
    known: Vocabulary
    locale: string
  },
): Found => {
  const { names, nationalities } = row.person
  const fitting = names.find(({ id }) => id === hit?.nameId)
  const kind = NAME_KINDS.match(fitting?.kind)
  const fits = (of: Chip['kind']): boolean =>
    chips.some((chip) => chip.kind === of && fitOf(chip, searched) === 1)
  const place = chips.find((chip) => chip.kind === 'place' && fitOf(chip, searched) === 1)
  const period = chips.find((chip) => chip.kind === 'period')
  const asked = chips.find((chip) => chip.kind === 'country' && searched.countries.includes(chip.country))
  // Of someone without a country, or whose country no one knows, the line says nothing: their code is no word.
  const country =
    asked?.kind === 'country'
      ? asked.country
      : nationalities.find((one) => COUNTRY_CODES.includes(one.country))?.country
  const placeId = place?.kind === 'place' ? place.placeId : null
  const there = searched.meetings.find((met) => met.placeId === placeId)?.on ?? null
  return {
    caseId: row.caseId,
    personId: row.personId,
    code: row.file.code,
    isRestricted: row.file.secrecy !== 'open',
    name: (names.find((one) => one.kind === 'as_said') ?? names[0])?.text ?? '',
    fitting: fitting?.text && kind ? { text: fitting.text, kind, isSame: hit?.isSame === true } : null,
    country: country === undefined ? null : { name: countryName(country, locale), fits: asked !== undefined },
    age: searched.age && { ...searched.age, fits: fits('age') },
    fitsNumber: fits('number'),
    fitsSex: fits('sex'),
    place:
      placeId === null
        ? null
        : {
            name: placeName(known, placeId, locale),
            day: (period?.kind === 'period' ? meetingIn(period, searched) : null) ?? there,
          },
    fitsPeriod: fits('period'),
    worker: fits('worker') ? row.file.worker.name : null,
    lastMetOn: searched.meetings[0]?.on ?? null,
  }
}

/** The people within reach who bear one of these names, the nearest first, each once. */
const findAnyName = async (work: Work, names: readonly string[]): Promise<NameHit[]> => {
  const hits = new Map<string, NameHit>()
  for (const name of names)
    for (const hit of await findNames(work, 'case:read', name)) {
      const key = `${hit.caseId} ${hit.personId}`
      if (hit.score >= LEAST && hit.score > (hits.get(key)?.score ?? 0)) hits.set(key, hit)
    }
  return [...hits.values()].sort((a, b) => b.score - a.score).slice(0, CLOSELY)
}

/** Who within reach is meant, best first. Names of sealed files are not read for it, and files about trafficking are never beside others. */
export const searchPeople = async (
  work: Work,
  { sentence, without, locked }: z.output<typeof searchSchema>,
  locale: string,
): Promise<z.output<typeof searchAnswer>> => {
  const known = await vocabularyOf(work)
  const chips = readSentence(sentence, known).filter(({ id }) => !without.includes(id))
  const names = chips.flatMap((chip) => (chip.kind === 'name' ? [chip.text] : []))
  const code = chips.find((chip) => chip.kind === 'code')
  const number = chips.find((chip) => chip.kind === 'number')
  const numbered = number?.kind === 'number' ? await findNumber(work, number.text) : []
  const hits = await findAnyName(work, names)
  const where: Prisma.CasePersonWhereInput | null =
    code?.kind === 'code'
      ? { caseId: { in: await seenByCode(work, code.text) } }
      : // Whom a number leads to; where it leads nowhere, what else was said.
        numbered.length > 0
        ? anyOf(numbered)
        : names.length > 0
          ? anyOf(hits.map(({ caseId, personId }) => ({ caseId, personId })))
          : bySaid(chips)
  const isLocked = new Set(locked)
  const rows =
    where === null
      ? []
      : await work.tx.casePerson.findMany({
          where: {
            AND: [where],
            until: null,
            file: {
              AND: [
                scopeCases(work.actor, 'case:read', work.now),
                { secrecy: { not: 'sealed' } },
                { kind: { not: 'thb' } },
              ],
            },
          },
          select: rowsOf,
          orderBy: [{ caseId: 'desc' }, { personId: 'desc' }],
          take: 500,
        })
  const ranked = rows
    .map((row) => {
      const hit = hits.find((one) => isOf(row, one))
      return { row, hit, searched: toSearched(row, { hit, numbered, today: known.today }) }
    })
    .filter(({ searched }) => fitsLocked(chips, isLocked, searched))
    .sort((a, b) => scoreOf(chips, b.searched) - scoreOf(chips, a.searched))
  const shown: ShownChip[] = chips.map((chip) => ({
    id: chip.id,
    kind: chip.kind,
    label: labelOf(chip, known, locale),
    isLocked: isLocked.has(chip.id),
  }))
  return {
    chips: shown,
    people: ranked
      .slice(0, SHOWN)
      .map(({ row, hit, searched }) => toFound(row, { hit, searched, chips, known, locale })),
    more: ranked.length > SHOWN,
  }
}
