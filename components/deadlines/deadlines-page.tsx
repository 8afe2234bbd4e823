import { useLocale } from 'next-intl'
import { Who } from '@/components/cases/who'
import { PageTitle } from '@/components/layout/page-title'
import { asSentence } from '@/components/ui/as-sentence'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { formatTime } from '@/components/ui/time'
import { mayBePrinted } from '@/lib/cases/case.rules'
import type { ShownName } from '@/lib/cases/shown-people.data'
import type { DeadlineLine } from '@/lib/deadlines/deadline-list.data'
import { bySpan, countNear, isPressingLine } from '@/lib/deadlines/deadline-list.view'
import { isLoud } from '@/lib/deadlines/deadline-state.rules'
import { toMonthName } from '@/lib/deadlines/month.rules'
import { saysKindOfFile } from '@/lib/deadlines/rule.rules'
import type { Day } from '@/lib/shared/dates'
import { useDeadlineLabels } from './deadline-labels'
import { MonthPage } from './month-page'

type Props = {
  readonly lines: readonly DeadlineLine[]
  readonly hasMore: boolean
  readonly people: ReadonlyMap<string, readonly ShownName[]>
  readonly isMine: boolean
  /** Who reads: their own name is in no row. */
  readonly me: string
  /** Its first day, when one month is shown as a page of a calendar. */
  readonly month: Day | null
  readonly today: Day
}

/** Every open deadline within reach, as a list or as a month. */
export const DeadlinesPage = ({ lines, hasMore, people, isMine, me, month, today }: Props) => {
  const { t } = useDeadlineLabels()
  const whose = isMine ? 'mine' : 'all'
  const view = month === null ? '' : `view=month&month=${toMonthName(month)}`
  return (
    // A month goes across the paper, from its first line on: a sheet cannot be turned in the middle.
    <div {...(month === null ? {} : { className: 'sheet-across' })}>
      <PageTitle
        title={t('house.title')}
        {...(month !== null || hasMore || lines.length === 0
          ? {}
          : {
              heading: (
                <span className="max-sm:text-h2">
                  {t('house.found', { count: lines.length, ...countNear(lines, today) })}
                </span>
              ),
            })}
      />
      <div className="-mt-3 mb-3 flex flex-wrap items-center gap-x-5 gap-y-2 max-sm:gap-x-4 print:hidden">
        <Choices
          label={t('house.whose')}
          choices={[
            { href: `/deadlines?${view}`, label: t('house.all'), isCurrent: !isMine },
            { href: `/deadlines?whose=mine&${view}`, label: t('house.mine'), isCurrent: isMine },
          ]}
        />
        <Choices
          label={t('month.view')}
          choices={[
            { href: `/deadlines?whose=${whose}`, label: t('month.asList'), isCurrent: month === null },
            {
              href: `/deadlines?whose=${whose}&view=month`,
              label: t('month.asMonth'),
              isCurrent: month !== null,
            },
          ]}
        />
      </div>
      {month === null ? (
        <DeadlineList lines={lines} people={people} me={me} today={today} />
      ) : (
        <MonthPage month={month} lines={lines} people={people} whose={whose} today={today} />
      )}
      <p className="mt-3 max-w-prose text-sm text-muted">{t(month === null ? 'house.what' : 'month.what')}</p>
      <p className="mt-1 flex flex-wrap gap-x-5 text-sm print:hidden">
        <Link className="inline-flex min-h-11 items-center sm:min-h-8" href="/deadlines/rules">
          {t('house.rules')}
        </Link>
        <Link className="inline-flex min-h-11 items-center sm:min-h-8" href="/planning/calendar">
          {t('month.subscribe')}
        </Link>
      </p>
      {hasMore ? <p className="mt-4 text-muted">{t('house.more', { count: lines.length })}</p> : null}
    </div>
  )
}

type Choice = { readonly href: string; readonly label: string; readonly isCurrent: boolean }

/** Ways to look at the same deadlines: links, so that each has an address. */
const Choices = ({ label, choices }: { label: string; choices: readonly Choice[] }) => (
  <nav aria-label={label} className="flex flex-wrap gap-2">
    {choices.map(({ href, label: words, isCurrent }) => (
      <Link
        key={href}
        href={href}
        {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
        className="inline-flex min-h-11 items-center rounded border border-edge px-3 max-sm:px-2.5 text-sm text-ink no-underline hover:bg-accent-soft aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:font-semibold sm:min-h-8"
      >
        {words}
      </Link>
    ))}
  </nav>
)

const DeadlineList = ({ lines, people, me, today }: Pick<Props, 'lines' | 'people' | 'me' | 'today'>) => {
  const { t } = useDeadlineLabels()
  const locale = useLocale()
  if (lines.length === 0) return <EmptyState title={t('house.empty')}>{t('house.emptyWhat')}</EmptyState>
  return (
    <div className="item-list">
      {bySpan(lines, today).map(({ key, span, lines: own }) => {
        const title =
          span.kind === 'month' ? formatTime(locale, span.month, 'month') : t(`house.span.${span.kind}`)
        return (
          <section key={key} aria-label={title} className="tier">
            <h2>
              {asSentence(title, locale)} <span className="num">{own.length}</span>
            </h2>
            <ul>
              {own.map((line) => (
                <Line key={line.id} line={line} names={people.get(line.file.id)} me={me} today={today} />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

/** Whose deadline it is, when and which, why, and its day. */
const Line = ({
  line,
  names,
  me,
  today,
}: {
  line: DeadlineLine
  names: readonly ShownName[] | undefined
  me: string
  today: Day
}) => {
  const { t, titleInList, due } = useDeadlineLabels()
  const locale = useLocale()
  const { happenedOn, severity, code, file } = line
  const { words, on, date, safe, unconfirmed } = due(line, today)
  // Since when it is counted: not where that would say what the file is about, or the deadline is that day itself.
  const because =
    happenedOn === null || saysKindOfFile(code) || happenedOn === on
      ? null
      : t('house.because', { on: formatTime(locale, happenedOn, 'short') })
  return (
    <li
      data-item={isPressingLine(line, today) ? 'late' : 'plain'}
      data-print={mayBePrinted(file) ? 'whole' : 'no'}
    >
      <p>
        <Link href={`/cases/${file.code}/deadlines?file=${file.id}`}>
          <Who names={names} /> <span className="code">{file.code}</span>
        </Link>{' '}
        {file.worker.id === me ? null : <span>{file.worker.name}</span>}
      </p>
      <p>
        <b>
          {isLoud(line, today) && severity === 'critical' ? `${words} (${t('severity.critical')})` : words}
        </b>
        {`. ${[titleInList(line), safe, unconfirmed].flatMap((one) => one ?? []).join(', ')}`}
      </p>
      <p className="num whitespace-nowrap sm:text-end">
        {on === null ? null : <time dateTime={on}>{date}</time>}
        {because === null ? null : <span className="block max-sm:hidden">{because}</span>}
      </p>
    </li>
  )
}
