import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { SceneDrawing } from '@/components/ui/scene-drawing'
import { busiestOf, drawTimeline, sayTimeline, toBands } from '@/lib/countries/drawing/timeline.rules'
import { type Law, toTimeline } from '@/lib/countries/law.rules'
import type { LawTheme } from '@/lib/countries/vocabulary.rules'

/** The laws drawn through time; the list beneath is their table. */
export const LawTimeline = ({ laws, theme }: { laws: readonly Law[]; theme: LawTheme | null }) => {
  const t = useTranslations('countries')
  const bands = toBands(toTimeline(laws, theme), (each) => t(`themes.${each}`)).filter(
    ({ marks }) => marks.length > 0,
  )
  const busiest = busiestOf(bands)
  if (busiest === null) return null
  const dated = bands.reduce((sum, { marks }) => sum + marks.length, 0)
  const title = t('laws.finding', { year: String(busiest.year), count: busiest.count, all: laws.length })
  return (
    <Card as="section" label={title} className="mb-6">
      <h2 className="text-h2">{title}</h2>
      <p className="mt-1 mb-3 max-w-prose text-muted">{t('laws.drawn', { undated: laws.length - dated })}</p>
      <SceneDrawing id="law-timeline" scene={drawTimeline(bands)} label={sayTimeline(bands)} />
    </Card>
  )
}
