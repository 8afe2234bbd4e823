import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { CodeOf } from '@/lib/shared/vocabulary'
import { profiles } from '@/lib/statistics/disclosure.rules'
import type { LabelOf } from '@/lib/statistics/file.rules'
import { ageBands } from '@/lib/statistics/hierarchy.rules'
import { dimensions, measures, mostDimensions, units } from '@/lib/statistics/measure.rules'
import { type Asked, levelsOf } from '@/lib/statistics/question.rules'
import { pill, pillLabel } from './question-picker'
import { useLevelLabels } from './use-level-labels'

const groups = ['minor', 'adult', ...ageBands.map(([band]) => band)]
const continents = ['002', '019', '142', '150', '009']
const slots = Array.from({ length: mostDimensions }, (_, i) => i)

/** A table of one's own: what to count, by what and how finely, of whom. Lists only: nothing can be typed. */
export const QuestionBuilder = ({
  period,
  asked,
  labelOf,
}: {
  period: string
  asked: Asked
  labelOf: LabelOf
}) => {
  const t = useTranslations('statistics')
  const measure = measures[asked.measure]
  const by = [measure.dimension, ...asked.also].map((dimension, i) =>
    levelsOf(dimension).length > 1
      ? `${dimension}:${asked.levels[i] ?? levelsOf(dimension)[0] ?? ''}`
      : dimension,
  )
  return (
    <details className="open:basis-full">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-link underline underline-offset-4">
        {t('own.open')}
      </summary>
      <form autoComplete="off" action="/statistics" className="mt-3 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        <input type="hidden" name="period" value={period} />
        <label className={pillLabel}>
          {t('own.count')}
          <select autoComplete="off" name="count" defaultValue={measure.unit} className={pill}>
            {units.codes.map((unit) => (
              <option key={unit} value={unit}>
                {t(`counts.${unit}`)}
              </option>
            ))}
          </select>
        </label>
        {slots.map((slot) => (
          <label key={slot} className={pillLabel}>
            {t('own.by', { number: slot + 1 })}
            <select autoComplete="off" name="by" defaultValue={by[slot] ?? ''} className={pill}>
              {slot === 0 ? null : <option value="">{t('own.nothing')}</option>}
              {dimensions.codes.map((dimension) => (
                <DimensionOptions key={dimension} dimension={dimension} />
              ))}
            </select>
          </label>
        ))}
        <label className={pillLabel}>
          {t('own.of')}
          <select
            autoComplete="off"
            name="only"
            defaultValue={asked.only ? `${asked.only.dimension}:${asked.only.node}` : ''}
            className={pill}
          >
            <option value="">{t('own.everybody')}</option>
            <NodeOptions dimension="age" nodes={groups} labelOf={labelOf} />
            <NodeOptions dimension="nationality" nodes={continents} labelOf={labelOf} />
          </select>
        </label>
        <label className={pillLabel}>
          {t('own.for')}
          <select autoComplete="off" name="profile" defaultValue={asked.profile} className={pill}>
            {profiles.codes.map((profile) => (
              <option key={profile} value={profile}>
                {t(`profile.${profile}`)}
              </option>
            ))}
          </select>
        </label>
        <div className="self-end">
          <Button type="submit" kind="quiet">
            {t('own.show')}
          </Button>
        </div>
      </form>
      <p className="mt-2 max-w-prose text-sm text-muted">{t('own.hint')}</p>
    </details>
  )
}

const DimensionOptions = ({ dimension }: { dimension: CodeOf<typeof dimensions> }) => {
  const t = useTranslations('statistics')
  const levelWords = useLevelLabels()
  const levels = levelsOf(dimension)
  const name = t(`dimension.${dimension}`)
  if (levels.length < 2) return <option value={dimension}>{name}</option>
  return levels.map((level) => (
    <option key={level} value={`${dimension}:${level}`}>
      {t('own.level', { dimension: name, level: levelWords(level) ?? level })}
    </option>
  ))
}

const NodeOptions = ({
  dimension,
  nodes,
  labelOf,
}: {
  dimension: 'age' | 'nationality'
  nodes: readonly string[]
  labelOf: LabelOf
}) => {
  const t = useTranslations('statistics')
  return (
    <optgroup label={t(`dimension.${dimension}`)}>
      {nodes.map((node) => (
        <option key={node} value={`${dimension}:${node}`}>
          {labelOf(dimension, node)}
        </option>
      ))}
    </optgroup>
  )
}
