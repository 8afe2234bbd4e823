import { askPage, sheetPage } from '@/components/referrals/outside-page'
import { OUTSIDE_STYLE_HASH } from '@/components/ui/outside-html'
import { outsideKey } from '@/lib/crypto/outside-key'
import { mayTryShare, openShare } from '@/lib/referrals/outside.data'
import { refusalPage } from '@/lib/server/away-page'
import { defineOutside } from '@/lib/server/define-outside'

/** A sheet for who has no account here: the link and a code that was said by telephone. */
const { show, tryCode } = defineOutside({
  reason:
    'the one who receives a referral has no account; the link and the code said by telephone open one encrypted sheet, counted and for a while',
  styleHash: OUTSIDE_STYLE_HASH,
  ask: askPage,
  mayTry: mayTryShare,
  prepare: outsideKey,
  open: async (work, key, asked) => {
    const opened = await openShare(work, key)
    if (opened === 'damaged') return refusalPage('damaged')
    return opened === null ? null : sheetPage(opened, asked)
  },
})

export const GET = show
export const POST = tryCode
