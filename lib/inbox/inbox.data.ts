import 'server-only'
import * as z from 'zod'
import { listCapabilities } from '@/lib/accounts/capability.data'
import type { Work } from '@/lib/db/work'
import { countingReaches } from '@/lib/reporting/beside.data'
import { readUnfit } from '@/lib/reporting/completeness.data'
import { readOffices } from '@/lib/reporting/report.data'
import { listSaved } from '@/lib/reporting/saved.data'
import { dayOf } from '@/lib/shared/dates'
import { readAnswersMissing } from '@/lib/statistics/answers.data'
import { readUnpublished } from '@/lib/statistics/desk.data'
import { findEnding } from '@/lib/statistics/period.rules'
import { listRequests } from '@/lib/statistics/request.data'
import { INBOX_KINDS, type InboxItem, type InboxKind } from './inbox.rules'

/** In the last month of a quarter it is told what is recorded too seldom: there is time to ask, and little. */
const LAST_DAYS = 31

const found = z.array(z.object({ is: z.boolean() })).length(1)

/** Whether the reader did this already, by their own lines in the audit log. */
const did = async (
  work: Work,
  event: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<boolean> => {
  const [row] = found.parse(
    await work.tx.$queryRaw`
      SELECT EXISTS (SELECT FROM audit_event a WHERE a.actor_id = ${work.actor.id}::uuid AND a.event = ${event}
                        AND a.detail @> ${JSON.stringify(detail)}::jsonb) AS is`,
  )
  return row?.is === true
}

const lastYear = (work: Work): number => Number(dayOf(work.now).slice(0, 4)) - 1

/** The files of an office in which someone is still to be asked. */
const notAsked = (from: string, until: string): string =>
  `/reports/files?${new URLSearchParams({ reach: 'team', from, until, column: 'counting_asked', row: 'consent~not_asked' })}`

/** How each kind is found. What an account may not read has no line. */
const SOURCES: Readonly<Record<InboxKind, (work: Work) => Promise<readonly InboxItem[]>>> = {
  release: async (work) => {
    if (work.actor.role !== 'admin') return []
    const requests = await work.figures((desk) => listRequests(desk))
    return requests
      .filter(({ state, askedBy }) => state === 'asked' && askedBy !== work.actor.id)
      .map(({ id, recipient }) => ({
        kind: 'release',
        id,
        href: `/statistics/requests/${id}`,
        name: recipient,
      }))
  },
  capability: async (work) =>
    work.actor.role !== 'admin'
      ? []
      : (await listCapabilities(work))
          .filter(({ state, isOwn }) => state === 'asked' && !isOwn)
          .map(({ id, holder }) => ({ kind: 'capability', id, href: '/reports/readers', name: holder })),
  frozen: async (work) => {
    if (work.actor.role !== 'admin') return []
    const waiting = await readUnpublished(work)
    if (waiting === null) return []
    const { code, start, ready } = waiting
    return [{ kind: 'frozen', id: code, href: `/statistics?period=${code}`, period: start, count: ready }]
  },
  answers: async (work) => {
    const missing = await readAnswersMissing(work)
    const ending = findEnding(dayOf(work.now))
    return missing === null || ending === null
      ? []
      : [
          {
            kind: 'answers',
            id: missing.until,
            href:
              work.actor.role === 'admin' ? '/statistics' : notAsked(ending.period.start, dayOf(work.now)),
            count: missing.people,
            until: missing.until,
          },
        ]
  },
  missing: async (work) => {
    const reach = countingReaches(work).at(-1)
    const ending = findEnding(dayOf(work.now))
    if (reach === undefined || reach === 'own' || ending === null || ending.days > LAST_DAYS) return []
    const { start, end } = ending.period
    const until = dayOf(work.now)
    const unfit = await readUnfit(work, { reach, from: start, until, offices: [] })
    if (unfit.length === 0) return []
    const names = new Map((await readOffices(work)).map(({ id, name }) => [id, name]))
    return unfit.flatMap(({ office, gaps }): readonly InboxItem[] => {
      const name = names.get(office)
      return name === undefined
        ? []
        : [
            {
              kind: 'missing',
              id: office,
              href: `/reports/missing?${new URLSearchParams({ reach, from: start, until })}`,
              name,
              count: gaps.length,
              until: end,
            },
          ]
    })
  },
  annual: async (work) => {
    const reach = countingReaches(work).at(-1)
    if (reach === undefined || reach === 'own') return []
    const year = String(lastYear(work))
    if (await did(work, 'report.exported', { form: 'annual', year })) return []
    const [visited] = found.parse(
      await work.counts(
        reach,
        ({ tx }) => tx.$queryRaw`
          SELECT EXISTS (SELECT FROM visit v WHERE v.on_date BETWEEN ${`${year}-01-01`}::date AND ${`${year}-12-31`}::date) AS is`,
      ),
    )
    return visited?.is === true
      ? [
          {
            kind: 'annual',
            id: year,
            href: `/reports/annual?${new URLSearchParams({ year, reach })}`,
            period: year,
          },
        ]
      : []
  },
  trafficking: async (work) => {
    if (!work.actor.capabilities.includes('reads_sealed_figures')) return []
    const year = lastYear(work)
    return (await did(work, 'report.sealedRead', { year }))
      ? []
      : [
          {
            kind: 'trafficking',
            id: String(year),
            href: `/reports/trafficking/exact?year=${year}`,
            period: String(year),
          },
        ]
  },
  shared: async (work) => {
    const others = (await listSaved(work)).filter(({ staffId }) => staffId !== work.actor.id)
    const items: InboxItem[] = []
    for (const { id, name, question } of others)
      if (!(await did(work, 'report.ran', { reportId: id })))
        items.push({ kind: 'shared', id, href: `/reports?${question}&saved=${id}`, name })
    return items
  },
}

/** Everything that waits for the reader, for who leads an office, administers, or may read figures. */
export const listInbox = async (work: Work): Promise<readonly InboxItem[]> => {
  const { role, leads, capabilities } = work.actor
  if (role !== 'admin' && leads.length === 0 && capabilities.length === 0) return []
  const items: InboxItem[] = []
  for (const kind of INBOX_KINDS.codes) items.push(...(await SOURCES[kind](work)))
  return items
}
