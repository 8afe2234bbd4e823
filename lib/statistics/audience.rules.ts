/** For whom a release is, and which archives gave more away than their readers may know (docs/adr/0099). */

import { exactPlans } from './exact.rules'
import { measures } from './measure.rules'
import { rowSubjects, subjects } from './rows.rules'

/** A public table is for anyone; everything else went to one recipient and for one purpose. */
export const isPublic = ({ kind, profile }: { kind: string; profile: string }): boolean =>
  kind === 'table' && profile === 'public'

/** What a release counts; null for noise. Throws for a measure that no list knows. */
export function unitOf({ kind, measure }: { kind: string; measure: string }): string | null {
  if (kind === 'noise') return null
  const table = Object.values(measures).find((one) => one.id === measure)
  if (table) return table.unit
  const subject = rowSubjects.match(measure)
  if (subject) return subjects[subject].base
  if (exactPlans.has(measure)) return 'person'
  throw new Error('the register holds a measure that no list knows')
}

/** Engines whose archives held witnesses over every release of the period, no matter who it was for. */
export const leakingEngines: readonly string[] = ['frr1', 'frr2']
export const mayLeak = (engineVersion: string): boolean => leakingEngines.includes(engineVersion)

/** A release as the register holds it. unit: what its numbers count; null for noise, which no audit takes into account. */
export type RegisteredRelease = {
  id: string
  number: number | null
  snapshotId: string
  unit: string | null
  kind: string
  profile: string
  engineVersion: string
  hasArchive: boolean
  recipients: readonly string[]
}

/** An archive given earlier, and the releases for others that its witnesses rest on, as ids. */
export type Affected = { id: string; restsOn: readonly string[] }

/**
 * Archives of tables and exact plans whose certificate rests on a release that not all of their readers may have: made by an
 * engine that put every earlier release of the same unit of the snapshot into the witnesses. In the order of the register.
 */
export function findAffected(register: readonly RegisteredRelease[]): readonly Affected[] {
  return register.flatMap((archive) => {
    const hasWitnesses = archive.kind === 'table' || archive.kind === 'exact'
    if (!archive.hasArchive || !hasWitnesses || !mayLeak(archive.engineVersion)) return []
    const restsOn = register
      .filter((earlier) => isRestedOn(archive, earlier) && !isKnownToReaders(archive, earlier))
      .map(({ id }) => id)
    return restsOn.length === 0 ? [] : { id: archive.id, restsOn }
  })
}

/** Releases from before the chain have no number, and left first. */
const isRestedOn = (archive: RegisteredRelease, earlier: RegisteredRelease): boolean =>
  earlier.snapshotId === archive.snapshotId &&
  earlier.unit !== null &&
  earlier.unit === archive.unit &&
  (earlier.number ?? 0) < (archive.number ?? 0)

/** Of a public archive no one knows who reads it; of another one, the recipients in the register do. */
const isKnownToReaders = (archive: RegisteredRelease, earlier: RegisteredRelease): boolean =>
  isPublic(earlier) ||
  (!isPublic(archive) &&
    archive.recipients.length > 0 &&
    archive.recipients.every((one) => earlier.recipients.includes(one)))
