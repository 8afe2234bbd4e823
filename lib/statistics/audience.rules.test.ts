import { describe, expect, it } from 'vitest'
import { findAffected, type RegisteredRelease } from './audience.rules'

const kept = (number: number, more: Partial<RegisteredRelease> = {}): RegisteredRelease => ({
  id: `R${number}`,
  number,
  snapshotId: 'quarter',
  unit: 'person',
  kind: 'table',
  profile: 'public',
  engineVersion: 'frr2',
  hasArchive: true,
  recipients: ['foundation'],
  ...more,
})
const partner = { profile: 'partner', recipients: ['partner A'] }

describe('archives given earlier', () => {
  it('are affected by confidential releases before them, of the same snapshot and unit', () => {
    const register = [
      kept(1),
      kept(2, partner),
      kept(3),
      kept(4, { unit: 'topic' }),
      kept(5, { snapshotId: 'year' }),
      kept(6, { kind: 'rows', recipients: ['university'] }),
      kept(7),
      kept(8, { kind: 'noise', unit: null }),
      kept(9, { engineVersion: 'frr3' }),
      kept(10, { hasArchive: false }),
    ]
    expect(findAffected(register)).toEqual([
      { id: 'R3', restsOn: ['R2'] },
      { id: 'R7', restsOn: ['R2', 'R6'] },
    ])
  })

  it('for a partner are affected by what another one was told, and not by what the same one was', () => {
    const exact = { kind: 'exact', recipients: ['authority'] }
    const register = [
      kept(1, partner),
      kept(2, partner),
      kept(3, { ...partner, recipients: ['partner A', 'partner B'] }),
      kept(4, exact),
      kept(5, partner),
    ]
    expect(findAffected(register)).toEqual([
      { id: 'R3', restsOn: ['R1', 'R2'] },
      { id: 'R4', restsOn: ['R1', 'R2', 'R3'] },
      { id: 'R5', restsOn: ['R4'] },
    ])
  })
})
