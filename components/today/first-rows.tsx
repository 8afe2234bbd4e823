import { useLocale, useTranslations } from 'next-intl'
import type { ReactElement } from 'react'
import { useDueLabels } from '@/components/cases/case-labels'
import { SIGNAL_KINDS } from '@/components/cases/severity-labels'
import { useDeadlineLabels } from '@/components/deadlines/deadline-labels'
import { asSentence } from '@/components/ui/as-sentence'
import { formatTime } from '@/components/ui/time'
import { useWhenLabels } from '@/components/ui/when-labels'
import { SEVERITIES } from '@/lib/cases/severity.rules'
import { labelIn } from '@/lib/cases/word.view'
import { type Day, dayOf } from '@/lib/shared/dates'
import type { First } from '@/lib/today/first-line.data'
import { type Around, Row, type RowOf } from './first-row'
import { DuplicateRow, HandoverRow, HoldRow, RecountRow, ReferralRow } from './look-rows'
import { EighteenRow, MissingRow } from './minor-rows'
import { AppointmentRow, GapRow, ScreeningRow, StepRow, TaskRow } from './next-rows'

const RemovalRow = ({ first: { removal }, around }: RowOf<'removal'>) => {
  const t = useTranslations('today')
  const { say } = useWhenLabels()
  const { on, earliest, file } = removal
  const isPast = earliest !== null && earliest < around.today
  return (
    <Row
      around={around}
      caseId={file.id}
      mark="late"
      why={t('first.pair', {
        what: t('first.removal'),
        when: earliest === null ? t('first.removalNoDay') : say(on),
      })}
      says={isPast ? t('first.removalPast') : null}
      href={`/cases/${file.code}/detention?file=${file.id}`}
      label={t('first.openDetention', { code: file.code })}
    />
  )
}

const SignalRow = ({ first: { signal }, around }: RowOf<'signal'>) => {
  const t = useTranslations('today')
  const words = useTranslations('cases')
  const locale = useLocale()
  const { code, raisedAt, raiser, file } = signal
  const severity = SEVERITIES.read(signal.severity)
  // Whose file it is recorded most of what is in it: named is only someone else.
  const by = raiser.id === around.files.get(file.id)?.workerId ? 'worker' : 'other'
  const at =
    dayOf(raisedAt) === around.today
      ? t('notedToday', { time: formatTime(locale, raisedAt, 'clock'), by, name: raiser.name })
      : t('noted', { when: formatTime(locale, raisedAt, 'shortWeekday'), by, name: raiser.name })
  const kind = SIGNAL_KINDS[severity]
  return (
    <Row
      around={around}
      caseId={file.id}
      mark={kind === 'danger' || kind === 'late' ? kind : 'info'}
      why={
        // What a signal is about may be what a restricted file keeps secret.
        around.files.get(file.id)?.isRestricted !== false
          ? t('first.signalUnnamed', { severity: words(`severity.${severity}`) })
          : t('first.signal', {
              signal: around.labels.of('concern_type', code),
              severity: words(`severity.${severity}`),
            })
      }
      says={at}
      href={`/cases/${file.code}?file=${file.id}`}
      label={t('first.answerOf', { code: file.code })}
      press={t('first.answer')}
      isFirst={severity === 'critical'}
    />
  )
}

const DeadlineRow = ({ first: { deadline }, around }: RowOf<'deadline'>) => {
  const t = useTranslations('today')
  const { titleInList } = useDeadlineLabels()
  const locale = useLocale()
  const { words } = useDueLabels()(deadline.remindOn, around.today)
  const { file, dueOn, remindOn } = deadline
  const day = (on: Day) => formatTime(locale, on, 'shortWeekday')
  const when =
    dueOn === null
      ? t('first.unconfirmed', { day: day(remindOn) })
      : remindOn < dueOn
        ? t('first.safest', { safe: day(remindOn), day: day(dueOn) })
        : day(dueOn)
  return (
    <Row
      around={around}
      caseId={file.id}
      mark="late"
      why={asSentence(words, locale)}
      says={titleInList(deadline)}
      day={when}
      href={`/cases/${file.code}/deadlines?file=${file.id}`}
      label={t('first.openDeadlines', { code: file.code })}
    />
  )
}

