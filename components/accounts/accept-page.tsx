'use client'
import { useTranslations } from 'next-intl'
import { TabWords } from '@/components/layout/tab-labels'
import { Card } from '@/components/ui/card'
import { readInvitation } from '@/lib/accounts/invitation.actions'
import { AcceptForm } from './accept-form'
import { LinkFrame } from './link-frame'
import { useLink } from './use-link'

export const AcceptPage = ({ locale }: { locale: string }) => {
  const t = useTranslations('accounts')
  const { state, finish } = useLink(readInvitation)
  return (
    <LinkFrame state={state} done={t('accept.done')}>
      {({ token, value: { email, role, organisation, team } }) => (
        <>
          <TabWords words={t('accept.title', { organisation })} />
          <h1>{t('accept.title', { organisation })}</h1>
          <p className="mt-1 break-words text-muted">
            {t('accept.invitedAs', { role: t(`role.${role}`), email })}{' '}
            {team === null ? null : t('accept.office', { team })}
          </p>
          <Card className="mt-5">
            <AcceptForm token={token} email={email} locale={locale} onAccepted={finish} />
          </Card>
        </>
      )}
    </LinkFrame>
  )
}
