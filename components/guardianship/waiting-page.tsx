import { useLocale, useTranslations } from 'next-intl'
import { Who } from '@/components/cases/who'
import { useDeadlineLabels } from '@/components/deadlines/deadline-labels'
import { PageTitle } from '@/components/layout/page-title'
import { Term } from '@/components/layout/term'
import { usePersonLabels } from '@/components/people/person-labels'
import { asSentence, withStop } from '@/components/ui/as-sentence'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { SIGNS } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import { dayOfStay, mayBePrinted } from '@/lib/cases/case.rules'
import { properPlace } from '@/lib/cases/place-name.rules'
import { labelIn } from '@/lib/cases/word.view'
import { dayOfEvent } from '@/lib/guardianship/event.rules'
import type { Waiting } from '@/lib/guardianship/waiting.data'
import { type Day, daysBetween } from '@/lib/shared/dates'
import { useGuardianshipLabels } from './guardianship-labels'
import { reportHref } from './report-href'

type Line = Waiting['lines'][number]
type Props = Waiting & { readonly me: string; readonly today: Day }
type Around = Pick<Props, 'people' | 'words' | 'me' | 'today'>

const hrefOf = ({ code, id }: Line['file']): string => `/cases/${code}/guardianship?file=${id}`
const keyOf = ({ file, personId }: Pick<Line, 'file' | 'personId'>): string => `${file.id}${personId}`

