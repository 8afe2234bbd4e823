import 'server-only'
import type { Awaiting } from '@/lib/accounts/voucher.data'
import { between, type Planned, unconfirmed } from '@/lib/appointments/appointment.data'
import { CONFIRM_DAYS } from '@/lib/appointments/booking.rules'
import type { ScreeningDue } from '@/lib/asylum/screening-due.data'
import type { NextStep } from '@/lib/cases/file-rows.data'
import type { Gap } from '@/lib/cases/gap.rules'
import type { Opening } from '@/lib/circles/glass.data'
import type { Prisma } from '@/lib/db/generated/client'
import { type Sql, sql } from '@/lib/db/sql'
import type { Work } from '@/lib/db/work'
import type { Pressing } from '@/lib/deadlines/pressing.data'
import type { FileRecount } from '@/lib/deadlines/recount.data'
import type { Removal } from '@/lib/detention/removal.data'
import type { Missing } from '@/lib/guardianship/urgent.data'
import type { Minor } from '@/lib/guardianship/waiting.data'
import type { Offer } from '@/lib/handovers/handover.data'
import type { Unwritten } from '@/lib/planning/upcoming.data'
import type { NextContact } from '@/lib/referrals/next-contact.data'
import type { DueHold } from '@/lib/rights/hold-due.data'
import { addDays, type Day } from '@/lib/shared/dates'
import type { MyTask } from '@/lib/tasks/task.data'
import type { FirstKind, Ranked } from './first.rules'

/** What a line of the first screen holds, kind by kind, and what a source of such lines answers. */

/** Lines that one source reads at most. Danger is read whole. */
export const MOST = 10

/**
 * Of files in which something is late a worker hears one by one; who leads an office hears so of their own files, and of the others
 * how many there are.
 */
export const ownFiles = (work: Work): Prisma.CaseFileWhereInput =>
  work.actor.role === 'coordinator' ? { workerId: work.actor.id } : {}

/** The same by the columns of the file `f`. */
export const ownFilesSql = (work: Work): Sql =>
  work.actor.role === 'coordinator' ? sql`f.worker_id = ${work.actor.id}::uuid` : sql`true`

/** So many days back what came of an appointment is still asked for. */
const ASK_BACK_DAYS = 60
/** Which planned appointments the first screen lists, by the columns of `a`: until tomorrow, so that today something can be prepared;
 * for longer where an interpreter has not confirmed. */
export const askedAppointments = (day: Day): Sql =>
  sql`(${between(addDays(day, -ASK_BACK_DAYS), addDays(day, CONFIRM_DAYS))} AND (a.on_day <= ${addDays(day, 1)}::date OR ${unconfirmed}))`
/** Whose, by the columns of `a` and of the file `f`. */
export const ownAppointments = (work: Work): Sql =>
  work.actor.role === 'coordinator'
    ? sql`(f.worker_id = ${work.actor.id}::uuid OR ${work.actor.id}::uuid IN (a.companion_id, a.booked_staff_id))`
    : sql`true`

export const signalLine = {
  id: true,
  code: true,
  severity: true,
  raisedAt: true,
  raiser: { select: { id: true, name: true } },
  file: { select: { id: true, code: true, isHeld: true, adultOn: true } },
  encounter: {
    select: { place: { select: { labelEn: true, labelFr: true, labelNl: true, labelDe: true } } },
  },
} as const satisfies Prisma.SignalSelect

type Of<K extends FirstKind, T> = Ranked & T & { readonly kind: K; readonly caseId: string | null }
export type DueStep = { readonly code: string; readonly step: NextStep | null }
/** What a file lacks: first of all, and for the same or a later step. */
export type GapLine = { readonly code: string; readonly next: Gap; readonly others: readonly Gap[] }
/** Someone in detention whom no one of us has visited for eight days. */
export type UnseenLine = {
  readonly code: string
  /** Days without a visit. */
  readonly days: number
  readonly isNever: boolean
  /** When someone means to visit them. */
  readonly nextVisitOn: Day | null
}
type Signal = Prisma.SignalGetPayload<{ select: typeof signalLine }>
export type First =
  | Of<'removal', { readonly removal: Removal }>
  | Of<'missing', { readonly missing: Missing }>
  | Of<'signal', { readonly signal: Signal }>
  | Of<'deadline', { readonly deadline: Pressing }>
  | Of<'recount', { readonly recount: FileRecount }>
  | Of<'eighteen', { readonly minor: Minor }>
  | Of<'unseen', { readonly unseen: UnseenLine }>
  | Of<'visit', { readonly visit: Unwritten }>
  | Of<'appointment', { readonly appointment: Planned }>
  | Of<'screening', { readonly screening: ScreeningDue }>
  | Of<'task', { readonly task: MyTask }>
  | Of<'step', { readonly due: DueStep }>
  | Of<'gap', { readonly gap: GapLine }>
  | Of<'referral', { readonly contact: NextContact }>
  | Of<'hold', { readonly hold: DueHold }>
  | Of<'account', { readonly colleague: Awaiting }>
  | Of<'glass', { readonly opening: Opening }>
  | Of<'handover', { readonly offer: Offer }>
  /** All pairs together: they are compared one after the other on their own page. */
  | Of<'duplicate', { readonly pairs: number }>

/** Lines of one kind, the first ones of them; count.data.ts knows how many there are. */
export type Source<K extends FirstKind> = (work: Work) => Promise<readonly Extract<First, { kind: K }>[]>

/** Of each file the first: the screen lists what there is to do in it, not everyone in it. */
export const firstOfFile = <T extends { readonly file: { readonly id: string } }>(
  rows: readonly T[],
): readonly T[] => [...new Map([...rows].reverse().map((row) => [row.file.id, row])).values()]
