import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { PageTitle } from '@/components/layout/page-title'
import { EmptyState } from '@/components/ui/empty-state'
import { InlineLink } from '@/components/ui/inline-link'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { formatTime, Time } from '@/components/ui/time'
import type { ShownName } from '@/lib/cases/shown-people.data'
import type { KeptTwo, Listed, ListedPair } from '@/lib/people/compare.data'
import type { DuplicatesData, Hint, Merged } from '@/lib/people/duplicates.data'
import { askAgain, sayNotSame, takeMergeBack } from '@/lib/people/merge.actions'
import { FitLine } from './fit-line'
import { PersonName } from './person-name'
import { ShownPeople } from './shown-people'

/** Who could be one person, what another office could know, and what was decided of late, with the way back. */
export const DuplicatesPage = ({
  data: { pairs, hints, merges, keptTwo },
  people,
}: {
  data: DuplicatesData
  /** Who is in the files that another office could know. */
  people: ReadonlyMap<string, readonly ShownName[]>
}) => {
  const t = useTranslations('duplicates')
  const decided = [
    ...merges.map((merged) => ({ at: merged.at, row: <MergedRow key={merged.id} merged={merged} /> })),
    ...keptTwo.map((kept) => ({ at: kept.at, row: <KeptRow key={kept.id} kept={kept} /> })),
  ].sort((a, b) => b.at.getTime() - a.at.getTime())
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <div className="-mb-6">
        <PageTitle title={t('title')}>{t('what')}</PageTitle>
      </div>
      <section aria-labelledby="pairs" className="grid gap-1">
        <h2 id="pairs" className={pairs.length === 0 ? 'sr-only' : 'text-h3'}>
          {t('pairs', { count: pairs.length })}
        </h2>
        {pairs.length === 0 ? (
          <EmptyState title={t('none')}>{t('noneWhat')}</EmptyState>
        ) : (
          <ul>
            {pairs.map((pair) => (
              <PairRow key={`${pair.one.personId} ${pair.other.personId}`} pair={pair} />
            ))}
          </ul>
        )}
      </section>
      {hints.length === 0 ? null : (
        <section aria-labelledby="hints" className="grid gap-1">
          <h2 id="hints" className="text-h3">
            {t('hints')}
          </h2>
          <p className="max-w-prose text-sm text-muted">{t('hintsWhat')}</p>
          <ul>
            {hints.map((hint) => (
              <HintRow key={`${hint.caseId} ${hint.team}`} hint={hint} names={people.get(hint.caseId)} />
            ))}
          </ul>
        </section>
      )}
      {decided.length === 0 ? null : (
        <section aria-labelledby="recent" className="grid gap-1">
          <h2 id="recent" className="text-h3">
            {t('recent')}
          </h2>
          <ul>{decided.map(({ row }) => row)}</ul>
        </section>
      )}
    </div>
  )
}

const LINE = 'flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-hair py-1.5 first:border-t-0'
// The button with an edge ends where the page does; on a phone it begins there.
const BUTTONS = 'flex flex-wrap items-center gap-x-2 sm:ms-auto sm:flex-row-reverse'

const CODES = 'code text-sm text-muted'

/** Names and codes of two people, on a phone the names alone, and how both are said where nothing is drawn. */
const Both = ({ of: [one, other] }: { of: readonly [Listed, Listed] }) => {
  const t = useTranslations('duplicates')
  const person = ({ full, initials, files }: Listed) => (
    <>
      <span className="font-semibold">
        <PersonName full={full} initials={initials} />
      </span>{' '}
      <span className={full === null ? CODES : `${CODES} max-sm:hidden`}>
        {files.map(({ code }) => code).join(' ')}
      </span>
    </>
  )
  return <p>{t.rich('of', { one: () => person(one), other: () => person(other) })}</p>
}

const useBoth = () => {
  const t = useTranslations('duplicates')
  const who = ({ full, initials, files }: Listed): string =>
    [full ?? initials, ...files.map(({ code }) => code)].join(' ')
  return (one: Listed, other: Listed): string => t('ofPlain', { one: who(one), other: who(other) })
}

