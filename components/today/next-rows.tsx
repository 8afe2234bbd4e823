import { useLocale, useTranslations } from 'next-intl'
import { useAppointmentLabels } from '@/components/appointments/appointment-labels'
import { useDueLabels } from '@/components/cases/case-labels'
import { fillHref, useGapLabels } from '@/components/cases/gap-labels'
import { ActionButton } from '@/components/forms/action-button'
import { formatTime } from '@/components/ui/time'
import { tickTask } from '@/lib/tasks/task.actions'
import { Row, type RowOf, Written } from './first-row'

export const TaskRow = ({ first: { task }, around }: RowOf<'task'>) => {
  const t = useTranslations('today')
  const tasks = useTranslations('tasks')
  const { words } = useDueLabels()(task.dueOn, around.today)
  const { caseId, id: taskId, version, code } = task
  return (
    <Row
      around={around}
      caseId={task.caseId}
      mark="late"
      why={t('first.pair', { what: t('first.task'), when: words })}
      says={around.isDiscreet ? null : <Written text={task.text} />}
      href={`/cases/${code}/tasks?file=${caseId}`}
      label={t('first.openTasks', { code })}
      act={
        <ActionButton
          action={tickTask}
          input={{ caseId, taskId, version, isDone: true }}
          undo={{ caseId, taskId, isDone: false }}
          confirmation={tasks('ticked')}
        >
          {t('first.markDone')}
          <span className="sr-only"> {t('first.markDoneOf', { code })}</span>
        </ActionButton>
      }
    />
  )
}

/** What a file lacks for the step that comes next, and the form that fills it. */
export const GapRow = ({ first: { key, gap }, around }: RowOf<'gap'>) => {
  const t = useTranslations('today')
  const { absent, step, also } = useGapLabels()
  const { words } = useDueLabels()(gap.next.on, around.today)
  const file = { id: key, code: gap.code }
  return (
    <Row
      around={around}
      caseId={key}
      mark="late"
      why={absent(gap.next)}
      says={[`${step(gap.next)}, ${words}`, also(gap.others)].flatMap((one) => one ?? []).join(' · ')}
      href={fillHref(file, gap.next)}
      label={t('first.fillInOf', { code: gap.code })}
      press={t('first.fillIn')}
    />
  )
}

export const StepRow = ({ first: { key, due }, around }: RowOf<'step'>) => {
  const t = useTranslations('today')
  const { words } = useDueLabels()(due.step?.on ?? null, around.today)
  return (
    <Row
      around={around}
      caseId={key}
      mark="late"
      why={t('first.pair', { what: t('first.step'), when: words })}
      says={around.isDiscreet ? null : <Written text={due.step?.text ?? ''} />}
      href={`/cases/${due.code}/tasks?file=${key}`}
      label={t('first.openTasks', { code: due.code })}
    />
  )
}

/** An appointment of today or tomorrow, or one of which no one said what came. */
export const AppointmentRow = ({ first: { appointment }, around }: RowOf<'appointment'>) => {
  const t = useTranslations('today')
  const locale = useLocale()
  const { kind, hours, unconfirmed } = useAppointmentLabels()
  const { words } = useDueLabels()(appointment.on, around.today)
  const { caseId, code } = appointment
  // Whose file it is goes there most often: named is only someone else.
  const companion =
    appointment.companionId === around.files.get(caseId)?.workerId ? null : appointment.companion
  const isPast = appointment.on < around.today
  const says = isPast
    ? [t('first.appointmentPast')]
    : [hours(appointment), companion, unconfirmed(appointment)]
  return (
    <Row
      around={around}
      caseId={caseId}
      mark="late"
      why={t('first.pair', {
        // What it is for may be what a restricted file keeps secret.
        what: appointment.kind === null ? t('first.appointment') : kind(appointment.kind),
        when: isPast ? formatTime(locale, appointment.on, 'shortWeekday') : words,
      })}
      says={says.flatMap((one) => one ?? []).join(' · ')}
      href={`/cases/${code}/appointments?file=${caseId}#row-${appointment.subjectId}`}
      label={t('first.openAppointments', { code })}
    />
  )
}

/** Someone whose last screening says to look again by now. */
export const ScreeningRow = ({ first: { screening }, around }: RowOf<'screening'>) => {
  const t = useTranslations('today')
  const locale = useLocale()
  const { words } = useDueLabels()(screening.on, around.today)
  const { caseId, code, screenedOn } = screening
  return (
    <Row
      around={around}
      caseId={caseId}
      mark="late"
      why={t('first.pair', { what: t('first.screening'), when: words })}
      says={t('first.screened', { day: formatTime(locale, screenedOn, 'shortInYears') })}
      href={`/cases/${code}/asylum?file=${caseId}#register-screening`}
      label={t('first.openScreening', { code })}
    />
  )
}
