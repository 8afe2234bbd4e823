import 'server-only'
import * as z from 'zod'
import { chooseLocale, type Locale } from '@/lib/i18n/locales'
import { noteDamage } from '@/lib/runtime/log'
import type { Settings } from '@/lib/settings/registry.schema'
import type { Actor } from '@/lib/shared/actor'
import type { CountReach } from '@/lib/shared/count-reach'
import { appClient, authClient, innerClient, jobClient, shareClient, statsClient } from './client'
import { type DamagedPlace, nameOfPlace } from './damage'
import { type EnteredBy, lookUp } from './enter'
import { Damaged, NotSignedIn } from './errors'
import { type AuditEvent, type SignInEvent, toAuditRow } from './events'
import { type Damages, type FieldCrypto, openFieldCrypto } from './field-crypto'
import { type Sql, sql } from './sql'
import { type Tx, transact } from './transact'

// Never exported: no one outside can write an object that passes for a Work.
const made = Symbol('made')

/** One transaction, one actor, one clock, one audit log. Only this file makes one, and only for a live session. */
export type Work = {
  readonly [made]: 'work'
  readonly actor: Actor
  /** The database's clock, app.now(). */
  readonly now: Date
  /** The language that the page speaks. */
  readonly locale: Locale
  readonly settings: Settings
  readonly tx: Tx
  readonly fieldCrypto: FieldCrypto
  audit(event: AuditEvent): Promise<void>
  /** Another transaction of the same session, which commits by itself. */
  apart<T>(run: (work: Work) => Promise<T>): Promise<T>
  /** Exact figures for the same session, in the columns that hold no text; `reach` is whose files are counted (docs/adr/0136). */
  counts<T>(reach: CountReach, run: (work: CountWork) => Promise<T>): Promise<T>
  /** Frozen figures for the same session: the app role sees no snapshot, so the stats role reads them in a transaction of its own. */
  figures<T>(run: (work: StatsWork) => Promise<T>): Promise<T>
}
/** The sign-in path: no person, no file, no session needed. */
export type AuthWork = {
  readonly [made]: 'auth'
  readonly now: Date
  readonly tx: Tx
  audit(event: SignInEvent): Promise<void>
}
/** A named job, without a person behind it. */
export type JobWork = {
  readonly [made]: 'job'
  readonly now: Date
  readonly tx: Tx
  audit(event: AuditEvent): Promise<void>
}
/** A link from outside: no one is signed in, and no table is within reach. The audit log is written by the functions it may call. */
export type ShareWork = { readonly [made]: 'share'; readonly tx: Tx }
/** Exact figures, for a live session: one unchanging view of the rows, and no way to write or to read text. */
export type CountWork = {
  readonly [made]: 'count'
  readonly actor: Actor
  readonly now: Date
  readonly tx: Tx
}
/** Frozen figures, for a live session. The audit log is written by the Work around it. */
export type StatsWork = {
  readonly [made]: 'stats'
  readonly actor: Actor
  readonly now: Date
  readonly tx: Tx
}

/** The line of the audit log as a statement, to be run with another one: two that belong together make one way to the database. */
export const toLine = (event: AuditEvent): Sql => {
  const row = toAuditRow(event)
  return sql`INSERT INTO audit_event (event, case_id, visit_id, detail)
    VALUES (${row.event}, ${row.caseId}::uuid, ${row.visitId}::uuid, ${row.detail}::jsonb)`
}
const audit = async (tx: Tx, event: AuditEvent): Promise<void> => {
  await tx.$executeRaw(toLine(event))
}

/** The same, where only who is signed in may go on. Throws NotSignedIn. */
const enterAs = async (
  tx: Tx,
  token: string,
  by: EnteredBy = 'session',
): Promise<NonNullable<Awaited<ReturnType<typeof lookUp>>>> => {
  const found = await lookUp(tx, token, by)
  if (found === null) throw new NotSignedIn()
  return found
}

/** Who is behind a token, and what their organisation has set, in one statement; null when it is no one. */
export const findEntered = (token: string): ReturnType<typeof lookUp> => lookUp(appClient(), token)

const clock = async (tx: Tx): Promise<Date> => {
  const [row] = z.tuple([z.object({ now: z.date() })]).parse(await tx.$queryRaw`SELECT app.now() AS now`)
  return row.now
}

const toldNow = z.array(z.object({ name: z.string(), first: z.boolean() }))

/** Tells the administrators and the audit log of what is damaged, each once. @returns what was told now */
const tellDamages = async (tx: Tx, damages: Damages): Promise<DamagedPlace[]> => {
  if (damages.size === 0) return []
  // In one order, so that two readers of the same page do not wait for each other in turns.
  const names = [...damages.keys()].sort()
  const answers = toldNow.parse(
    await tx.$queryRaw`SELECT p.name, app.tell_damage_here(p.name) AS first FROM unnest(${names}::text[]) AS p(name)`,
  )
  const fresh = answers.flatMap(({ name, first }) => {
    const place = first ? damages.get(name) : undefined
    return place === undefined ? [] : [place]
  })
  for (const place of fresh) await audit(tx, { event: 'content.damaged', ...place })
  return fresh
}

