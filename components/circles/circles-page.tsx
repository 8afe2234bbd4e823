import { useTranslations } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import type { CirclesRead } from '@/lib/circles/circles-page.data'
import type { Day } from '@/lib/shared/dates'
import { Openings } from './openings'
import { StillNeededCard } from './still-needed-card'
import { WordsList } from './words-list'

/** What waits for one's word about who reads a file, and the way to open one in an emergency. */
export const CirclesPage = ({ read, today }: { read: CirclesRead; today: Day }) => {
  const t = useTranslations('circles')
  return (
    <div className="grid max-w-3xl gap-6">
      <div className="-mb-6">
        <PageTitle title={t('title')}>{t('what')}</PageTitle>
      </div>
      {read.openings.length > 0 ? <Openings openings={read.openings} today={today} /> : null}
      {read.words.length > 0 ? (
        <Card as="section" label={t('word.title')}>
          <h2>{t('word.title')}</h2>
          <WordsList words={read.words} withCode />
        </Card>
      ) : null}
      {read.openings.length + read.words.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneWhat')}</EmptyState>
      ) : null}
      {read.held.length > 0 ? <StillNeededCard held={read.held} /> : null}
      <p>
        <LinkButton kind="quiet" href="/circles/emergency">
          {t('glass.title')}
        </LinkButton>
      </p>
    </div>
  )
}
