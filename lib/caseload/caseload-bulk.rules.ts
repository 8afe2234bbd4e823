import { isClosed } from '@/lib/cases/case.rules'
import { type Day, isDay } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** What one change does to many files, and why it leaves some of them alone. */

/** The most files one bulk action takes; more is a plan, not a press. */
export const MOST_TOGETHER = 200

export const REASONS = vocabulary('cases.reasons', [
  'notYourTeam',
  'notInTeam',
  'notInCircle',
  'sameWorker',
  'noStep',
  'isClosed',
  'sameValue',
  'changedMeanwhile',
  'outOfReach',
])
export type Reason = CodeOf<typeof REASONS>

export type Deed =
  | { readonly kind: 'worker'; readonly toStaffId: string; readonly reason: string }
  | { readonly kind: 'stepOn'; readonly on: Day | null }
  | { readonly kind: 'status'; readonly status: string }

export type FileState = {
  readonly teamId: string
  readonly workerId: string
  readonly status: string
  readonly hasStep: boolean
  readonly nextStepOn: Day | null
  /** Who may open a restricted or sealed file at all; null for an open one. */
  readonly circle: readonly string[] | null
}
export type Office = {
  readonly leads: readonly string[]
  readonly isColleague: (staffId: string, teamId: string) => boolean
}

/** Why a file keeps what it has; null when nothing speaks against the deed. */
export const checkDeed = (file: FileState, deed: Deed, { leads, isColleague }: Office): Reason | null => {
  if (!leads.includes(file.teamId)) return 'notYourTeam'
  // A closed file is opened again by somebody who looks at it.
  if (isClosed(file.status)) return 'isClosed'
  switch (deed.kind) {
    case 'worker':
      if (deed.toStaffId === file.workerId) return 'sameWorker'
      if (!isColleague(deed.toStaffId, file.teamId)) return 'notInTeam'
      // A worker who cannot open her file is no worker.
      return file.circle === null || file.circle.includes(deed.toStaffId) ? null : 'notInCircle'
    case 'stepOn':
      // A date alone is no step.
      if (!file.hasStep) return 'noStep'
      return deed.on === file.nextStepOn ? 'sameValue' : null
    case 'status':
      return deed.status === file.status ? 'sameValue' : null
  }
}

/** What an undo has to put back. */
export const toBefore = (file: FileState, kind: Deed['kind']): string =>
  ({ worker: file.workerId, stepOn: file.nextStepOn ?? '', status: file.status })[kind]

/** The deed that puts something back; null when what is said to have been there cannot have been. */
export const toReturn = (kind: Deed['kind'], before: string, reason: string): Deed | null => {
  switch (kind) {
    case 'worker':
      return { kind, toStaffId: before, reason }
    case 'stepOn':
      return before === '' ? { kind, on: null } : isDay(before) ? { kind, on: before } : null
    case 'status':
      return isClosed(before) ? null : { kind, status: before }
  }
}
