import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { QuietPage } from '@/components/layout/quiet-page'
import type { Device } from '@/lib/device/device.types'
import { OFFLINE_PATH } from '@/lib/offline/path'
import { untilKept } from '@/lib/offline/until-kept'
import { dayOf } from '@/lib/shared/dates'
import { DeviceContext, findDevice } from './device'
import { DevicePages } from './device-pages'
import { Frame } from './frame'
import { NoNetwork } from './no-network'
import { useHidden } from './use-hidden'
import { useLive } from './use-live'

/** The pages without a network: what stands at an address of the server, or at our own what is on this device. */
export const OfflineApp = () => {
  const t = useTranslations('layout')
  const locale = useLocale()
  const [device, setDevice] = useState<Device | null>(null)
  const { isHidden, hide, comeBack } = useHidden(locale, () => void untilKept().then(() => device?.lock()))
  const isLive = useLive()
  const isOurs = location.pathname === OFFLINE_PATH
  useEffect(() => {
    void findDevice().then(setDevice)
  }, [])
  if (isHidden)
    return (
      <QuietPage locale={locale} today={dayOf(new Date())}>
        <button type="button" className="min-h-11 text-muted underline" onClick={() => comeBack(isLive)}>
          {t('quiet.back')}
        </button>
      </QuietPage>
    )
  return (
    <Frame onHide={hide}>
      {!isOurs ? (
        <NoNetwork onHide={hide} />
      ) : device === null ? null : (
        <DeviceContext value={device}>
          <DevicePages />
        </DeviceContext>
      )}
    </Frame>
  )
}
