import 'server-only'
import { listNextContacts } from '@/lib/referrals/next-contact.data'
import { listDueHolds } from '@/lib/rights/hold-due.data'
import { addDays } from '@/lib/shared/dates'
import { today } from './case.data'
import { MOST, type Source } from './first-line.data'

/** Referrals to ask about: to a worker when the day has come, to a coordinator when it has passed. */
export const fromReferrals: Source<'referral'> = async (work) => {
  const until = work.actor.role === 'coordinator' ? addDays(today(work), -1) : today(work)
  const { contacts, total } = await listNextContacts(work, until, MOST)
  return {
    firsts: contacts.map((contact) => ({
      kind: 'referral',
      key: contact.referralId,
      urgency: 'due',
      on: contact.on,
      caseId: contact.file.id,
      contact,
    })),
    total,
  }
}

/** Held files whose day to look again has come. */
export const fromHolds: Source<'hold'> = async (work) => {
  const holds = await listDueHolds(work)
  return {
    firsts: holds.map((hold) => ({
      kind: 'hold',
      key: hold.id,
      urgency: 'due',
      on: hold.reviewOn,
      caseId: hold.file.id,
      hold,
    })),
    total: holds.length,
  }
}
