import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import type { Device, Item } from '@/lib/device/device.types'
import { useDevice, useOfDevice } from './device'
import { useLive } from './use-live'

const itemsOf = (device: Device): Promise<readonly Item[]> => device.items()
const KINDS = {
  onDevice: 'late',
  arrived: 'done',
  waitingForCoordinator: 'late',
  returned: 'danger',
  refused: 'danger',
} as const satisfies Record<Item['state'], string>

/** What was finished here and where it is now; nothing of it can be read here. */
export const ItemsPage = () => {
  const t = useTranslations('offline')
  const locale = useLocale()
  const device = useDevice()
  const items = useOfDevice(itemsOf)
  const isLive = useLive()
  if (items === null) return null
  return (
    <div className="grid gap-4">
      <p>
        <a href="#home" className="inline-flex min-h-11 items-center">
          {t('toHome')}
        </a>
      </p>
      <h1>{t('items.title')}</h1>
      <p className="max-w-prose text-muted">{t('items.what')}</p>
      {items.length === 0 ? <p>{t('items.none')}</p> : null}
      <ul>
        {items.map(({ id, form, at, state }) => (
          <li
            key={id}
            className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-t border-hair py-2.5 first:border-t-0"
          >
            <span className="min-w-0 grow">
              {t(`form.${form}`)}, {formatTime(locale, new Date(at), 'moment')}
            </span>
            <Tag kind={KINDS[state]}>{t(`state.${state}`)}</Tag>
            {state === 'onDevice' || state === 'arrived' ? null : (
              <p className="basis-full text-sm">{t(`stateWhat.${state}`)}</p>
            )}
          </li>
        ))}
      </ul>
      {isLive && items.some(({ state }) => state === 'onDevice') ? (
        <p>
          <Button kind="quiet" onClick={() => void device.send(true)}>
            {t('items.send')}
          </Button>
        </p>
      ) : null}
    </div>
  )
}
