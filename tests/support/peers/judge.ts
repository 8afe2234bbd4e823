import { expect } from 'vitest'
import { findFlaw } from '@/lib/statistics/certificate.rules'
import { withSolver } from '@/lib/statistics/solver'
import { primariesOf, suppress, toPublishedSystem } from '@/lib/statistics/suppress.rules'
import { type PeerTable, peerDemand, readPeerTable } from './peer-tables'

/** Protects a table and fails when it hides too much, leaves a cell narrow, or a certificate that lies is believed. */
export async function judge(table: PeerTable): Promise<void> {
  const exact = readPeerTable(table)
  expect(exact.cells.length).toBe(table.cells)
  const done = await suppress(exact, peerDemand, withSolver)
  if (done === null) throw new Error('not safe')
  const { hidden, certificate } = done
  const primary = primariesOf(exact).size
  console.log(
    `${table.name}: ${table.cells} cells, ${primary} small, ${hidden.size} withheld; the best peer ${table.hidden}`,
  )
  expect(hidden.size / table.cells).toBeLessThanOrEqual((table.hidden / table.cells) * 1.025)

  const system = toPublishedSystem(exact, hidden, peerDemand.width)
  expect(findFlaw(system, certificate)).toBeNull()
  const [witness, ...others] = certificate.witnesses
  const [pair, ...pairs] = certificate.pairs
  if (!witness || !pair) throw new Error('nothing was proven')
  const [first, ...rest] = witness
  if (!first) throw new Error('nobody stands in the witness')
  const more = [{ ...first, value: first.value + 1 }, ...rest]
  expect(findFlaw(system, { ...certificate, witnesses: [more, ...others] })).not.toBeNull()
  expect(findFlaw(system, { ...certificate, witnesses: [rest, ...others] })).not.toBeNull()
  expect(findFlaw(system, { ...certificate, pairs })).toBe('cellWithoutPair')
  expect(findFlaw(system, { ...certificate, pairs: [{ ...pair, high: pair.low }, ...pairs] })).toBe(
    'tooNarrow',
  )
  const printed = system.statements.findIndex(({ width, lower }) => width === 0 && lower > 0)
  const statements = system.statements.map((one, i) =>
    i === printed ? { ...one, lower: one.lower + 1, upper: one.upper + 1 } : one,
  )
  expect(findFlaw({ ...system, statements }, certificate)).toBe('contradictsAStatement')
}
