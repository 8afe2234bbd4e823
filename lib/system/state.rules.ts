import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import {
  DAY,
  type Facts,
  failuresOf,
  type JobFacts,
  LIMITS,
  lasts,
  leastDisk,
  MINUTE,
  ON,
  running,
} from './facts.rules'

// What the page says of the facts: each part in order, to look at soon or to act on now.

/** The most urgent first: to act on now, to look at soon, in order. */
export const LEVELS = vocabulary('system.levels', ['now', 'soon', 'well'])
export type Level = CodeOf<typeof LEVELS>

export const ROWS = [
  'pages',
  'jobs',
  'ready',
  'speed',
  'database',
  'checkpoint',
  'backup',
  'verify',
  'disk',
  'mail',
  'texts',
  'certificate',
] as const
export type RowName = (typeof ROWS)[number]
export const WELL = [
  'pages.well',
  'jobs.well',
  'ready.well',
  'speed.well',
  'database.well',
  'checkpoint.well',
  'backup.well',
  'verify.well',
  'disk.well',
  'mail.well',
  'mail.waiting',
  'texts.well',
  'certificate.well',
  'certificate.none',
] as const
/** What a person has to do something about: each has a sentence that says what. */
export const TROUBLES = [
  'pages.mixed',
  'jobs.missing',
  'ready.unknown',
  'ready.failing',
  'speed.waits',
  'speed.slow',
  'speed.busy',
  'checkpoint.late',
  'backup.demo',
  'backup.never',
  'backup.old',
  'backup.failed',
  'verify.never',
  'verify.failed',
  'verify.old',
  'disk.unknown',
  'disk.full',
  'mail.none',
  'mail.failing',
  'texts.waiting',
  'certificate.unknown',
  'certificate.ends',
] as const
export type Trouble = (typeof TROUBLES)[number]
export type Saying = (typeof WELL)[number] | Trouble
export const isTrouble = (say: Saying): say is Trouble => TROUBLES.some((one) => one === say)

export type StateRow = {
  readonly name: RowName
  readonly level: Level
  /** Which sentence says how it is. */
  readonly say: Saying
  readonly at: Date | null
  readonly count: number
}

type Said = Omit<StateRow, 'name'>
const said = (level: Level, say: Saying, at: Date | null = null, count = 0): Said => ({
  level,
  say,
  at,
  count,
})

const ofPages = (facts: Facts): Said => {
  const pages = running(facts).filter(({ kind }) => kind === 'pages')
  const versions = new Set(running(facts).map(({ version }) => version))
  const at = pages[0]?.startedAt ?? null
  return versions.size > 1
    ? said('soon', 'pages.mixed', at, pages.length)
    : said('well', 'pages.well', at, pages.length)
}
const ofJobs = (facts: Facts): Said => {
  const jobs = running(facts).filter(({ kind }) => kind === 'jobs')
  const seen = facts.instances.filter(({ kind }) => kind === 'jobs').map(({ seenAt }) => seenAt.getTime())
  return jobs.length === 0
    ? said('now', 'jobs.missing', seen.length === 0 ? null : new Date(Math.max(...seen)))
    : said('well', 'jobs.well', jobs[0]?.startedAt ?? null, jobs.length)
}
const ofReady = (facts: Facts): Said => {
  const mark = facts.marks.ready
  if (mark === undefined || lasts(facts, mark.at, 10 * MINUTE)) return said('soon', 'ready.unknown', mark?.at)
  if (mark.isOk) return said('well', 'ready.well', mark.at)
  return said(ON.notReady(facts) ? 'now' : 'soon', 'ready.failing', mark.failingSince)
}
const ofSpeed = (facts: Facts): Said => {
  if (ON.waits(facts)) return said('now', 'speed.waits')
  if (ON.slow(facts)) return said('now', 'speed.slow')
  return running(facts).some(({ slowSince }) => slowSince !== null)
    ? said('soon', 'speed.busy')
    : said('well', 'speed.well')
}
const ofCheckpoint = ({ checkpointLag }: Facts): Said => {
  const minutes = Math.ceil(checkpointLag / MINUTE)
  if (checkpointLag > LIMITS.checkpointLag) return said('now', 'checkpoint.late', null, minutes)
  return checkpointLag > LIMITS.checkpointLag / 2
    ? said('soon', 'checkpoint.late', null, minutes)
    : said('well', 'checkpoint.well')
}
const ofBackup = (facts: Facts): Said => {
  const mark = facts.marks.backup
  if (facts.isDemo) return said('soon', 'backup.demo')
  if (mark === undefined || mark.succeededAt === null) return said('now', 'backup.never')
  if (ON.backup(facts)) return said('now', 'backup.old', mark.succeededAt)
  return mark.isOk ? said('well', 'backup.well', mark.succeededAt) : said('soon', 'backup.failed', mark.at)
}
const ofVerify = (facts: Facts): Said => {
  const mark = facts.marks.verify
  if (mark === undefined) return said('soon', 'verify.never')
  if (!mark.isOk) return said('now', 'verify.failed', mark.at, mark.amount ?? 0)
  return lasts(facts, mark.at, 8 * DAY)
    ? said('soon', 'verify.old', mark.at)
    : said('well', 'verify.well', mark.at)
}
const ofDisk = (facts: Facts): Said => {
  const free = leastDisk(facts)
  if (free === null) return said('soon', 'disk.unknown')
  if (free < LIMITS.diskFree) return said('now', 'disk.full', null, free)
  return free < LIMITS.diskFree + 10
    ? said('soon', 'disk.full', null, free)
    : said('well', 'disk.well', null, free)
}
const ofMail = (facts: Facts): Said => {
  if (!facts.hasMail) return said('soon', 'mail.none')
  const job = facts.jobs.find(({ name }) => name === 'mail')
  const failures = job === undefined ? 0 : failuresOf(job)
  const last = job?.runs.find(({ state }) => state !== 'running')?.endedAt ?? null
  if (failures === 0) return said('well', last === null ? 'mail.waiting' : 'mail.well', last)
  return said(failures >= LIMITS.failures ? 'now' : 'soon', 'mail.failing', last)
}
const ofTexts = ({ textsInCustody }: Facts): Said =>
  textsInCustody > 0 ? said('soon', 'texts.waiting', null, textsInCustody) : said('well', 'texts.well')
