import { useLocale, useTranslations } from 'next-intl'
import { asSentence } from '@/components/ui/as-sentence'
import type { Fact } from '@/lib/countries/fact.rules'
import { FactLink, FactPeriod, FactSource } from './fact-labels'
import { useFigure } from './use-figure'

/** The figures people come for, each with its year and its source. */
export const KeyFigures = ({ facts }: { facts: readonly Fact[] }) => {
  const t = useTranslations('countries')
  const locale = useLocale()
  const figure = useFigure()
  const isDisputed = ({ contradictions }: Fact): boolean => contradictions.length > 0
  return (
    <section aria-labelledby="key-figures">
      <h2 id="key-figures" className="sr-only">
        {t('keyFigures')}
      </h2>
      <ul className="grid gap-px overflow-hidden rounded border border-hair bg-hair grid-cols-1 min-[360px]:grid-cols-2 lg:grid-cols-3">
        {facts.map((fact) => (
          <li
            key={fact.slug}
            data-print="whole"
            className="flex min-w-0 flex-col gap-1 bg-surface px-3 py-3 sm:px-4"
          >
            <p className="num font-serif text-h2 font-semibold">
              {asSentence(figure(fact), locale)}
              {isDisputed(fact) ? (
                <>
                  <span aria-hidden="true" className="ms-2 font-sans text-base font-normal text-muted">
                    ≠
                  </span>
                  <span className="sr-only"> ({t('disputed')})</span>
                </>
              ) : null}
            </p>
            <p>
              <FactLink fact={fact} />
            </p>
            <p className="text-sm text-muted">
              <strong className="font-semibold text-ink">
                <FactPeriod fact={fact} />
              </strong>
              {fact.source === null ? null : (
                <>
                  {' ·\u00a0'}
                  <FactSource fact={fact} />
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
      {facts.some(isDisputed) ? <p className="mt-1.5 text-sm text-muted">{t('disputedMeans')}</p> : null}
      {facts.some(({ source }) => source === null) ? (
        <p className="text-sm text-muted">{t('unnamedMeans')}</p>
      ) : null}
    </section>
  )
}
