'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Chip } from '@/components/ui/chip'
import { useIsLive } from '@/components/ui/use-is-live'
import { DISCREET, DISCREET_COOKIE } from '@/lib/shared/cookie.rules'
import { setPreferenceCookie } from './preference-cookie'

/** People in lists by name or, where others see the screen, by initials; remembered on this device. */
export const DiscreetSwitch = ({ isDiscreet }: { isDiscreet: boolean }) => {
  const t = useTranslations('layout')
  const router = useRouter()
  const isLive = useIsLive()
  const [isOn, setOn] = useState(isDiscreet)
  return (
    <fieldset disabled={!isLive}>
      <legend className="pb-1.5 text-sm text-muted">{t('discreet.title')}</legend>
      <Chip
        checked={isOn}
        onChange={() => {
          setOn(!isOn)
          setPreferenceCookie(DISCREET_COOKIE, isOn ? null : DISCREET)
          router.refresh()
        }}
      >
        {t('discreet.on')}
      </Chip>
    </fieldset>
  )
}
