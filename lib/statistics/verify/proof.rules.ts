/** Whether the witnesses of a certificate prove what they must, from the archive and those that it rests on. */
import { findFlaw } from '../certificate.rules'
import { findKin, type Share, toJoint } from '../joint.rules'
import { contributionCap } from '../measure.rules'
import type { Opened } from './opened'
import { Refusal, refuseUnless } from './refuse'

const flaws = {
  notWhole: 'it counts no whole people',
  outsideTheTable: 'it counts people outside the tables',
  contradictsAStatement: 'it contradicts a printed number',
  unknownWitness: 'the certificate names a solution that it does not hold',
  tooNarrow: 'the two solutions lie closer together than promised',
  cellWithoutPair: 'a withheld number has no pair of solutions',
} as const

/** missing: ids of the releases without which nothing can be said. withheld: numbers that are owed a width. */
export type Proven =
  | { missing: readonly string[] }
  | { missing: readonly []; withheld: number; witnesses: number }

/**
 * Throws Refusal when the certificate is wrong.
 * @param others what is in hand beside it, by the id of the release; signed by a key that is known or by the same one
 */
export function checkProof(own: Opened, others: ReadonlyMap<string, Opened>): Proven | null {
  const { certificate } = own
  if (certificate === null) return null
  const { periods, kin } = certificate
  const last = periods.length - 1
  refuseUnless(
    periods[last]?.start === own.days.start && periods[last]?.end === own.days.end,
    'the certificate was made for another period',
  )
  refuseUnless(isKin(certificate), 'the certificate leaves out what its periods have in common')
  refuseUnless(
    new Set(certificate.with).size === certificate.with.length && !certificate.with.includes(own.release),
    'the certificate names a release twice',
  )
  const missing = certificate.with.filter((id) => !others.has(id))
  if (missing.length > 0) return { missing }
  const known = certificate.with.flatMap((id) => others.get(id) ?? [])
  refuseUnless(
    known.every((one) => one.kind === 'table' && one.isPublic),
    'the certificate rests on a release that not every reader may have',
  )
  const shares = periods.map((days, at): Share => {
    const before = known.filter(({ days: { start, end } }) => start === days.start && end === days.end)
    return { days, tables: [...before.flatMap((one) => one.stated), ...(at === last ? own.stated : [])] }
  })
  const told = shares.reduce((sum, { tables }) => sum + tables.length, 0)
  const due = [...known, own].reduce((sum, { stated }) => sum + stated.length, 0)
  refuseUnless(told === due, 'the certificate rests on a release of a period that it does not name')
  const system = join(shares, kin)
  const flaw = findFlaw(system, certificate)
  if (flaw !== null) throw new Refusal(`the certificate proves nothing: ${flaws[flaw]}`)
  return {
    missing: [],
    withheld: system.statements.filter(({ width }) => width > 1).length,
    witnesses: certificate.witnesses.length,
  }
}

function join(shares: readonly Share[], kin: Parameters<typeof toJoint>[1]) {
  try {
    return toJoint(shares, kin, contributionCap).system
  } catch {
    throw new Refusal('its tables are larger than any that can be proven')
  }
}

/** Every period in its whole, and the parts make up the whole where they cover it; that others were empty may be said beside it. */
function isKin({ periods, kin }: NonNullable<Opened['certificate']>): boolean {
  const due = findKin(periods, [])
  return (
    due.length === kin.length &&
    due.every(({ whole, parts, isAll }, i) => {
      const said = kin[i]
      return said?.whole === whole && said.parts.join() === parts.join() && (said.isAll || !isAll)
    })
  )
}
