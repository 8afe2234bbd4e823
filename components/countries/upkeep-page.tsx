import { useTranslations } from 'next-intl'
import { Fold } from '@/components/ui/fold'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { RowLink } from '@/components/ui/text-link'
import { factPath } from '@/lib/countries/address.rules'
import type { Profile } from '@/lib/countries/entry.data'
import type { Fact } from '@/lib/countries/fact.rules'
import type { ReportedMistake } from '@/lib/countries/mistake.rules'
import type { EnteredFigure } from '@/lib/countries/newer.data'
import { agingFacts, missedOf, rhythmOf } from '@/lib/countries/newer.rules'
import type { Day } from '@/lib/shared/dates'
import { CountryFrame } from './country-frame'
import { EnteredList } from './entered-list'
import { FactLink, FactPeriod, FactSource } from './fact-labels'
import { MistakeList } from './mistake-list'
import { useFigure } from './use-figure'

/** What an admin keeps up: figures that wait for a second pair of eyes, and which facts have grown old. */
export const UpkeepPage = ({
  profile,
  facts,
  entered,
  mistakes,
  today,
}: {
  profile: Profile
  facts: readonly Fact[]
  entered: readonly EnteredFigure[]
  mistakes: readonly ReportedMistake[]
  today: Day
}) => {
  const t = useTranslations('countries')
  const aging = agingFacts(facts)
  const old = aging.filter((fact) => (missedOf(fact, today) ?? 0) > 0)
  const undated = aging.filter((fact) => fact.periodEnd === null)
  const waiting = entered.filter(({ state }) => state === 'asked')
  const answered = entered.filter(({ state }) => state !== 'asked')
  return (
    <CountryFrame page={null} profile={profile} title={t('upkeep.title')} lead={t('upkeep.lead')}>
      <div className="grid gap-8">
        <section aria-labelledby="waiting">
          <h2 id="waiting">{t('upkeep.waiting')}</h2>
          {waiting.length === 0 ? (
            <p className="mt-1 text-muted">{t('upkeep.nothing')}</p>
          ) : (
            <EnteredList entered={waiting} facts={facts} />
          )}
        </section>
        <section aria-labelledby="mistakes">
          <h2 id="mistakes">{t('mistakes.reported')}</h2>
          {mistakes.length === 0 ? (
            <p className="mt-1 text-muted">{t('mistakes.nothing')}</p>
          ) : (
            <MistakeList mistakes={mistakes} canAnswer />
          )}
        </section>
        <section aria-labelledby="old">
          <h2 id="old">{t('upkeep.old')}</h2>
          <p className="mt-1 mb-2 max-w-prose text-muted">{t('upkeep.oldLead', { count: old.length })}</p>
          <AgingTable caption={t('upkeep.old')} facts={old} today={today} />
        </section>
        <section aria-labelledby="undated">
          <h2 id="undated">{t('upkeep.undated')}</h2>
          <p className="mt-1 max-w-prose text-muted">{t('upkeep.undatedLead')}</p>
          <Fold label={t('facts.count', { count: undated.length })}>
            <AgingTable caption={t('upkeep.undated')} facts={undated} today={today} />
          </Fold>
        </section>
        {answered.length === 0 ? null : (
          <section aria-labelledby="answered">
            <h2 id="answered">{t('upkeep.answered')}</h2>
            <EnteredList entered={answered} facts={facts} />
          </section>
        )}
      </div>
    </CountryFrame>
  )
}

const AgingTable = ({ caption, facts, today }: { caption: string; facts: readonly Fact[]; today: Day }) => {
  const t = useTranslations('countries')
  const figure = useFigure()
  return (
    <Table
      caption={caption}
      rows={facts}
      rowKey={({ slug }) => slug}
      isDense
      columns={[
        { key: 'fact', head: t('columns.fact'), cell: (fact) => <FactLink fact={fact} /> },
        { key: 'figure', head: t('columns.figure'), isNumber: true, cell: figure },
        { key: 'year', head: t('columns.year'), cell: (fact) => <FactPeriod fact={fact} /> },
        {
          key: 'age',
          head: t('upkeep.missed'),
          cell: (fact) => {
            const missed = missedOf(fact, today)
            return missed === null ? null : (
              <Tag kind="late">{t('upkeep.missing', { missed, months: rhythmOf(fact) ?? 0 })}</Tag>
            )
          },
        },
        { key: 'source', head: t('columns.source'), cell: (fact) => <FactSource fact={fact} /> },
        {
          key: 'enter',
          head: t('upkeep.action'),
          cell: (fact) => <RowLink href={`${factPath(fact)}/newer`}>{t('newer.enter')}</RowLink>,
        },
      ]}
    />
  )
}
