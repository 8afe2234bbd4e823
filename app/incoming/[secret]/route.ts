import { formPage, laterPage, nowherePage, receiptPage } from '@/components/incoming/outside-form'
import { readTyped } from '@/components/incoming/typed'
import { OUTSIDE_STYLE_HASH } from '@/components/ui/outside-html'
import { findForm, takeIncoming } from '@/lib/incoming/outside.data'
import { mayTryShare } from '@/lib/referrals/outside.data'
import { defineOutsideForm } from '@/lib/server/define-outside'

/** A form for a partner who has no account here: it lets an office know of a person, and reads nothing back. */
const { show, send } = defineOutsideForm({
  reason:
    'a partner has no account; a link made by a coordinator takes a few answers, encrypted at once, counted and for a while, and shows nothing',
  styleHash: OUTSIDE_STYLE_HASH,
  // All answers at their longest, with each letter written as three bytes.
  limit: 64_000,
  mayTry: mayTryShare,
  nowhere: nowherePage,
  later: laterPage,
  open: async (work, secret, asked, sent) => {
    const form = await findForm(work, secret)
    if (form === null) return null
    if (sent === null) return { status: 200, body: await formPage(form, asked) }
    const typed = readTyped(sent)
    if (!typed.ok) return { status: 422, body: await formPage(form, asked, typed) }
    const { content, requestId } = typed
    const taken = await takeIncoming(work, { secret, requestId, content })
    if (taken === null) return null
    if (taken === 'full')
      return { status: 429, body: await formPage(form, asked, { ...typed, isFull: true }) }
    return { status: 200, body: await receiptPage(form, asked, taken.receipt) }
  },
})

export const GET = show
export const POST = send
