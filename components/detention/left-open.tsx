import { useTranslations } from 'next-intl'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { useEpisodeLabels } from './episode-labels'
import type { EpisodeProps } from './episode-props'
import { useLastDay } from './last-day'

/** What the end did not close, because no source says whether it can still be used. */
export const LeftOpen = ({ episode: { left }, part, hrefs }: EpisodeProps) => {
  const common = useTranslations('common')
  const { t, said } = useEpisodeLabels(part.lists)
  const lastDay = useLastDay()
  if (left.length === 0) return null
  return (
    <Notice kind="late" title={t('left.title')}>
      <p>{t('left.what')}</p>
      <ul className="ms-5 list-disc">
        {left.map((one) => (
          <li key={one.id}>
            {said(one.rule.title)}
            {common('colon')} {lastDay(one)}
          </li>
        ))}
      </ul>
      <Link href={hrefs.deadlines}>{t('clocks.show')}</Link>
    </Notice>
  )
}
