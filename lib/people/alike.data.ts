import 'server-only'
import * as z from 'zod'
import { scopeCases } from '@/lib/access/scope'
import type { Work } from '@/lib/db/work'
import { toDay } from '@/lib/shared/dates'
import { type Described, fitOf, weightOf } from './alike.rules'
import type { Alike } from './alike.schema'
import { countryName } from './country.rules'
import { initialsOf, NAME_KINDS } from './name.rules'
import { STANDING } from './person.data'
import { toNationalityWord } from './person.rules'

/** Such a file is shown beside no other one, not even to its members: somebody may look over a shoulder. */
const NEVER_BESIDE = { kind: { not: 'thb' } }

const nameRows = z.array(z.object({ kind: z.enum(NAME_KINDS), text: z.string() }))

/**
 * Who within the actor's own reach could be the person described, by any of her names; who fits most first, five at most.
 * Names of sealed files are not read for it.
 */
export const listAlikePeople = async (
  work: Work,
  described: Described,
  locale: string,
  hidden: ReadonlySet<string> = new Set(),
): Promise<Alike[]> => {
  const rows = await work.tx.casePerson.findMany({
    where: {
      until: null,
      // A person of a file that is kept apart is no match through another file of hers either.
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
          names: { where: { ...STANDING, text: { not: null } }, select: { kind: true, text: true } },
          nationalities: { where: STANDING, select: { country: true, certainty: true } },
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
    take: 2000,
  })
  return rows
    .flatMap((row) => {
      const fit = fitOf(described, {
        names: nameRows.parse(row.person.names),
        countries: row.person.nationalities.map(({ country }) => country),
        places: row.file.stays.map(({ placeId }) => placeId),
      })
      return fit === null ? [] : [{ row, fit }]
    })
    .sort((a, b) => weightOf(b.fit) - weightOf(a.fit))
    .slice(0, 5)
    .map(({ row, fit }) => {
      const { names, nationalities, encounters } = row.person
      const country = nationalities.find((one) => toNationalityWord(one) === 'country')
      const [last] = encounters
      return {
        caseId: row.caseId,
        personId: row.personId,
        code: row.file.code,
        isRestricted: row.file.secrecy !== 'open',
        initials: initialsOf((names.find(({ kind }) => kind === 'as_said') ?? names[0])?.text ?? ''),
        country: country ? countryName(country.country, locale) : null,
        lastMetOn: last ? toDay(last.metOn) : null,
        ...fit,
      }
    })
}
