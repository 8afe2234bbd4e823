import { useLocale, useTranslations } from 'next-intl'
import { FreeText } from '@/components/ui/free-text'
import { formatTime } from '@/components/ui/time'
import type { Referral } from '@/lib/referrals/referral.data'
import { currentSteps } from '@/lib/referrals/referral.rules'
import { StepBack } from './step-back'

/** What happened, by its days; steps that were taken back stay readable, crossed out. */
export const Steps = ({
  steps,
  caseId,
  canEdit,
}: {
  steps: Referral['steps']
  caseId: string
  canEdit: boolean
}) => {
  const t = useTranslations('referrals')
  const locale = useLocale()
  const stands = new Set(currentSteps(steps).map(({ id }) => id))
  const shown = steps.filter(({ kind }) => kind !== 'taken_back')
  if (shown.length === 0) return null
  return (
    <ol className="mt-3 grid gap-2 border-s-2 border-hair ps-3">
      {shown.map(({ id, referralId, kind, on, way, ground, words, nextOn, by }) => (
        <li key={id}>
          <p className={stands.has(id) ? undefined : 'line-through'}>
            <strong>{t(`step.${kind === 'taken_back' ? 'outcome' : kind}`)}</strong>,{' '}
            {formatTime(locale, on, 'day')}
            {way === null ? '' : `, ${t(`way.${way}`)}`}
            {ground === null ? '' : `, ${t(`ground.${ground}`)}`}
          </p>
          <FreeText text={words} />
          <p className="text-sm text-muted">
            {t('stepBy', { name: by })}
            {nextOn === null || !stands.has(id)
              ? ''
              : `. ${t('nextSays', { on: formatTime(locale, nextOn, 'day') })}`}
          </p>
          {canEdit && stands.has(id) ? (
            <StepBack
              caseId={caseId}
              subjectId={referralId}
              stepId={id}
              step={t(`step.${kind === 'taken_back' ? 'outcome' : kind}`)}
            />
          ) : null}
        </li>
      ))}
    </ol>
  )
}
