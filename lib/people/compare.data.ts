import 'server-only'
import * as z from 'zod'
import { scopeCases } from '@/lib/access/scope'
import { fingerprint } from '@/lib/crypto/keyring'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import type { AgeClaim } from './age.rules'
import { type Comparable, type Comparing, compareTwo } from './compare.rules'
import { initialsOf } from './name.rules'
import { CURRENT, openNames, personClaims } from './person.data'
import { toAgeClaims } from './person.view'
import { PERSON_SELECT, type PersonAnswers, pickAnswers } from './person-field.rules'
import { listClaims } from './withdrawal.data'
import type { Claim } from './withdrawal.rules'

export type Side = Comparable &
  PersonAnswers & {
    readonly personId: string
    readonly initials: string
    readonly claims: readonly Claim[]
    readonly ageClaims: readonly AgeClaim[]
    readonly files: readonly {
      readonly id: string
      readonly code: string
      readonly worker: string
      readonly isHere: boolean
    }[]
  }

/** People with the open files within reach in which they stand; anyone who stands in none of them is not there. */
export const listSides = async (work: Work, personIds: readonly string[]): Promise<Map<string, Side>> => {
  const rows = await work.tx.person.findMany({
    where: {
      id: { in: [...personIds] },
      files: { some: { file: scopeCases(work.actor, 'case:edit', work.now) } },
    },
    select: {
      ...personClaims,
      ...PERSON_SELECT,
      identifiers: { where: CURRENT, select: { id: true } },
      files: {
        where: { file: scopeCases(work.actor, 'case:edit', work.now) },
        select: {
          until: true,
          file: {
            select: {
              id: true,
              code: true,
              worker: { select: { name: true } },
              stays: { select: { placeId: true } },
            },
          },
        },
        orderBy: { caseId: 'asc' },
      },
    },
  })
  const claims = await listClaims(
    work,
    rows.map(({ id }) => id),
  )
  const sides = new Map<string, Side>()
  for (const row of rows) {
    const names = await openNames(work, row.id, row.names)
    sides.set(row.id, {
      personId: row.id,
      initials: initialsOf(names[0]?.text ?? ''),
      names: names.map(({ text }) => text),
      ...pickAnswers(row),
      countries: row.nationalities.map(({ country }) => country),
      ageClaims: toAgeClaims(row.ageClaims),
      places: row.files.flatMap(({ file }) => file.stays.map(({ placeId }) => placeId)),
      claims: claims.filter(({ personId }) => personId === row.id),
      files: row.files.map(({ until, file: { id, code, worker } }) => ({
        id,
        code,
        worker: worker.name,
        isHere: until === null,
      })),
    })
  }
  return sides
}

/** A mark of everything that is shown of two people: another one tells that someone changed something since. */
const markOf = (sides: readonly Side[]): string =>
  fingerprint('merge', JSON.stringify(sides)).toString('base64url').slice(0, 22)

export type Comparison = {
  readonly one: Side
  readonly other: Side
  readonly comparing: Comparing
  readonly seen: string
}

/** Two people side by side. Throws NotFound: not there and out of reach are one answer. */
export const getComparison = async (work: Work, oneId: string, otherId: string): Promise<Comparison> => {
  const sides = await listSides(work, [oneId, otherId])
  const [one, other] = [sides.get(oneId), sides.get(otherId)]
  if (one === undefined || other === undefined || oneId === otherId) throw new NotFound()
  return { one, other, comparing: compareTwo(one, other), seen: markOf([one, other]) }
}

const id = z.uuid()
/** The same for an address: whatever stands in it that is no id names no one. */
export const readComparison = async (work: Work, one: unknown, other: unknown): Promise<Comparison> => {
  const [first, second] = [id.safeParse(one), id.safeParse(other)]
  if (!first.success || !second.success) throw new NotFound()
  return getComparison(work, first.data, second.data)
}

export type Pair = { readonly one: Side; readonly other: Side; readonly comparing: Comparing }
const SHOWN = 50

/** Who could be one person, of those whom the actor reaches both; what fits best first, of equals the newest find. */
export const listPairs = async (work: Work): Promise<Pair[]> => {
  const found = await work.tx.likelyPair.findMany({
    select: { personId: true, otherId: true },
    orderBy: [{ foundAt: 'desc' }, { personId: 'desc' }],
    take: 200,
  })
  const ids = [...new Set(found.flatMap(({ personId, otherId }) => [personId, otherId]))]
  const parted = await work.tx.notSame.findMany({
    where: { liftedAt: null, personId: { in: ids }, otherId: { in: ids } },
    select: { personId: true, otherId: true },
  })
  const apart = new Set(
    parted.flatMap(({ personId, otherId }) => [`${personId} ${otherId}`, `${otherId} ${personId}`]),
  )
  const asked = found
    .filter(({ personId, otherId }) => personId !== otherId && !apart.has(`${personId} ${otherId}`))
    .slice(0, SHOWN)
  const sides = await listSides(work, [
    ...new Set(asked.flatMap(({ personId, otherId }) => [personId, otherId])),
  ])
  return asked
    .flatMap(({ personId, otherId }) => {
      const [one, other] = [sides.get(personId), sides.get(otherId)]
      return one === undefined || other === undefined
        ? []
        : [{ one, other, comparing: compareTwo(one, other) }]
    })
    .sort((a, b) => b.comparing.score - a.comparing.score)
}

/** A name in a list; in discreet mode it does not leave the server. */
const toListed = ({ personId, names, initials, files }: Side, isDiscreet: boolean) => ({
  personId,
  full: isDiscreet ? null : (names[0] ?? ''),
  initials,
  files: files.map(({ id, code }) => ({ id, code })),
})
export type Listed = ReturnType<typeof toListed>
export const toListedPair = ({ one, other, comparing }: Pair, isDiscreet: boolean) => ({
  one: toListed(one, isDiscreet),
  other: toListed(other, isDiscreet),
  comparing,
})
export type ListedPair = ReturnType<typeof toListedPair>

/** Who was said to be two of late, by whom; the latest first. */
export const listKeptTwo = async (work: Work, since: Date, isDiscreet: boolean) => {
  const rows = await work.tx.notSame.findMany({
    where: { liftedAt: null, saidAt: { gte: since } },
    select: { id: true, personId: true, otherId: true, saidAt: true, sayer: { select: { name: true } } },
    orderBy: [{ saidAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
  })
  const sides = await listSides(work, [...new Set(rows.flatMap((row) => [row.personId, row.otherId]))])
  return rows.flatMap(({ id: rowId, personId, otherId, saidAt, sayer }) => {
    const [one, other] = [sides.get(personId), sides.get(otherId)]
    return one === undefined || other === undefined
      ? []
      : [
          {
            id: rowId,
            one: toListed(one, isDiscreet),
            other: toListed(other, isDiscreet),
            by: sayer.name,
            at: saidAt,
          },
        ]
  })
}
export type KeptTwo = Awaited<ReturnType<typeof listKeptTwo>>[number]
