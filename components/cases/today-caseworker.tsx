import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import type { TodayOf } from '@/lib/cases/today.data'
import type { Day } from '@/lib/shared/dates'
import { Firsts } from './today-parts'
import { UnseenCard } from './unseen-card'

/** What is due, what is new, and the way to write a visit down. */
export const TodayCaseworker = ({ shown, today }: { shown: TodayOf<'caseworker'>; today: Day }) => {
  const t = useTranslations('today')
  return (
    <>
      <div className="flex flex-wrap gap-3 print:hidden">
        <LinkButton href="/detention/new">
          <Icon name="plus" />
          {t('logVisit')}
        </LinkButton>
        <LinkButton kind="quiet" href="/people/new">
          {t('newPerson')}
        </LinkButton>
      </div>
      <Firsts shown={shown} today={today} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <UnseenCard unseen={shown.unseen} today={today} />
        <section aria-labelledby="mine">
          <h2 id="mine" className="mb-2.5">
            {t('mine')}
          </h2>
          <Card>
            <p>{t('mineWhat', { files: shown.files })}</p>
            <p className="mt-2">
              <LinkButton kind="quiet" size="small" href="/cases">
                {t('toCaseload')}
              </LinkButton>
            </p>
          </Card>
        </section>
      </div>
    </>
  )
}
