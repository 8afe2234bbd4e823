import type { FigureId } from '@/lib/reporting/figure.rules'
import { dayIn, gap, plus } from './calendar'
import type { RowOf } from './rows'
import type { Seen } from './seen'
import type { Occurrence, Recount } from './tally'

const line = (file: RowOf<'case_file'>, thing: string, day: string): Occurrence => ({
  thing,
  person: null,
  file: file.id,
  office: file.team_id,
  place: null,
  first: day,
  last: day,
  written: day,
  codes: { kind: file.kind },
})

/** In whole months, from the opening before it. */
const openFor = (
  seen: Seen,
  file: RowOf<'case_file'>,
  { created_at }: RowOf<'case_closing'>,
): string | null => {
  const before = seen.case_closing
    .filter((turn) => turn.case_id === file.id && turn.kind === 'reopened' && turn.created_at < created_at)
    .map((turn) => dayIn(turn.created_at))
    .sort()
    .at(-1)
  const [from, to] = [before ?? file.opened_on, dayIn(created_at)]
  const [y, m, d] = from.split('-').map(Number)
  const [y2, m2, d2] = to.split('-').map(Number)
  if (y === undefined || m === undefined || d === undefined) return null
  if (y2 === undefined || m2 === undefined || d2 === undefined) return null
  const months = (y2 - y) * 12 + m2 - m - (d2 < d ? 1 : 0)
  if (months < 0) return null
  return months < 1 ? 'under_1' : months <= 3 ? '1-3' : months <= 6 ? '4-6' : '7_or_more'
}

const turned =
  (kind: 'closed' | 'reopened') =>
  (seen: Seen): Occurrence[] =>
    seen.case_closing.flatMap((turn) => {
      const file = seen.case_file.find(({ id }) => id === turn.case_id)
      if (file === undefined || turn.kind !== kind) return []
      return [
        {
          ...line(file, turn.id, dayIn(turn.created_at)),
          codes: { kind: file.kind, reason: turn.reason, open_for: openFor(seen, file, turn) },
        },
      ]
    })

/** The times in which a file was open: until the day before it was closed, and from the day it was opened again. */
const spans = (seen: Seen, file: RowOf<'case_file'>): Occurrence[] => {
  const turns = seen.case_closing
    .filter(({ case_id }) => case_id === file.id)
    .sort((a, b) => a.created_at.getTime() - b.created_at.getTime())
  const open: Occurrence[] = []
  let since: string | null = file.opened_on
  for (const { kind, created_at } of turns) {
    const day = dayIn(created_at)
    if (kind === 'reopened') {
      since = day
      continue
    }
    if (since !== null && since < day) open.push({ ...line(file, file.id, since), last: plus(day, -1) })
    since = null
  }
  if (since !== null) open.push({ ...line(file, file.id, since), last: null })
  return open
}

/** Each day of the year and around it on which a file was open, with how long no one of it had been seen. */
const unseen = (seen: Seen): Occurrence[] =>
  seen.case_file.flatMap((file) =>
    spans(seen, file).flatMap((span) => {
      const meetings = seen.encounter
        .filter(({ case_id, outcome }) => case_id === file.id && outcome === 'seen')
        .map(({ met_on }) => met_on)
      const days: Occurrence[] = []
      for (const day of ASKED) {
        if (span.first === null || day < span.first || (span.last !== null && day > span.last)) continue
        const from = [span.first, ...meetings.filter((met) => met <= day && met >= String(span.first))]
          .sort()
          .at(-1)
        const since = gap(from ?? span.first, day)
        const band = since < 15 ? '8-14' : since < 31 ? '15-30' : since < 91 ? '31-90' : 'over_90'
        if (since >= 8)
          days.push({
            ...line(file, file.id, day),
            written: file.opened_on,
            codes: { kind: file.kind, unseen: band },
          })
      }
      return days
    }),
  )
/** The last days of the periods that are asked about. */
const ASKED = ['2026-12-31', '2026-06-30', '2026-05-31', '2026-05-14']

const OURS: Readonly<Record<string, string>> = {
  appeal_first_decision: 'appeal',
  orange_card: 'asylum',
  detention_cassation: 'detention',
  missing_police: 'missing',
  guardian_wait_5: 'minor',
  trafficking_stay: 'victim',
  breach: 'data',
}
const deadlines =
  (is: (kept: string | null) => boolean = () => true) =>
  (seen: Seen): Occurrence[] =>
    seen.deadline.flatMap((deadline) => {
      const rule = seen.deadline_rule.find(({ id }) => id === deadline.rule_id)
      const file = seen.case_file.find(({ id }) => id === deadline.case_id)
      if (rule === undefined || file === undefined || deadline.status === 'superseded') return []
      if (rule.meaning !== 'act' && rule.meaning !== 'attend') return []
      const kept =
        deadline.status === 'open'
          ? 'open'
          : deadline.kept === 'inTime'
            ? 'in_time'
            : deadline.kept === 'late'
              ? 'late'
              : null
      if (!is(kept)) return []
      const codes = { deadline: OURS[deadline.family] ?? null, kept }
      const day = deadline.due_on
      return [
        { ...line(file, deadline.id, ''), first: day, last: day, written: dayIn(deadline.created_at), codes },
      ]
    })
const isActedOn = (kept: string | null): boolean => kept === 'in_time' || kept === 'late'

export const ofFiles = {
  file_length: {
    counts: 'lengths',
    when: 'during',
    lines: (seen) =>
      seen.case_file.flatMap((file) => spans(seen, file).map((span) => ({ ...span, known: span.first }))),
  },
  files_unseen: { counts: 'things', when: 'on', lines: unseen },
  deadlines: { counts: 'things', when: 'in', lines: deadlines() },
  deadlines_closed: { counts: 'things', when: 'in', lines: deadlines(isActedOn) },
  share_deadlines_in_time: {
    counts: 'things',
    when: 'in',
    lines: deadlines(isActedOn),
    share: ({ codes }) => codes?.kept === 'in_time',
  },
  files_open: {
    counts: 'things',
    when: 'on',
    lines: (seen) => seen.case_file.flatMap((file) => spans(seen, file)),
  },
  files_opened: {
    counts: 'things',
    when: 'in',
    lines: (seen) => seen.case_file.map((file) => line(file, file.id, file.opened_on)),
  },
  files_closed: { counts: 'things', when: 'in', lines: turned('closed') },
  files_reopened: { counts: 'things', when: 'in', lines: turned('reopened') },
} as const satisfies Partial<Record<FigureId, Recount>>
