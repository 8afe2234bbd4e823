import { Card } from '@/components/ui/card'
import { EpisodeDrawing } from './episode-drawing'
import { useEpisodeLabels } from './episode-labels'
import type { EpisodeProps } from './episode-props'
import { EpisodeTable } from './episode-table'

/** What the drawing finds, the drawing, and the same in a table. */
export const EpisodeDrawn = (props: EpisodeProps) => {
  const { episode, part } = props
  const { t } = useEpisodeLabels(part.lists)
  const { drawing, shown, counter, attempts } = episode
  if (drawing === null) return null
  const orders = shown.filter(({ event }) => event.kind === 'ordered').length
  const petitions = shown.filter(
    ({ event }) => event.kind === 'petition_filed' && event.court === 'council_chamber',
  ).length
  const facts = { orders, petitions, attempts }
  const finding =
    counter.total === null
      ? t('drawing.findingNoDays', facts)
      : t('drawing.finding', { ...facts, days: counter.total })
  return (
    <Card as="section" label={t('drawing.label')}>
      <h3 className="mb-3">{finding}</h3>
      <EpisodeDrawing drawing={drawing} stays={episode.stays} finding={finding} />
      <EpisodeTable {...props} />
    </Card>
  )
}
