'use client'
import { useLocale, useTranslations } from 'next-intl'
import { controlClass } from '@/components/forms/field'
import { usePersonLabels } from '@/components/people/person-labels'
import { PersonName } from '@/components/people/person-name'
import { Time } from '@/components/ui/time'
import { showToast } from '@/components/ui/toast'
import { useIsLive } from '@/components/ui/use-is-live'
import { dayOfStay } from '@/lib/cases/case.rules'
import { labelIn, toWords } from '@/lib/cases/word.view'
import { type Decision, REVIEW_AFTER } from '@/lib/reviews/review.rules'
import type { ReviewFile } from '@/lib/reviews/review.schema'
import type { ReviewPageData } from '@/lib/reviews/review-page.data'
import { ChangeLine } from './change-line'
import { FileFacts } from './file-facts'
import { FileDangers, FileSignals } from './file-signals'

/** One file: what is new since one's last look stands first, then what is to come, then the last notes. */
export const FileUnderReview = ({
  file,
  decision,
  data: { words: rows, today },
  reviewAfter,
  onReviewAfter,
}: {
  file: ReviewFile
  decision: Decision | null
  data: ReviewPageData
  reviewAfter: (typeof REVIEW_AFTER)[number]
  onReviewAfter: (days: (typeof REVIEW_AFTER)[number]) => void
}) => {
  const t = useTranslations('reviews')
  const isLive = useIsLive()
  const tc = useTranslations('cases')
  const locale = useLocale()
  const labels = toWords(rows, locale)
  return (
    <article
      className="grid content-start gap-4 lg:min-h-[calc(100dvh-12rem)]"
      {...(file.isRestricted ? { 'data-print': 'no' } : {})}
    >
      <header>
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 tabIndex={-1} className="mb-1.5 min-w-0">
            {file.people.map((person, index) => (
              <span key={person.id} dir="auto" className="wrap-anywhere">
                {index === 0 ? '' : ' + '}
                {person.full === '' ? (
                  tc('noName')
                ) : (
                  <PersonName full={person.full} initials={person.initials} />
                )}
              </span>
            ))}
          </h2>
          <a
            href={`/cases/${file.code}?file=${file.caseId}`}
            target="_blank"
            rel="noreferrer"
            className="code"
            aria-label={t('openFile', { code: file.code })}
          >
            {file.code}
          </a>
        </div>
        {file.people.map((person) => (
          <Identity key={person.id} person={person} today={today} />
        ))}
        <p className="text-sm text-muted">
          {[
            file.kind === null ? null : labels.of('case_kind', file.kind),
            labels.of('case_status', file.status),
            t('risk', { risk: labels.of('risk_level', file.risk) }),
            file.worker,
          ]
            .filter((part) => part !== null)
            .join(' · ')}
          {decision === null ? null : (
            <span className="font-semibold text-done">
              {' · '}
              <span aria-hidden="true">✓ </span>
              {t(`decision.${decision}`)}
            </span>
          )}
        </p>
        <FileSignals file={file} labels={labels} />
        <FileDangers file={file} />
      </header>
      <div className="grid gap-x-6 gap-y-4 md:grid-cols-[minmax(0,1fr)_16rem] md:grid-rows-[auto_1fr]">
        <section className="min-w-0">
          <h3>
            {file.since === null
              ? t('first')
              : t.rich('since', { day: () => <Time at={file.since ?? today} style="dayInYear" /> })}
          </h3>
          {file.since !== null && file.changes.length === 0 ? (
            <p className="text-muted">{t('noChanges')}</p>
          ) : null}
          <ul>
            {file.changes.map((change) => (
              <ChangeLine
                key={`${change.kind}:${change.id}`}
                change={change}
                labels={labels}
                isRestricted={file.isRestricted}
              />
            ))}
          </ul>
        </section>
        <div className="grid content-start gap-4 md:row-span-2">
          <FileFacts file={file} today={today} />
          <label className="grid gap-1 text-sm text-muted">
            {t('nextReview')}
            <select
              autoComplete="off"
              disabled={!isLive}
              value={reviewAfter}
              onChange={(event) => {
                const chosen = REVIEW_AFTER.find((days) => String(days) === event.target.value)
                if (chosen === undefined) showToast({ words: t('dayNotListed', { days: reviewAfter }) })
                else onReviewAfter(chosen)
              }}
              className={controlClass('min-h-11 w-full lg:min-h-9 lg:py-1')}
            >
              {REVIEW_AFTER.map((days) => (
                <option key={days} value={days}>
                  {t('inDays', { days })}
                </option>
              ))}
            </select>
          </label>
        </div>
        <section className="min-w-0">
          <h3>{t('notes')}</h3>
          {file.notes.length === 0 ? <p className="text-muted">{t('noNotes')}</p> : null}
          <ul>
            {file.notes.map((note) => (
              <ChangeLine key={note.id} change={note} labels={labels} isRestricted={file.isRestricted} />
            ))}
          </ul>
        </section>
      </div>
    </article>
  )
}

const Identity = ({ person, today }: { person: ReviewFile['people'][number]; today: string }) => {
  const tc = useTranslations('cases')
  const tp = useTranslations('people')
  const locale = useLocale()
  const labels = usePersonLabels()
  const minor = labels.minor(person.ageClaims, today)
  const ages = person.ageClaims.map(labels.age)
  const facts = [
    ages.length === 0 ? tp('age.notAsked') : ages.join(' · '),
    ...(person.nationalities.length === 0
      ? [tp('nationality.notAsked')]
      : person.nationalities.map(labels.nationality)),
    ...person.languages.map(labels.language),
  ]
  return (
    <p>
      {facts.join(' · ')}
      {minor === null ? null : (
        <>
          {' · '}
          <strong>{minor}</strong>
        </>
      )}
      {person.stay === null ? null : (
        <span className="text-muted">
          {' · '}
          {labelIn(person.stay.place, locale)}
          {person.stay.since === null ? null : (
            <>
              {', '}
              {tc.rich('since', {
                day: dayOfStay(person.stay.since, today),
                time: () => <Time at={person.stay?.since ?? today} style="dayInYear" />,
              })}
            </>
          )}
        </span>
      )}
    </p>
  )
}
