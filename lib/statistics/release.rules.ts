/** The register: what a release is called and how much of the snapshot's allowance it uses. */
import type { Policy, Profile } from './disclosure.rules'
import type { HierarchyVersion } from './hierarchy.rules'
import { contributionCap, isMultiple, type MeasureId, type Unit } from './measure.rules'
import type { ProtectedTable } from './table.rules'

/** Part of every release id: a change of method is a new engine, never a silent change of old figures. */
export const engineVersion = 'frr3'

/**
 * Cells that may contain one record, over all releases of a snapshot. Two hundred because averaging over 184 cells a
 * record was measured to gain an attacker nothing at base ten; a rate limit, not a proof.
 */
export const meterQuota = 200

export type Spec = {
  measure: MeasureId
  profile: Profile
  /** Version of the hierarchies the levels belong to. */
  hierarchies: HierarchyVersion
  dimensions: readonly string[]
  /** Grain of each dimension as shown, from the table itself. */
  levels: readonly string[]
  /** The one node of a dimension that is shown: 'age:minor'; null when all are. */
  only: string | null
  language: string
  base: number
  threshold: number
}

export function toSpec(
  table: ProtectedTable,
  dimensions: readonly string[],
  language: string,
  policy: Policy,
  hierarchies: HierarchyVersion,
): Spec {
  return {
    measure: table.measure,
    profile: policy.profile,
    hierarchies,
    dimensions,
    levels: table.axes.map((axis) => `${axis.dimension}:${axis.level}${axis.merged ? '+other' : ''}`),
    only: table.only === null ? null : `${table.only.dimension}:${table.only.node}`,
    language,
    base: policy.base,
    threshold: policy.threshold,
  }
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** JSON with sorted keys and no spaces: equal values, equal bytes (RFC 8785 for the values used here). */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, own]) => `${JSON.stringify(key)}:${canonicalJson(own)}`).join(',')}}`
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648 base32 without padding. */
export function toBase32(bytes: Uint8Array): string {
  let text = ''
  let buffer = 0
  let bits = 0
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet.charAt((buffer >> bits) & 31)
    }
  }
  return bits > 0 ? text + alphabet.charAt((buffer << (5 - bits)) & 31) : text
}

type Sha256 = (text: string) => Uint8Array

/** Twenty characters that depend on nothing but the question, the snapshot and the engine. */
export const toReleaseId = (snapshotId: string, spec: Spec, sha256: Sha256): string =>
  toIdOf({ snapshot: snapshotId, mode: 'A', profile: spec.profile, spec: { ...spec }, engineVersion }, sha256)

/** The same of whatever else is released. */
export const toIdOf = (asked: { readonly [key: string]: Json }, sha256: Sha256): string =>
  toBase32(sha256(canonicalJson(asked))).slice(0, 20)

/** The cells a table adds to each record: one name for each combination of grains, with how many cells it stands for. */
function grains({ unit, levels, policy }: Metered): Map<string, number> {
  const combinations = levels.reduce<{ name: string; cells: number }[]>(
    (all, level) =>
      all.flatMap((one) => [
        one,
        { name: `${one.name}|${level}`, cells: one.cells * (isRepeated(level) ? contributionCap : 1) },
      ]),
    [{ name: `${policy.profile}|${unit}`, cells: policy.meterCost }],
  )
  return new Map(combinations.map((one) => [one.name, one.cells]))
}

function isRepeated(level: string): boolean {
  const dimension = level.slice(0, level.indexOf(':'))
  return isMultiple(dimension)
}

export type Metered = { unit: Unit; levels: readonly string[]; policy: Pick<Policy, 'profile' | 'meterCost'> }

/** New cells of a release and the sum after it. Cells that were released before cost nothing. */
export function meter(
  before: readonly Metered[],
  release: Metered,
): { cellsNew: number; meterAfter: number } {
  const seen = new Map<string, number>()
  for (const one of before) for (const [name, cells] of grains(one)) seen.set(name, cells)
  const already = [...seen.values()].reduce((sum, cells) => sum + cells, 0)
  const cellsNew = [...grains(release)]
    .filter(([name]) => !seen.has(name))
    .reduce((sum, [, cells]) => sum + cells, 0)
  return { cellsNew, meterAfter: already + cellsNew }
}
