import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { formatTime } from '@/components/ui/time'
import type { Device, Item } from '@/lib/device/device.types'
import { useOfDevice } from './device'
import { useLive } from './use-live'

/** How long it is said that something has arrived. */
const NEWS = 10_000

const itemsOf = (device: Device): Promise<readonly Item[]> =>
  device.state() === 'open' ? device.items() : Promise.resolve([])

/** When the last text arrived, for as long as that is news. */
const useNews = (items: readonly Item[]): number | null => {
  const last = Math.max(0, ...items.map(({ arrivedAt }) => arrivedAt ?? 0))
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), Math.max(0, last + NEWS - Date.now()) + 50)
    setNow(Date.now())
    return () => clearTimeout(timer)
  }, [last])
  return last > now - NEWS && last > 0 ? last : null
}

/** How it stands with the network and with what was written, above every page, and in sight while one scrolls. Locked, it counts nothing. */
export const Strip = ({ isOpen, isBusy }: { isOpen: boolean; isBusy: boolean }) => {
  const t = useTranslations('offline.strip')
  const locale = useLocale()
  const isLive = useLive()
  const items = useOfDevice(itemsOf) ?? []
  const waiting = items.filter(({ state }) => state === 'onDevice').length
  const returned = items.filter(({ state }) => state === 'returned' || state === 'refused').length
  const news = useNews(items)
  const says = [
    isLive ? null : t('none'),
    isLive && isBusy ? t('busy') : null,
    waiting === 0 ? null : t('waiting', { count: waiting }),
    news === null ? null : t('arrived', { time: formatTime(locale, new Date(news), 'clock') }),
    returned === 0 ? null : t('returned', { count: returned }),
  ].filter((part) => part !== null)
  if (says.length === 0) return <div role="status" />
  return (
    <div
      role="status"
      className="sticky top-0 z-10 -mx-4 -mt-3 mb-4 flex items-center gap-3 border-b border-hair bg-late-soft px-4 py-2 text-dense text-late"
    >
      <p className="min-w-0 grow">{says.join(' ')}</p>
      {isOpen && waiting + returned > 0 ? (
        <a href="#items" className="inline-flex min-h-11 shrink-0 items-center">
          {t('show')}
        </a>
      ) : null}
    </div>
  )
}
