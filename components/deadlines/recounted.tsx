import { Notice } from '@/components/ui/notice'
import type { Deadline } from '@/lib/deadlines/deadline.data'
import type { Recount } from '@/lib/deadlines/recount.rules'
import type { OrganisationRule } from '@/lib/deadlines/rule.data'
import { useDeadlineLabels } from './deadline-labels'
import { RecountForm } from './recount-form'

/** The day on record beside the one that today's rules give, and the form in which a person says which one counts. */
export const Recounted = ({
  deadline,
  recount: { now },
  canEdit,
}: {
  deadline: Deadline
  recount: Recount<OrganisationRule>
  canEdit: boolean
}) => {
  const { t, day, said } = useDeadlineLabels()
  const old = deadline.dueOn ?? deadline.explanation.verdict.remindOn
  const next = now === null ? null : (now.verdict.dueOn ?? now.verdict.remindOn)
  return (
    <Notice kind="late" title={t('recount.title')}>
      <p>
        {t('recount.days', {
          old: old === null ? t('noDate') : day(old),
          next: next === null ? t('noDate') : day(next),
        })}
      </p>
      <p>
        {now === null
          ? t('recount.noRule')
          : t('recount.by', {
              title: said(now.rule.title),
              code: now.rule.code,
              edition: now.rule.version,
              status: t(`status.${now.rule.status}`),
            })}
      </p>
      {canEdit ? (
        <details className="print:hidden">
          <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link underline sm:min-h-8">
            {t('recount.answer')}
            <span className="sr-only">: {said(deadline.rule.title)}</span>
          </summary>
          <RecountForm
            caseId={deadline.caseId}
            deadlineId={deadline.id}
            version={deadline.version}
            ruleId={now?.rule.id ?? null}
          />
        </details>
      ) : null}
    </Notice>
  )
}
