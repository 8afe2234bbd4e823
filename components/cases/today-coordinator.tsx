import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { TodayOf } from '@/lib/cases/today.data'
import type { Day } from '@/lib/shared/dates'
import { Firsts } from './today-parts'
import { UnseenCard } from './unseen-card'

/** What needs a decision, who was not seen, and who carries how much. */
export const TodayCoordinator = ({ shown, today }: { shown: TodayOf<'coordinator'>; today: Day }) => {
  const t = useTranslations('today')
  const most = Math.max(1, ...shown.load.map(({ files }) => files))
  return (
    <>
      <Firsts shown={shown} today={today} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <UnseenCard unseen={shown.unseen} today={today} />
        <section aria-labelledby="load">
          <h2 id="load" className="mb-2.5">
            {t('load')}
          </h2>
          <Card>
            {shown.load.length === 0 ? (
              <p className="text-muted">{t('noLoad')}</p>
            ) : (
              <ul className="grid gap-2.5 text-sm">
                {shown.load.map(({ workerId, name, files }) => (
                  <li key={workerId} className="grid grid-cols-[8rem_1fr_2rem] items-center gap-2.5">
                    <Link href={`/cases?worker=${workerId}`} prefetch={false} className="py-1 wrap-anywhere">
                      {name}
                    </Link>
                    <svg
                      viewBox="0 0 100 10"
                      preserveAspectRatio="none"
                      className="h-2.5 w-full"
                      aria-hidden="true"
                    >
                      <rect width={(files / most) * 100} height="10" rx="2" className="fill-accent" />
                    </svg>
                    <span className="num text-end">
                      {files}
                      <span className="sr-only"> {t('filesWord', { files })}</span>
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        </section>
      </div>
    </>
  )
}
