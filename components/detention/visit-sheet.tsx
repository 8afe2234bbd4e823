import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PageTitle } from '@/components/layout/page-title'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import type { VisitSheet as Sheet, SheetEncounter, SheetSignal } from '@/lib/detention/visit.view'
import { BackToVisits } from './back-to-visits'
import { useStandingWords } from './standing-words'
import { useHours } from './visit-list'

const List = ({ label, words }: { label: string; words: readonly string[] }) => {
  const format = useFormatter()
  if (words.length === 0) return null
  return (
    <div className="flex flex-wrap gap-x-2">
      <dt className="text-muted">{label}:</dt>
      <dd>{format.list([...words], { type: 'unit' })}</dd>
    </div>
  )
}

const Signal = ({ signal }: { signal: SheetSignal }) => {
  const t = useTranslations('detention')
  const isLoud = signal.severity === 'critical' || signal.severity === 'serious'
  return (
    <li className={`border-s-3 ps-3 ${isLoud ? 'border-danger' : 'border-edge'}`}>
      <p className="flex flex-wrap items-center gap-2">
        <b>{signal.label}</b>
        <Tag kind={isLoud ? 'danger' : 'plain'}>{t(`severity.${signal.severity}`)}</Tag>
        <Tag kind={signal.isAnswered ? 'done' : 'late'}>
          {t(signal.isAnswered ? 'sheet.answered' : 'sheet.open')}
        </Tag>
      </p>
      {signal.note === '' ? null : (
        <p className="whitespace-pre-line" dir="auto">
          {signal.note}
        </p>
      )}
    </li>
  )
}

const Encounter = ({ encounter, number }: { encounter: SheetEncounter; number: number }) => {
  const t = useTranslations('detention')
  return (
    <li>
      <Card as="article" label={encounter.code}>
        <h3 className="flex flex-wrap items-baseline gap-x-3">
          <span className="num text-muted">{number}</span>
          {encounter.initials === '' ? null : <span>{encounter.initials}</span>}
          <Link
            href={`/cases/${encounter.code}`}
            prefetch={false}
            className="code font-sans text-base font-normal"
          >
            <span className="sr-only">{t('sheet.openFile')} </span>
            {encounter.code}
          </Link>
          <span className="font-sans text-base font-normal">{t(`outcome.${encounter.outcome}`)}</span>
        </h3>
        <dl className="mt-1 text-dense">
          <List label={t('sheet.actions')} words={encounter.actions} />
          <List label={t('sheet.topics')} words={encounter.topics} />
          <List label={t('sheet.requests')} words={encounter.requests} />
        </dl>
        {encounter.signals.length === 0 ? null : (
          <ul className="mt-2 grid gap-2">
            {encounter.signals.map((signal) => (
              <Signal key={signal.id} signal={signal} />
            ))}
          </ul>
        )}
        {encounter.note === '' ? null : (
          <p className="mt-2 max-w-prose font-serif text-read whitespace-pre-line" dir="auto">
            {encounter.note}
          </p>
        )}
      </Card>
    </li>
  )
}

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="mt-7">
    <h2>{title}</h2>
    <div className="mt-2">{children}</div>
  </section>
)

/** What was written on a visit, as far as the reader's files go. `hours` is the form that corrects the hours. */
export const VisitSheet = ({ sheet, hours }: { sheet: Sheet; hours: ReactNode }) => {
  const t = useTranslations('detention')
  const format = useFormatter()
  const locale = useLocale()
  const standing = useStandingWords()
  const facts = [
    useHours()(sheet),
    sheet.others.length === 0 ? t('alone') : t('with', { names: format.list([...sheet.others]) }),
    t(`access.${sheet.access}`),
    sheet.waitingMinutes === null ? null : t('waited', { minutes: sheet.waitingMinutes }),
  ].filter((fact) => fact !== null)
  return (
    <>
      <PageTitle
        title={t('sheet.title', { centre: sheet.centre, day: formatTime(locale, sheet.onDate, 'weekday') })}
        above={<BackToVisits />}
      >
        <p className="text-ink">{facts.join(' · ')}</p>
        <p className="text-sm">{t('sheet.of', { team: sheet.team })}</p>
      </PageTitle>
      {sheet.unaccredited.length === 0 ? null : (
        <div className="mt-3">
          <Notice kind="late">
            {sheet.unaccredited.map(({ name, standing: lacking }) => (
              <p key={name}>{t('sheet.unaccredited', { name, standing: standing.short(lacking) })}</p>
            ))}
          </Notice>
        </div>
      )}
      <div data-print="no" className="mt-3">
        {hours}
      </div>
      <Section title={t('sheet.people')}>
        {sheet.encounters.length === 0 ? <p className="text-muted">{t('sheet.nobody')}</p> : null}
        <ol className="grid gap-2.5">
          {sheet.encounters.map((encounter, index) => (
            <Encounter key={encounter.id} encounter={encounter} number={index + 1} />
          ))}
        </ol>
      </Section>
      {sheet.groups.length === 0 ? null : (
        <Section title={t('sheet.groups')}>
          <ul className="grid gap-2">
            {sheet.groups.map(({ id, people, country, note }) => (
              <li key={id}>
                <b>
                  {country === null
                    ? t('sheet.group', { people })
                    : t('sheet.groupFrom', { people, country })}
                </b>
                {note === '' ? null : <p dir="auto">{note}</p>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {sheet.observations.length === 0 ? null : (
        <Section title={t('sheet.centre')}>
          <dl className="grid gap-2">
            {sheet.observations.map(({ id, theme, text }) => (
              <div key={id}>
                <dt className="font-semibold">{theme}</dt>
                <dd className="max-w-prose whitespace-pre-line" dir="auto">
                  {text}
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      <p className="mt-8 hidden text-sm print:block">{t('sheet.confidential')}</p>
    </>
  )
}
