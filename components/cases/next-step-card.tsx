import { useTranslations } from 'next-intl'
import { Term } from '@/components/layout/term'
import { FreeText } from '@/components/ui/free-text'
import { Section } from '@/components/ui/section'
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
    <Section title={t('step.title')} heading={<Term of="nextStep">{t('step.title')}</Term>}>
      {step === null ? (
        <p className="text-muted">{t('step.none')}</p>
      ) : (
        <>
          <FreeText text={step.text} className="font-semibold" />
          <p className="flex flex-wrap items-baseline gap-x-2">
            {step.on === null ? null : (
              <span className={isLate ? 'font-semibold text-late' : 'font-semibold'}>
                <Time at={step.on} style="weekday" />
              </span>
            )}
            {isLate ? <Tag kind="late">{words}</Tag> : <span className="text-sm text-muted">{words}</span>}
          </p>
        </>
      )}
      <p className="text-sm text-muted">{t('step.worker', { name: caseHeader.worker.name })}</p>
      {canEdit ? (
        <details id={FOLDS.next} className="print:hidden">
          <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link underline sm:min-h-8">
            {t(step === null ? 'step.set' : 'step.change')}
          </summary>
          <NextStepForm
            caseId={caseHeader.id}
            version={caseHeader.version}
            text={step?.text ?? ''}
            on={step?.on ?? ''}
          />
        </details>
      ) : null}
    </Section>
  )
}
