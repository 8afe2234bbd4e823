import { useTranslations } from 'next-intl'
import type { Fact } from '@/lib/countries/fact.rules'
import { FactLink, FactMarks, FactPeriod, FactSource } from './fact-labels'
import { useFigure } from './use-figure'

/** The figures people come for, each with its year and its source. */
export const KeyFigures = ({ facts }: { facts: readonly Fact[] }) => {
  const t = useTranslations('countries')
  const figure = useFigure()
  return (
    <section aria-labelledby="key-figures">
      <h2 id="key-figures" className="mb-3">
        {t('keyFigures')}
      </h2>
      <ul className="grid gap-px overflow-hidden rounded border border-hair bg-hair sm:grid-cols-2 lg:grid-cols-3">
        {facts.map((fact) => (
          <li key={fact.slug} data-print="whole" className="flex flex-col gap-1 bg-surface px-4 py-4 sm:px-5">
            <p className="num font-serif text-h1 font-semibold">{figure(fact)}</p>
            <p>
              <FactLink fact={fact} />
            </p>
            <p className="text-sm text-muted">
              <strong className="font-semibold text-ink">
                <FactPeriod fact={fact} />
              </strong>{' '}
              · <FactSource fact={fact} />
            </p>
            {fact.contradictions.length > 0 ? (
              <p>
                <FactMarks fact={fact} />
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
