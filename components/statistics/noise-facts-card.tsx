import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import {
  epsilonOf,
  type NoiseFacts,
  noiseBase,
  noiseDelta,
  noiseTables,
  noiseVariance,
  partsOf,
  reachOf,
} from '@/lib/statistics/noise.rules'
import { type FactLine, Facts } from './facts'
import { useLevelLabels } from './use-level-labels'

/** What a plan of noisy tables would count and promise: no number of people, and the same for anyone who asks and anyone who agrees. */
export const NoiseFactsCard = ({ facts: { noise, tables } }: { facts: NoiseFacts }) => {
  const t = useTranslations('statistics')
  const locale = useLocale()
  const format = useFormatter()
  const levelWords = useLevelLabels()
  const decimal = (value: number): string => format.number(value, { maximumFractionDigits: 1 })
  const nameOf = ({ dimension, level }: (typeof tables)[number]['axes'][number]): string => {
    const labels = levelWords(level)
    const name = t(`dimension.${dimension}`)
    return labels === null ? name : t('perPerson.column', { dimension: name, level: labels })
  }
  const lines: readonly FactLine[] = [
    [
      t('noise.tables'),
      <ul key="tables" className="grid gap-1">
        {tables.map(({ axes, cells }) => (
          <li key={axes.map(({ dimension }) => dimension).join()}>
            {t('noise.tableWords', {
              list: new Intl.ListFormat(locale).format(axes.map(nameOf)),
              count: cells,
            })}
          </li>
        ))}
      </ul>,
    ],
    [t('noise.person'), t('noise.personWords', { answers: noiseTables[noise].answers })],
    [t('noise.deviation'), t('noise.deviationWords', { people: decimal(Math.sqrt(Number(noiseVariance))) })],
    [t('noise.reach'), t('noise.reachWords', { people: reachOf(Number(noiseVariance)) })],
    [t('noise.negative'), t('noise.negativeWords', { base: noiseBase })],
    [
      t('noise.promise'),
      t('noise.promiseWords', {
        epsilon: decimal(epsilonOf(partsOf(noise))),
        delta: format.number(1 / noiseDelta, { maximumFractionDigits: 0 }),
      }),
    ],
  ]
  return (
    <Card as="section" title={t('noise.facts')}>
      <p className="mt-1 text-sm text-muted">{t('noise.method')}</p>
      <Facts lines={lines} />
    </Card>
  )
}
