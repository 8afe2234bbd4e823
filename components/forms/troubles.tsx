'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useLater } from '@/components/ui/use-later'
import type { ShowValue } from './conflict-view'
import { useFormState } from './form-context'
import type { Trouble } from './reply'
import { useErrorLabels } from './use-error-labels'

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
  canConflict,
  showValue,
  ways,
}: {
  trouble: Trouble | null
  mine: () => Readonly<Record<string, unknown>>
  /** It bears a version, so it can meet another one. */
  canConflict: boolean
  showValue: ShowValue
  ways: Ways
}) => {
  const t = useTranslations('forms')
  const labels = useErrorLabels()
  const { draft } = useFormState()
  const conflict = useLater(() => import('./conflict-view'), canConflict)
  const sheet = useLater(() => import('./sign-in-again'))
  if (trouble?.kind === 'lost')
    return (
      <Notice kind="error" title={draft.status === 'kept' ? t('savedNotSent') : t('notSent')}>
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
  if (trouble?.kind === 'conflict' && conflict !== null)
    return (
      <conflict.ConflictView
        mine={mine()}
        theirs={trouble.theirs}
        showValue={showValue}
        onResolved={(values) => ways.resolved({ ...values, version: trouble.theirs.version })}
      />
    )
  if (trouble?.kind === 'conflict')
    return (
      <Notice kind="error" title={t('press.changedMeanwhile')}>
        <p>{t('textIsSafe')}</p>
      </Notice>
    )
  if (trouble?.kind === 'refused' || trouble?.kind === 'broken')
    return (
      <Notice kind="error" title={labels(trouble.kind === 'broken' ? 'failed' : trouble.code)}>
        <p>{t('textIsSafe')}</p>
        {trouble.reference === undefined ? null : <p>{t('reference', { reference: trouble.reference })}</p>}
        {trouble.kind === 'broken' || trouble.code === 'busy' ? (
          <Button className="mt-2" kind="quiet" onClick={ways.again}>
            {t('tryAgain')}
          </Button>
        ) : null}
      </Notice>
    )
  const isOut = trouble?.kind === 'signedOut'
  if (sheet !== null) return <sheet.SignInAgain isOpen={isOut} onClose={ways.dismiss} again={ways.again} />
  return isOut ? (
    <Notice kind="error" title={t('signedOutTitle')}>
      <p>{t('signedOutMemory')}</p>
    </Notice>
  ) : null
}
