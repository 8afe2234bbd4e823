'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { TabWords } from '@/components/layout/tab-words'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import type { Role } from '@/lib/access/roles'
import { readInvitation } from '@/lib/accounts/invitation.actions'
import { AcceptForm } from './accept-form'
import { takeToken } from './take-token'

type Invited = { email: string; role: Role; organisation: string; team: string | null }
type State =
  | { is: 'reading' | 'closed' | 'pleaseWait' }
  | { is: 'open'; token: string; invited: Invited }
  | { is: 'done' }

export const AcceptPage = ({ locale }: { locale: string }) => {
  const t = useTranslations('accounts')
  const [state, setState] = useState<State>({ is: 'reading' })

  useEffect(() => {
    const token = takeToken()
    // React runs effects twice in development; the second run finds no secret and leaves the first one's answer alone.
    if (token === '') return setState((before) => (before.is === 'reading' ? { is: 'closed' } : before))
    const read = async (): Promise<void> => {
      const answer = await readInvitation({ requestId: crypto.randomUUID(), input: { token } }).catch(
        () => null,
      )
      if (answer?.ok) return setState({ is: 'open', token, invited: answer.value })
      setState({ is: answer?.code === 'pleaseWait' ? 'pleaseWait' : 'closed' })
    }
    void read()
  }, [])

  if (state.is === 'reading')
    return (
      <h1 role="status" className="text-h2">
        {t('accept.reading')}
      </h1>
    )
  if (state.is === 'open')
    return (
      <>
        <TabWords words={t('accept.title', { organisation: state.invited.organisation })} />
        <h1>{t('accept.title', { organisation: state.invited.organisation })}</h1>
        <p className="mt-1 break-words text-muted">
          {t('accept.invitedAs', { role: t(`role.${state.invited.role}`), email: state.invited.email })}{' '}
          {state.invited.team === null ? null : t('accept.office', { team: state.invited.team })}
        </p>
        <Card className="mt-5">
          <AcceptForm
            token={state.token}
            email={state.invited.email}
            locale={locale}
            onAccepted={() => setState({ is: 'done' })}
          />
        </Card>
      </>
    )
  if (state.is === 'done')
    return (
      <>
        <Notice kind="success" title={t('accept.done')} />
        <p className="mt-5">
          <LinkButton href="/sign-in">{t('accept.toSignIn')}</LinkButton>
        </p>
      </>
    )
  return (
    <>
      <TabWords words={t('accept.closedTitle')} />
      <h1>{t('accept.closedTitle')}</h1>
      <p className="mt-2">{state.is === 'pleaseWait' ? t('accept.wait') : t('accept.closed')}</p>
      <p className="mt-5">
        <LinkButton kind="quiet" href="/sign-in">
          {t('accept.toSignIn')}
        </LinkButton>
      </p>
    </>
  )
}