const ofCertificate = (facts: Facts): Said => {
  const days = facts.marks.certificate?.amount
  if (days === undefined || days === null)
    return facts.isSecure ? said('soon', 'certificate.unknown') : said('well', 'certificate.none')
  if (days < LIMITS.certificate) return said('now', 'certificate.ends', null, days)
  return days < LIMITS.certificate + 7
    ? said('soon', 'certificate.ends', null, days)
    : said('well', 'certificate.well', null, days)
}

const OF: Readonly<Record<RowName, (facts: Facts) => Said>> = {
  pages: ofPages,
  jobs: ofJobs,
  ready: ofReady,
  speed: ofSpeed,
  database: () => said('well', 'database.well'),
  checkpoint: ofCheckpoint,
  backup: ofBackup,
  verify: ofVerify,
  disk: ofDisk,
  mail: ofMail,
  texts: ofTexts,
  certificate: ofCertificate,
}

/** No one depends on the demo: nothing of it needs a person now. */
const soften = (level: Level, { isDemo }: Facts): Level => (isDemo && level === 'now' ? 'soon' : level)

export const rowsOf = (facts: Facts): readonly StateRow[] =>
  ROWS.map((name) => {
    const row = OF[name](facts)
    return { name, ...row, level: soften(row.level, facts) }
  })

export type JobState = 'well' | 'failing' | 'failedOnce' | 'late' | 'waiting'
export type JobRow = JobFacts & { readonly level: Level; readonly say: JobState }

const LATE = 30 * MINUTE

/**
 * How each of the automatic tasks is. That none of them runs is said once, of the part that runs them (`jobs`): a task that only waits for
 * it is in order by itself.
 */
export const jobRowsOf = (facts: Facts): readonly JobRow[] => {
  const isRunning = running(facts).some(({ kind }) => kind === 'jobs')
  return facts.jobs.map((job) => {
    const failures = failuresOf(job)
    const isHeld = job.heldUntil !== null && job.heldUntil > facts.now
    const judged: readonly [Level, JobState] =
      failures >= LIMITS.failures
        ? ['now', 'failing']
        : failures > 0
          ? ['soon', 'failedOnce']
          : isRunning && !isHeld && lasts(facts, job.dueAt, LATE)
            ? ['soon', 'late']
            : job.runs.length === 0
              ? [isRunning ? 'soon' : 'well', 'waiting']
              : ['well', 'well']
    return { ...job, level: soften(judged[0], facts), say: judged[1] }
  })
}

/** How many things stand at a level; those that need a person now are what an admin is told on the first screen. */
export const countAt = (facts: Facts, asked: Level): number =>
  [...rowsOf(facts), ...jobRowsOf(facts)].filter(({ level }) => level === asked).length
