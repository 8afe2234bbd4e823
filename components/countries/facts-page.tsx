import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'
import { countryPath } from '@/lib/countries/address.rules'
import type { Profile } from '@/lib/countries/entry.data'
import { type Fact, type FactFilter, filterFacts, yearsWithFacts } from '@/lib/countries/fact.rules'
import { FACT_TOPICS } from '@/lib/countries/vocabulary.rules'
import type { Day } from '@/lib/shared/dates'
import { CopyCitation } from './copy-citation'
import { useCopyLabels } from './copy-labels'
import { CountryFrame } from './country-frame'
import { FilterChoice, FilterForm, FilterWords } from './filter'
import { useCitation } from './use-citation'
import { useFactColumns } from './use-fact-columns'

/** Every figure of a country, to be narrowed by topic, year and words; the choice is in the address. */
export const FactsPage = ({
  profile,
  facts,
  filter,
  today,
}: {
  profile: Profile
  facts: readonly Fact[]
  filter: FactFilter
  today: Day
}) => {
  const t = useTranslations('countries')
  const locale = useLocale()
  const shown = filterFacts(facts, filter, locale)
  return (
    <CountryFrame page="facts" profile={profile} title={t('facts.title')} lead={t('facts.lead')}>
      <FilterForm
        label={t('filter.label')}
        action={countryPath(profile.country, 'facts')}
        isFiltered={filter.topic !== null || filter.year !== null || filter.text !== ''}
      >
        <FilterChoice
          name="topic"
          label={t('filter.topic')}
          all={t('filter.allTopics')}
          value={filter.topic}
          options={FACT_TOPICS.codes
            .map((topic) => ({ value: topic, label: t(`topics.${topic}`) }))
            .sort((a, b) => a.label.localeCompare(b.label, locale))}
        />
        <FilterChoice
          name="year"
          label={t('filter.year')}
          all={t('filter.allYears')}
          value={filter.year === null ? null : String(filter.year)}
          options={yearsWithFacts(facts).map((year) => ({ value: String(year), label: String(year) }))}
        />
        <FilterWords value={filter.text} />
      </FilterForm>
      <p className="mb-2 font-semibold" role="status">
        {t('facts.count', { count: shown.length })}
      </p>
      {shown.length === 0 ? (
        <EmptyState title={t('facts.empty')} />
      ) : (
        <FactsTable facts={shown} profile={profile} today={today} />
      )}
    </CountryFrame>
  )
}

// So few that the one looked for is seen at once: then it is cited from here, without opening it.
const FEW = 8

const FactsTable = ({ facts, profile, today }: { facts: readonly Fact[]; profile: Profile; today: Day }) => {
  const t = useTranslations('countries')
  const columns = useFactColumns()
  const cite = useCitation(profile, today)
  const copyWords = useCopyLabels()
  return (
    <Card tight>
      <Table
        caption={t('facts.title')}
        rows={facts}
        rowKey={({ slug }) => slug}
        columns={[
          ...columns,
          ...(facts.length > FEW
            ? []
            : [
                {
                  key: 'cite',
                  head: t('fact.cite'),
                  cell: (fact: Fact) => <CopyCitation text={cite(fact)} labels={copyWords()} />,
                },
              ]),
        ]}
      />
    </Card>
  )
}
