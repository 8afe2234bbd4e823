import { useTranslations } from 'next-intl'
import { BackLink } from '@/components/layout/back-link'
import { PageTitle } from '@/components/layout/page-title'
import { Section } from '@/components/ui/section'
import { FIGURE_IDS, figureOf, isToConfirm } from '@/lib/reporting/figure.rules'
import { CHAPTERS } from '@/lib/reporting/figure-kind.rules'
import { sayDefinition } from '@/lib/reporting/wording.view'

/** What each figure counts, and what is true of all of them. */
export const DefinitionsPage = () => {
  const t = useTranslations('reporting')
  return (
    <div className="grid max-w-3xl gap-6">
      <div className="-mb-6">
        <BackLink href="/reports">{t('title')}</BackLink>
        <PageTitle title={t('definitions')} />
      </div>
      <Section title={t('rules.title')}>
        <ul className="grid list-disc gap-1.5 ps-5">
          {(['person', 'twice', 'day', 'age', 'detention', 'corrected', 'restricted'] as const).map(
            (rule) => (
              <li key={rule}>{t(`rules.${rule}`)}</li>
            ),
          )}
        </ul>
      </Section>
      {CHAPTERS.codes.map((chapter) => (
        <Section key={chapter} title={t(`chapter.${chapter}`)}>
          <dl className="grid gap-2.5">
            {FIGURE_IDS.codes
              .filter((figure) => figureOf(figure).chapter === chapter)
              .map((figure) => (
                <div key={figure}>
                  <dt className="flex flex-wrap items-baseline gap-x-2 font-semibold">
                    {t(`figure.${figure}.name`)}
                    {isToConfirm(figure) ? (
                      <span className="rounded bg-late-soft px-2 text-sm text-late">
                        {t('toConfirm.mark')}
                      </span>
                    ) : null}
                  </dt>
                  <dd className="text-muted">{sayDefinition(figure, t)}</dd>
                </div>
              ))}
          </dl>
        </Section>
      ))}
    </div>
  )
}
