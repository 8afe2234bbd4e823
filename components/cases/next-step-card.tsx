import { useTranslations } from 'next-intl'
import { Term } from '@/components/layout/term'
import { Card } from '@/components/ui/card'
import { FreeText } from '@/components/ui/free-text'
import { Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import type { Day } from '@/lib/shared/dates'
import { useDueLabels } from './case-labels'
import { FOLDS } from './folds'
import { NextStepForm } from './next-step-form'

/** What comes next and when. */
export const NextStepCard = ({
  caseHeader,
  today,
  canEdit,
}: {
  caseHeader: CaseHeader
  today: Day
  canEdit: boolean
}) => {
  const t = useTranslations('cases')
  const step = caseHeader.nextStep
  const { words, isLate } = useDueLabels()(step?.on ?? null, today)
  return (
    <Card as="section">
      <h2 className="text-h3">
        <Term of="nextStep">{t('step.title')}</Term>
      </h2>
      {step === null ? (
        <p className="mt-1 text-muted">{t('step.none')}</p>
      ) : (
        <>
          {step.on === null ? null : (
            <p className="mt-1.5 flex flex-wrap items-baseline gap-x-2 font-serif text-h2 font-semibold">
              <Time at={step.on} style="weekday" />
            </p>
          )}
          <FreeText text={step.text} className="mt-1" />
          <p className="mt-1.5">
            {isLate ? <Tag kind="late">{words}</Tag> : <span className="text-sm text-muted">{words}</span>}
          </p>
        </>
      )}
      <p className="mt-1.5 text-sm text-muted">{t('step.worker', { name: caseHeader.worker.name })}</p>
      {canEdit ? (
        <details id={FOLDS.next} className="mt-2 print:hidden">
          <summary className="inline-flex min-h-11 items-center font-semibold text-link underline">
            {t('step.change')}
          </summary>
          <NextStepForm
            caseId={caseHeader.id}
            version={caseHeader.version}
            text={step?.text ?? ''}
            on={step?.on ?? ''}
          />
        </details>
      ) : null}
    </Card>
  )
}
