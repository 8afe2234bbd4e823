'use client'
import { usePathname, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Button, buttonClass } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { differences } from './conflict.rules'
import { ConflictView, type ShowValue } from './conflict-view'
import { useFormState } from './form-context'
import type { Trouble } from './reply'
import { useErrorWords } from './use-error-words'

type Ways = {
  /** The same content under the same id: whatever happened to the first one, it counts once. */
  readonly again: () => void
  /** Under a new id: a second record is wanted. */
  readonly asNew: () => void
  readonly resolved: (values: Readonly<Record<string, unknown>>) => void
  readonly dismiss: () => void
}

/** Why it is not acknowledged and what can be done about it. What was typed stays in the form in every case. */
export const Troubles = ({
  trouble,
  mine,
  showValue,
  ways,
}: {
  trouble: Trouble | null
  mine: () => Readonly<Record<string, unknown>>
  showValue: ShowValue
  ways: Ways
}) => {
  const t = useTranslations('forms')
  const words = useErrorWords()
  const { draft } = useFormState()
  if (trouble?.kind === 'lost')
    return (
      <Notice kind="error" title={draft.status === 'kept' ? t('keptNotSent') : t('notSent')}>
        <p>{t('lostWhat')}</p>
        <Button className="mt-2" kind="quiet" onClick={ways.again}>
          {t('tryAgain')}
        </Button>
      </Notice>
    )
  if (trouble?.kind === 'reused')
    return (
      <Notice kind="error" title={t('reusedTitle')}>
        <p>{t('reusedWhat')}</p>
        <Button className="mt-2" kind="quiet" onClick={ways.asNew}>
          {t('reusedSend')}
        </Button>
      </Notice>
    )
  if (trouble?.kind === 'conflict')
    return (
      <ConflictView
        found={differences(mine(), trouble.theirs)}
        showValue={showValue}
        onResolved={(values) => ways.resolved({ ...values, version: trouble.theirs.version })}
      />
    )
  if (trouble?.kind === 'refused' || trouble?.kind === 'broken')
    return (
      <Notice kind="error" title={words(trouble.kind === 'broken' ? 'failed' : trouble.code)}>
        <p>{t('textIsSafe')}</p>
        {trouble.reference === undefined ? null : <p>{t('reference', { reference: trouble.reference })}</p>}
        {trouble.kind === 'broken' ? (
          <Button className="mt-2" kind="quiet" onClick={ways.again}>
            {t('tryAgain')}
          </Button>
        ) : null}
      </Notice>
    )
  return <SignInSheet isOpen={trouble?.kind === 'signedOut'} onClose={ways.dismiss} again={ways.again} />
}

/** The session is over, the text is not: sign in, come back, send. */
const SignInSheet = ({
  isOpen,
  onClose,
  again,
}: {
  isOpen: boolean
  onClose: () => void
  again: () => void
}) => {
  const t = useTranslations('forms')
  const path = usePathname()
  const query = useSearchParams().toString()
  const back = query === '' ? path : `${path}?${query}`
  const { draft } = useFormState()
  const isKept = draft.status === 'kept' || draft.status === 'server'
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('signedOutTitle')}>
      <p>{isKept ? t('signedOutKept') : t('signedOutMemory')}</p>
      <div className="mt-4 flex flex-wrap gap-3">
        {/* A full load, not a client navigation: the new session starts with a clean page memory. */}
        <a
          href={`/sign-in?back=${encodeURIComponent(back)}`}
          className={buttonClass()}
          {...(isKept ? {} : { target: '_blank', rel: 'noreferrer' })}
        >
          {isKept ? t('signIn') : t('signInNewTab')}
        </a>
        <Button kind="quiet" onClick={again}>
          {t('sendNow')}
        </Button>
      </div>
    </Dialog>
  )
}
