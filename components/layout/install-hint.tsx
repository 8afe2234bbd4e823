'use client'
import { useTranslations } from 'next-intl'
import { useState, useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { erasesAfterAWeek } from '@/lib/drafts/device.rules'
import { setPreferenceCookie } from './preference-cookie'

const SEEN = 'install-hint'
const never = () => () => undefined

const isWanted = (): boolean =>
  !document.cookie.split('; ').includes(`${SEEN}=seen`) &&
  erasesAfterAWeek({
    userAgent: navigator.userAgent,
    touchPoints: navigator.maxTouchPoints,
    isInstalled: matchMedia('(display-mode: standalone)').matches,
  })

/** Said once on an iPhone or iPad: put us on the home screen, or unsent texts go after a week. Never again once closed. */
export const InstallHint = () => {
  const t = useTranslations('layout.install')
  const wanted = useSyncExternalStore(never, isWanted, () => false)
  const [closed, setClosed] = useState(false)
  if (!wanted || closed) return null
  return (
    <Notice title={t('title')}>
      <p>{t('what')}</p>
      <p className="mt-1">{t('how')}</p>
      <p className="mt-2">
        <Button
          kind="quiet"
          size="small"
          onClick={() => {
            setPreferenceCookie(SEEN, 'seen')
            setClosed(true)
          }}
        >
          {t('close')}
        </Button>
      </p>
    </Notice>
  )
}