/** Who, and field by field what speaks for it and against it. */
const PairRow = ({ pair: { one, other, comparing } }: { pair: ListedPair }) => {
  const t = useTranslations('duplicates')
  const both = useBoth()(one, other)
  return (
    <li className={LINE}>
      <div className="min-w-0 grow basis-64">
        <Both of={[one, other]} />
        <FitLine fits={comparing.fits} />
      </div>
      <div className={BUTTONS}>
        <LinkButton
          size="small"
          kind="quiet"
          href={`/people/duplicates/${one.personId}/${other.personId}`}
          aria-label={`${t('compare')}: ${both}`}
        >
          {t('compare')}
        </LinkButton>
        <ActionButton
          kind="plain"
          action={sayNotSame}
          input={{ oneId: one.personId, otherId: other.personId }}
        >
          {t('notSame')}
          <span className="sr-only">: {both}</span>
        </ActionButton>
      </div>
    </li>
  )
}

const HintRow = ({
  hint: { caseId, code, team, foundAt },
  names,
}: {
  hint: Hint
  names: readonly ShownName[] | undefined
}) => {
  const t = useTranslations('duplicates')
  const locale = useLocale()
  return (
    <li className={LINE}>
      <p className="min-w-0 grow basis-60">
        <span className="font-semibold">
          <ShownPeople people={names} />
        </span>{' '}
        <span className="code text-sm text-muted">{code}</span>{' '}
        <span className="text-sm">{t('hint', { team, on: formatTime(locale, foundAt, 'dayInYear') })}</span>
      </p>
      <InlineLink href={`/cases/${code}?file=${caseId}`}>
        {t('openFile')}
        <span className="sr-only"> {code}</span>
      </InlineLink>
    </li>
  )
}

const KeptRow = ({ kept: { one, other, by, at } }: { kept: KeptTwo }) => {
  const t = useTranslations('duplicates')
  const both = useBoth()(one, other)
  return (
    <li className={LINE}>
      <div className="min-w-0 grow basis-64">
        <Both of={[one, other]} />
        <p className="text-sm text-muted">
          {t('keptTwo')} · {t.rich('by', { name: by, on: () => <Time at={at} style="moment" /> })}
        </p>
      </div>
      <div className={BUTTONS}>
        <ActionButton kind="plain" action={askAgain} input={{ oneId: one.personId, otherId: other.personId }}>
          {t('askAgain')}
          <span className="sr-only">: {both}</span>
        </ActionButton>
      </div>
    </li>
  )
}

const MergedRow = ({ merged: { id, codes, because, by, at, undone } }: { merged: Merged }) => {
  const t = useTranslations('duplicates')
  const format = useFormatter()
  const on = (when: Date) => () => <Time at={when} style="moment" />
  return (
    <li className={LINE}>
      <div className="min-w-0 grow basis-64">
        <p className="code font-semibold">{format.list(codes, { type: 'unit' })}</p>
        <p className="text-sm text-muted">
          {t('merged', { because: t(`because.${because}`) })} · {t.rich('by', { name: by, on: on(at) })}
        </p>
        {undone === null ? null : (
          <p className="text-sm">
            <Tag kind="done">{t.rich('undoneBy', { name: undone.by, on: on(undone.at) })}</Tag>
          </p>
        )}
        {undone === null || undone.conflicts.length === 0 ? null : (
          <p className="text-sm">
            {t('stayed', {
              what: format.list(
                undone.conflicts.map(({ what, count }) => t(`conflict.${what}`, { count })),
                { type: 'unit' },
              ),
            })}
          </p>
        )}
      </div>
      {undone === null ? (
        <ActionButton action={takeMergeBack} input={{ mergeId: id }}>
          {t('takeBack')}
          <span className="sr-only">: {format.list(codes, { type: 'unit' })}</span>
        </ActionButton>
      ) : null}
    </li>
  )
}
