import { useLocale, useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import type { DueLine, TodayOf } from '@/lib/cases/today.data'
import { labelIn, toWords } from '@/lib/cases/word.view'
import { type Day, dayOf } from '@/lib/shared/dates'
import { useDueWords } from './case-words'
import { CodeLink } from './code-link'
import { SignalTag } from './signal-tag'

const rowClass = 'flex flex-wrap items-baseline gap-x-4 gap-y-1 border-t border-hair py-3 first:border-t-0'

type Worker = TodayOf<'coordinator'> | TodayOf<'caseworker'>

/** Signals nobody has answered and next steps that wait, one line each. */
export const Firsts = ({ shown, today }: { shown: Worker; today: Day }) => {
  const t = useTranslations('today')
  const locale = useLocale()
  const words = toWords(shown.words, locale)
  if (shown.signals.length === 0 && shown.due.lines.length === 0)
    return (
      <Card as="section" label={t('firsts')}>
        <p>{t('nothingDue')}</p>
      </Card>
    )
  return (
    <Card as="section" tight label={t('firsts')}>
      <ul>
        {shown.signals.map(({ id, code, severity, raisedAt, raiser, file, encounter }) => {
          const at =
            dayOf(raisedAt) === today
              ? t('notedToday', { time: formatTime(locale, raisedAt, 'clock'), name: raiser.name })
              : t('noted', { when: formatTime(locale, raisedAt, 'moment'), name: raiser.name })
          return (
            <li key={id} className={rowClass}>
              <div className="sm:w-56">
                <SignalTag severity={severity} label={words.of('concern_type', code)} />
              </div>
              <div className="min-w-0 grow basis-64">
                <CodeLink code={file.code} id={file.id} /> · {labelIn(encounter.place, locale)}
                <p className="text-sm text-muted">
                  {at} · {t('unanswered')}
                </p>
              </div>
              <LinkButton
                size="small"
                href={`/cases/${file.code}?file=${file.id}`}
                aria-label={t('openFile', { code: file.code })}
              >
                {t('open')}
              </LinkButton>
            </li>
          )
        })}
        {shown.due.lines.map((line) => (
          <Due key={line.id} line={line} today={today} isTeam={shown.role === 'coordinator'} />
        ))}
      </ul>
      {shown.due.total > shown.due.lines.length ? (
        <p className="border-t border-hair py-3">
          <LinkButton kind="plain" href="/cases?missing=late&sort=step" className="-ms-4">
            {t('allDue', { count: shown.due.total })}
          </LinkButton>
        </p>
      ) : null}
    </Card>
  )
}

const Due = ({ line, today, isTeam }: { line: DueLine; today: Day; isTeam: boolean }) => {
  const t = useTranslations('today')
  const { words } = useDueWords()(line.step?.on ?? null, today)
  return (
    <li className={rowClass}>
      <div className="sm:w-56">
        <Tag kind="late">{words}</Tag>
      </div>
      <div className="min-w-0 grow basis-64">
        <CodeLink code={line.code} id={line.id} /> ·{' '}
        <span dir="auto" className="wrap-anywhere">
          {line.step?.text ?? ''}
        </span>
        {isTeam ? <p className="text-sm text-muted">{line.worker}</p> : null}
      </div>
      <LinkButton
        size="small"
        kind="quiet"
        href={`/cases/${line.code}?file=${line.id}`}
        aria-label={t('openFile', { code: line.code })}
      >
        {t('open')}
      </LinkButton>
    </li>
  )
}
