import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { TabWords } from '@/components/layout/tab-labels'
import { buttonClass } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { PrintButton } from '@/components/ui/print-button'
import { TextLink } from '@/components/ui/text-link'
import { formatTime } from '@/components/ui/time'
import type { EntryPage as Data, Names } from '@/lib/statistics/desk.data'
import { policyOf } from '@/lib/statistics/disclosure.rules'
import { exactLeast } from '@/lib/statistics/exact.rules'
import { lastDayKept } from '@/lib/statistics/period.rules'
import { countsOf } from '@/lib/statistics/question.rules'
import type { Entry } from '@/lib/statistics/register.data'
import { rowModel } from '@/lib/statistics/rows.rules'
import { signRelease } from '@/lib/statistics/statistic.actions'
import { toPeriodView } from '@/lib/statistics/statistic.view'
import { toTitle } from '@/lib/statistics/title.view'
import { type ReferenceLabels, toLabels } from '@/lib/statistics/wording.view'
import { type FactLine, Facts } from './facts'
import { Seconds } from './seconds'
import { usePeriodLabels } from './use-period-labels'

/** What stands in the register about one release, on a page that the data-protection lead reads, prints and signs. */
export const EntryPage = ({
  data: { entry, names, isLead, isOwn, seconds },
  reference,
}: {
  data: Data
  reference: ReferenceLabels
}) => {
  const t = useTranslations('statistics')
  const locale = useLocale()
  const title = toTitle(entry.code, t, locale, toLabels(locale, reference, t))
  return (
    <>
      <p data-print="no">
        <TextLink href="/statistics/releases">{t('entry.back')}</TextLink>
      </p>
      <TabWords words={t('entry.title')} />
      <h1 className="mt-2">{title}</h1>
      <p className="mt-1 text-muted" translate="no">
        {entry.id}
      </p>
      {entry.isAffected ? <AffectedEntry /> : null}
      <div className="mt-5 grid items-start gap-6 lg:grid-cols-2">
        <FactsCard entry={entry} names={names} />
        <div className="grid gap-6">
          <Handovers entry={entry} names={names} />
          <Signature entry={entry} names={names} isLead={isLead} isOwn={isOwn} seconds={seconds} />
        </div>
      </div>
    </>
  )
}

const AffectedEntry = () => {
  const t = useTranslations('statistics.register.affected')
  return (
    <div className="mt-4">
      <Notice kind="error" title={t('entryTitle')}>
        <p>{t('entry')}</p>
      </Notice>
    </div>
  )
}

