import { useFormatter, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { PageTitle } from '@/components/layout/page-title'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { InlineLink } from '@/components/ui/inline-link'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import type { Pair } from '@/lib/people/compare.data'
import type { DuplicatesData, Hint, Merged } from '@/lib/people/duplicates.data'
import { sayNotSame, takeMergeBack } from '@/lib/people/merge.actions'

/** Who could be one person, what another office could know, and what was brought together of late, with the way back. */
export const DuplicatesPage = ({ data: { pairs, hints, merges } }: { data: DuplicatesData }) => {
  const t = useTranslations('duplicates')
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <PageTitle title={t('title')}>{t('what')}</PageTitle>
      <section aria-labelledby="pairs" className="grid gap-3">
        <h2 id="pairs">{t('pairs')}</h2>
        {pairs.length === 0 ? (
          <EmptyState title={t('none')}>{t('noneWhat')}</EmptyState>
        ) : (
          <Card tight>
            <ul>
              {pairs.map((pair) => (
                <PairRow key={`${pair.one.personId} ${pair.other.personId}`} pair={pair} />
              ))}
            </ul>
          </Card>
        )}
      </section>
      {hints.length === 0 ? null : (
        <section aria-labelledby="hints" className="grid gap-3">
          <h2 id="hints">{t('hints')}</h2>
          <p className="max-w-prose text-muted">{t('hintsWhat')}</p>
          <Card tight>
            <ul>
              {hints.map((hint) => (
                <HintRow key={`${hint.caseId} ${hint.team}`} hint={hint} />
              ))}
            </ul>
          </Card>
        </section>
      )}
      <section aria-labelledby="recent" className="grid gap-3">
        <h2 id="recent">{t('recent')}</h2>
        {merges.length === 0 ? (
          <p className="text-muted">{t('noMerges')}</p>
        ) : (
          <Card tight>
            <ul>
              {merges.map((merged) => (
                <MergedRow key={merged.id} merged={merged} />
              ))}
            </ul>
          </Card>
        )}
      </section>
    </div>
  )
}

const LINE = 'flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-hair py-3 first:border-t-0'

const PairRow = ({ pair: { one, other, reasons } }: { pair: Pair }) => {
  const t = useTranslations('duplicates')
  const format = useFormatter()
  const who = ({ initials, files }: Pair['one']): string =>
    [initials, ...files.map(({ code }) => code)].join(' ')
  const both = t('of', { one: who(one), other: who(other) })
  return (
    <li className={LINE}>
      <div className="min-w-0 grow basis-64">
        <p className="font-semibold">{both}</p>
        <p className="text-sm text-muted">
          {format.list(
            reasons.map((reason) => t(`common.${reason}`)),
            { type: 'unit' },
          )}
        </p>
      </div>
      <LinkButton
        size="small"
        kind="quiet"
        href={`/people/duplicates/${one.personId}/${other.personId}`}
        prefetch={false}
        aria-label={`${t('compare')}: ${both}`}
      >
        {t('compare')}
      </LinkButton>
      <ActionButton kind="plain" action={sayNotSame} input={{ oneId: one.personId, otherId: other.personId }}>
        {t('notSame')}
        <span className="sr-only">: {both}</span>
      </ActionButton>
    </li>
  )
}

const HintRow = ({ hint: { caseId, code, team, foundAt } }: { hint: Hint }) => {
  const t = useTranslations('duplicates')
  return (
    <li className={LINE}>
      <p className="min-w-0 grow basis-64">
        {t('hint', { code, team })} · <Time at={foundAt} style="dayInYear" />
      </p>
      <InlineLink href={`/cases/${code}?file=${caseId}`}>{t('openFile', { code })}</InlineLink>
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
          {t(`because.${because}`)} · {t.rich('by', { name: by, on: on(at) })}
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
