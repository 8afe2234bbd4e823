import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionButton } from '@/components/forms/action-button'
import { PageTitle } from '@/components/layout/page-title'
import { TakeAlong } from '@/components/layout/take-along'
import { PersonName } from '@/components/people/person-name'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import { cancelPlan, publishPlans } from '@/lib/planning/plan.actions'
import type { PlanForm } from '@/lib/planning/plan.schema'
import type { PlanFormProps } from '@/lib/planning/plan.view'
import { BackToWeek } from './back-to-week'
import { ChangePlanForm } from './change-plan-form'
import { useHoursLabels } from './hours-labels'

type PlanPageProps = {
  state: string
  /** The visit that was written down for this centre and day, if one was. */
  heldId: string | null
  fields: PlanForm
  props: PlanFormProps
  /** What the reference data says of the centre; another room draws it. */
  about: ReactNode
}

/** A plan that can no longer be changed: what was meant. */
const Meant = ({ fields, props }: Pick<PlanPageProps, 'fields' | 'props'>) => {
  const t = useTranslations('planning')
  const format = useFormatter()
  const hours = useHoursLabels()({ startsAt: fields.startsAt || null, endsAt: fields.endsAt || null })
  const people = props.people.filter(({ key }) => fields.people.includes(key))
  return (
    <Card>
      {hours === null ? null : <p className="num">{hours}</p>}
      <p>
        {fields.visitors.length === 0
          ? t('noVisitors')
          : format.list(fields.visitors.map((id) => props.names[id] ?? ''))}
      </p>
      <ol className="mt-2">
        {people.map(({ key, full, initials, code }, index) => (
          <li key={key} className="flex gap-3 py-1">
            <span className="num w-6 text-end text-muted">{index + 1}</span>
            <PersonName full={full} initials={initials} />
            <Link href={`/cases/${code}`} className="code">
              {code}
            </Link>
          </li>
        ))}
      </ol>
    </Card>
  )
}

const Commands = ({ state, heldId, fields, props }: Omit<PlanPageProps, 'about'>) => {
  const t = useTranslations('planning')
  const { planId, version } = fields
  return (
    <p className="mb-5 flex flex-wrap items-center gap-3">
      {state === 'draft' ? (
        <ActionButton
          action={publishPlans}
          input={{ plans: [{ planId, version }] }}
          kind="primary"
          size="normal"
        >
          {t('publish')}
        </ActionButton>
      ) : null}
      <LinkButton kind="quiet" href={`/planning/${planId}/sheet`}>
        {t('toSheet')}
      </LinkButton>
      {heldId === null && fields.onDate >= props.today ? <TakeAlong planId={planId} /> : null}
      {heldId !== null ? (
        <LinkButton kind="quiet" href={`/detention/${heldId}`}>
          {t('toVisit')}
        </LinkButton>
      ) : fields.onDate <= props.today ? (
        <LinkButton kind="quiet" href={`/detention/new?plan=${planId}`}>
          {t('toLog')}
        </LinkButton>
      ) : null}
    </p>
  )
}

const Cancel = ({ fields: { planId, version } }: Pick<PlanPageProps, 'fields'>) => {
  const t = useTranslations('planning')
  return (
    <details className="mt-8 border-t border-hair">
      <summary className="flex min-h-11 items-center font-semibold text-accent">{t('cancelAsk')}</summary>
      <p className="mb-3 max-w-prose text-muted">{t('cancelWhat')}</p>
      <ActionButton action={cancelPlan} input={{ planId, version }} kind="danger" size="normal">
        {t('cancel')}
      </ActionButton>
    </details>
  )
}

/** One planned visit: what can be done with it, and its form. */
export const PlanPage = (plan: PlanPageProps) => {
  const t = useTranslations('planning')
  const locale = useLocale()
  const { state, heldId, fields, props } = plan
  const isOpen = state !== 'cancelled' && fields.onDate >= props.today
  return (
    <>
      <PageTitle
        title={t('tab')}
        heading={t('planTitle', {
          centre: props.centre.label,
          day: formatTime(locale, fields.onDate, 'weekday'),
        })}
        above={<BackToWeek day={fields.onDate} />}
      >
        {heldId !== null ? (
          <Tag kind="done">{t('held')}</Tag>
        ) : state === 'published' ? (
          <Tag kind="info">{t('state.published')}</Tag>
        ) : state === 'cancelled' ? (
          <Tag kind="late">{t('state.cancelled')}</Tag>
        ) : (
          <Tag>{t('state.draft')}</Tag>
        )}
      </PageTitle>
      {state === 'cancelled' ? null : <Commands {...plan} />}
      <div className="mb-4">{plan.about}</div>
      {isOpen ? <ChangePlanForm fields={fields} props={props} /> : <Meant fields={fields} props={props} />}
      {isOpen ? <Cancel fields={fields} /> : null}
    </>
  )
}
