import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useDeadlineLabels } from '@/components/deadlines/deadline-labels'
import { PageTitle } from '@/components/layout/page-title'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import { languageName } from '@/lib/people/country.rules'
import type { SharedPart } from '@/lib/today/shared.data'
import { UntilGone } from './until-gone'
import { useVisitLabels } from './visit-labels'

const Part = ({ title, empty, children }: { title: string; empty: string | null; children: ReactNode }) => (
  <Card as="section" label={title}>
    <h2>{title}</h2>
    {empty === null ? (
      <ul className="mt-2 grid gap-2">{children}</ul>
    ) : (
      <p className="mt-2 text-muted">{empty}</p>
    )}
  </Card>
)

/** What a guest reads of a file: its code, the next visit, and the parts they were given. */
export const SharedPage = ({ read, now }: { read: SharedPart; now: Date }) => {
  const t = useTranslations('circles.shared')
  const parts = useTranslations('circles.guest.part')
  const locale = useLocale()
  const visits = useVisitLabels()
  const { said, day } = useDeadlineLabels()
  const { file, tasks, people, deadlines, notes } = read
  return (
    <div className="grid max-w-2xl gap-4">
      <UntilGone left={file.until.getTime() - now.getTime()} />
      <div className="-mb-4">
        <PageTitle title={t('title', { code: file.code })} />
      </div>
      <Notice kind="info">
        <p>{t('until', { until: formatTime(locale, file.until, 'moment') })}</p>
      </Notice>
      <Card as="section" label={t('visit')}>
        <h2>{t('visit')}</h2>
        <p className="mt-2">{visits(file)}</p>
      </Card>
      {tasks === null ? null : (
        <Part title={parts('tasks')} empty={tasks.length === 0 ? t('noTasks') : null}>
          {tasks.map(({ id, text, dueOn, isDone }) => (
            <li key={id}>
              {isDone ? <Tag kind="done">{t('done')}</Tag> : null}{' '}
              <span dir="auto" className="wrap-anywhere">
                {text}
              </span>
              {dueOn === null ? null : (
                <span className="text-muted"> {t('by', { day: formatTime(locale, dueOn, 'weekday') })}</span>
              )}
            </li>
          ))}
        </Part>
      )}
      {people === null ? null : (
        <Part title={parts('people')} empty={people.length === 0 ? t('none') : null}>
          {people.map(({ id, name, languages }) => (
            <li key={id}>
              <bdi dir="auto" translate="no" className="font-semibold wrap-anywhere">
                {name === '' ? t('noName') : name}
              </bdi>{' '}
              <span className="text-muted">
                {languages.map((code) => languageName(code, locale)).join(', ')}
              </span>
            </li>
          ))}
        </Part>
      )}
      {deadlines === null ? null : (
        <Part title={parts('deadlines')} empty={deadlines.length === 0 ? t('noDeadlines') : null}>
          {deadlines.map(({ id, title, dueOn, remindOn }) => (
            <li key={id}>
              {said(title)}{' '}
              <span className="text-muted">
                {dueOn === null
                  ? remindOn === null
                    ? t('toConfirm')
                    : t('toConfirmFrom', { day: day(remindOn) })
                  : day(dueOn)}
              </span>
            </li>
          ))}
        </Part>
      )}
      {notes === null ? null : (
        <Part title={parts('notes')} empty={notes.length === 0 ? t('noNotes') : null}>
          {notes.map(({ id, text, on }) => (
            <li key={id}>
              <p className="text-sm text-muted">{formatTime(locale, on, 'day')}</p>
              <p dir="auto" className="whitespace-pre-line wrap-anywhere">
                {text}
              </p>
            </li>
          ))}
        </Part>
      )}
    </div>
  )
}
