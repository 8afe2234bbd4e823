'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useAgo, useDueLabels } from '@/components/cases/case-labels'
import { usePlanLabels } from '@/components/cases/plan-labels'
import { Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import type { ReviewFile } from '@/lib/reviews/review.schema'

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <div>
    <dt className="text-sm text-muted">{term}</dt>
    <dd className="wrap-anywhere">{children}</dd>
  </div>
)

/** What is to come and who sees to it. */
export const FileFacts = ({ file, today }: { file: ReviewFile; today: string }) => {
  const t = useTranslations('reviews')
  const tc = useTranslations('cases')
  const dueWords = useDueLabels()
  const ago = useAgo()
  const progress = usePlanLabels()
  const due = (on: string | null): ReactNode => {
    if (on === null) return null
    const { words, isLate } = dueWords(on, today)
    return isLate ? <Tag kind="late">{words}</Tag> : <span className="text-sm text-muted">{words}</span>
  }
  return (
    <dl className="grid gap-2.5">
      <Fact term={t('fact.step')}>
        {file.nextStep === null ? (
          <span className="text-muted">{tc('step.none')}</span>
        ) : (
          <>
            <span dir="auto">{file.nextStep.text}</span>
            <span className="block">{due(file.nextStep.on)}</span>
          </>
        )}
      </Fact>
      <Fact term={t('fact.lastContact')}>{ago(file.lastContactOn, today)}</Fact>
      {file.nextContactOn === null ? null : (
        <Fact term={t('fact.nextContact')}>
          <Time at={file.nextContactOn} style="weekday" />
        </Fact>
      )}
      {file.plan.length === 0 ? null : (
        <Fact term={tc('plan.title')}>
          <ul className="grid gap-1">
            {file.plan.map((goal) => (
              <li key={goal.id}>
                <span dir="auto">{goal.text}</span>{' '}
                <span className="text-sm text-muted">{progress(goal)}</span>
              </li>
            ))}
          </ul>
        </Fact>
      )}
      <Fact term={t('fact.tasks')}>
        {file.tasks.length === 0 ? (
          <span className="text-muted">{t('fact.noTasks')}</span>
        ) : (
          <ul className="grid gap-1">
            {file.tasks.map(({ id, text, on }) => (
              <li key={id}>
                <span dir="auto">{text}</span> {due(on)}
              </li>
            ))}
          </ul>
        )}
      </Fact>
      <Fact term={t('fact.worker')}>{file.worker}</Fact>
    </dl>
  )
}
