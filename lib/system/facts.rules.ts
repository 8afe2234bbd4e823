import type { JobName, RunState } from './job.rules'

// How the installation is, and what of it needs a person: one list of facts, read by the page and by the alarms (docs/adr/0148).

export type Run = {
  readonly state: RunState
  readonly startedAt: Date
  readonly endedAt: Date | null
  readonly did: number | null
  readonly code: string | null
}
export type JobFacts = {
  readonly name: JobName
  readonly dueAt: Date | null
  readonly heldUntil: Date | null
  /** The newest first. */
  readonly runs: readonly Run[]
}
export type InstanceFacts = {
  readonly kind: 'pages' | 'jobs'
  readonly version: string
  readonly startedAt: Date
  readonly seenAt: Date
  readonly diskFree: number | null
  readonly slowSince: Date | null
  readonly waitsSince: Date | null
}
export type Mark = {
  readonly at: Date
  readonly isOk: boolean
  readonly succeededAt: Date | null
  readonly failingSince: Date | null
  readonly amount: number | null
}
export type Facts = {
  readonly now: Date
  readonly version: string
  readonly database: string
  /** Seconds. */
  readonly checkpointLag: number
  /** Texts from phones that have not been placed for more than a day and cannot be. */
  readonly textsInCustody: number
  readonly isDemo: boolean
  readonly isSecure: boolean
  readonly hasMail: boolean
  readonly instances: readonly InstanceFacts[]
  readonly marks: Readonly<Partial<Record<string, Mark>>>
  readonly jobs: readonly JobFacts[]
}

export const MINUTE = 60
const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Where something becomes an alarm. Seconds, percent or days. */
export const LIMITS = {
  notReady: 2 * MINUTE,
  checkpointLag: 20 * MINUTE,
  backup: 26 * HOUR,
  diskFree: 15,
  certificate: 14,
  slow: 10 * MINUTE,
  waits: 1 * MINUTE,
  failures: 3,
} as const

/** A process that said nothing for so long does not run any more. */
const SILENT = 2 * MINUTE

const since = ({ now }: Facts, at: Date | null | undefined): number | null =>
  at === null || at === undefined ? null : (now.getTime() - at.getTime()) / 1000
export const lasts = (facts: Facts, at: Date | null | undefined, seconds: number): boolean =>
  (since(facts, at) ?? -1) >= seconds

/** The processes that run now. */
export const running = (facts: Facts): readonly InstanceFacts[] =>
  facts.instances.filter(({ seenAt }) => !lasts(facts, seenAt, SILENT))

export const leastDisk = (facts: Facts): number | null => {
  const free = running(facts).flatMap(({ diskFree }) => (diskFree === null ? [] : [diskFree]))
  return free.length === 0 ? null : Math.min(...free)
}

/** How often in a row it failed last; what runs now is not counted. */
export const failuresOf = ({ runs }: JobFacts): number => {
  const ended = runs.filter(({ state }) => state !== 'running')
  const well = ended.findIndex(({ state }) => state === 'ok')
  return well === -1 ? ended.length : well
}

export const ALARMS = [
  'notReady',
  'checkpointLag',
  'backup',
  'verify',
  'disk',
  'certificate',
  'slow',
  'waits',
  'job',
] as const
export type AlarmName = (typeof ALARMS)[number]

/** The nine alarms, and whether each is on. */
export const ON: Readonly<Record<AlarmName, (facts: Facts) => boolean>> = {
  notReady: (facts) => lasts(facts, facts.marks.ready?.failingSince, LIMITS.notReady),
  checkpointLag: ({ checkpointLag }) => checkpointLag > LIMITS.checkpointLag,
  // Never is as bad as long ago; the demo has nothing to lose.
  backup: (facts) =>
    !facts.isDemo && (since(facts, facts.marks.backup?.succeededAt) ?? LIMITS.backup + 1) > LIMITS.backup,
  verify: ({ marks }) => marks.verify?.isOk === false,
  disk: (facts) => (leastDisk(facts) ?? 100) < LIMITS.diskFree,
  certificate: ({ marks }) => (marks.certificate?.amount ?? LIMITS.certificate) < LIMITS.certificate,
  slow: (facts) => running(facts).some(({ slowSince }) => lasts(facts, slowSince, LIMITS.slow)),
  waits: (facts) => running(facts).some(({ waitsSince }) => lasts(facts, waitsSince, LIMITS.waits)),
  job: ({ jobs }) => jobs.some((job) => failuresOf(job) >= LIMITS.failures),
}

export const alarmsOf = (facts: Facts): readonly AlarmName[] => ALARMS.filter((alarm) => ON[alarm](facts))
