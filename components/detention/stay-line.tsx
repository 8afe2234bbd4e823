import { useLocale } from 'next-intl'
import { labelIn } from '@/lib/cases/word.view'
import type { EpisodeStay } from '@/lib/detention/episode.data'
import { useEpisodeLabels } from './episode-labels'
import type { PageProps } from './episode-props'

/** Since when a stay lasts, as far as it is known. */
export const useSince = ({ lists }: PageProps['part']) => {
  const { t, day } = useEpisodeLabels(lists)
  return ({ since }: Pick<EpisodeStay, 'since'>): string =>
    since === null ? t('people.sinceNotKnown') : t('people.since', { on: day(since) })
}

/** Who is held where, and since when. */
export const StayLine = ({
  stay,
  part,
  people,
}: Pick<PageProps, 'part' | 'people'> & { stay: Pick<EpisodeStay, 'personId' | 'place' | 'since'> }) => {
  const { t } = useEpisodeLabels(part.lists)
  const locale = useLocale()
  const since = useSince(part)
  return (
    <>
      {t.rich('people.line', {
        who: () => (
          <bdi dir="auto" translate="no">
            {people.find(({ id }) => id === stay.personId)?.name ?? ''}
          </bdi>
        ),
        where: labelIn(stay.place, locale),
      })}
      {', '}
      {since(stay)}
    </>
  )
}
