import type { useTranslations } from 'next-intl'
import type { StatisticsPageData } from './desk.data'
import { previewsAnHour } from './preview.rules'

type Translate = ReturnType<typeof useTranslations<'statistics'>>
export type Refusal = { title: string; sentence: string }

/** Why no figure is shown and what to do about it; null when one is. The same words wherever figures are looked at. */
export function sayRefusal(
  { read, isLimited }: Pick<StatisticsPageData, 'read' | 'isLimited'>,
  t: Translate,
): Refusal | null {
  if (isLimited)
    return { title: t('limited.title'), sentence: t('limited.sentence', { count: previewsAnHour }) }
  if (read === null) return { title: t('noPeriod.title'), sentence: t('noPeriod.sentence') }
  const { table, policy, verdict, refusal, isFrozen, snapshot } = read
  if (table !== null && table.cells.length > 0) return null
  if (!isFrozen) return { title: t('notFrozen.title'), sentence: t('notFrozen.sentence') }
  if (refusal === 'notProven') return { title: t('notProven.title'), sentence: t('notProven.sentence') }
  if (verdict === 'tooFew')
    return {
      title: t('tooFew.title'),
      sentence: t('tooFew.sentence', { people: policy.minimumPeopleHeadlines }),
    }
  if (verdict === 'headlinesOnly')
    return {
      title: t('headlinesOnly.title'),
      sentence: t('headlinesOnly.sentence', { people: policy.minimumPeople }),
    }
  const { minimumPeopleCoarse: coarse, minimumPeopleCrossed: free } = policy
  if (verdict === 'oneDimensionOnly')
    return {
      title: t('oneDimension.title'),
      sentence: t('oneDimension.sentence', { people: snapshot.hierarchies === 'h1' ? free : coarse }),
    }
  if (verdict === 'coarseOnly')
    return { title: t('coarseOnly.title'), sentence: t('coarseOnly.sentence', { people: free }) }
  return { title: t('onlyHidden.title'), sentence: t('onlyHidden.sentence') }
}