export type WorkOptions = {
  /** Milliseconds after which it is given up, where that is another time than everyone's (lib/db/client). */
  readonly most?: number | undefined
  /** What the browser says of its language; what the account chose comes between the two. */
  readonly language?: { readonly cookie: string | undefined; readonly acceptLanguage: string | null }
  readonly by?: EnteredBy
}

/** Opens the one transaction of a request for the person behind the token; commits what `run` did, or none of it. */
export const withWork = <T>(
  token: string,
  run: (work: Work) => Promise<T>,
  options: WorkOptions = {},
): Promise<T> => enterWork('app', token, run, options)

/**
 * The same for what a device sealed: the token inside stands in the place of the session, for the forms that lib/submissions places and for
 * nothing else. Throws NotSignedIn when it is unknown or revoked, or the account is closed.
 */
export const withDeviceWork = <T>(token: string, run: (work: Work) => Promise<T>): Promise<T> =>
  enterWork('app', token, run, { by: 'device' })

const enterWork = async <T>(
  role: 'app' | 'inner',
  token: string,
  run: (work: Work) => Promise<T>,
  { most, language = { cookie: undefined, acceptLanguage: null }, by = 'session' }: WorkOptions,
): Promise<T> => {
  const damages: Damages = new Map()
  let fresh: readonly DamagedPlace[] = []
  try {
    return await transact(
      role,
      role === 'app' ? appClient() : innerClient(),
      async (tx) => {
        if (most !== undefined)
          await tx.$queryRaw`SELECT set_config('statement_timeout', ${String(most)}, true), set_config('lock_timeout', ${String(most)}, true), set_config('idle_in_transaction_session_timeout', ${String(most)}, true)`
        const { actor, now, settings } = await enterAs(tx, token, by)
        const locale = chooseLocale({ ...language, account: actor.locale })
        const result = await run({
          [made]: 'work',
          actor,
          now,
          locale,
          settings,
          tx,
          fieldCrypto: openFieldCrypto(tx, locale, damages),
          audit: (event) => audit(tx, event),
          apart: (more) => enterWork('inner', token, more, { language, by }),
          counts: (reach, more) => withCountWork(token, { actor, now, reach }, more),
          figures: (more) => withStatsWork(token, more),
        })
        fresh = await tellDamages(tx, damages)
        return result
      },
      most === undefined ? {} : { timeout: most },
    )
  } catch (error) {
    if (error instanceof Damaged && error.place !== null) damages.set(nameOfPlace(error.place), error.place)
    // What was refused took its notice along: once more, alone.
    if (damages.size > 0) fresh = await tellAlone(token, damages, by)
    throw error
  } finally {
    for (const place of fresh) noteDamage(place)
  }
}

const tellAlone = (token: string, damages: Damages, by: EnteredBy): Promise<readonly DamagedPlace[]> =>
  transact('app', appClient(), async (tx) => {
    await enterAs(tx, token, by)
    return tellDamages(tx, damages)
  })
    // The first error is the one to be answered; the damage is met again.
    .catch(() => [])

export const withAuthWork = async <T>(run: (work: AuthWork) => Promise<T>): Promise<T> =>
  transact('auth', authClient(), async (tx) =>
    run({ [made]: 'auth', now: await clock(tx), tx, audit: (event) => audit(tx, event) }),
  )

export const withJobWork = async <T>(job: string, run: (work: JobWork) => Promise<T>): Promise<T> =>
  transact(
    'job',
    jobClient(),
    async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.job', ${job}, true)`
      return run({ [made]: 'job', now: await clock(tx), tx, audit: (event) => audit(tx, event) })
    },
    // A quarter of a large organisation takes minutes to freeze, beside everything else.
    { timeout: 1_800_000, isolationLevel: 'RepeatableRead' },
  )

export const withShareWork = async <T>(run: (work: ShareWork) => Promise<T>): Promise<T> =>
  transact('share', shareClient(), async (tx) => run({ [made]: 'share', tx }))

/**
 * The role has no way back to the rights of the application before the transaction ends, and its policies read the session again. It may sort and
 * hash a year of a large organisation in memory.
 */
const withCountWork = async <T>(
  token: string,
  { actor, now, reach }: { actor: Actor; now: Date; reach: CountReach },
  run: (work: CountWork) => Promise<T>,
): Promise<T> =>
  transact(
    'inner',
    innerClient(),
    async (tx) => {
      await tx.$queryRaw`SELECT set_config('app.token', ${token}, true), set_config('app.reach', ${reach}, true),
                                set_config('work_mem', '32MB', true), set_config('transaction_read_only', 'on', true), set_config('role', 'accompany_count', true)`
      return run({ [made]: 'count', actor, now, tx })
    },
    { isolationLevel: 'RepeatableRead' },
  )

/** most: as for withWork; an audit ends by the work that it may do, and a slow machine needs longer for the same work. */
export const withStatsWork = async <T>(
  token: string,
  run: (work: StatsWork) => Promise<T>,
  most = 120_000,
): Promise<T> =>
  transact(
    'stats',
    statsClient(),
    async (tx) => {
      // The database waits while the solver works.
      await tx.$queryRaw`SELECT set_config('idle_in_transaction_session_timeout', ${String(most)}, true)`
      const { actor, now } = await enterAs(tx, token)
      return run({ [made]: 'stats', actor, now, tx })
    },
    { timeout: most },
  )
