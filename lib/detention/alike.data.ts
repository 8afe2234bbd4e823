import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import type { Work } from '@/lib/db/work'
import { countryName } from '@/lib/people/country.rules'
import { initialsOf } from '@/lib/people/name.rules'
import { toNationalityWord } from '@/lib/people/person.rules'
import { type Day, toDay } from '@/lib/shared/dates'
import { likeness } from './alike.rules'

export type Alike = {
  readonly caseId: string
  readonly personId: string
  readonly code: string
  readonly initials: string
  readonly country: string | null
  readonly lastMetOn: Day | null
  readonly isSameName: boolean
}

/**
 * Who within the actor's own reach bears a name like this one, in any of her names; the same name first. Names of sealed
 * files are not read for it.
 */
export const listAlikePeople = async (work: Work, name: string, locale: string): Promise<Alike[]> => {
  const rows = await work.tx.casePerson.findMany({
    where: {
      file: { AND: [scopeCases(work.actor, 'visit:record', work.now), { secrecy: { not: 'sealed' } }] },
    },
    select: {
      caseId: true,
      personId: true,
      file: { select: { code: true } },
      person: {
        select: {
          names: { select: { kind: true, text: true } },
          nationalities: { select: { country: true, certainty: true } },
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
    .map((row) => ({
      row,
      likeness: Math.max(0, ...row.person.names.map(({ text }) => likeness(name, text ?? ''))),
    }))
    .filter((one) => one.likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 5)
    .map(({ row, likeness: grade }) => {
      const { names, nationalities, encounters } = row.person
      const country = nationalities.find((one) => toNationalityWord(one) === 'country')
      const [last] = encounters
      return {
        caseId: row.caseId,
        personId: row.personId,
        code: row.file.code,
        initials: initialsOf((names.find(({ kind }) => kind === 'as_said') ?? names[0])?.text ?? ''),
        country: country ? countryName(country.country, locale) : null,
        lastMetOn: last ? toDay(last.metOn) : null,
        isSameName: grade === 2,
      }
    })
}
