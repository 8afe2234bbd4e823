import 'server-only'
import * as z from 'zod'
import { scopeCases } from '@/lib/access/scope'
import { anyOf } from '@/lib/db/any-of'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { toDay } from '@/lib/shared/dates'
import { type Described, fitOf, rankOf } from './alike.rules'
import type { Alike } from './alike.schema'
import { countryName } from './country.rules'
import { findNames } from './match.data'
import { isShownBeside } from './match.rules'
import { initialsOf, NAME_KINDS } from './name.rules'
import { CURRENT } from './person.data'
import { toNationalityWord } from './person.rules'

/** Such a file is shown beside no other one, not even to its members: someone may look over a shoulder. */
const NEVER_BESIDE = { kind: { not: 'thb' } }
/** Names that are told more of, before the best five are taken. */
const TOLD_MORE = 60

const nameRows = z.array(z.object({ id: z.string(), kind: storedCode(NAME_KINDS), text: z.string() }))

/**
 * Who within the actor's own reach could be the person described, by any of their names; who fits most first, five at most.
 * Names of sealed files are not read for it.
 */
export const listAlikePeople = async (
  work: Work,
  described: Described,
  locale: string,
  {
    hidden = new Set(),
    isDiscreet = true,
  }: { readonly hidden?: ReadonlySet<string>; readonly isDiscreet?: boolean } = {},
): Promise<Alike[]> => {
  const hits = (await findNames(work, 'case:create', described.name))
    .filter(isShownBeside)
    .slice(0, TOLD_MORE)
  const those = anyOf(hits.map(({ caseId, personId }) => ({ caseId, personId })))
  if (those === null) return []
  const rows = await work.tx.casePerson.findMany({
    where: {
      ...those,
      until: null,
      // A person of a file that is kept apart is no match through another file of theirs either.
      person: { files: { none: { caseId: { in: [...hidden] } } } },
      file: {
        AND: [scopeCases(work.actor, 'case:create', work.now), { secrecy: { not: 'sealed' } }, NEVER_BESIDE],
      },
    },
    select: {
      caseId: true,
      personId: true,
      file: {
        select: { code: true, secrecy: true, stays: { where: { until: null }, select: { placeId: true } } },
      },
      person: {
        select: {
          names: {
            where: { ...CURRENT, text: { not: null } },
            select: { id: true, kind: true, text: true },
          },
          nationalities: { where: CURRENT, select: { country: true, certainty: true } },
          encounters: {
            where: { outcome: 'seen' },
            select: { metOn: true },
            orderBy: { metOn: 'desc' },
            take: 1,
          },
        },
      },
    },
    orderBy: { caseId: 'desc' },
  })
  return rows
    .flatMap((row) => {
      const names = nameRows.parse(row.person.names)
      const hit = hits.find((one) => one.caseId === row.caseId && one.personId === row.personId)
      const name = names.find(({ id }) => id === hit?.nameId)
      if (hit === undefined || name === undefined) return []
      const countries = row.person.nationalities.map(({ country }) => country)
      const places = row.file.stays.map(({ placeId }) => placeId)
      return [{ row, names, fit: fitOf(described, hit, { kind: name.kind, countries, places }), hit }]
    })
    .sort((a, b) => rankOf(b.hit, b.fit) - rankOf(a.hit, a.fit))
    .slice(0, 5)
    .map(({ row, names, fit }) => {
      const { nationalities, encounters } = row.person
      const country = nationalities.find((one) => toNationalityWord(one) === 'country')
      const [last] = encounters
      const full = (names.find(({ kind }) => kind === 'as_said') ?? names[0])?.text ?? ''
      return {
        caseId: row.caseId,
        personId: row.personId,
        code: row.file.code,
        isRestricted: row.file.secrecy !== 'open',
        full: isDiscreet ? null : full,
        initials: initialsOf(full),
        country: country ? countryName(country.country, locale) : null,
        lastMetOn: last ? toDay(last.metOn) : null,
        ...fit,
      }
    })
}
