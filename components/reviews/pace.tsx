'use client'
import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useState } from 'react'
import { LONGEST_LOOK, toPace } from '@/lib/reviews/review.rules'

/** Time before the screen so far. It ticks for the eye only: no one wants it read out each second. */
export const Pace = ({
  spent,
  isRunning,
}: {
  spent: RefObject<{ readonly at: number; readonly spent: number }>
  isRunning: boolean
}) => {
  const t = useTranslations('reviews')
  const [seconds, setSeconds] = useState(spent.current.spent)
  useEffect(() => {
    const tick = () => {
      const now = isRunning ? Math.min(LONGEST_LOOK, (Date.now() - spent.current.at) / 1000) : 0
      setSeconds(spent.current.spent + now)
    }
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [spent, isRunning])
  return <span className="num whitespace-nowrap">{t('pace', toPace(seconds))}</span>
}
