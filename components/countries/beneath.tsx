import type { Chart } from '@/lib/countries/chart.rules'
import type { Given } from '@/lib/countries/chart-file.view'
import type { NamedThings } from '@/lib/countries/named.rules'
import type { Statement } from '@/lib/countries/statement.rules'
import type { Chapter } from '@/lib/countries/vocabulary.rules'
import { ChartBlock } from './chart-block'
import { NamedLists } from './named-lists'
import { Sentences } from './sentences'

/** What stands beneath a list that is a chapter itself: sentences, figures and what is named. */
export const Beneath = ({
  chapter,
  given,
  charts,
  statements,
  named,
}: {
  chapter: Chapter
  given: Given
  charts: readonly Chart[]
  statements: readonly Statement[]
  named?: NamedThings
}) => (
  <div className="mt-4 mb-6 grid gap-6">
    <Sentences statements={statements.filter((statement) => statement.chapter === chapter)} />
    <div className="grid grid-cols-1 items-start gap-4 *:min-w-0 lg:grid-cols-2">
      {charts
        .filter((chart) => chart.chapter === chapter)
        .map((chart) => (
          <ChartBlock key={chart.slug} chart={chart} given={given} />
        ))}
      {named === undefined ? null : <NamedLists named={named} chapter={chapter} />}
    </div>
  </div>
)