const UnseenRow = ({ first: { key, urgency, unseen }, around }: RowOf<'unseen'>) => {
  const t = useTranslations('today')
  const why = useTranslations('cases.why')
  const locale = useLocale()
  const { code, days, isNever, nextVisitOn } = unseen
  const centre = around.files.get(key)?.stay?.place
  // The risk of the file orders them before the days do.
  const risk = urgency === 'unseenHigh' ? why('beside.high') : null
  return (
    <Row
      around={around}
      caseId={key}
      mark={risk === null ? 'plain' : 'late'}
      why={[risk, why(isNever ? 'never' : 'unseen', { days })].flatMap((one) => one ?? []).join(' · ')}
      says={
        nextVisitOn === null
          ? t('first.noPlan')
          : t('first.planned', { day: formatTime(locale, nextVisitOn, 'shortWeekday') })
      }
      href={`/cases/${code}?file=${key}`}
      {...(centre?.kind === 'closed_centre' && nextVisitOn === null
        ? {
            label: t('first.planOf', { code }),
            press: t('first.plan'),
            pressHref: `/planning/new?centre=${centre.slug}`,
          }
        : { label: t('openFile', { code }) })}
    />
  )
}

const VisitRow = ({ first: { visit }, around }: RowOf<'visit'>) => {
  const t = useTranslations('today')
  const locale = useLocale()
  const centre = labelIn(visit.place, locale)
  return (
    <Row
      around={around}
      title={centre}
      mark="late"
      why={asSentence(t('first.visit'), locale)}
      says={t('first.visitWhat', { day: formatTime(locale, visit.onDate, 'shortWeekday') })}
      href={`/detention/new?plan=${visit.id}`}
      label={t('first.writeUpOf', { centre })}
      press={t('first.writeUp')}
    />
  )
}

const AccountRow = ({ first: { colleague }, around }: RowOf<'account'>) => {
  const t = useTranslations('today')
  return (
    <Row
      around={around}
      title={[colleague.name, ...colleague.offices].join(' · ')}
      mark="info"
      why={t('first.account')}
      says={t('first.accountWhat')}
      href="/team#accounts"
      label={t('first.openAccount', { name: colleague.name })}
    />
  )
}

/** A file that was opened in an emergency and waits for an answer. */
const GlassRow = ({ first: { opening }, around }: RowOf<'glass'>) => {
  const t = useTranslations('today')
  const locale = useLocale()
  return (
    <Row
      around={around}
      caseId={opening.file?.id ?? null}
      {...(opening.file === null ? { title: t('first.glass') } : {})}
      mark="danger"
      why={t('first.glassBy', { name: opening.by })}
      says={t('first.glassDue', { day: formatTime(locale, opening.dueOn, 'weekday') })}
      href="/circles"
      label={t('first.openGlass', { name: opening.by })}
      isFirst
    />
  )
}

/** One row of the registry (first.rules): a new kind does not compile until it has one here. */
export const FirstRow = ({ first, around }: { first: First; around: Around }): ReactElement => {
  switch (first.kind) {
    case 'removal':
      return <RemovalRow first={first} around={around} />
    case 'missing':
      return <MissingRow first={first} around={around} />
    case 'eighteen':
      return <EighteenRow first={first} around={around} />
    case 'signal':
      return <SignalRow first={first} around={around} />
    case 'deadline':
      return <DeadlineRow first={first} around={around} />
    case 'recount':
      return <RecountRow first={first} around={around} />
    case 'unseen':
      return <UnseenRow first={first} around={around} />
    case 'visit':
      return <VisitRow first={first} around={around} />
    case 'appointment':
      return <AppointmentRow first={first} around={around} />
    case 'screening':
      return <ScreeningRow first={first} around={around} />
    case 'task':
      return <TaskRow first={first} around={around} />
    case 'step':
      return <StepRow first={first} around={around} />
    case 'gap':
      return <GapRow first={first} around={around} />
    case 'referral':
      return <ReferralRow first={first} around={around} />
    case 'hold':
      return <HoldRow first={first} around={around} />
    case 'account':
      return <AccountRow first={first} around={around} />
    case 'glass':
      return <GlassRow first={first} around={around} />
    case 'handover':
      return <HandoverRow first={first} around={around} />
    case 'duplicate':
      return <DuplicateRow first={first} around={around} />
  }
}