/** Minors who are missing, then those without a guardian: in detention first, then the longest waiting; and who is guardian of the others. */
export const WaitingPage = ({ lines, missing, guardians, hasMore, ...around }: Props) => {
  const { t } = useGuardianshipLabels(around.words)
  const gone = new Set(missing.map(keyOf))
  const waiting = lines.filter((line) => !gone.has(keyOf(line)))
  const groups = [
    { key: 'missing', own: missing },
    { key: 'held', own: waiting.filter(({ isHeld }) => isHeld) },
    { key: 'waiting', own: waiting.filter(({ isHeld }) => !isHeld) },
  ] as const
  return (
    <>
      <PageTitle title={t('list.title')}>
        <p className="font-semibold text-ink">
          {t('list.found', {
            missing: missing.length,
            count: lines.length,
            held: lines.filter(({ isHeld }) => isHeld).length,
          })}
        </p>
      </PageTitle>
      {lines.length + missing.length === 0 ? (
        <EmptyState title={t('list.empty')}>{t('list.emptyWhat')}</EmptyState>
      ) : (
        <div className="item-list -mt-3">
          {groups.map(({ key, own }) =>
            own.length === 0 ? null : (
              <section key={key} aria-label={t(`list.group.${key}`)} className="tier">
                <h2>
                  {t(`list.group.${key}`)} <span className="num">{own.length}</span>
                </h2>
                <ul>
                  {own.map((line) => (
                    <Row key={keyOf(line)} line={line} around={around} />
                  ))}
                </ul>
              </section>
            ),
          )}
        </div>
      )}
      <p className="mt-3 max-w-prose text-sm text-muted">{t('list.what')}</p>
      {hasMore ? <p className="mt-4 text-muted">{t('list.more', { count: lines.length })}</p> : null}
      {guardians.length === 0 ? null : (
        <section aria-labelledby="guardians" className="mt-8">
          <h2 id="guardians">
            <Term of="guardian">{t('list.guardians')}</Term>
          </h2>
          <ul className="mt-2 grid">
            {guardians.map(({ who, service, minors }) => (
              <li key={who} className="flex flex-wrap items-baseline gap-x-3 border-t border-hair py-1.5">
                <span>
                  <strong dir="auto" className="wrap-anywhere">
                    {who}
                  </strong>{' '}
                  <span dir="auto" className="text-muted">
                    {service}
                  </span>
                </span>
                <span>{t('list.minors', { count: minors.length })}</span>
                {minors.map(({ file, personId }) => (
                  <Link
                    key={file.id}
                    href={hrefOf(file)}
                    className="inline-flex min-h-11 items-baseline gap-x-1.5 sm:min-h-8"
                    {...(mayBePrinted(file) ? {} : { 'data-print': 'no' })}
                  >
                    <Named of={{ file, personId }} people={around.people} />
                  </Link>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** Whose file it is, among all who are in it, and the code. */
const Named = ({
  of: { file, personId },
  people,
}: {
  of: Pick<Line, 'file' | 'personId'>
  people: Props['people']
}) => (
  <span>
    <Who names={people.get(file.id)?.filter((one) => one.personId === personId)} />{' '}
    <span className="code">{file.code}</span>
  </span>
)

const Row = ({ line, around: { people, words, me, today } }: { line: Line; around: Around }) => {
  const { file, personId, current, wait, isHeld, canReport, ageClaims } = line
  const labels = useGuardianshipLabels(words)
  const { t } = labels
  const persons = usePersonLabels()
  const press = useTranslations('today')
  const locale = useLocale()
  const facts = [
    ageClaims.map(persons.saidAge).join(', '),
    current.missing !== null || current.state === 'nothing' ? null : t(`state.${current.state}`),
    file.worker.id === me ? null : file.worker.name,
  ].flatMap((fact) => (fact ? [withStop(asSentence(fact, locale))] : []))
  const isDanger = current.missing !== null || isHeld
  const isLate = wait === null || wait.alarm !== null
  return (
    <li
      data-item={isDanger ? 'danger' : isLate ? 'late' : 'plain'}
      // In detention: so says the heading of them all, and red words in each row would say no more.
      {...(isDanger && current.missing === null ? { 'data-said': '' } : {})}
      data-print={mayBePrinted(file) ? 'whole' : 'no'}
    >
      <p>
        {/* Not prefetched: the audit log holds what was opened. */}
        <Link href={hrefOf(file)}>
          <Named of={line} people={people} />
        </Link>{' '}
        <Where line={line} words={words} today={today} />
      </p>
      <p>
        <b>
          <Why line={line} words={words} today={today} />.
        </b>{' '}
        <Next line={line} today={today} /> {facts.join(' ')}
      </p>
      {canReport ? (
        <div>
          <LinkButton
            size="small"
            kind="quiet"
            href={reportHref(hrefOf(file), personId)}
            aria-label={t('list.reportOf', { code: file.code })}
          >
            {t('list.report')}
          </LinkButton>
        </div>
      ) : (
        <LinkButton
          size="small"
          kind="quiet"
          href={hrefOf(file)}
          aria-label={press('first.openGuardianship', { code: file.code })}
        >
          {press('open')}
        </LinkButton>
      )}
    </li>
  )
}

/** Why the minor is in this list and since when. */
const Why = ({ line, words, today }: { line: Line } & Pick<Around, 'words' | 'today'>) => {
  const { t } = useGuardianshipLabels(words)
  const locale = useLocale()
  const { current, wait, file } = line
  if (current.missing !== null) {
    const on = dayOfEvent(current.missing)
    return on === null
      ? t('list.missingSometime')
      : t('list.missingFor', { days: daysBetween(on, today), on: formatTime(locale, on, 'shortWeekday') })
  }
  if (wait !== null) return t('list.waits', { days: wait.days })
  if (current.waitsSince !== null) return t('waitsSometime')
  return t('list.notReported', { on: formatTime(locale, file.openedOn, 'short') })
}

const Where = ({
  line: { stay, current },
  words,
  today,
}: { line: Line } & Pick<Around, 'words' | 'today'>) => {
  const labels = useGuardianshipLabels(words)
  const { t } = labels
  const cases = useTranslations('cases')
  const locale = useLocale()
  const place = stay && properPlace(stay.place.kind, labelIn(stay.place, locale))
  const said = [
    place === null || stay?.since === null || stay === null
      ? place
      : `${place}, ${cases('dayOf', { day: dayOfStay(stay.since, today) })}`,
    current.placed?.form ? labels.words.of('care_arrangement', current.placed.form) : null,
  ].flatMap((one) => one || [])
  return <span>{said.length === 0 ? t('list.whereUnknown') : said.join(' · ')}</span>
}

/** The deadline that the list of deadlines shows first for this file, on the same day and in the same words. */
const Next = ({ line: { next }, today }: { line: Line; today: Day }) => {
  const { due } = useDeadlineLabels()
  if (next === null) return null
  const { words, date, unconfirmed, isLate } = due(next, today)
  if (date === null) return null
  const says = `${words}, ${date}${unconfirmed === null ? '' : ` (${unconfirmed})`}.`
  return isLate ? (
    <strong className="font-semibold">
      <span aria-hidden="true" className="text-late">
        {SIGNS.late}{' '}
      </span>
      {says}
    </strong>
  ) : (
    says
  )
}
