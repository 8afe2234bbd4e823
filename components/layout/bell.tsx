'use client'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Drawing } from '@/components/ui/drawing'
import { Link } from '@/components/ui/link'
import { currentToast, onToast } from '@/components/ui/toast'
import { isNumber, isObject, isRecordOf } from '@/lib/shared/shape'
import { setMenuCounts } from './menu-counts'

const BELL = 'M6 16v-5a6 6 0 0 1 12 0v5l1.5 2h-15L6 16ZM10 20.5h4'

const isAnswer = isObject({ unread: isNumber, menu: isRecordOf(isNumber) })

const countUnread = async (signal: AbortSignal): Promise<number> => {
  const response = await fetch('/api/notices', { cache: 'no-store', redirect: 'error', signal })
  const answer: unknown = response.ok ? await response.json() : null
  if (!isAnswer(answer)) return 0
  setMenuCounts(answer.menu)
  return answer.unread
}

/**
 * The way to the notices, with how many are unread; the same answer says what the menu counts. It asks when a page opens or comes back into view and when
 * something was done, never by a clock: each question keeps the session alive, and only a person may do that.
 */
export const Bell = () => {
  const t = useTranslations('layout')
  const pathname = usePathname()
  const [unread, setUnread] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is a reason to ask again
  useEffect(() => {
    const stop = new AbortController()
    // Without an answer the last number stays: a bell is no reason to disturb anyone.
    const ask = (): void => void countUnread(stop.signal).then(setUnread, () => undefined)
    const look = (): void => {
      if (document.visibilityState === 'visible') ask()
    }
    ask()
    document.addEventListener('visibilitychange', look)
    window.addEventListener('notices', ask)
    const forget = onToast(() => {
      if (currentToast() !== null) ask()
    })
    return () => {
      stop.abort()
      forget()
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('notices', ask)
    }
  }, [pathname])
  return (
    <Link href="/notices" className="bar-sign relative">
      <Drawing path={BELL} className="size-5.5" />
      <span className="sr-only">{t('bell', { count: unread })}</span>
      {unread === 0 ? null : (
        <span
          aria-hidden="true"
          className="num absolute end-0 top-0.5 min-w-5 rounded-full border-2 border-paper bg-danger px-1 text-center text-sm leading-4 font-semibold text-danger-ink"
        >
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  )
}
