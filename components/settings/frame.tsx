import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BackLink } from '@/components/layout/back-link'
import { PageTitle } from '@/components/layout/page-title'

/** A page of settings: its name, and the way back to all of them, where it says what it is for. */
export const SettingsFrame = ({
  page,
  children,
}: {
  page: 'organisation' | 'offices' | 'work' | 'signIn' | 'mail' | 'places' | 'lists' | 'configuration'
  children: ReactNode
}) => {
  const t = useTranslations('settings')
  return (
    <>
      <BackLink href="/settings">{t('title')}</BackLink>
      <PageTitle title={t(`page.${page}.title`)} />
      <div className="max-w-4xl border-t border-edge">{children}</div>
    </>
  )
}
