'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TabWords } from '@/components/layout/tab-labels'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import type { LinkState } from './use-link'

/** A page that a one-use link opens: while it is read, when it is closed, when all is done; between them, what it is for. */
export const LinkFrame = <V,>({
  state,
  done,
  children,
}: {
  state: LinkState<V>
  /** What is said at the end. */
  done: string
  children: (open: { readonly token: string; readonly value: V }) => ReactNode
}) => {
  const t = useTranslations('accounts')
  if (state.is === 'reading')
    return (
      <h1 role="status" className="text-h2">
        {t('accept.reading')}
      </h1>
    )
  if (state.is === 'open') return children(state)
  if (state.is === 'done')
    return (
      <>
        <Notice kind="success" title={done} />
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
