import { useLocale, useTranslations } from 'next-intl'
import type { ReactElement } from 'react'
import { useAgo, useDueLabels } from '@/components/cases/case-labels'
import { SignalTag } from '@/components/cases/signal-tag'
import { useDeadlineLabels } from '@/components/deadlines/deadline-labels'
import { FileLink } from '@/components/layout/file-link'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import { useWhenLabels } from '@/components/ui/when-labels'
import { labelIn } from '@/lib/cases/word.view'
import { isLoud } from '@/lib/deadlines/deadline-state.rules'
import { dayOf } from '@/lib/shared/dates'
import type { First } from '@/lib/today/first-line.data'
import { type Around, Row } from './first-row'
import { GlassRow } from './glass-row'
import { HoldRow, RecountRow, ReferralRow } from './look-rows'
import { EighteenRow, MissingRow } from './minor-rows'

type RowOf<K extends First['kind']> = { readonly first: Extract<First, { kind: K }>; readonly around: Around }

const RemovalRow = ({ first: { removal }, around: { today, isTeam } }: RowOf<'removal'>) => {
  const t = useTranslations('today')
  const { say } = useWhenLabels()
  const { on, earliest, file } = removal
  const isPast = earliest !== null && earliest < today
  const what = isPast ? t('first.removalPast') : isTeam ? file.worker : null
  return (
    <Row
      tag={<Tag kind="danger">{t('first.removal')}</Tag>}
      under={what}
      href={`/cases/${file.code}/detention?file=${file.id}`}
      label={t('first.openDetention', { code: file.code })}
      isFirst
    >
      <FileLink code={file.code} id={file.id} /> ·{' '}
      <strong>{earliest === null ? t('first.removalNoDay') : say(on)}</strong>
    </Row>
  )
}

const SignalRow = ({
  first: { signal },
  around: { today, labels: words, isRestricted },
}: RowOf<'signal'>) => {
  const t = useTranslations('today')
  const locale = useLocale()
  const { code, severity, raisedAt, raiser, file, encounter } = signal
  const at =
    dayOf(raisedAt) === today
      ? t('notedToday', { time: formatTime(locale, raisedAt, 'clock'), name: raiser.name })
      : t('noted', { when: formatTime(locale, raisedAt, 'moment'), name: raiser.name })
  return (
    <Row
      tag={
        <SignalTag
          severity={severity}
          label={isRestricted(file.id) ? null : words.of('concern_type', code)}
        />
      }
      under={`${at} · ${t('unanswered')}`}
      href={`/cases/${file.code}?file=${file.id}`}
      label={t('openFile', { code: file.code })}
      isFirst={severity === 'critical'}
    >
      <FileLink code={file.code} id={file.id} /> · {labelIn(encounter.place, locale)}
    </Row>
  )
}

const DeadlineRow = ({ first: { deadline }, around: { today, isTeam } }: RowOf<'deadline'>) => {
  const t = useTranslations('today')
  const { titleInList, day } = useDeadlineLabels()
  const { words } = useDueLabels()(deadline.remindOn, today)
  const { file, severity, dueOn, remindOn } = deadline
  const when =
    dueOn === null
      ? t('first.unconfirmed', { day: day(remindOn) })
      : remindOn < dueOn
        ? t('first.safest', { safe: day(remindOn), day: day(dueOn) })
        : day(dueOn)
  return (
    <Row
      tag={<Tag kind={isLoud(deadline, today) ? 'danger' : 'late'}>{words}</Tag>}
      under={isTeam ? `${when} · ${file.worker}` : when}
      href={`/cases/${file.code}/deadlines?file=${file.id}`}
      label={t('first.openDeadlines', { code: file.code })}
      isFirst={severity === 'critical'}
    >
      <FileLink code={file.code} id={file.id} /> · {titleInList(deadline)}
    </Row>
  )
}

const VisitRow = ({ first: { visit }, around: { today } }: RowOf<'visit'>) => {
  const t = useTranslations('today')
  const locale = useLocale()
  const ago = useAgo()
  const centre = labelIn(visit.place, locale)
  return (
    <Row
      tag={<Tag kind="late">{t('first.visit')}</Tag>}
      under={t('first.visitWhat', { day: formatTime(locale, visit.onDate, 'weekday') })}
      href={`/detention/new?plan=${visit.id}`}
      label={t('first.writeUpOf', { centre })}
      press={t('first.writeUp')}
    >
      {centre} · {ago(visit.onDate, today)}
    </Row>
  )
}

const TaskRow = ({ first: { task }, around: { today } }: RowOf<'task'>) => {
  const t = useTranslations('today')
  const { words } = useDueLabels()(task.dueOn, today)
  return (
    <Row
      tag={<Tag kind="late">{words}</Tag>}
      under={t('first.task')}
      href={`/cases/${task.code}/tasks?file=${task.caseId}`}
      label={t('first.openTasks', { code: task.code })}
    >
      <FileLink code={task.code} id={task.caseId} /> ·{' '}
      <span dir="auto" className="wrap-anywhere">
        {task.text}
      </span>
    </Row>
  )
}

const StepRow = ({ first: { key, due }, around: { today, isTeam } }: RowOf<'step'>) => {
  const t = useTranslations('today')
  const { words } = useDueLabels()(due.step?.on ?? null, today)
  return (
    <Row
      tag={<Tag kind="late">{words}</Tag>}
      under={isTeam ? t('first.stepOf', { name: due.worker }) : t('first.step')}
      href={`/cases/${due.code}?file=${key}`}
      label={t('openFile', { code: due.code })}
    >
      <FileLink code={due.code} id={key} /> ·{' '}
      <span dir="auto" className="wrap-anywhere">
        {due.step?.text ?? ''}
      </span>
    </Row>
  )
}

const AccountRow = ({ first: { colleague } }: RowOf<'account'>) => {
  const t = useTranslations('today')
  return (
    <Row
      tag={<Tag kind="info">{t('first.account')}</Tag>}
      under={t('first.accountWhat')}
      href="/team#accounts"
      label={t('first.openAccount', { name: colleague.name })}
    >
      {[colleague.name, ...colleague.offices].join(' · ')}
    </Row>
  )
}

/** One row of the registry (first.rules): a new kind does not compile until it has one here. */
export const FirstRow = ({ first, around }: { first: First; around: Around }): ReactElement => {
  switch (first.kind) {
    case 'removal':
      return <RemovalRow first={first} around={around} />
    case 'missing':
      return <MissingRow first={first} isTeam={around.isTeam} />
    case 'eighteen':
      return <EighteenRow first={first} isTeam={around.isTeam} />
    case 'signal':
      return <SignalRow first={first} around={around} />
    case 'deadline':
      return <DeadlineRow first={first} around={around} />
    case 'recount':
      return <RecountRow first={first} isTeam={around.isTeam} />
    case 'visit':
      return <VisitRow first={first} around={around} />
    case 'task':
      return <TaskRow first={first} around={around} />
    case 'step':
      return <StepRow first={first} around={around} />
    case 'referral':
      return <ReferralRow first={first} around={around} />
    case 'hold':
      return <HoldRow first={first} />
    case 'account':
      return <AccountRow first={first} around={around} />
    case 'glass':
      return <GlassRow opening={first.opening} />
  }
}
