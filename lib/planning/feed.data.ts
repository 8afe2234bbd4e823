import 'server-only'
import * as z from 'zod'
import { hashToken } from '@/lib/accounts/token'
import type { AuthWork, Work } from '@/lib/db/work'
import { toDay } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import type { CalendarEntry } from './calendar.view'

const current = (work: Work) => ({ staffId: work.actor.id, revokedAt: null })

/** One's own calendar address: since when it stands, and when a calendar last asked (to the hour). */
export const findFeed = (work: Work) =>
  work.tx.calendarFeed.findFirst({
    where: current(work),
    select: { createdAt: true, fetchedAt: true, deadlines: true },
    orderBy: { createdAt: 'desc' },
  })

/** @returns how many addresses stopped opening */
export const revokeFeeds = async (work: Work): Promise<number> => {
  const { count } = await work.tx.calendarFeed.updateMany({
    where: current(work),
    data: { revokedAt: work.now },
  })
  return count
}

/** A new address in place of the old one, which stops opening at once. */
export const renewFeed = async (
  work: Work,
  { secretHash, hasDeadlines }: { readonly secretHash: string; readonly hasDeadlines: boolean },
): Promise<string> => {
  await revokeFeeds(work)
  const id = newId(work.now.getTime())
  await work.tx.calendarFeed.createMany({
    data: [{ id, staffId: work.actor.id, secretHash, deadlines: hasDeadlines }],
  })
  return id
}

const entries = z.array(
  z.object({
    allowed: z.boolean(),
    locale: z.string(),
    uid: z.string().nullable(),
    on_date: z.date().nullable(),
    starts_at: z.string().nullable(),
    ends_at: z.string().nullable(),
    centre: z.string().nullable(),
    revision: z.number().nullable(),
  }),
)

const deadlineDays = z.array(
  z.object({ uid: z.string(), on_date: z.date(), amount: z.number(), revision: z.number() }),
)

/** The days of deadlines behind a secret that opens and was made to show them. */
const listDeadlineDays = async (work: AuthWork, hash: string): Promise<CalendarEntry[]> =>
  deadlineDays
    .parse(
      await work.tx.$queryRaw`SELECT uid, on_date, amount, revision FROM app.read_deadline_days(${hash})`,
    )
    .map(({ uid, on_date, amount, revision }) => ({
      kind: 'deadlines' as const,
      uid,
      onDate: toDay(on_date),
      amount,
      revision,
    }))

const hoursOfAppointments = z.array(
  z.object({
    uid: z.string(),
    on_date: z.date(),
    starts_at: z.string().nullable(),
    ends_at: z.string().nullable(),
    revision: z.number(),
  }),
)

/** The appointments to which the owner of a secret goes along: day and hours. */
const listAppointmentHours = async (work: AuthWork, hash: string): Promise<CalendarEntry[]> =>
  hoursOfAppointments
    .parse(
      await work.tx
        .$queryRaw`SELECT uid, on_date, starts_at, ends_at, revision FROM app.read_appointment_hours(${hash})`,
    )
    .map(({ uid, on_date, starts_at, ends_at, revision }) => ({
      kind: 'appointment' as const,
      uid,
      onDate: toDay(on_date),
      startsAt: starts_at,
      endsAt: ends_at,
      revision,
    }))

/** 256 bits in base64url: anything else was never a secret of ours. */
const isSecret = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text)

const toVisit = ({
  uid,
  on_date,
  starts_at,
  ends_at,
  centre,
  revision,
}: z.output<typeof entries>[number]): CalendarEntry[] =>
  uid === null || on_date === null
    ? []
    : [
        {
          kind: 'visit',
          uid,
          onDate: toDay(on_date),
          startsAt: starts_at,
          endsAt: ends_at,
          centre: centre ?? '',
          revision: revision ?? 1,
        },
      ]

/**
 * The calendar behind a secret; null when it is unknown, revoked or of a colleague who left, 'tooOften' when it was asked
 * for sixty times within the hour. The sign-in role reads no plan, no appointment and no deadline: functions answer with
 * centre, day and hours, with day and hours, and with days and numbers.
 */
export const readCalendar = async (
  work: AuthWork,
  secret: string,
): Promise<{ readonly locale: string; readonly entries: readonly CalendarEntry[] } | 'tooOften' | null> => {
  if (!isSecret(secret)) return null
  const rows = entries.parse(
    await work.tx.$queryRaw`SELECT allowed, locale, uid, on_date, starts_at, ends_at, centre, revision
      FROM app.read_calendar(${hashToken(secret)})`,
  )
  const [first] = rows
  if (first === undefined) return null
  if (!first.allowed) return 'tooOften'
  return {
    locale: first.locale,
    entries: [
      ...rows.flatMap(toVisit),
      ...(await listAppointmentHours(work, hashToken(secret))),
      ...(await listDeadlineDays(work, hashToken(secret))),
    ],
  }
}
