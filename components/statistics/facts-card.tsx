import type { LabelOf } from '@/lib/statistics/file.rules'
import type { WantedFacts } from '@/lib/statistics/wanted.data'
import { ExactFactsCard } from './exact-facts-card'
import { NoiseFactsCard } from './noise-facts-card'
import { RowFactsCard } from './row-facts-card'

/** What would leave, whatever its kind: the same for anyone who asks and for anyone who agrees. */
export const FactsCard = ({ facts, labelOf }: { facts: WantedFacts; labelOf: LabelOf }) => {
  if ('noise' in facts) return <NoiseFactsCard facts={facts} />
  if ('plan' in facts) return <ExactFactsCard facts={facts} labelOf={labelOf} />
  return <RowFactsCard facts={facts} labelOf={labelOf} />
}
