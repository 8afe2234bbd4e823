import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button, buttonClass } from '@/components/ui/button'
import { formatTime } from '@/components/ui/time'
import type { Device, Item, SealedState } from '@/lib/device/device.types'
import { useOfDevice } from './device'

const itemsOf = (device: Device): Promise<readonly Item[]> => device.items()

/** What became of the text that was just finished, where the button was. */
export const SealedNotice = ({
  sealed,
  onChange,
  next,
}: {
  sealed: SealedState
  /** Null once it has left, or as soon as what was written is no longer in memory. */
  onChange: (() => void) | null
  next: string
}) => {
  const t = useTranslations('offline.sealed')
  const locale = useLocale()
  const items = useOfDevice(itemsOf) ?? []
  const item = items.find(({ id }) => id === sealed.id)
  const focus = useRef<HTMLDivElement>(null)
  useEffect(() => {
    focus.current?.focus()
  }, [])
  const clock = (at: number): string => formatTime(locale, new Date(at), 'clock')
  const isHere = item === undefined || item.state === 'onDevice'
  return (
    <div
      ref={focus}
      tabIndex={-1}
      role="status"
      className="grid gap-3 rounded border-s-4 border-done bg-done-soft px-4 py-4 text-ink"
    >
      <p className="text-h3 font-semibold">
        {isHere
          ? t('here', { time: clock(sealed.at) })
          : t('arrived', { time: clock(item.arrivedAt ?? sealed.at) })}
      </p>
      {isHere ? <p>{t('leaves')}</p> : null}
      <div className="flex flex-wrap gap-3">
        <a href="#home" className={buttonClass('primary')}>
          {next}
        </a>
        {isHere && onChange !== null ? (
          <Button kind="quiet" onClick={onChange}>
            {t('change')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
