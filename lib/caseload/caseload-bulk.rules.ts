import { isClosed } from '@/lib/cases/case.rules'
import { type Day, isDay } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** What one change does to many files, and why it leaves some of them alone. */

/** The most files one bulk action takes; more is a plan, not a press. */
export const MOST_TOGETHER = 200
/** Up to so many the person need not prove once more who they are. */
export const FEW_TOGETHER = 20

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

export type Command =
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

/** Why a file keeps what it has; null when nothing speaks against the command. */
export const checkCommand = (
  file: FileState,
  command: Command,
  { leads, isColleague }: Office,
): Reason | null => {
  if (!leads.includes(file.teamId)) return 'notYourTeam'
  // A closed file is opened again by a colleague who looks at it.
  if (isClosed(file.status)) return 'isClosed'
  switch (command.kind) {
    case 'worker':
      if (command.toStaffId === file.workerId) return 'sameWorker'
      if (!isColleague(command.toStaffId, file.teamId)) return 'notInTeam'
      // A worker who cannot open their file is no worker.
      return file.circle === null || file.circle.includes(command.toStaffId) ? null : 'notInCircle'
    case 'stepOn':
      // A date alone is no step.
      if (!file.hasStep) return 'noStep'
      return command.on === file.nextStepOn ? 'sameValue' : null
    case 'status':
      return command.status === file.status ? 'sameValue' : null
  }
}

/** What an undo has to put back. */
export const toBefore = (file: FileState, kind: Command['kind']): string =>
  ({ worker: file.workerId, stepOn: file.nextStepOn ?? '', status: file.status })[kind]

/** The command that puts something back; null when what is said to have been there cannot have been. */
export const toReturn = (kind: Command['kind'], before: string, reason: string): Command | null => {
  switch (kind) {
    case 'worker':
      return { kind, toStaffId: before, reason }
    case 'stepOn':
      return before === '' ? { kind, on: null } : isDay(before) ? { kind, on: before } : null
    case 'status':
      return isClosed(before) ? null : { kind, status: before }
  }
}
