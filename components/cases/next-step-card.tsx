import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Term } from '@/components/layout/term'
import { buttonClass } from '@/components/ui/button'
import { FreeText } from '@/components/ui/free-text'
import { Folds, Section } from '@/components/ui/section'
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
  children,
}: {
  caseHeader: CaseHeader
  today: Day
  canEdit: boolean
  /** What else can be planned from here. */
  children: ReactNode
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
              <span className={isLate ? 'font-semibold text-late' : undefined}>
                <Time at={step.on} style="weekday" />
              </span>
            )}
            {isLate ? <Tag kind="late">{words}</Tag> : <span className="text-sm text-muted">{words}</span>}
          </p>
        </>
      )}
      {canEdit ? (
        <Folds>
          <details id={FOLDS.next} className="min-w-0 open:basis-full print:hidden">
            {step === null ? (
              <summary className={buttonClass('primary', 'small', 'my-1 cursor-pointer before:hidden')}>
                {t('step.set')}
              </summary>
            ) : (
              <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link sm:min-h-8">
                {t('step.change')}
              </summary>
            )}
            <NextStepForm
              caseId={caseHeader.id}
              version={caseHeader.version}
              text={step?.text ?? ''}
              on={step?.on ?? ''}
            />
          </details>
          {children}
        </Folds>
      ) : null}
    </Section>
  )
}
