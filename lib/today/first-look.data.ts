import 'server-only'
import { today } from '@/lib/cases/case.data'
import { listAllRecounts } from '@/lib/deadlines/recount.data'
import { listOffers } from '@/lib/handovers/handover.data'
import { countPairs } from '@/lib/people/pair-count.data'
import { listNextContacts } from '@/lib/referrals/next-contact.data'
import { listDueHolds } from '@/lib/rights/hold-due.data'
import { addDays } from '@/lib/shared/dates'
import { MOST, type Source } from './first-line.data'

/** Referrals to ask about: to a worker when the day has come, to a coordinator when it has passed. */
export const fromReferrals: Source<'referral'> = async (work) => {
  const until = work.actor.role === 'coordinator' ? addDays(today(work), -1) : today(work)
  const contacts = await listNextContacts(work, until, MOST)
  return contacts.map((contact) => ({
    kind: 'referral',
    key: contact.referralId,
    urgency: 'due',
    on: contact.on,
    caseId: contact.file.id,
    contact,
  }))
}

/**
 * Deadlines that were counted by a rule corrected since: to the worker and the coordinator, until someone has said which day
 * counts. A critical one whose day is earlier now ranks as the last days of an act.
 */
export const fromRecounts: Source<'recount'> = async (work) => {
  const recounts = await listAllRecounts(work)
  return recounts.map((recount) => ({
    kind: 'recount',
    key: recount.id,
    urgency: recount.isEarlier && recount.severity === 'critical' ? 'act' : 'decide',
    on: recount.remindOn,
    caseId: recount.file.id,
    recount,
  }))
}

/** Held files whose day to look again has come. */
export const fromHolds: Source<'hold'> = async (work) => {
  const holds = await listDueHolds(work)
  return holds.map((hold) => ({
    kind: 'hold',
    key: hold.id,
    urgency: 'decide',
    on: hold.reviewOn,
    caseId: hold.file.id,
    hold,
  }))
}

/** Hand-overs whose files one is asked to take: a colleague waits for the answer. */
export const fromHandovers: Source<'handover'> = async (work) => {
  const offers = await listOffers(work)
  return offers.map((offer) => ({
    kind: 'handover',
    key: offer.id,
    urgency: 'decide',
    on: null,
    caseId: null,
    offer,
  }))
}

/** People who could be one, of those whom one may merge: one line for all pairs. */
export const fromDuplicates: Source<'duplicate'> = async (work) => {
  const pairs = await countPairs(work)
  if (pairs === 0) return []
  return [{ kind: 'duplicate', key: 'pairs', urgency: 'decide', on: null, caseId: null, pairs }]
}