const FactsCard = ({ entry, names }: { entry: Entry; names: Names }) => {
  const t = useTranslations('statistics.entry')
  const locale = useLocale()
  const format = useFormatter()
  const inPeriod = usePeriodLabels()
  const policy = policyOf(entry.profile)
  const least = policy.threshold - policy.base + 1
  const day = (at: Date | string): string => formatTime(locale, at, 'day')
  const table: readonly FactLine[] = [
    [t('profile'), t(`profileWords.${entry.profile}`, { base: policy.base, threshold: policy.threshold })],
    // Of visits and conversations both numbers reach the threshold: how many there were, and with how many people.
    [
      t('least'),
      countsOf(entry.code) === 'persons'
        ? t('leastWords', { people: least })
        : t('leastEvents', { events: least, people: least }),
    ],
    [t('cells'), t('cellsWords', { shown: entry.cellsShown, hidden: entry.cellsHidden })],
    [t('meter'), t('meterWords', { cells: entry.cellsNew, after: format.number(entry.meterAfter) })],
  ]
  const rows: readonly FactLine[] = [
    [t('profile'), t('rowsProfile', { k: rowModel.k })],
    [t('rows'), t('rowsWords', { count: entry.cellsShown, people: String(entry.cellsHidden) })],
  ]
  const exact: readonly FactLine[] = [
    [t('profile'), t('exactProfile', { least: exactLeast })],
    [t('cells'), t('cellsWords', { shown: entry.cellsShown, hidden: entry.cellsHidden })],
  ]
  const noise: readonly FactLine[] = [
    [
      t('profile'),
      t('noiseProfile', { epsilon: format.number(entry.epsilon ?? 0, { maximumFractionDigits: 1 }) }),
    ],
    [t('cells'), t('cellsWords', { shown: entry.cellsShown, hidden: entry.cellsHidden })],
  ]
  const lines: readonly FactLine[] = [
    [t('number'), entry.number ?? '–'],
    [t('period'), inPeriod(toPeriodView(entry.period))],
    [t('frozen'), day(entry.frozenOn)],
    [
      t('copy'),
      entry.endedAt === null
        ? t('copyStored', { day: day(lastDayKept(entry.period)) })
        : t('copyEnded', { day: day(entry.endedAt) }),
    ],
    [t('leftOut'), t('leftOutWords', { people: String(entry.leftOut) })],
    ...{ rows, exact, noise, table }[entry.kind],
    [t('engine'), entry.engineVersion],
    // Of what needed two, the register knows when the second one agreed.
    [
      t('made'),
      entry.approvedBy === null
        ? t('by', { name: names.get(entry.madeBy) ?? '–', day: day(entry.madeAt) })
        : (names.get(entry.madeBy) ?? '–'),
    ],
    ...(entry.approvedBy === null
      ? []
      : [
          [
            t('approved'),
            t('by', { name: names.get(entry.approvedBy) ?? '–', day: day(entry.madeAt) }),
          ] satisfies FactLine,
        ]),
  ]
  return (
    <Card as="section" title={t('facts')}>
      <Facts lines={lines} />
      <h3 className="mt-5">{t('files')}</h3>
      <p className="mt-1 text-sm text-muted">{t('filesHint')}</p>
      <ul className="mt-2 grid gap-2 text-sm">
        {entry.hashes.map(([kind, hash]) => (
          <li key={kind}>
            <span className="font-semibold uppercase">{kind}</span>{' '}
            <code className="wrap-anywhere" translate="no">
              {hash}
            </code>
          </li>
        ))}
      </ul>
      <p className="mt-4 flex flex-wrap gap-3" data-print="no">
        <a
          className={buttonClass('quiet')}
          href={`/statistics/export?release=${entry.id}&format=${!entry.isAffected && entry.hashes.some(([kind]) => kind === 'zip') ? 'zip' : 'csv'}`}
        >
          {t('download')}
        </a>
        <PrintButton kind="quiet">{t('print')}</PrintButton>
      </p>
    </Card>
  )
}

const Handovers = ({ entry: { handovers }, names }: { entry: Entry; names: Names }) => {
  const t = useTranslations('statistics.entry')
  const locale = useLocale()
  return (
    <Card as="section" title={t('handovers')}>
      <ul className="mt-2 grid gap-3">
        {handovers.map(({ id, recipient, purpose, by, at }) => (
          <li key={id}>
            <p className="font-semibold wrap-anywhere">{recipient}</p>
            <p className="wrap-anywhere">{purpose}</p>
            <p className="text-sm text-muted">
              {t('by', { name: names.get(by) ?? '–', day: formatTime(locale, at, 'day') })}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const Signature = ({
  entry: { id, signature, ownHash },
  names,
  isLead,
  isOwn,
  seconds,
}: Pick<Data, 'entry' | 'names' | 'isLead' | 'isOwn' | 'seconds'>) => {
  const t = useTranslations('statistics.entry')
  const locale = useLocale()
  if (signature !== null)
    return (
      <Card as="section" title={t('signature')}>
        <p className="mt-2 text-done">
          {t('by', { name: names.get(signature.by) ?? '–', day: formatTime(locale, signature.at, 'day') })}
        </p>
        <p className="mt-1 text-sm text-muted">
          {t('signedHash')}{' '}
          <code className="wrap-anywhere" translate="no">
            {ownHash}
          </code>
        </p>
      </Card>
    )
  return (
    <Card as="section" title={t('signature')}>
      <ul className="mt-2 mb-3 grid list-disc gap-1 ps-5 text-sm">
        <li>{t('check.purpose')}</li>
        <li>{t('check.method')}</li>
        <li>{t('check.group')}</li>
      </ul>
      {ownHash === null ? <p>{t('tooOld')}</p> : <Seconds seconds={seconds} doing="sign" />}
      {ownHash !== null && isLead && !isOwn ? (
        <ActionButton action={signRelease} input={{ releaseId: id }} kind="primary" size="normal">
          {t('sign')}
        </ActionButton>
      ) : null}
      {ownHash !== null && isLead && isOwn ? <p>{t('own')}</p> : null}
      {ownHash !== null && !isLead ? <p>{t('notLead')}</p> : null}
    </Card>
  )
}
